import type { Text } from '../../core/text.ts'

/** One page on the world, for the help screen and the facilitator's sheet. */
export const MANUAL: Text = {
  en: `A container is a process. What makes it one is what it sees and what it may take.

Namespaces decide what it sees. There are eight types; every process is always in exactly one of each, the host's or another. A new namespace hides; a joined one shares. Two things are mounts, not namespaces: /proc shows the processes of whoever mounted it, and /dev/shm is a tmpfs like any other. Abstract sockets (@name) follow the net namespace, socket files follow the root directory. A fresh net namespace has its lo down.

Cgroups decide what it may take. cpu.weight is a share under contention and costs nothing on an idle machine; cpu.max is a cap, and a process over it waits. memory.max can't be waited out: the kernel reclaims what it can, then kills inside the cgroup (exit code 137). pids.max counts threads too, and the next fork fails with EAGAIN. io.max delays writes; on cgroup v1 it never sees buffered ones. No cgroup limits bandwidth: tc does, for what leaves the interface that it sits on.

Set the controls, look at both sides, then run. A run plays every case of the level.`,
  ko: `컨테이너는 프로세스입니다. 무엇을 보고 얼마나 쓸 수 있는지가 그 프로세스를 컨테이너로 만듭니다.

무엇을 보는지는 네임스페이스가 정합니다. 여덟 종류가 있고, 모든 프로세스는 종류마다 늘 정확히 하나에 속합니다. 호스트의 것일 수도, 다른 것일 수도 있습니다. 새로 만들면 가려지고, 합류하면 함께 씁니다. 네임스페이스가 아니라 마운트인 것도 둘 있습니다. /proc은 그것을 마운트한 쪽의 프로세스를 보여 주고, /dev/shm은 여느 tmpfs와 같습니다. 추상 소켓(@이름)은 net 네임스페이스를, 소켓 파일은 루트 디렉터리를 따릅니다. 새 net 네임스페이스의 lo는 내려가 있습니다.

얼마나 쓸 수 있는지는 cgroup이 정합니다. cpu.weight는 CPU를 다툴 때의 몫이라 한가할 때는 아무것도 막지 않습니다. cpu.max는 상한이고, 넘으면 기다립니다. memory.max는 기다려서 넘길 수 없습니다. 커널은 회수할 수 있는 만큼 회수한 뒤 그 cgroup 안에서 죽입니다(종료 코드 137). pids.max는 스레드도 세며, 넘으면 다음 fork가 EAGAIN으로 실패합니다. io.max는 쓰기를 늦추지만 cgroup v1에서는 버퍼드 쓰기를 보지 못합니다. 대역폭을 제한하는 cgroup은 없습니다. 그 일은 tc가, 자기가 놓인 인터페이스에서 나가는 트래픽에 대해 합니다.

항목을 맞추고 안팎을 살핀 뒤 실행하세요. 실행하면 레벨의 모든 경우가 차례로 펼쳐집니다.`,
}
