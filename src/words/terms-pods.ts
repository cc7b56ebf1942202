import type { Term } from './term.ts'

/** Pods and what Kubernetes shares in them. Source kubernetes.io/docs. */
export const POD_TERMS: readonly Term[] = [
  {
    id: 'container',
    name: { en: 'container', ko: '컨테이너' },
    short: {
      en: "Processes with namespaces, cgroups and a root file system of their own, on the host's kernel.",
      ko: '호스트의 커널 위에서 자기 네임스페이스와 cgroup, 루트 파일 시스템을 갖고 도는 프로세스들입니다.',
    },
  },
  {
    id: 'kubernetes',
    name: { en: 'Kubernetes', ko: '쿠버네티스' },
    short: {
      en: 'Runs pods on many nodes and keeps them as they were declared.',
      ko: '여러 노드에서 파드를 돌리고, 선언한 상태로 유지하는 시스템입니다.',
    },
  },
  {
    id: 'node',
    name: { en: 'node', ko: '노드' },
    short: {
      en: 'A machine of a Kubernetes cluster, with a kubelet and a container runtime.',
      ko: 'kubelet과 컨테이너 런타임이 있는, 쿠버네티스 클러스터의 머신입니다.',
    },
  },
  {
    id: 'pod',
    name: { en: 'pod', ko: '파드' },
    short: {
      en: 'Containers that run together on one node. They share net, ipc and uts; files and, unless asked otherwise, process numbers stay apart.',
      ko: '한 노드에서 함께 도는 컨테이너들입니다. net, ipc, uts를 함께 쓰고, 파일과 프로세스 번호는 따로입니다. 프로세스 번호는 요청하면 함께 쓸 수 있습니다.',
    },
  },
  {
    id: 'sandbox',
    name: { en: 'pod sandbox', ko: '파드 샌드박스' },
    short: {
      en: 'The namespaces and cgroup of a pod, made before any of its containers. In the CRI it is a thing of its own.',
      ko: '컨테이너보다 먼저 만들어지는 파드의 네임스페이스와 cgroup입니다. CRI에서는 따로 다룹니다.',
    },
  },
  {
    id: 'pause-container',
    name: { en: 'pause container', ko: 'pause 컨테이너' },
    short: {
      en: "A tiny process that holds a pod's namespaces, so that its address survives when an app restarts. With a shared pid namespace it is PID 1.",
      ko: '파드의 네임스페이스를 붙들고 있는 아주 작은 프로세스입니다. 덕분에 앱이 다시 떠도 IP가 남습니다. pid를 함께 쓰면 PID 1이 됩니다.',
    },
  },
  {
    id: 'sidecar',
    name: { en: 'sidecar', ko: '사이드카' },
    short: {
      en: 'A container that helps the app of its pod: a proxy, a log reader, an agent.',
      ko: '프록시, 로그 수집기, 에이전트처럼 같은 파드의 앱을 돕는 컨테이너입니다.',
    },
  },
  {
    id: 'ephemeral-container',
    name: { en: 'ephemeral container', ko: '임시 컨테이너' },
    short: {
      en: 'A container added to a running pod to look into it, as kubectl debug does. With a target it joins the pid namespace of that container.',
      ko: 'kubectl debug처럼 실행 중인 파드를 들여다보려고 덧붙이는 컨테이너입니다. 대상을 지정하면 그 컨테이너의 pid 네임스페이스에 들어갑니다.',
    },
  },
  {
    id: 'init-container',
    name: { en: 'init container', ko: '초기화 컨테이너' },
    short: {
      en: "A container that runs to its end before the pod's apps start.",
      ko: '파드의 앱이 시작하기 전에 먼저 끝까지 실행되는 컨테이너입니다.',
    },
  },
  {
    id: 'share-process-namespace',
    name: { en: 'shareProcessNamespace', ko: 'shareProcessNamespace' },
    short: {
      en: 'Gives all containers of a pod one pid namespace. The app is then no longer PID 1, and the containers can see and signal each other.',
      ko: '파드의 컨테이너들이 pid 네임스페이스 하나를 함께 쓰게 합니다. 앱은 더 이상 PID 1이 아니고, 서로를 보고 시그널을 보낼 수 있습니다.',
    },
    reading: '셰어 프로세스 네임스페이스',
  },
  {
    id: 'host-pid',
    name: { en: 'hostPID', ko: 'hostPID' },
    short: {
      en: "Puts a pod into the node's pid namespace: it sees every process of the node, and with enough power can kill them.",
      ko: '파드를 노드의 pid 네임스페이스에 둡니다. 노드의 모든 프로세스가 보이고, 권한이 충분하면 죽일 수도 있습니다.',
    },
    reading: '호스트피아이디',
  },
  {
    id: 'host-network',
    name: { en: 'hostNetwork', ko: 'hostNetwork' },
    short: {
      en: "Puts a pod into the node's net namespace. It then needs no CNI, and its ports are the node's.",
      ko: '파드를 노드의 net 네임스페이스에 둡니다. CNI가 필요 없어지고, 포트는 노드의 포트가 됩니다.',
    },
    reading: '호스트네트워크',
  },
  {
    id: 'host-ipc',
    name: { en: 'hostIPC', ko: 'hostIPC' },
    short: {
      en: "Puts a pod into the node's ipc namespace.",
      ko: '파드를 노드의 ipc 네임스페이스에 둡니다.',
    },
    reading: '호스트아이피시',
  },
  {
    id: 'host-users',
    name: { en: 'hostUsers', ko: 'hostUsers' },
    short: {
      en: 'Set to false, it gives a pod its own user namespace, with 65,536 ids that no other pod of the node has.',
      ko: 'false로 두면 파드가 자기 사용자 네임스페이스를 갖습니다. 노드의 다른 파드와 겹치지 않는 ID 65,536개를 받습니다.',
    },
    reading: '호스트유저스',
  },
  {
    id: 'privileged',
    name: { en: 'privileged', ko: '특권 컨테이너' },
    short: {
      en: "A container with every capability and all of the host's devices. Very little is left between it and the host.",
      ko: '모든 캐퍼빌리티와 호스트의 모든 장치를 쓸 수 있는 컨테이너입니다. 호스트와의 사이에 남는 벽이 거의 없습니다.',
    },
  },
  {
    id: 'request',
    name: { en: 'request', ko: '요청' },
    short: {
      en: 'What a container asks for. The scheduler places pods by it, however busy the nodes are.',
      ko: '컨테이너가 달라고 하는 자원의 양입니다. 스케줄러는 노드가 실제로 얼마나 바쁜지가 아니라 이것을 보고 파드를 놓습니다.',
    },
  },
  {
    id: 'limit',
    name: { en: 'limit', ko: '제한' },
    short: {
      en: 'The most that a container may use. It ends up in cpu.max and memory.max.',
      ko: '컨테이너가 쓸 수 있는 최대량입니다. 이 값이 cpu.max와 memory.max에 기록됩니다.',
    },
  },
  {
    id: 'oomkilled',
    name: { en: 'OOMKilled', ko: 'OOMKilled' },
    short: {
      en: 'The reason that Kubernetes shows when the OOM killer ended a container; the exit code is 137.',
      ko: 'OOM 킬러가 컨테이너를 끝냈을 때 쿠버네티스가 보여 주는 사유입니다. 종료 코드는 137입니다.',
    },
    reading: '오오엠킬드',
  },
  {
    id: 'volume',
    name: { en: 'volume', ko: '볼륨' },
    short: {
      en: 'A directory from outside the image, mounted into a container. Its files outlive the container and bypass the writable layer.',
      ko: '이미지 바깥의 디렉터리를 컨테이너에 마운트한 것입니다. 파일은 컨테이너가 없어져도 남고, 쓰기 레이어를 거치지 않습니다.',
    },
  },
]
