import { same, type Text } from '../../core/text.ts'
import type { OpenControl } from './controls.ts'
import { isEndpoint, SOCKETS } from './endpoint.ts'
import { baseName } from './part-words.ts'
import type { ClassSetting, NodeSetting, PodSetting } from './settings.ts'

type Words = { readonly label: Text; readonly help: Text }
const words = (en: string, ko: string, helpEn: string, helpKo: string): Words => ({
  label: { en, ko },
  help: { en: helpEn, ko: helpKo },
})

/** The name of each setting, and one sentence on what it does, never on what will come of it. */
export const SETTING_WORDS: { readonly [S in NodeSetting | PodSetting | ClassSetting]: Words } = {
  kubelet: words(
    'kubelet',
    'kubelet',
    'Its version. It decides which CRI versions it asks for.',
    'kubelet의 버전입니다. 어떤 CRI 버전으로 물어볼지가 정해집니다.',
  ),
  endpoint: words(
    'endpoint',
    '엔드포인트',
    'The socket that the kubelet asks.',
    'kubelet이 물어볼 소켓입니다.',
  ),
  networkPlugin: words(
    '--network-plugin',
    '--network-plugin',
    'A kubelet flag: who sets up the network of pods.',
    '파드 네트워크를 누가 설정할지 정하는 kubelet 플래그입니다.',
  ),
  kubeletDriver: words(
    'kubelet cgroups',
    'kubelet cgroup',
    'Who the kubelet thinks manages cgroups: its cgroupDriver.',
    'kubelet의 cgroupDriver입니다. cgroup을 누가 관리하는지 정합니다.',
  ),
  containerd: words(
    'containerd',
    'containerd',
    'Its version on this node.',
    '이 노드의 containerd 버전입니다.',
  ),
  cri: words(
    'CRI plugin',
    'CRI 플러그인',
    'Whether "cri" stands in disabled_plugins of containerd’s config.toml.',
    'containerd config.toml의 disabled_plugins에 "cri"가 있는지입니다.',
  ),
  criContainerd: words(
    'cri-containerd',
    'cri-containerd',
    'A daemon that answers the CRI and drives containerd.',
    'CRI에 대답하고 containerd를 부리는 데몬입니다.',
  ),
  dockerd: words('dockerd', 'dockerd', 'Its version on this node.', '이 노드의 dockerd 버전입니다.'),
  liveRestore: words(
    'live-restore',
    'live-restore',
    'A setting in daemon.json: dockerd leaves containers alone when it stops.',
    'daemon.json 설정입니다. dockerd가 멈출 때 컨테이너를 그대로 둡니다.',
  ),
  criDockerd: words(
    'cri-dockerd',
    'cri-dockerd',
    'A daemon that answers the CRI and drives dockerd.',
    'CRI에 대답하고 dockerd를 부리는 데몬입니다.',
  ),
  crio: words('CRI-O', 'CRI-O', 'Its version on this node.', '이 노드의 CRI-O 버전입니다.'),
  dropInfra: words(
    'drop_infra_ctr',
    'drop_infra_ctr',
    'A CRI-O setting: whether pods do without a pause container where they can.',
    'CRI-O 설정입니다. 없어도 되는 파드에서 pause 컨테이너를 빼는지 정합니다.',
  ),
  runtimeDriver: words(
    'runtime cgroups',
    '런타임 cgroup',
    'Who the runtime thinks manages cgroups.',
    '런타임의 cgroup 드라이버입니다.',
  ),
  ociRuntime: words(
    'low-level runtime',
    '하위 런타임',
    'What makes the box: runc or crun.',
    '상자를 만드는 프로그램입니다. runc 또는 crun입니다.',
  ),
  runsc: words(
    'runsc handler',
    'runsc 핸들러',
    'Whether gVisor is installed and configured in the runtime.',
    'gVisor를 설치해 런타임에 설정했는지입니다.',
  ),
  kata: words(
    'kata handler',
    'kata 핸들러',
    'Whether Kata is installed and configured in the runtime.',
    'Kata를 설치해 런타임에 설정했는지입니다.',
  ),
  defaultHandler: words(
    'default runtime',
    '기본 런타임',
    'What runs a pod that names no RuntimeClass.',
    '런타임클래스를 지정하지 않은 파드를 실행할 핸들러입니다.',
  ),
  cni: words('CNI', 'CNI', 'What stands in /etc/cni/net.d.', '/etc/cni/net.d에 무엇이 있는지입니다.'),
  pause: words(
    'pause image',
    'pause 이미지',
    'Where the sandbox image comes from.',
    '샌드박스 이미지를 어디서 얻는지입니다.',
  ),
  cgroup: words(
    'cgroup version',
    'cgroup 버전',
    'What the host was booted with.',
    '호스트가 부팅한 cgroup 버전입니다.',
  ),
  repair: words(
    'repair',
    '조치',
    'What is done to the node, whatever was wrong with it.',
    '무엇이 문제였든 이 노드에 취할 조치입니다.',
  ),
  pull: words(
    'imagePullPolicy',
    'imagePullPolicy',
    'When the kubelet asks for a pull.',
    'kubelet이 언제 이미지를 받게 할지입니다.',
  ),
  stored: words(
    'image on the node',
    '노드의 이미지',
    'Which store of the node has the image.',
    '노드의 어느 저장소에 이미지가 있는지입니다.',
  ),
  registry: words(
    'registry',
    '레지스트리',
    'Whether a registry has the image, and for whom.',
    '레지스트리에 이미지가 있는지, 누구에게 열려 있는지입니다.',
  ),
  pullSecret: words(
    'imagePullSecret',
    'imagePullSecret',
    'The credentials that the pod brings for the registry.',
    '파드가 레지스트리에 내밀 자격 증명입니다.',
  ),
  import: words(
    'import the image',
    '이미지 가져오기',
    'Copies the image, as it is, into another store of the node.',
    '이미지를 그대로 노드의 다른 저장소에 복사합니다.',
  ),
  rebuild: words(
    'rebuild the image',
    '이미지 다시 빌드',
    'Builds the image anew on the node.',
    '노드에서 이미지를 다시 빌드합니다.',
  ),
  hostNetwork: words(
    'hostNetwork',
    'hostNetwork',
    'Whether the pod uses the network namespace of its node.',
    '파드가 노드의 네트워크 네임스페이스를 쓰는지입니다.',
  ),
  sharePid: words(
    'shareProcessNamespace',
    'shareProcessNamespace',
    'Whether the containers of the pod share a pid namespace.',
    '파드의 컨테이너들이 pid 네임스페이스를 함께 쓰는지입니다.',
  ),
  runtimeClass: words(
    'runtimeClassName',
    'runtimeClassName',
    'The RuntimeClass that the pod names.',
    '파드가 지정한 런타임클래스입니다.',
  ),
  secret: words('Secret', '시크릿', 'How the pod uses its Secret.', '파드가 시크릿을 쓰는 방식입니다.'),
  secretObject: words(
    'Secret object',
    '시크릿 오브젝트',
    'Whether the Secret exists in the namespace.',
    '네임스페이스에 시크릿이 있는지입니다.',
  ),
  command: words('command', 'command', 'What the container is told to run.', '컨테이너가 실행할 명령입니다.'),
  app: words('app', '앱', 'What the app does.', '앱이 하는 일입니다.'),
  request: words(
    'memory request',
    '메모리 요청량',
    'MiB that the scheduler sets aside for the pod.',
    '스케줄러가 파드 몫으로 잡아 두는 MiB입니다.',
  ),
  limit: words(
    'memory limit',
    '메모리 제한',
    'MiB that the container may use.',
    '컨테이너가 쓸 수 있는 MiB입니다.',
  ),
  handler: words(
    'handler',
    '핸들러',
    'The handler that the RuntimeClass names.',
    '런타임클래스가 가리키는 핸들러입니다.',
  ),
  overhead: words(
    'overhead',
    '오버헤드',
    'MiB that the scheduler adds for each pod of the class.',
    '이 클래스의 파드마다 스케줄러가 더하는 MiB입니다.',
  ),
}

