import { controlRows, type ManualRow, symptom } from '../../core/manual.ts'
import { SETTING_WORDS } from './setting-words.ts'

/** A row on a control. */
const control = controlRows(SETTING_WORDS)

const both = (text: string): readonly [string, string] => [text, text]

/** For the navigator of a round: what a symptom means, and what each control truly changes. */
export const MANUAL_PAGE: readonly ManualRow[] = [
  symptom(
    'unknown-service',
    ['endpoint'],
    both('"unknown service runtime.v1…"'),
    [
      'Somebody listens, and does not speak this. Either containerd shows no CRI plugin in the picture, or it is older than 1.6, or cri-dockerd is older than 0.3.',
      '누가 듣고 있지만 이 말을 모릅니다. 그림의 containerd에 CRI 플러그인이 없거나, containerd가 1.6보다, cri-dockerd가 0.3보다 오래된 것입니다.',
    ],
    'containerd#4581; containerd#7799; cri-dockerd#136',
  ),
  symptom(
    'server-preface',
    ['endpoint'],
    both('"error reading server preface"'),
    [
      'What answers there speaks REST: docker.sock. The kubelet needs a translator, or another socket.',
      '거기서 대답하는 쪽은 REST를 씁니다. docker.sock입니다. 통역을 두거나 다른 소켓을 봐야 합니다.',
    ],
    'docs.docker.com, Engine API; KEP-2221',
  ),
  symptom(
    'no-such-file',
    ['endpoint'],
    both('"connect: no such file or directory"'),
    [
      'Nobody listens on that socket: the daemon that makes it is not there.',
      '그 소켓에서 듣는 쪽이 없습니다. 소켓을 만드는 데몬이 없는 것입니다.',
    ],
    'man:unix(7); kubernetes.io/docs, Container Runtimes',
  ),
  symptom(
    'never-pull',
    ['pull', 'import'],
    both('"ErrImageNeverPull"'),
    [
      'The policy forbids a pull, and the store that this runtime reads does not have the image. Another store may.',
      '정책이 이미지 받기를 금했고, 이 런타임이 읽는 저장소에는 이미지가 없습니다. 다른 저장소에는 있을 수 있습니다.',
    ],
    'kubernetes.io/docs, Images',
  ),
  symptom(
    'pulled',
    ['pulled'],
    ['the image comes over the line', '이미지를 회선으로 받음'],
    [
      'With Always at every start; with IfNotPresent when the runtime’s own store lacks it; with Never not at all.',
      'Always면 시작할 때마다, IfNotPresent면 런타임의 저장소에 없을 때 받습니다. Never면 받지 않습니다.',
    ],
    'kubernetes.io/docs, Images',
  ),
  symptom(
    'no-runtime',
    ['runtimeClass'],
    both('"no runtime for … is configured"'),
    [
      'A handler was named, by a RuntimeClass or by the default, that is not installed on this node. No pod of it starts.',
      '런타임클래스나 기본값이 이 노드에 없는 핸들러를 가리킵니다. 그 파드는 뜨지 않습니다.',
    ],
    'KEP-585; containerd docs, CRI plugin configuration',
  ),
  symptom(
    'interrupted',
    ['liveRestore'],
    ['"Running, was interrupted"', '"Running, 중간에 끊김"'],
    [
      'A daemon stopped its containers when it was restarted. Only dockerd does that, and not with live-restore.',
      '재시작한 데몬이 제 컨테이너를 멈췄습니다. 그러는 것은 dockerd뿐이고, live-restore를 켜면 그러지 않습니다.',
    ],
    'docs.docker.com, Live restore',
  ),
  symptom(
    'docker-ps',
    ['dockerSees'],
    ['docker ps prints nothing, and the pod runs', '파드는 실행되는데 docker ps는 비어 있음'],
    [
      'The road does not lead through dockerd. dockershim and cri-dockerd do; containerd’s plugin and CRI-O do not.',
      '길이 dockerd를 지나지 않습니다. dockershim과 cri-dockerd 길은 지나고, containerd 플러그인과 CRI-O 길은 지나지 않습니다.',
    ],
    'Kubernetes blog 2018/05, containerd integration goes GA',
  ),
  symptom(
    'daemons',
    ['daemons'],
    ['daemons in the list of processes', '프로세스 목록의 데몬'],
    [
      'Count the kubelet, dockerd, containerd, cri-dockerd, CRI-O, used or idle. dockerd brings a containerd along. dockershim is part of the kubelet.',
      'kubelet, dockerd, containerd, cri-dockerd, CRI-O를 쓰이든 놀든 모두 세세요. dockerd에는 containerd가 딸려 옵니다. dockershim은 kubelet의 일부입니다.',
    ],
    'KEP-2221; docs.docker.com',
  ),
  symptom(
    'node-memory',
    ['memory'],
    ['"MiB" side by side', '"나란히 보기"의 MiB'],
    [
      'Daemons and pods together. Kata adds 130 for each pod, gVisor about 20, an idle dockerd 77.',
      '데몬과 파드를 더한 값입니다. Kata는 파드마다 130, gVisor는 약 20, 놀고 있는 dockerd는 77쯤 더합니다.',
    ],
    'Kata Containers helm chart; gVisor repository, 2020; own measurement, dockerd 20.10',
  ),
  control(
    'kubelet',
    'Up to 1.23 it can translate for Docker itself (dockershim). From 1.26 on it asks for CRI v1 alone.',
    '1.23까지는 도커용 통역(dockershim)이 들어 있습니다. 1.26부터는 CRI v1만 찾습니다.',
    'KEP-2221; Kubernetes blog 2022/11, upcoming changes in 1.26',
  ),
  control(
    'endpoint',
    'Whom the kubelet asks. It must be there, and speak the CRI: docker.sock never does; dockershim needs a kubelet up to 1.23.',
    'kubelet이 물어볼 상대입니다. 거기 있어야 하고 CRI로 말해야 합니다. docker.sock은 CRI를 모르고, dockershim에는 1.23까지의 kubelet이 필요합니다.',
    'KEP-2221',
  ),
  control(
    'containerd',
    'Up to 1.5 it speaks CRI v1alpha2, from 1.6 on also v1.',
    '1.5까지는 CRI v1alpha2를, 1.6부터는 v1도 씁니다.',
    'containerd 1.6 release notes',
  ),
  control(
    'cri',
    'Disabled, containerd listens and offers no CRI. Docker’s package ships it so.',
    '비활성이면 containerd가 듣기만 하고 CRI를 내놓지 않습니다. 도커 패키지는 그렇게 설치됩니다.',
    'containerd#4581',
  ),
  control(
    'criDockerd',
    'Translates for dockerd, as a daemon more. From 0.3 on it knows CRI v1, before only v1alpha2. Idle, it is only a daemon.',
    '데몬 하나를 더해 dockerd에 통역합니다. 0.3부터 CRI v1을 알고, 그 전에는 v1alpha2뿐입니다. 아무도 묻지 않으면 데몬만 하나 느는 셈입니다.',
    'cri-dockerd#136',
  ),
  control(
    'dockerd',
    'docker build and docker ps need it; a pod needs it only if its road leads through it.',
    'docker build와 docker ps에는 필요합니다. 파드에는 그 길이 dockerd를 지날 때만 필요합니다.',
    'docs.docker.com; KEP-2221',
  ),
  control(
    'crio',
    'Answers the CRI, with a store and containers that Docker does not see.',
    'CRI에 대답합니다. 저장소와 컨테이너는 도커에 보이지 않습니다.',
    'CRI-O docs, crio(8)',
  ),
  control(
    'liveRestore',
    'dockerd leaves its containers alone when it stops. Nobody else needs it: shims hold the containers.',
    'dockerd가 멈출 때 컨테이너를 그대로 둡니다. 다른 데몬에는 필요 없습니다. 컨테이너는 shim이 붙들고 있습니다.',
    'docs.docker.com, Live restore',
  ),
  control(
    'pull',
    'Always asks the registry each time, IfNotPresent and Never look into the runtime’s own store first.',
    'Always는 매번 레지스트리에 묻고, IfNotPresent와 Never는 런타임의 저장소를 먼저 봅니다.',
    'kubernetes.io/docs, Images',
  ),
  control(
    'import',
    'A copy, unchanged. containerd’s plugin reads the namespace k8s.io, not default; CRI-O its own store; the Docker road Docker’s.',
    '바뀌는 것 없는 복사입니다. containerd 플러그인은 default가 아니라 k8s.io 네임스페이스를, CRI-O는 자기 저장소를, 도커 길은 도커 저장소를 읽습니다.',
    'containerd docs, namespaces; CRI-O docs, crio(8)',
  ),
  control(
    'rebuild',
    'Makes another image under the same name: docker build in Docker’s store, nerdctl in k8s.io.',
    '이름만 같은 다른 이미지를 만듭니다. docker build는 도커 저장소에, nerdctl은 k8s.io에 둡니다.',
    'OCI image-spec, descriptor; nerdctl docs',
  ),
  control(
    'runtimeClass',
    'Names a class; the class names a handler (runc is no wall, runsc is gVisor, kata a small VM); the node must have it.',
    '클래스를 가리키고, 클래스는 핸들러를 가리킵니다(runc는 벽이 아니고 runsc는 gVisor, kata는 작은 VM). 노드에 그 핸들러가 있어야 합니다.',
    'KEP-585',
  ),
  control(
    'runsc',
    'Installs gVisor: its own kernel in user space, about 20 MiB a pod. Nobody uses it until something names it.',
    'gVisor를 설치합니다. 사용자 공간에 자기 커널이 있고 파드마다 20 MiB쯤 듭니다. 가리키는 것이 없으면 쓰이지 않습니다.',
    'gVisor documentation; gVisor repository, 2020',
  ),
  control(
    'kata',
    'Installs Kata: a small VM for each pod, 130 MiB. Nobody uses it until something names it.',
    'Kata를 설치합니다. 파드마다 작은 VM이고 130 MiB가 듭니다. 가리키는 것이 없으면 쓰이지 않습니다.',
    'Kata Containers helm chart',
  ),
  control(
    'defaultHandler',
    'For every pod that names no class: the shop as well.',
    '클래스를 지정하지 않은 모든 파드에 적용됩니다. 쇼핑몰도 마찬가지입니다.',
    'containerd docs, CRI plugin configuration',
  ),
]
