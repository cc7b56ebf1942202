import type { Term } from './term.ts'

/** What limits: cgroups, their files, and what happens at the limit. Sources man:cgroups(7), kernel cgroup v2 guide. */
export const LIMIT_TERMS: readonly Term[] = [
  {
    id: 'cgroup',
    name: { en: 'cgroup', ko: 'cgroup' },
    short: {
      en: 'A group of processes whose use of CPU, memory, disk and process slots the kernel counts and limits. It hides nothing.',
      ko: '커널이 CPU, 메모리, 디스크, 프로세스 수를 세고 제한하는 프로세스 묶음입니다. 아무것도 숨기지는 않습니다.',
    },
    reading: '시그룹',
  },
  {
    id: 'cgroup-v1',
    name: { en: 'cgroup v1', ko: 'cgroup v1' },
    short: {
      en: 'The older cgroups: one tree for each controller. Its disk limit does not reach buffered writes.',
      ko: '예전 방식의 cgroup으로, 컨트롤러마다 트리가 따로 있습니다. 디스크 제한이 버퍼드 쓰기에는 미치지 못합니다.',
    },
    reading: '시그룹 브이원',
  },
  {
    id: 'cgroup-v2',
    name: { en: 'cgroup v2', ko: 'cgroup v2' },
    short: {
      en: 'The unified cgroups: one tree for all controllers. Because memory and io know each other there, writeback can be charged to the writer.',
      ko: '모든 컨트롤러가 트리 하나를 쓰는 cgroup입니다. memory와 io가 서로를 알기 때문에 라이트백도 쓴 쪽에 매길 수 있습니다.',
    },
    reading: '시그룹 브이투',
  },
  {
    id: 'controller',
    name: { en: 'controller', ko: '컨트롤러' },
    short: {
      en: 'The part of cgroups that looks after one resource, such as memory, cpu, io or pids.',
      ko: 'memory, cpu, io, pids처럼 자원 하나를 맡는 cgroup의 부분입니다.',
    },
  },
  {
    id: 'cpu-max',
    name: { en: 'cpu.max', ko: 'cpu.max' },
    short: {
      en: 'A cap: so much CPU time in each period. Whoever has used it up waits for the next period, even if the CPU is idle.',
      ko: '주기마다 쓸 수 있는 CPU 시간의 상한입니다. 다 쓰면 CPU가 놀고 있어도 다음 주기까지 기다립니다.',
    },
    reading: '시피유 맥스',
  },
  {
    id: 'cpu-weight',
    name: { en: 'cpu.weight', ko: 'cpu.weight' },
    short: {
      en: 'A share, from 1 to 10000, default 100. It counts only while others want the CPU too; idle time is free.',
      ko: '1부터 10000까지의 몫이며 기본값은 100입니다. 다른 쪽도 CPU를 원할 때만 따지고, 노는 시간은 마음껏 씁니다.',
    },
    reading: '시피유 웨이트',
  },
  {
    id: 'cpuset',
    name: { en: 'cpuset', ko: 'cpuset' },
    short: {
      en: 'Which CPUs a cgroup may use. It sets the affinity, so nproc reports fewer CPUs.',
      ko: 'cgroup이 쓸 수 있는 CPU를 정합니다. 어피니티가 바뀌므로 nproc이 알려 주는 CPU 수도 줄어듭니다.',
    },
    reading: '시피유셋',
  },
  {
    id: 'affinity',
    name: { en: 'CPU affinity', ko: 'CPU 어피니티' },
    short: {
      en: 'The CPUs that a process may run on. Programs that count CPUs usually count these, not the quota.',
      ko: '프로세스가 실행될 수 있는 CPU의 집합입니다. CPU 수를 세는 프로그램은 대개 할당량이 아니라 이것을 셉니다.',
    },
  },
  {
    id: 'quota',
    name: { en: 'CPU quota', ko: 'CPU 할당량' },
    short: {
      en: 'The CPU time that cpu.max grants in each period; 50000 in a period of 100000 is half a CPU. It slows a process; most programs still count every CPU.',
      ko: 'cpu.max가 주기마다 주는 CPU 시간입니다. 100000 중 50000이면 CPU 반 개입니다. 느려질 뿐, 대부분의 프로그램은 여전히 모든 CPU를 셉니다.',
    },
  },
  {
    id: 'throttling',
    name: { en: 'throttling', ko: '스로틀링' },
    short: {
      en: 'Being made to wait at a limit, as cpu.max does. nr_throttled in cpu.stat counts it; nobody is killed.',
      ko: 'cpu.max처럼 제한에 닿았을 때 기다리게 하는 것입니다. cpu.stat의 nr_throttled가 세며, 아무도 죽지 않습니다.',
    },
  },
  {
    id: 'memory-max',
    name: { en: 'memory.max', ko: 'memory.max' },
    short: {
      en: 'The hard memory limit of a cgroup. At the limit the kernel reclaims; when that is not enough, it kills inside the cgroup.',
      ko: 'cgroup 메모리의 절대 상한입니다. 닿으면 커널이 먼저 회수하고, 그래도 모자라면 그 cgroup 안에서 죽입니다.',
    },
    reading: '메모리 맥스',
  },
  {
    id: 'memory-high',
    name: { en: 'memory.high', ko: 'memory.high' },
    short: {
      en: 'The soft memory limit: above it processes are slowed and reclaimed from, but never killed for it.',
      ko: '메모리의 완만한 상한입니다. 넘으면 느려지고 회수당하지만, 이것 때문에 죽지는 않습니다.',
    },
    reading: '메모리 하이',
  },
  {
    id: 'reclaim',
    name: { en: 'reclaim', ko: '메모리 회수' },
    short: {
      en: 'The kernel takes memory back that can be had again, such as clean page cache, before anyone is killed.',
      ko: '누군가를 죽이기 전에, 깨끗한 페이지 캐시처럼 다시 얻을 수 있는 메모리를 커널이 거두어들이는 것입니다.',
    },
  },
  {
    id: 'pids-max',
    name: { en: 'pids.max', ko: 'pids.max' },
    short: {
      en: 'How many processes and threads a cgroup may hold. Past it, fork and clone fail with EAGAIN.',
      ko: 'cgroup에 둘 수 있는 프로세스와 스레드의 수입니다. 넘으면 fork와 clone이 EAGAIN으로 실패합니다.',
    },
    reading: '피즈 맥스',
  },
  {
    id: 'io-max',
    name: { en: 'io.max', ko: 'io.max' },
    short: {
      en: 'How many bytes or operations a second a cgroup may read from and write to a disk. Past it, requests are delayed.',
      ko: 'cgroup이 디스크에 초당 읽고 쓸 수 있는 바이트나 요청의 수입니다. 넘는 요청은 늦춰집니다.',
    },
    reading: '아이오 맥스',
  },
  {
    id: 'oom-killer',
    name: { en: 'OOM killer', ko: 'OOM 킬러' },
    short: {
      en: 'The part of the kernel that kills when memory has run out and nothing can be reclaimed. It goes by size and score, not by guilt.',
      ko: '메모리가 바닥나고 회수할 것도 없을 때 프로세스를 죽이는 커널의 장치입니다. 잘못이 아니라 크기와 점수를 봅니다.',
    },
  },
  {
    id: 'oom-score',
    name: { en: 'oom_score_adj', ko: 'oom_score_adj' },
    short: {
      en: 'A number from -1000 to 1000 that makes a process a less or a more likely victim of the OOM killer.',
      ko: '-1000부터 1000까지의 값으로, OOM 킬러의 희생자가 될 가능성을 낮추거나 높입니다.',
    },
    reading: '오오엠 스코어 어드저스트',
  },
  {
    id: 'exit-137',
    name: { en: 'exit code 137', ko: '종료 코드 137' },
    short: {
      en: 'Ended by SIGKILL: 128 + 9. Often the OOM killer, but anyone who sends SIGKILL leaves the same number.',
      ko: 'SIGKILL로 끝났다는 뜻입니다(128 + 9). OOM 킬러인 경우가 많지만, 누가 SIGKILL을 보내든 같은 값이 남습니다.',
    },
  },
  {
    id: 'eagain',
    name: { en: 'EAGAIN', ko: 'EAGAIN' },
    short: {
      en: '"Resource temporarily unavailable": the error of fork when pids.max is reached.',
      ko: '"Resource temporarily unavailable"이라는 오류입니다. pids.max에 닿으면 fork가 이 오류를 냅니다.',
    },
    reading: '이어게인',
  },
  {
    id: 'page-cache',
    name: { en: 'page cache', ko: '페이지 캐시' },
    short: {
      en: 'Memory in which the kernel keeps file contents. It counts towards the cgroup that touched the file first, and can be reclaimed.',
      ko: '커널이 파일 내용을 담아 두는 메모리입니다. 파일을 먼저 건드린 cgroup의 사용량에 들어가며, 회수할 수 있습니다.',
    },
  },
  {
    id: 'buffered-write',
    name: { en: 'buffered write', ko: '버퍼드 쓰기' },
    short: {
      en: 'A write that lands in the page cache and is done for the process; the kernel brings it to the disk later.',
      ko: '페이지 캐시에 쓰고 곧바로 끝나는 쓰기입니다. 디스크에는 나중에 커널이 내려씁니다.',
    },
  },
  {
    id: 'direct-io',
    name: { en: 'direct I/O', ko: '다이렉트 I/O' },
    short: {
      en: 'Reading and writing past the page cache (O_DIRECT), so a disk limit reaches it on cgroup v1 as well.',
      ko: '페이지 캐시를 거치지 않고(O_DIRECT) 읽고 쓰는 것입니다. 그래서 cgroup v1의 디스크 제한도 통합니다.',
    },
    reading: '아이오',
  },
  {
    id: 'writeback',
    name: { en: 'writeback', ko: '라이트백' },
    short: {
      en: 'The kernel writing dirty page cache to the disk. cgroup v2 can charge it to the writer, v1 cannot.',
      ko: '더러워진 페이지 캐시를 커널이 디스크에 내려쓰는 일입니다. cgroup v2는 이를 쓴 쪽에 매길 수 있고 v1은 그러지 못합니다.',
    },
  },
  {
    id: 'tc',
    name: { en: 'tc', ko: 'tc' },
    short: {
      en: 'Linux traffic control. It shapes what leaves an interface; no cgroup limits network bandwidth.',
      ko: '리눅스의 트래픽 제어 도구입니다. 인터페이스에서 나가는 것을 조절합니다. 네트워크 대역폭을 제한하는 cgroup은 없습니다.',
    },
    reading: '티시',
  },
  {
    id: 'overcommit',
    name: { en: 'overcommit', ko: '오버커밋' },
    short: {
      en: 'Promising more than there is, in the hope that not everyone comes at once. Kubernetes lets the limits on a node add up to more than it has.',
      ko: '모두가 한꺼번에 쓰지는 않으리라 믿고 가진 것보다 많이 약속하는 것입니다. 쿠버네티스는 노드의 제한 합이 용량을 넘어도 허용합니다.',
    },
  },
]
