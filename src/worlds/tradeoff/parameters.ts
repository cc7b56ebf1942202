import { same, type Text } from '../../core/text.ts'
import type { Confidence, Parameter, Source } from './parameter.ts'

const OWN: Source = {
  cite: { en: "Boxwright's own runs, Linux 6.18", ko: 'Boxwright 자체 측정, Linux 6.18' },
  year: 2026,
}
const COMMON: Source = {
  cite: { en: 'common experience; no study read', ko: '일반적인 경험. 읽은 연구 없음' },
  year: 2026,
}
const paper = (cite: string, year: number): Source => ({ cite: same(cite), year })
const FIRECRACKER = paper('Firecracker SPECIFICATION.md', 2026)
const NSDI20 = paper("Agache et al., Firecracker, NSDI'20", 2020)
const KATA = paper('Kata Containers Helm chart, RuntimeClass overhead', 2026)
const GVISOR = paper('gVisor performance guide, CSV data', 2020)
const HOTCLOUD = paper("Young et al., The True Cost of Containing, HotCloud'19", 2019)
const MIDDLEWARE = paper("van Rijn & Rellermeyer, Middleware'21, section 3.5", 2021)
const IBM = paper('Felter et al., IBM RC25482: Linux 3.11, Docker 1.0', 2014)
const SLACKER = paper("Harter et al., Slacker, FAST'16", 2016)
const REPO_INFO = paper('docker-library/repo-info, amd64, compressed', 2026)
const CLOUDIMG = paper('Ubuntu 24.04 server cloud image, qcow2, one download log', 2024)

type More = Pick<Parameter, 'low' | 'high' | 'emulated'>
const figure =
  (unit: Parameter['unit']) =>
  (value: number, source: Source, confidence: Confidence, about: Text, more: More = {}): Parameter => ({
    value,
    unit,
    source,
    confidence,
    about,
    ...more,
  })
const ms = figure('ms')
const mib = figure('MiB')
const mb = figure('MB')
const percent = figure('%')
const slower = figure('times slower')
const text = (en: string, ko: string): Text => ({ en, ko })

