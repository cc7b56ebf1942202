import { same, type Text } from '../../core/text.ts'
import type { OpenControl } from './controls.ts'
import type { Misfit } from './fit.ts'
import type { Need } from './needs.ts'
import { isPack, PACK_WORDS } from './packs.ts'
import type { Setting } from './settings.ts'
import type { Activity } from './slowdown.ts'
import type { Setup } from './setup.ts'

type Words = { readonly label: Text; readonly help: Text }
const words = (en: string, ko: string, helpEn: string, helpKo: string): Words => ({
  label: { en, ko },
  help: { en: helpEn, ko: helpKo },
})

/** The name of each setting, and one sentence on what it does, never on what will come of it. */
export const SETTING_WORDS: { readonly [S in Setting | 'engine']: Words } = {
  pack: words(
    'packed as',
    '실행 방식',
    'What stands between the workload and the host: one kernel for all, or one of its own.',
    '워크로드와 호스트 사이에 무엇이 서는지를 정합니다. 커널을 함께 쓰거나, 자기 커널을 가집니다.',
  ),
  host: words(
    'on host',
    '호스트',
    'The host that all its instances run on.',
    '모든 인스턴스가 실행될 호스트입니다.',
  ),
  base: words(
    'base image',
    '베이스 이미지',
    'The [[image]] whose [[layer|layers]] lie below its own.',
    '자기 [[layer|레이어]] 아래에 깔리는 [[image|이미지]]입니다.',
  ),
  disk: words(
    'writes to',
    '쓰는 곳',
    'The [[writable-layer]] of the [[overlay|union file system]], or a [[volume]] beside it.',
    '[[overlay|유니온 파일 시스템]]의 [[writable-layer|쓰기 레이어]], 또는 그 옆의 [[volume|볼륨]]입니다.',
  ),
  net: words(
    'network',
    '네트워크',
    "A [[bridge]] with [[nat|NAT]], or the host's own [[net-namespace|net namespace]].",
    '[[nat|NAT]]를 거치는 [[bridge|브리지]], 또는 호스트의 [[net-namespace|net 네임스페이스]]입니다.',
  ),
  ready: words(
    'prepared',
    '준비',
    'What is on the host before an instance is ordered.',
    '인스턴스를 띄우라는 명령이 오기 전에 호스트에 있는 것입니다.',
  ),
  ref: words(
    'image by',
    '이미지 지정',
    'What names the image that is started: a [[tag]] or a [[digest]].',
    '시작할 이미지를 [[tag|태그]]와 [[digest|다이제스트]] 중 무엇으로 지정하는지입니다.',
  ),
  logs: words('logs', '로그', 'Where its logs are written to.', '로그를 어디에 남기는지입니다.'),
  engine: words(
    'engine',
    '엔진',
    'The daemon that starts [[oci|OCI]] images on this host; [[dockerd]] stands on a [[containerd]] of its own.',
    '이 호스트에서 [[oci|OCI]] 이미지를 시작하는 데몬입니다. [[dockerd]] 아래에는 [[containerd]]가 함께 돕니다.',
  ),
}

const VALUE_WORDS: { readonly [value: string]: Text } = {
  'disk.overlay': { en: 'its layer', ko: '쓰기 레이어' },
  'disk.volume': { en: 'a volume', ko: '볼륨' },
  'net.nat': { en: 'bridge + NAT', ko: '브리지 + NAT' },
  'net.host': { en: "host's", ko: '호스트' },
  'ready.cold': { en: 'pull at start', ko: '시작할 때 풀' },
  'ready.lazy': { en: 'pull as read', ko: '읽는 대로 풀' },
  'ready.layers': { en: 'layers there', ko: '레이어 있음' },
  'ready.running': { en: 'already runs', ko: '이미 실행 중' },
  'ref.tag': { en: 'tag', ko: '태그' },
  'ref.digest': { en: 'digest', ko: '다이제스트' },
  'logs.inside': { en: 'inside', ko: '안에 둠' },
  'logs.shipped': { en: 'shipped', ko: '밖으로 보냄' },
  'engine.docker': { en: 'dockerd', ko: 'dockerd' },
  'engine.containerd': { en: 'containerd', ko: 'containerd' },
}

/** A value of a control in words. */
export function valueWords({ name }: Pick<OpenControl, 'name'>, value: string): Text {
  if (name === 'pack' && isPack(value)) return PACK_WORDS[value]
  return VALUE_WORDS[`${name}.${value}`] ?? same(value)
}

/** Each need in a few words. */
export const NEED_WORDS: { readonly [N in Need]: Text } = {
  fit: { en: 'can run there', ko: '그 호스트에서 실행 가능' },
  memory: { en: 'memory', ko: '메모리' },
  cpu: { en: 'CPU', ko: 'CPU' },
  disk: { en: 'disk', ko: '디스크' },
  port: { en: 'its port', ko: '포트' },
  wall: { en: 'wall', ko: '격리벽' },
  start: { en: 'start-up', ko: '시작 시간' },
  speed: { en: 'speed', ko: '속도' },
  iops: { en: 'IOPS', ko: 'IOPS' },
  hosts: { en: 'portability', ko: '이식성' },
  ownKernel: { en: 'own kernel', ko: '자기 커널' },
  noHostRoot: { en: 'no host root', ko: '호스트 root 아님' },
  provable: { en: 'provable rollback', ko: '증명되는 롤백' },
  keepsLogs: { en: 'logs kept', ko: '로그 보존' },
}

/** Each activity in a word or two. */
export const ACTIVITY_WORDS: { readonly [A in Activity]: Text } = {
  cpu: { en: 'computing', ko: '계산' },
  syscalls: { en: 'system calls', ko: '시스템 호출' },
  allocations: { en: 'allocations', ko: '메모리 할당' },
  reads: { en: 'small reads', ko: '작은 읽기' },
  opens: { en: 'file opens', ko: '파일 열기' },
  download: { en: 'downloads', ko: '다운로드' },
  database: { en: 'MySQL', ko: 'MySQL' },
}

/** Each reason why a packaging cannot run on a host. */
export const MISFIT_WORDS: { readonly [M in Misfit]: Text } = {
  arch: {
    en: 'not built for this architecture (exec format error)',
    ko: '이 아키텍처용으로 빌드되지 않음(exec format error)',
  },
  os: { en: 'needs another operating system', ko: '다른 운영체제가 필요함' },
  kernel: { en: 'needs another kernel; an image has none', ko: '다른 커널이 필요함. 이미지에는 커널이 없음' },
  module: { en: 'its kernel module is not loaded', ko: '필요한 커널 모듈이 올라와 있지 않음' },
  kvm: { en: 'no /dev/kvm on this host', ko: '이 호스트에 /dev/kvm이 없음' },
  hostNet: { en: 'refused together with the host network', ko: '호스트 네트워크와 함께는 거부됨' },
}

/** The name of a case for players. */
export function caseName(setup: Setup, name: string): Text {
  for (const c of setup.cases) if (typeof c !== 'string' && c.id === name) return c.name
  return same(name)
}