const NONE: Text = { en: 'none', ko: '없음' }
const NOTHING: Text = { en: 'nothing', ko: '아무것도 안 함' }
const ON: Text = { en: 'on', ko: '켬' }
const OFF: Text = { en: 'off', ko: '끔' }
const STORE_WORDS = {
  docker: { en: 'Docker’s store', ko: '도커 저장소' },
  'k8s.io': { en: 'containerd, namespace k8s.io', ko: 'containerd의 k8s.io 네임스페이스' },
  crio: { en: 'CRI-O’s store', ko: 'CRI-O 저장소' },
  default: { en: 'containerd, namespace default', ko: 'containerd의 default 네임스페이스' },
} as const satisfies { readonly [store: string]: Text }

/** Values that read better in words; the others stand for themselves. */
const VALUE_WORDS: { readonly [setting: string]: { readonly [value: string]: Text } | undefined } = {
  cri: { disabled: { en: 'disabled', ko: '비활성' }, enabled: { en: 'enabled', ko: '활성' } },
  cni: {
    none: { en: 'nothing', ko: '아무것도 없음' },
    conf: { en: '10-bridge.conflist', ko: '10-bridge.conflist' },
    broken: { en: 'a configuration for a missing plugin', ko: '없는 플러그인을 부르는 설정' },
    agent: { en: 'what the agent pod writes', ko: '에이전트 파드가 쓰는 설정' },
  },
  pause: {
    cached: { en: 'on the node already', ko: '이미 노드에 있음' },
    registry: { en: 'pulled when needed', ko: '필요할 때 받음' },
    wrong: { en: 'a name that no registry has', ko: '어느 레지스트리에도 없는 이름' },
  },
  repair: {
    nothing: NOTHING,
    plugin: { en: 'enable the CRI plugin', ko: 'CRI 플러그인 켜기' },
    runtime: { en: 'upgrade containerd to 1.7', ko: 'containerd를 1.7로 올리기' },
    kubelet: { en: 'upgrade the kubelet to 1.30', ko: 'kubelet을 1.30으로 올리기' },
    socket: { en: 'point the kubelet at containerd.sock', ko: 'kubelet을 containerd.sock으로 돌리기' },
    cni: { en: 'install a CNI configuration', ko: 'CNI 설정 설치' },
    restart: { en: 'restart the kubelet', ko: 'kubelet 재시작' },
  },
  defaultHandler: { plain: { en: 'runc or crun', ko: 'runc 또는 crun' } },
  stored: { none: NONE, ...STORE_WORDS },
  registry: {
    public: { en: 'public', ko: '공개' },
    private: { en: 'private', ko: '비공개' },
    none: { en: 'in no registry', ko: '어느 레지스트리에도 없음' },
  },
  pullSecret: { none: NONE, set: { en: 'set', ko: '있음' } },
  import: { off: { en: 'no', ko: '안 함' }, ...STORE_WORDS },
  rebuild: {
    off: { en: 'no', ko: '안 함' },
    docker: { en: 'with docker build', ko: 'docker build로' },
    nerdctl: { en: 'with nerdctl -n k8s.io build', ko: 'nerdctl -n k8s.io build로' },
  },
  secret: {
    none: NONE,
    env: { en: 'as an environment variable', ko: '환경 변수로' },
    volume: { en: 'as a volume', ko: '볼륨으로' },
  },
  secretObject: { missing: { en: 'missing', ko: '없음' }, present: { en: 'there', ko: '있음' } },
  command: { good: { en: '/bin/shop', ko: '/bin/shop' }, bad: { en: '/bin/shp', ko: '/bin/shp' } },
  app: {
    serves: { en: 'serves', ko: '서비스함' },
    exits: { en: 'exits at once', ko: '바로 끝남' },
    leaks: { en: 'leaks memory', ko: '메모리가 샘' },
  },
}

/** The words of a control: its name, and what it does. */
export function controlWords({ name }: OpenControl): Words {
  for (const [setting, found] of Object.entries(SETTING_WORDS)) if (setting === name) return found
  return { label: same(name), help: same(name) }
}

/** A value of a control, as the player reads it. */
export function valueWords({ name }: Pick<OpenControl, 'name'>, value: string): Text {
  const known = VALUE_WORDS[name]?.[value]
  if (known !== undefined) return known
  if (name === 'endpoint' && isEndpoint(value)) return same(baseName(SOCKETS[value].path))
  if (value === 'none') return name === 'networkPlugin' ? OFF : NONE
  if (value === 'on') return ON
  return value === 'off' ? OFF : same(value)
}
