import { controlRows, type ManualRow, symptom } from '../../core/manual.ts'
import type { Text } from '../../core/text.ts'
import { caveat, iopsFigures } from './figures.ts'
import { OVERHEAD } from './memory.ts'
import type { Pack } from './packs.ts'
import { SETTING_WORDS } from './words.ts'

/** A row on a control. */
const control = controlRows(SETTING_WORDS)

const text = (en: string, ko: string): readonly [string, string] => [en, ko]

/** What has to be said beside a packaging's memory: an old year, or that it was measured under emulation. */
const beside = (pack: Pack): Text => caveat(OVERHEAD[pack])
const iops = caveat(iopsFigures('microvm'))

/** For the navigator of a round: what a symptom means, and what each control truly changes. */
export const MANUAL_PAGE: readonly ManualRow[] = [
  symptom(
    'walls',
    ['isolation'],
    text('"wall: …" below a workload', '워크로드 아래의 "격리벽: …"'),
    text(
      'Classes: 1 shared kernel (container), 2 mapped root (user namespace), 3 user-space kernel (gVisor), 4 own kernel (Kata, micro-VM, VM).',
      '등급: 1 커널 공유(컨테이너), 2 root 매핑(사용자 네임스페이스), 3 사용자 공간 커널(gVisor), 4 자기 커널(Kata, 마이크로VM, VM).',
    ),
    'man:user_namespaces(7); gVisor documentation, security model',
  ),
  symptom(
    'pulled',
    ['ready'],
    text(
      '"has its image: … pulled N MB", then "serves" soon after',
      '"이미지 도착: … N MB 풀", 곧이어 "응답함"',
    ),
    text(
      'It waited for its image, not for its runtime. All that wait share the line.',
      '런타임이 아니라 이미지를 기다렸습니다. 기다리는 모두가 회선을 나눠 씁니다.',
    ),
    "Harter et al., Slacker, FAST'16",
  ),
  symptom(
    'late-start',
    ['startMs'],
    text('"serves" late without a pull', '풀 없이도 "응답함"이 늦음'),
    text(
      'What remains is engine, network rules, runtime and the program itself. A runtime differs from another by tenths of a second; a full VM takes many seconds.',
      '남은 것은 엔진, 네트워크 규칙, 런타임, 프로그램 자신의 시간입니다. 런타임끼리는 몇백 밀리초 차이이고, 전체 VM은 수십 초가 걸립니다.',
    ),
    "van Rijn & Rellermeyer, Middleware'21, section 3.5",
  ),
  symptom(
    'calm-memory',
    ['ready'],
    text('much memory on a calm day', '평소에도 메모리를 많이 씀'),
    text(
      'Instances run already that nobody needs yet.',
      '아직 아무도 찾지 않는 인스턴스가 미리 돌고 있습니다.',
    ),
    'Firecracker SPECIFICATION.md',
  ),
  symptom(
    'overfull',
    ['host', 'memory'],
    text('"overfull", or "together" above what the host has', '"넘침", 또는 "합계"가 호스트보다 큼'),
    text(
      'Each instance takes its own memory and its wall’s. Where any image runs, the engine is paid once (110 MiB); micro-VMs and VMs need none.',
      '인스턴스마다 자기 메모리와 벽 값이 듭니다. 이미지를 실행하는 호스트는 엔진 값(110 MiB)을 한 번 내고, 마이크로VM과 VM에는 엔진이 필요 없습니다.',
    ),
    "Boxwright's own runs 2026; gVisor performance guide (2020)",
  ),
  symptom(
    'no-kvm',
    ['host'],
    text('"no /dev/kvm on this host"', '"이 호스트에 /dev/kvm이 없음"'),
    text(
      'Walls of class 4 need hardware virtualisation, and this host cannot pass it on. Class 3 and below run anywhere.',
      '4등급 벽에는 하드웨어 가상화가 필요한데 이 호스트에는 없습니다. 3등급까지는 어디서나 됩니다.',
    ),
    'Firecracker documentation, getting started; gVisor documentation',
  ),
  symptom(
    'port-taken',
    ['port'],
    text('"address already in use"', '"이미 쓰이는 주소"'),
    text(
      'Two servers on the host’s network want the same port. One of them has to go behind NAT.',
      '호스트 네트워크의 두 서버가 같은 포트를 원합니다. 하나는 NAT 뒤로 가야 합니다.',
    ),
    'man:network_namespaces(7)',
  ),
  symptom(
    'slow-mysql',
    ['database'],
    text('"MySQL … 60%"', '"MySQL … 60%"'),
    text(
      'A union file system below or NAT before it; only both away were measured as good as native. In a VM it was slower, too.',
      '아래에 유니온 파일 시스템이 있거나 앞에 NAT가 있습니다. 둘 다 없앴을 때만 네이티브만큼 나온 측정이 있습니다. VM에서도 느렸습니다.',
    ),
    'Felter et al., IBM RC25482 (2014): Linux 3.11, Docker 1.0',
  ),
  symptom(
    'few-iops',
    ['iops'],
    text('the goal about disk operations stays dark', '디스크 연산 목표가 켜지지 않음'),
    text(
      `On the disk itself 340,000 a second were counted, in a micro-VM 13,000${iops.en}. For gVisor no source gives a figure, so the game gives none.`,
      `디스크 자체는 초당 340,000번, 마이크로VM 안에서는 13,000번이었습니다${iops.ko}. gVisor에는 수치를 주는 출처가 없어 게임도 주지 않습니다.`,
    ),
    "Agache et al., Firecracker, NSDI'20",
  ),
  control(
    'pack',
    `The wall and its price in memory for each instance: container and user namespace about 14 MiB, gVisor 36${beside('gvisor').en}, micro-VM 90${beside('microvm').en}, Kata 130; a full VM more, and tens of seconds.`,
    `벽과, 인스턴스마다 내는 메모리 값입니다. 컨테이너와 사용자 네임스페이스 14 MiB쯤, gVisor 36${beside('gvisor').ko}, 마이크로VM 90${beside('microvm').ko}, Kata 130, 전체 VM은 더 많고 수십 초 걸립니다.`,
    'gVisor performance guide (2020); Kata Containers Helm chart; Firecracker SPECIFICATION.md',
  ),
  control(
    'host',
    'Whose memory it takes, and whether /dev/kvm is there.',
    '어느 호스트의 메모리를 쓰는지, 그곳에 /dev/kvm이 있는지가 정해집니다.',
    'Firecracker documentation, getting started',
  ),
  control(
    'ready',
    'How much is there before the order: nothing; what is read first; all layers; or instances that run and take their memory every day.',
    '명령이 오기 전에 무엇이 있는지입니다. 없음, 먼저 읽을 부분, 레이어 전부, 또는 날마다 메모리를 차지하며 미리 도는 인스턴스.',
    "Harter et al., Slacker, FAST'16",
  ),
  control(
    'disk',
    'A volume goes past the union file system.',
    '볼륨을 쓰면 유니온 파일 시스템을 거치지 않습니다.',
    'docs.docker.com, Volumes',
  ),
  control(
    'net',
    'The host’s network goes past NAT, and shares the host’s ports with all who use it.',
    '호스트 네트워크를 쓰면 NAT를 거치지 않지만, 그렇게 하는 모두와 호스트의 포트를 나눠 씁니다.',
    'docs.docker.com, Host network driver',
  ),
]
