import type { Text } from '../../core/text.ts'

/** What a player should know of this world. */
export const MANUAL: Text = {
  en: `A pod start is a message. It begins at the kubelet, and changes its form at every hop until a process runs.

The kubelet speaks the CRI, over gRPC, to whatever listens on the socket that it is pointed at. It needs an answer, not a product name. Who may answer: dockershim (inside the kubelet, up to 1.23), cri-containerd (a daemon, for containerd 1.0), containerd's own CRI plugin (from 1.1), CRI-O, cri-dockerd (a daemon, for Docker from 1.24 on). docker.sock speaks REST; that is not CRI.

The CRI has versions. Kubelets up to 1.9 speak v1alpha1, up to 1.22 v1alpha2, 1.23 to 1.25 v1 and v1alpha2, later ones v1. Both ends must share one, or the answer is "unknown service".

Below the runtime stand a shim (or conmon, for CRI-O) that stays with the containers, and a low-level runtime (runc, crun, runsc) that makes the box and is gone. That is why containers outlive most restarts. dockerd is the exception: it stops its containers, unless live-restore is on.

RunPodSandbox comes first; in it, CNI gives the pod its address. Then the image is looked for, in the store that this runtime reads: Docker's, containerd's namespace k8s.io, or CRI-O's. Then CreateContainer, then StartContainer.

A hop fewer is not a daemon fewer: count both. Set the controls, look at the wiring, then run; the message shows where it stops, and why.`,
  ko: `파드 시작은 하나의 메시지입니다. kubelet에서 출발해 홉마다 모습을 바꾸며 가다가, 끝내 프로세스 하나가 됩니다.

kubelet은 지정된 소켓에서 듣고 있는 상대와 gRPC로 CRI를 주고받습니다. 필요한 것은 대답이지 제품 이름이 아닙니다. 대답할 수 있는 상대는 dockershim(1.23까지 kubelet 안), cri-containerd(containerd 1.0용 데몬), containerd의 CRI 플러그인(1.1부터), CRI-O, cri-dockerd(1.24부터 도커용 데몬)입니다. docker.sock은 REST를 쓰며, REST는 CRI가 아닙니다.

CRI에도 버전이 있습니다. kubelet 1.9까지는 v1alpha1, 1.22까지는 v1alpha2, 1.23부터 1.25까지는 v1과 v1alpha2, 그 뒤로는 v1만 씁니다. 양쪽이 같은 버전을 쓰지 못하면 "unknown service"라는 답이 옵니다.

런타임 아래에는 컨테이너 곁에 남는 shim(CRI-O는 conmon)과, 상자를 만들고 사라지는 하위 런타임(runc, crun, runsc)이 있습니다. 그래서 컨테이너는 웬만한 재시작에도 살아남습니다. 예외는 dockerd입니다. live-restore를 켜지 않으면 멈출 때 자기 컨테이너도 멈춥니다.

맨 먼저 RunPodSandbox가 불리고, 그 안에서 CNI가 파드에 주소를 줍니다. 다음으로 런타임이 읽는 저장소(도커 저장소, containerd의 k8s.io 네임스페이스, CRI-O 저장소)에서 이미지를 찾습니다. 그다음이 CreateContainer, StartContainer입니다.

홉이 줄었다고 데몬이 준 것은 아닙니다. 둘 다 세어 보세요. 항목을 맞추고 연결을 살핀 뒤 실행하면, 메시지가 어디서 왜 멈추는지 보입니다.`,
}
