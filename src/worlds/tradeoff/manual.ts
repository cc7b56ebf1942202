import type { Text } from '../../core/text.ts'

/** One page on the world, for the help screen and the facilitator's sheet. */
export const MANUAL: Text = {
  en: `Box or machine? There is no best answer, only needs, hosts and prices.

A container is a process of the host's kernel: it starts fast, costs little beside the engine that every host pays once, shares the layers of its image with its neighbours, and gives back memory that it frees. Its wall is that one kernel. A user namespace makes root inside a nobody outside, and refuses the host network. gVisor answers system calls in user space: no /dev/kvm needed, but system calls and file opens slow down. Kata and micro-VMs boot a kernel of their own behind hardware virtualisation; their host needs /dev/kvm, each instance pays for its kernel, and keeps the memory it was given. A full VM boots any kernel of its own architecture, carries a whole operating system, and is patched one by one.

What a workload misses can come from its neighbours: a full host, a port already taken, a link shared with others who pull. So the best plan is rarely each workload's own best put together.

Every number has a source, a year and a condition; ask with p where a workload's numbers come from. [2014] beside a number says that it is older than five years, [emulated] that it was measured without hardware virtualisation; on an axis or an objective it speaks of all plans together. Where no source gives a figure, the game gives none.`,
  ko: `상자일까, 기계일까? 정답은 없습니다. 요구와 호스트와 비용이 있을 뿐입니다.

컨테이너는 호스트 커널의 프로세스입니다. 빨리 뜨고, 호스트마다 한 번 내는 엔진 값 말고는 거의 들지 않으며, 이미지 레이어를 이웃과 나눠 쓰고, 해제한 메모리를 돌려줍니다. 대신 격리벽은 그 커널 하나뿐입니다. 사용자 네임스페이스를 쓰면 안의 root가 밖에서는 아무도 아니게 되지만 호스트 네트워크는 거부됩니다. gVisor는 사용자 공간에서 시스템 호출에 대답합니다. /dev/kvm이 없어도 되지만 시스템 호출과 파일 열기가 느려집니다. Kata와 마이크로VM은 하드웨어 가상화 뒤에서 자기 커널을 부팅합니다. 호스트에 /dev/kvm이 있어야 하고, 인스턴스마다 커널 값을 내며, 받은 메모리를 돌려주지 않습니다. 전체 VM은 같은 아키텍처라면 어떤 커널이든 부팅하지만 운영체제를 통째로 싣고, 하나하나 패치해야 합니다.

요구가 빠지는 까닭이 이웃에 있을 수도 있습니다. 꽉 찬 호스트, 이미 쓰이는 포트, 함께 풀하느라 나눠 쓰는 링크가 그렇습니다. 그래서 각자에게 가장 좋은 선택을 모은 것이 가장 좋은 계획인 경우는 드뭅니다.

모든 숫자에는 출처와 연도와 조건이 있습니다. p를 눌러 워크로드마다 숫자의 근거를 물어보세요. 숫자 옆의 [2014]는 5년이 넘었다는 뜻, [에뮬레이션]은 하드웨어 가상화 없이 쟀다는 뜻입니다. 축이나 목표값에 붙어 있으면 모든 계획을 통틀어 하는 말입니다. 출처가 수치를 주지 않는 곳에서는 게임도 주지 않습니다.`,
}
