import { same, type Text } from '../../core/text.ts'
import type { OpenControl } from './controls.ts'
import type { Setting } from './settings.ts'

type Words = { readonly label: Text; readonly help: Text }
const words = (en: string, ko: string, helpEn: string, helpKo: string): Words => ({
  label: { en, ko },
  help: { en: helpEn, ko: helpKo },
})

/** The name of each setting, and one sentence on what it does, never on what will come of it. */
export const SETTING_WORDS: { readonly [S in Setting]: Words } = {
  mnt: words(
    'mnt namespace',
    'mnt 네임스페이스',
    "The list of mounts. A new one starts as a copy of the host's.",
    '마운트 목록입니다. 새로 만들면 호스트 목록의 사본으로 시작합니다.',
  ),
  uts: words(
    'uts namespace',
    'uts 네임스페이스',
    'The host name and the NIS domain name.',
    '호스트 이름과 NIS 도메인 이름입니다.',
  ),
  ipc: words(
    'ipc namespace',
    'ipc 네임스페이스',
    'SysV shared memory, semaphores and queues; POSIX message queues.',
    'SysV 공유 메모리, 세마포어, 메시지 큐와 POSIX 메시지 큐입니다.',
  ),
  pid: words(
    'pid namespace',
    'pid 네임스페이스',
    'Process numbers. A new one counts from 1.',
    '프로세스 번호입니다. 새로 만들면 1부터 셉니다.',
  ),
  net: words(
    'net namespace',
    'net 네임스페이스',
    'Interfaces, routes, ports and abstract sockets.',
    '네트워크 인터페이스, 라우팅, 포트, 추상 소켓입니다.',
  ),
  user: words(
    'user namespace',
    '사용자 네임스페이스',
    'User ids and the reach of capabilities.',
    '사용자 ID와 캐퍼빌리티가 미치는 범위입니다.',
  ),
  cgroup: words(
    'cgroup namespace',
    'cgroup 네임스페이스',
    'Where the cgroup tree seems to begin.',
    'cgroup 트리가 어디서 시작하는 것처럼 보이는지를 정합니다.',
  ),
  time: words(
    'time namespace',
    'time 네임스페이스',
    'Offsets of the monotonic and boot-time clocks.',
    '단조(monotonic) 시계와 부팅 시계의 오프셋입니다.',
  ),
  proc: words(
    '/proc',
    '/proc',
    'Mount a fresh procfs before the workload starts.',
    '워크로드를 시작하기 전에 procfs를 새로 마운트합니다.',
  ),
  shm: words(
    '/dev/shm',
    '/dev/shm',
    'Mount a fresh tmpfs on /dev/shm.',
    '/dev/shm에 tmpfs를 새로 마운트합니다.',
  ),
  root: words(
    'root directory',
    '루트 디렉터리',
    'Whose files the box stands on, and how it got there.',
    '상자가 누구의 파일 시스템 위에 있는지, 어떻게 옮겨 갔는지를 정합니다.',
  ),
  ids: words(
    'id map',
    'ID 매핑',
    'Which host ids stand behind the ids of its user namespace.',
    '사용자 네임스페이스 안의 ID 뒤에 호스트의 어떤 ID가 있는지를 정합니다.',
  ),
  caps: words(
    'capabilities',
    '캐퍼빌리티',
    'What root may do besides being root.',
    'root가 할 수 있는 특권의 묶음입니다.',
  ),
  uid: words(
    'runs as',
    '실행 사용자',
    'The user id of the workload inside the box.',
    '상자 안에서 워크로드가 쓰는 사용자 ID입니다.',
  ),
  lo: words(
    'loopback',
    '루프백',
    'The lo interface of an own net namespace.',
    '자체 net 네임스페이스의 lo 인터페이스입니다.',
  ),
  memory: words(
    'memory.max',
    'memory.max',
    'The most memory that its cgroup may hold, in MiB.',
    'cgroup이 가질 수 있는 메모리의 상한입니다(MiB).',
  ),
  cpu: words(
    'cpu.max',
    'cpu.max',
    'CPU time in each period, in cores; the rest of the period is waited out.',
    '주기마다 쓸 수 있는 CPU 시간입니다(코어 수). 다 쓰면 주기가 끝날 때까지 기다립니다.',
  ),
  weight: words(
    'cpu.weight',
    'cpu.weight',
    'Its share when CPU is contended; 100 is the default.',
    'CPU를 다툴 때의 몫입니다. 기본값은 100입니다.',
  ),
  cpuset: words(
    'cpuset.cpus',
    'cpuset.cpus',
    'The CPUs that it may run on.',
    '실행될 수 있는 CPU의 목록입니다.',
  ),
  pids: words(
    'pids.max',
    'pids.max',
    'The most tasks in its cgroup; threads count.',
    'cgroup 안의 태스크 수 상한입니다. 스레드도 셉니다.',
  ),
  io: words(
    'io.max',
    'io.max',
    'Bytes a second that it may write to the disk, in MB.',
    '디스크에 쓸 수 있는 초당 바이트입니다(MB).',
  ),
  shape: words(
    'tc at',
    'tc 위치',
    'The interface whose outgoing traffic a token bucket shapes.',
    '토큰 버킷으로 내보내는 트래픽을 조절할 인터페이스입니다.',
  ),
  rate: words(
    'tc rate',
    'tc 속도',
    'The rate of that token bucket, in Mbit/s.',
    '그 토큰 버킷의 속도입니다(Mbit/s).',
  ),
}