/** Every figure that the formulas of this world rest on. Nothing else in the world is a number of its own. */
export const PARAMETERS = {
  dockerdMemory: mb(77, OWN, 'measured', text('idle dockerd 20.10', '유휴 dockerd 20.10')),
  containerdMemory: mb(
    38,
    OWN,
    'measured',
    text('idle containerd 1.6; under dockerd, too', '유휴 containerd 1.6. dockerd 아래에도 있음'),
  ),
  shimMemory: mib(13, OWN, 'measured', text('the shim beside each container', '컨테이너마다 곁에 서는 shim')),
  containerMemory: mib(0.5, OWN, 'measured', text('an empty container under runc', 'runc의 빈 컨테이너'), {
    low: 0.5,
    high: 3.9,
  }),
  gvisorMemory: mb(
    23.7,
    GVISOR,
    'primary',
    text('an empty container under runsc, ptrace platform', 'runsc의 빈 컨테이너, ptrace 플랫폼'),
  ),
  kataMemory: mib(
    130,
    KATA,
    'primary',
    text(
      'reserved for each pod with Cloud Hypervisor or Firecracker; 320 with QEMU',
      'Cloud Hypervisor나 Firecracker일 때 파드마다 예약. QEMU면 320',
    ),
    { low: 130, high: 320 },
  ),
  kataCpu: figure('mCPU')(250, KATA, 'primary', text('reserved for each pod', '파드마다 예약')),
  firecrackerMemory: mib(
    5,
    FIRECRACKER,
    'primary',
    text(
      'at most, for the VMM of a guest with 1 vCPU and 128 MiB',
      '1 vCPU, 128 MiB 게스트의 VMM이 쓰는 상한',
    ),
    { low: 3, high: 5 },
  ),
  qemuMemory: mb(131, NSDI20, 'secondary', text('QEMU itself, without its guest', '게스트를 뺀 QEMU 자체')),
  guestMemory: mib(
    85,
    OWN,
    'derived',
    text(
      'kernel and first processes of a small Debian guest: 201–220 MiB in all, less QEMU. A full distribution takes more',
      '작은 데비안 게스트의 커널과 첫 프로세스: 전체 201–220 MiB에서 QEMU를 뺌. 온전한 배포판은 더 씀',
    ),
    { low: 76, high: 95, emulated: true },
  ),
  runcStart: ms(
    33,
    OWN,
    'measured',
    text("runc alone: 28–37 ms; about 100 in Middleware'21", "runc만: 28–37 ms. Middleware'21에서는 약 100"),
    { low: 28, high: 100 },
  ),
  gvisorStart: ms(
    90,
    MIDDLEWARE,
    'derived',
    text(
      'what runsc takes beyond runc: about 190 against 100 ms in one study',
      'runsc가 runc보다 더 쓰는 시간: 한 연구에서 약 190 대 100 ms',
    ),
  ),
  kataStart: ms(
    500,
    MIDDLEWARE,
    'derived',
    text(
      'what the Kata runtime takes beyond runc: about 600 against 100 ms in one study',
      'Kata 런타임이 runc보다 더 쓰는 시간: 한 연구에서 약 600 대 100 ms',
    ),
  ),
  usernsStart: ms(
    1,
    OWN,
    'derived',
    text('one more namespace: six take 7 ms', '네임스페이스 하나 더: 여섯에 7 ms'),
  ),
  dockerdStart: ms(
    155,
    OWN,
    'derived',
    text(
      "what dockerd (20.10) adds on the host's network: docker run 188 ms, runc 28–37 ms; about 250 in Middleware'21",
      "호스트 네트워크일 때 dockerd(20.10)가 더하는 시간: docker run 188 ms, runc 28–37 ms. Middleware'21에서는 약 250",
    ),
    { low: 151, high: 250 },
  ),
  containerdStart: ms(
    88,
    OWN,
    'derived',
    text(
      'what containerd adds: ctr run 121 ms, runc 28–37 ms',
      'containerd가 더하는 시간: ctr run 121 ms, runc 28–37 ms',
    ),
    { low: 84, high: 93 },
  ),
  natStart: ms(
    189,
    OWN,
    'derived',
    text(
      'a network of its own with bridge and NAT rules: docker run (20.10) 377 ms, with host network 188 ms',
      '브리지와 NAT 규칙을 갖춘 자기 네트워크: docker run(20.10) 377 ms, 호스트 네트워크면 188 ms',
    ),
  ),
  firecrackerStart: ms(
    125,
    FIRECRACKER,
    'primary',
    text('at most, from the API call to /sbin/init', 'API 호출부터 /sbin/init까지의 상한'),
  ),
  firecrackerSetup: ms(
    12,
    NSDI20,
    'secondary',
    text('the VMM process itself, wall clock', 'VMM 프로세스 자체, 벽시계'),
  ),
  vmStart: ms(
    20_000,
    COMMON,
    'background',
    text(
      'tens of seconds for a server distribution; a small guest took 1.9–2.3 s under emulation',
      '서버 배포판은 수십 초. 작은 게스트는 에뮬레이션으로 1.9–2.3초',
    ),
    { low: 1900, high: 60_000 },
  ),
  lazyShare: percent(
    6.4,
    SLACKER,
    'secondary',
    text('of an image is read while its container starts', '컨테이너가 시작하며 읽는 이미지의 비율'),
  ),
  alpine: mb(3.8, REPO_INFO, 'primary', text('alpine 3.24, one layer', 'alpine 3.24, 레이어 하나')),
  debian: mb(
    29.8,
    REPO_INFO,
    'primary',
    text('debian trixie-slim, one layer', 'debian trixie-slim, 레이어 하나'),
  ),
  ubuntu: mb(29.8, REPO_INFO, 'primary', text('ubuntu 24.04, one layer', 'ubuntu 24.04, 레이어 하나')),
  vmImage: mib(595.3, CLOUDIMG, 'secondary', text('a whole operating system', '운영체제 전체')),
  cpuGvisor: percent(
    99.6,
    GVISOR,
    'primary',
    text('of the speed under runc, computing only', '계산만 할 때, runc 대비 속도'),
  ),
  cpuGuest: percent(
    100,
    IBM,
    'secondary',
    text('computing under KVM: overhead negligible', 'KVM에서 계산: 오버헤드 무시할 만함'),
  ),
  syscallsGvisor: slower(
    2.2,
    HOTCLOUD,
    'secondary',
    text(
      'system calls; 0.4 to 19.7 times by platform (KVM, ptrace) in 2020',
      '시스템 호출. 2020년 플랫폼(KVM, ptrace)에 따라 0.4–19.7배',
    ),
    { low: 0.4, high: 19.7 },
  ),
  allocationsGvisor: slower(2.5, HOTCLOUD, 'secondary', text('memory allocations', '메모리 할당')),
  readsGvisor: slower(11, HOTCLOUD, 'secondary', text('small reads', '작은 읽기')),
  opensGvisor: slower(
    216,
    HOTCLOUD,
    'secondary',
    text(
      'opening and closing files on an external tmpfs; improved since',
      '외부 tmpfs에서 파일 열고 닫기. 그 뒤로 개선됨',
    ),
  ),
  downloadGvisor: slower(2.8, HOTCLOUD, 'secondary', text('large downloads', '큰 다운로드')),
  callsGuest: percent(
    100,
    COMMON,
    'background',
    text(
      'a guest kernel answers system calls, allocations, reads and opens itself; on a block device',
      '시스템 호출, 할당, 읽기, 열기는 게스트 커널이 직접 처리. 블록 디바이스 기준',
    ),
  ),
  networkMicrovm: figure('Gbit/s')(
    15,
    NSDI20,
    'secondary',
    text('Firecracker, loopback', 'Firecracker, 루프백'),
  ),
  networkHardware: figure('Gbit/s')(
    44,
    NSDI20,
    'secondary',
    text('the same host itself', '같은 호스트 자체'),
  ),
  databaseTuned: percent(
    98,
    IBM,
    'secondary',
    text('MySQL in Docker on a volume and the host network', '볼륨과 호스트 네트워크를 쓰는 도커의 MySQL'),
  ),
  databaseDefault: percent(
    60,
    IBM,
    'secondary',
    text(
      'MySQL in Docker with NAT and a union file system: may be no faster than KVM. One of the two alone was not measured',
      'NAT와 유니온 파일 시스템을 쓰는 도커의 MySQL: KVM보다 빠르지 않을 수 있음. 둘 중 하나만일 때는 재지 않음',
    ),
    { low: 60, high: 98 },
  ),
  databaseVm: percent(
    60,
    IBM,
    'secondary',
    text('MySQL under KVM: more than 40% lost', 'KVM의 MySQL: 40% 넘게 잃음'),
  ),
  iopsHardware: figure('IOPS')(340_000, NSDI20, 'secondary', text('an NVMe disk itself', 'NVMe 디스크 자체')),
  iopsMicrovm: figure('IOPS')(
    13_000,
    NSDI20,
    'secondary',
    text('in a Firecracker guest', 'Firecracker 게스트 안'),
  ),
} as const

/** The name of a figure. */
export type ParameterId = keyof typeof PARAMETERS

/** A figure by its name. */
export const parameter = (id: ParameterId): Parameter => PARAMETERS[id]

/** A memory or transfer figure in MiB, whichever unit its source uses (1 MB is 1,000,000 bytes). */
export const inMiB = (id: ParameterId): number => {
  const { value, unit } = parameter(id)
  return unit === 'MB' ? (value * 1_000_000) / 1_048_576 : value
}

/** A transfer figure in MB (1,000,000 bytes), the unit of links and registries. */
export const inMB = (id: ParameterId): number => {
  const { value, unit } = parameter(id)
  return unit === 'MiB' ? (value * 1_048_576) / 1_000_000 : value
}
