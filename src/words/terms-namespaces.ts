import type { Term } from './term.ts'

/** What hides: namespaces, how they are made and joined, and what stands around them. Source man:namespaces(7). */
export const NAMESPACE_TERMS: readonly Term[] = [
  {
    id: 'namespace',
    name: { en: 'namespace', ko: '네임스페이스' },
    short: {
      en: 'A private view of one kind of kernel resource. There are eight types, and every process is always in exactly one namespace of each.',
      ko: '커널 자원 한 종류를 따로 보여 주는 울타리입니다. 여덟 종류가 있고, 모든 프로세스는 언제나 종류마다 하나에 속합니다.',
    },
  },
  {
    id: 'initial-namespace',
    name: { en: 'initial namespace', ko: '초기 네임스페이스' },
    short: {
      en: "The namespace of each type that exists from boot. What people call the host's namespaces.",
      ko: '부팅할 때부터 종류마다 하나씩 있는 네임스페이스입니다. 흔히 호스트의 네임스페이스라고 부릅니다.',
    },
  },
  {
    id: 'mnt-namespace',
    name: { en: 'mnt namespace', ko: 'mnt 네임스페이스' },
    short: {
      en: "A list of mounts of one's own. It starts as a copy of the parent's list, and the files on mounts that both sides see stay shared.",
      ko: '마운트 목록을 따로 갖습니다. 처음에는 부모 목록의 복사본이고, 양쪽에 다 보이는 마운트의 파일은 여전히 함께 씁니다.',
    },
  },
  {
    id: 'uts-namespace',
    name: { en: 'uts namespace', ko: 'uts 네임스페이스' },
    short: {
      en: "A host name and NIS domain name of one's own. It starts with the caller's names, and the kernel version stays the host's.",
      ko: '호스트 이름과 NIS 도메인 이름을 따로 갖습니다. 만든 쪽의 이름으로 시작하며, 커널 버전은 호스트 그대로입니다.',
    },
  },
  {
    id: 'ipc-namespace',
    name: { en: 'ipc namespace', ko: 'ipc 네임스페이스' },
    short: {
      en: 'System V shared memory, semaphores and message queues, and POSIX message queues. /dev/shm is a mount and does not belong to it.',
      ko: 'System V 공유 메모리와 세마포어, 메시지 큐, POSIX 메시지 큐를 나눕니다. /dev/shm은 마운트라서 여기에 들지 않습니다.',
    },
  },
  {
    id: 'pid-namespace',
    name: { en: 'pid namespace', ko: 'pid 네임스페이스' },
    short: {
      en: 'Process numbers of its own: the first process in it is PID 1, and processes outside have no number there. What /proc lists depends on who mounted it.',
      ko: '프로세스 번호를 따로 매깁니다. 첫 프로세스가 PID 1이 되고 바깥 프로세스는 번호가 없습니다. /proc에 무엇이 나오는지는 누가 마운트했느냐에 달렸습니다.',
    },
  },
  {
    id: 'net-namespace',
    name: { en: 'net namespace', ko: 'net 네임스페이스' },
    short: {
      en: 'Network interfaces, addresses, routes, firewall rules, ports and abstract sockets of its own. A fresh one has only a loopback, and that is down.',
      ko: '인터페이스, 주소, 라우팅, 방화벽 규칙, 포트, 추상 소켓을 따로 갖습니다. 새로 만들면 루프백만 있고 그마저 내려가 있습니다.',
    },
  },
  {
    id: 'user-namespace',
    name: { en: 'user namespace', ko: '사용자 네임스페이스' },
    short: {
      en: 'Users, groups and capabilities of its own. Powers in it reach only what its own namespaces hold.',
      ko: '사용자, 그룹, 캐퍼빌리티를 따로 갖습니다. 여기서 얻은 권한은 그 네임스페이스에 딸린 것에만 통합니다.',
    },
  },
  {
    id: 'cgroup-namespace',
    name: { en: 'cgroup namespace', ko: 'cgroup 네임스페이스' },
    short: {
      en: 'Its own view of cgroup paths, so that /proc/self/cgroup reads "/". The limits stay as they are.',
      ko: 'cgroup 경로를 따로 보여 주어 /proc/self/cgroup이 "/"로 보입니다. 제한은 그대로 걸려 있습니다.',
    },
  },
  {
    id: 'time-namespace',
    name: { en: 'time namespace', ko: 'time 네임스페이스' },
    short: {
      en: 'Its own offsets for the boot-time and monotonic clocks, so uptime can differ. The date is the same everywhere.',
      ko: '단조 시계와 부팅 시계의 오프셋을 따로 두어 가동 시간을 다르게 보여 줍니다. 날짜와 시각은 어디서나 같습니다.',
    },
  },
  {
    id: 'clone',
    name: { en: 'clone', ko: 'clone' },
    short: {
      en: 'The system call that starts a child process, in new namespaces if flags such as CLONE_NEWPID ask for them.',
      ko: '자식 프로세스를 만드는 시스템 호출입니다. CLONE_NEWPID 같은 플래그를 주면 새 네임스페이스에서 시작합니다.',
    },
    reading: '클론',
  },
  {
    id: 'unshare',
    name: { en: 'unshare', ko: 'unshare' },
    short: {
      en: 'The system call and command that move a process into new namespaces. For pid and time only its children move.',
      ko: '프로세스를 새 네임스페이스로 옮기는 시스템 호출이자 명령입니다. pid와 time은 자식부터 옮겨집니다.',
    },
    reading: '언셰어',
  },
  {
    id: 'setns',
    name: { en: 'setns', ko: 'setns' },
    short: {
      en: 'The system call that joins an existing namespace through its file in /proc/PID/ns. The command for it is nsenter.',
      ko: '/proc/PID/ns의 파일을 통해 이미 있는 네임스페이스에 들어가는 시스템 호출입니다. 명령은 nsenter입니다.',
    },
    reading: '셋엔에스',
  },
  {
    id: 'id-map',
    name: { en: 'id map', ko: 'ID 매핑' },
    short: {
      en: 'Says which host ids stand behind the ids of a user namespace, in uid_map and gid_map. It is written once, and ids that it leaves out show as 65534.',
      ko: '사용자 네임스페이스의 ID가 호스트의 어느 ID인지 정합니다. uid_map과 gid_map에 한 번만 쓸 수 있고, 빠진 ID는 65534로 보입니다.',
    },
  },
  {
    id: 'user-namespace-root',
    name: { en: 'user-namespace root', ko: '사용자 네임스페이스의 root' },
    short: {
      en: 'uid 0 inside a user namespace. It has every capability there, but files and devices of the host see only the mapped host id.',
      ko: '사용자 네임스페이스 안의 uid 0입니다. 안에서는 모든 캐퍼빌리티를 갖지만, 호스트의 파일과 장치에는 매핑된 호스트 ID일 뿐입니다.',
    },
    reading: '루트',
  },
  {
    id: 'capabilities',
    name: { en: 'capabilities', ko: '캐퍼빌리티' },
    short: {
      en: "Root's power cut into named pieces, such as CAP_NET_ADMIN. A process holds some of them or none.",
      ko: 'root의 권한을 CAP_NET_ADMIN 같은 조각으로 나눈 것입니다. 프로세스는 그중 일부만 갖거나 하나도 갖지 않습니다.',
    },
  },
  {
    id: 'procfs',
    name: { en: 'procfs', ko: 'procfs' },
    short: {
      en: 'The file system at /proc that ps reads. A mount of it shows the processes of the pid namespace of whoever mounted it.',
      ko: 'ps가 읽는 /proc의 파일 시스템입니다. 마운트한 프로세스가 속한 pid 네임스페이스의 프로세스를 보여 줍니다.',
    },
    reading: '프록에프에스',
  },
  {
    id: 'remount-proc',
    name: { en: 'remounting /proc', ko: '/proc 다시 마운트' },
    short: {
      en: "Mounting a new procfs over /proc, so that ps shows a new pid namespace. Without an own mnt namespace it replaces the host's /proc.",
      ko: '/proc 위에 새 procfs를 마운트해 ps가 새 pid 네임스페이스를 보게 합니다. 자기 mnt 네임스페이스 없이 하면 호스트의 /proc이 바뀝니다.',
    },
  },
  {
    id: 'sysfs',
    name: { en: 'sysfs', ko: 'sysfs' },
    short: {
      en: 'The file system at /sys. Its list of network interfaces belongs to the net namespace of whoever mounted it.',
      ko: '/sys의 파일 시스템입니다. 여기 보이는 네트워크 인터페이스는 마운트한 쪽의 net 네임스페이스 것입니다.',
    },
    reading: '시스에프에스',
  },
  {
    id: 'tmpfs',
    name: { en: 'tmpfs', ko: 'tmpfs' },
    short: {
      en: 'A file system that lives in memory. Each mount is a new, empty one.',
      ko: '메모리에 있는 파일 시스템입니다. 마운트할 때마다 비어 있는 새것이 생깁니다.',
    },
    reading: '템프에프에스',
  },
  {
    id: 'dev-shm',
    name: { en: '/dev/shm', ko: '/dev/shm' },
    short: {
      en: 'The tmpfs that holds POSIX shared memory as files. Being a mount, it follows mounts and not the ipc namespace.',
      ko: 'POSIX 공유 메모리를 파일로 담는 tmpfs입니다. 마운트이므로 ipc 네임스페이스가 아니라 마운트를 따릅니다.',
    },
    reading: '데브 에스에이치엠',
  },
  {
    id: 'sysv-shm',
    name: { en: 'System V shared memory', ko: 'System V 공유 메모리' },
    short: {
      en: 'Memory that processes share by a numeric key; ipcs lists it. The ipc namespace decides who can find it.',
      ko: '숫자 키로 찾아 프로세스끼리 함께 쓰는 메모리이며 ipcs로 볼 수 있습니다. 누가 찾을 수 있는지는 ipc 네임스페이스가 정합니다.',
    },
  },
  {
    id: 'abstract-socket',
    name: { en: 'abstract socket', ko: '추상 소켓' },
    short: {
      en: 'A unix socket whose name is not a file. It can be reached only within its net namespace.',
      ko: '이름이 파일로 존재하지 않는 유닉스 소켓입니다. 같은 net 네임스페이스 안에서만 닿을 수 있습니다.',
    },
  },
  {
    id: 'path-socket',
    name: { en: 'path socket', ko: '경로 소켓' },
    short: {
      en: 'A unix socket that stands as a file. Whoever can see the file and write to it can reach it, through any net namespace.',
      ko: '파일로 존재하는 유닉스 소켓입니다. 그 파일이 보이고 쓰기 권한이 있으면 net 네임스페이스가 달라도 닿습니다.',
    },
  },
  {
    id: 'loopback',
    name: { en: 'loopback', ko: '루프백' },
    short: {
      en: 'The interface lo, home of 127.0.0.1. In a new net namespace it exists but is down until someone brings it up.',
      ko: '127.0.0.1이 있는 lo 인터페이스입니다. 새 net 네임스페이스에도 있지만, 올리기 전까지는 내려가 있습니다.',
    },
  },
  {
    id: 'veth',
    name: { en: 'veth pair', ko: 'veth 쌍' },
    short: {
      en: 'Two virtual network cards joined by a cable. One end goes into the box, the other stays on the host.',
      ko: '케이블로 이어진 가상 네트워크 카드 한 쌍입니다. 한쪽은 상자에 넣고 다른 쪽은 호스트에 둡니다.',
    },
  },
  {
    id: 'bind-mount',
    name: { en: 'bind mount', ko: '바인드 마운트' },
    short: {
      en: 'Makes a directory or file appear in a second place. It is the same file in both, not a copy.',
      ko: '디렉터리나 파일을 다른 자리에도 나타나게 합니다. 복사본이 아니라 같은 파일입니다.',
    },
  },
  {
    id: 'mount-propagation',
    name: { en: 'mount propagation', ko: '마운트 전파' },
    short: {
      en: 'Whether new mounts travel between mount namespaces. Shared mounts pass them on, private ones keep them; unshare -m makes them private.',
      ko: '새 마운트가 다른 mnt 네임스페이스로 퍼지는지를 정합니다. shared는 퍼뜨리고 private은 가둡니다. unshare -m은 private으로 만듭니다.',
    },
  },
  {
    id: 'chroot',
    name: { en: 'chroot', ko: 'chroot' },
    short: {
      en: 'Changes where / is for a process. A root process can get out of it again.',
      ko: '프로세스가 보는 /의 위치를 바꿉니다. root 권한이 있으면 다시 빠져나올 수 있습니다.',
    },
    reading: '씨에이치루트',
  },
  {
    id: 'pivot-root',
    name: { en: 'pivot_root', ko: 'pivot_root' },
    short: {
      en: "Swaps the root mount of a mnt namespace. Once the old root is unmounted, there is no way back to the host's files.",
      ko: 'mnt 네임스페이스의 루트 마운트를 맞바꿉니다. 옛 루트를 언마운트하면 호스트의 파일로 돌아갈 길이 없습니다.',
    },
    reading: '피벗 루트',
  },
  {
    id: 'root-fs',
    name: { en: 'root file system', ko: '루트 파일 시스템' },
    short: {
      en: 'The tree of files that a process sees from / down. For a container it comes from the image.',
      ko: '프로세스가 / 아래로 보는 파일 트리입니다. 컨테이너에서는 이미지에서 옵니다.',
    },
  },
]