const VALUE_WORDS: { readonly [value: string]: Text } = {
  host: { en: "host's", ko: '호스트' },
  own: { en: 'own', ko: '자체' },
  inherited: { en: 'as it is', ko: '그대로' },
  fresh: { en: 'fresh mount', ko: '새로 마운트' },
  none: { en: 'none', ko: '없음' },
  all: { en: 'all', ko: '전부' },
  docker: { en: "Docker's 14", ko: '도커 기본 14개' },
  root: { en: '0 is host 0', ko: '0은 호스트의 0' },
  shifted: { en: '0 is host 100000', ko: '0은 호스트의 100000' },
  down: { en: 'down', ko: '내려감' },
  up: { en: 'up', ko: '올라옴' },
  off: { en: 'off', ko: '끔' },
  ro: { en: 'read-only', ko: '읽기 전용' },
  rw: { en: 'read-write', ko: '읽기/쓰기' },
  card: { en: "the host's card", ko: '호스트의 랜 카드' },
  'host-end': { en: "veth, host's end", ko: 'veth의 호스트 쪽 끝' },
  'box-end': { en: "veth, box's end", ko: 'veth의 상자 쪽 끝' },
  quarter: { en: '¼ core', ko: '¼코어' },
  half: { en: '½ core', ko: '½코어' },
}

const UNITS: { readonly [S in Setting]?: string } = { memory: 'MiB', io: 'MB/s', rate: 'Mbit/s' }

/** A control's name and help. */
export function controlWords(control: OpenControl): Words {
  if (control.type === 'cgroup')
    return words(
      'cgroups',
      'cgroup 버전',
      'The version of the cgroup hierarchy.',
      'cgroup 계층의 버전입니다.',
    )
  if (control.type === 'bind')
    return words(
      `bind ${control.name}`,
      `${control.name} 바인드`,
      'A host path that is bind-mounted into the box.',
      '호스트의 경로를 상자 안에 바인드 마운트합니다.',
    )
  return controlOf(control.name) ?? words(control.name, control.name, '', '')
}

function controlOf(name: string): Words | undefined {
  for (const [setting, found] of Object.entries(SETTING_WORDS)) if (setting === name) return found
  return undefined
}

/** A value of a control in words. */
export function valueWords(control: OpenControl, value: string): Text {
  const joined = /^join:(.+)$/.exec(value)?.[1]
  if (joined !== undefined) return { en: `joined: ${joined}`, ko: `${joined}에 합류` }
  if (control.name === 'uid')
    return value === '0' ? same('root (0)') : { en: `user ${value}`, ko: `사용자 ${value}` }
  if (control.name === 'root' && value !== 'host') return same(value)
  if (control.name === 'caps' && value === 'none') return VALUE_WORDS['none'] ?? same(value)
  if (control.type === 'setting' && control.name === 'cpu' && /^[\d.]+$/.test(value))
    return { en: value === '1' ? '1 core' : `${value} cores`, ko: `${value}코어` }
  const known = VALUE_WORDS[value]
  if (known !== undefined) return known
  const unit = unitOf(control)
  return same(unit === undefined ? value : `${value} ${unit}`)
}

function unitOf(control: OpenControl): string | undefined {
  for (const [setting, unit] of Object.entries(UNITS)) if (setting === control.name) return unit
  return undefined
}
