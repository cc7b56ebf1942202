import type { Term } from './term.ts'

/** Who starts a container: from the kubelet down to runc. Sources CRI api.proto, containerd, CRI-O and OCI runtime docs. */
export const RUNTIME_TERMS: readonly Term[] = [
  {
    id: 'kubelet',
    name: { en: 'kubelet', ko: 'kubelet' },
    short: {
      en: 'The agent of Kubernetes on each node. It asks a container runtime, over the CRI, to start the pods of its node.',
      ko: '노드마다 있는 쿠버네티스의 에이전트입니다. CRI를 통해 컨테이너 런타임에 자기 노드의 파드를 띄워 달라고 합니다.',
    },
    reading: '큐블릿',
  },
  {
    id: 'cri',
    name: { en: 'CRI', ko: 'CRI' },
    short: {
      en: 'Container Runtime Interface: the gRPC calls by which a kubelet talks to any runtime, over a unix socket.',
      ko: '컨테이너 런타임 인터페이스입니다. kubelet이 유닉스 소켓으로 어떤 런타임과든 말할 때 쓰는 gRPC 호출들입니다.',
    },
    reading: '시알아이',
  },
  {
    id: 'container-runtime',
    name: { en: 'container runtime', ko: '컨테이너 런타임' },
    short: {
      en: 'Software that runs containers. High-level ones (containerd, CRI-O) keep images and pods, low-level ones (runc, crun) make the box.',
      ko: '컨테이너를 실행하는 소프트웨어입니다. 상위 런타임(containerd, CRI-O)은 이미지와 파드를 맡고, 하위 런타임(runc, crun)은 상자를 만듭니다.',
    },
  },
  {
    id: 'containerd',
    name: { en: 'containerd', ko: 'containerd' },
    short: {
      en: 'A high-level runtime. Since 1.1 its own CRI plugin answers the kubelet; dockerd uses containerd, too.',
      ko: '상위 런타임입니다. 1.1부터는 내장 CRI 플러그인이 kubelet에 직접 대답하며, dockerd도 이것을 씁니다.',
    },
    reading: '컨테이너디',
  },
  {
    id: 'shim',
    name: { en: 'shim', ko: 'shim' },
    short: {
      en: 'A small process between containerd and the container. It has runc make the box, stays with it, and keeps it alive when containerd restarts.',
      ko: 'containerd와 컨테이너 사이의 작은 프로세스입니다. runc로 상자를 만들게 하고 곁에 남아, containerd가 재시작해도 컨테이너를 지킵니다.',
    },
    reading: '심',
  },
  {
    id: 'runc',
    name: { en: 'runc', ko: 'runc' },
    short: {
      en: 'The low-level runtime that turns a config.json into namespaces, cgroups and a process. Once the container runs, runc is gone.',
      ko: 'config.json을 네임스페이스와 cgroup, 프로세스로 만드는 하위 런타임입니다. 컨테이너가 시작되면 runc는 사라집니다.',
    },
    reading: '런시',
  },
  {
    id: 'crun',
    name: { en: 'crun', ko: 'crun' },
    short: {
      en: 'A low-level runtime like runc, written in C. The default of CRI-O.',
      ko: 'C로 만든, runc와 같은 하위 런타임입니다. CRI-O의 기본값입니다.',
    },
    reading: '시런',
  },
  {
    id: 'dockerd',
    name: { en: 'dockerd', ko: 'dockerd' },
    short: {
      en: "Docker's daemon. It answers the REST API, and leaves running containers to containerd.",
      ko: '도커의 데몬입니다. REST API에 응답하고, 컨테이너 실행은 containerd에 맡깁니다.',
    },
    reading: '도커디',
  },
  {
    id: 'dockershim',
    name: { en: 'dockershim', ko: 'dockershim' },
    short: {
      en: 'The translator from the CRI to Docker that lived inside the kubelet. Removed in Kubernetes 1.24.',
      ko: 'kubelet 안에 살면서 CRI를 도커의 말로 옮기던 통역사입니다. 쿠버네티스 1.24에서 제거되었습니다.',
    },
    reading: '도커심',
  },
  {
    id: 'cri-dockerd',
    name: { en: 'cri-dockerd', ko: 'cri-dockerd' },
    short: {
      en: 'Does what dockershim did, as a daemon of its own, for nodes that still need dockerd after 1.24.',
      ko: 'dockershim이 하던 일을 맡은 별도의 데몬입니다. 1.24 이후에도 dockerd가 필요한 노드에서 씁니다.',
    },
    reading: '시알아이 도커디',
  },
  {
    id: 'cri-containerd',
    name: { en: 'cri-containerd', ko: 'cri-containerd' },
    short: {
      en: 'The daemon that spoke the CRI for containerd 1.0. Since 1.1 it is a plugin inside containerd.',
      ko: 'containerd 1.0 시절 CRI를 대신 말해 주던 데몬입니다. 1.1부터는 containerd 안의 플러그인이 되었습니다.',
    },
    reading: '시알아이 컨테이너디',
  },
  {
    id: 'cri-o',
    name: { en: 'CRI-O', ko: 'CRI-O' },
    short: {
      en: 'A runtime made for Kubernetes alone. It starts a conmon for each container, and drops the pause process where it is not needed.',
      ko: '쿠버네티스만을 위해 만든 런타임입니다. 컨테이너마다 conmon을 띄우고, 필요 없는 pause 프로세스는 두지 않습니다.',
    },
    reading: '크라이오',
  },
  {
    id: 'conmon',
    name: { en: 'conmon', ko: 'conmon' },
    short: {
      en: "CRI-O's watcher: one small process for each container, which keeps its output and its exit code.",
      ko: 'CRI-O의 감시자입니다. 컨테이너마다 하나씩 있으면서 출력과 종료 코드를 챙깁니다.',
    },
    reading: '콘몬',
  },
  {
    id: 'cni',
    name: { en: 'CNI', ko: 'CNI' },
    short: {
      en: 'Container Network Interface: the plugins that give a pod its network card and address. Pods on the host network skip it.',
      ko: '컨테이너 네트워크 인터페이스입니다. 파드에 네트워크 카드와 주소를 주는 플러그인들이며, 호스트 네트워크를 쓰는 파드는 건너뜁니다.',
    },
    reading: '시엔아이',
  },
  {
    id: 'runtime-class',
    name: { en: 'RuntimeClass', ko: '런타임클래스' },
    short: {
      en: 'Names the handler that runs a pod, such as runc, gVisor or Kata, and the overhead to plan for.',
      ko: 'runc, gVisor, Kata처럼 파드를 실행할 핸들러와 예상 오버헤드를 정하는 쿠버네티스 오브젝트입니다.',
    },
  },
  {
    id: 'gvisor',
    name: { en: 'gVisor', ko: 'gVisor' },
    short: {
      en: 'A kernel written as an ordinary program, which answers the system calls of the container itself. Fewer of them reach the host; those for files and the network often take longer.',
      ko: '일반 프로그램으로 만든 커널로, 컨테이너의 시스템 호출에 직접 답합니다. 호스트에 닿는 호출은 줄지만, 파일이나 네트워크를 다루는 호출은 더 오래 걸리곤 합니다.',
    },
    reading: '지바이저',
  },
  {
    id: 'kata',
    name: { en: 'Kata Containers', ko: 'Kata 컨테이너' },
    short: {
      en: 'Runs each pod in a small virtual machine with a kernel of its own, behind the same CRI.',
      ko: '파드마다 자기 커널을 가진 작은 가상 머신 안에서 실행합니다. kubelet은 똑같이 CRI로 부릅니다.',
    },
  },
  {
    id: 'vm',
    name: { en: 'virtual machine', ko: '가상 머신' },
    short: {
      en: 'A machine made by software, with a kernel of its own. A hypervisor keeps it from the host.',
      ko: '소프트웨어로 만든 기계이며 자기 커널을 갖습니다. 하이퍼바이저가 호스트와 갈라놓습니다.',
    },
  },
  {
    id: 'oci',
    name: { en: 'OCI', ko: 'OCI' },
    short: {
      en: 'Open Container Initiative: the standards for images, registries and low-level runtimes.',
      ko: '오픈 컨테이너 이니셔티브입니다. 이미지와 레지스트리, 하위 런타임의 표준을 정합니다.',
    },
    reading: '오시아이',
  },
  {
    id: 'crictl',
    name: { en: 'crictl', ko: 'crictl' },
    short: {
      en: 'The command that asks a runtime over the CRI. It shows the pods of a node, even where docker ps cannot see them.',
      ko: 'CRI로 런타임에 묻는 명령입니다. docker ps에는 보이지 않는 파드도 보여 줍니다.',
    },
    reading: '크라이컨트롤',
  },
]
