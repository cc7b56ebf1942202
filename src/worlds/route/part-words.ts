import { same, type Text } from '../../core/text.ts'
import type { NodePlan } from './plan.ts'
import type { Link, Part } from './road.ts'

/** A part's name, with its version where it has one. */
export function partLabel(part: Part, node: NodePlan): Text {
  const versions: { readonly [P in Part]?: string | null } = {
    kubelet: node.kubelet,
    dockerd: node.dockerd,
    containerd: node.containerd,
    crio: node.crio,
    'cri-dockerd': node.criDockerd,
  }
  const version = versions[part]
  return same(`${NAMES[part]}${version === undefined || version === null ? '' : ` ${version}`}`)
}

const NAMES: { readonly [P in Part]: string } = {
  kubelet: 'kubelet',
  dockershim: 'dockershim',
  'cri-dockerd': 'cri-dockerd',
  dockerd: 'dockerd',
  'cri-containerd': 'cri-containerd',
  containerd: 'containerd',
  'docker-containerd': 'containerd',
  'cri-plugin': 'CRI plugin',
  crio: 'CRI-O',
  conmon: 'conmon',
  shim: 'containerd-shim',
  'shim-runsc': 'containerd-shim-runsc-v1',
  'shim-kata': 'containerd-shim-kata-v2',
  runc: 'runc',
  crun: 'crun',
  runsc: 'runsc',
  vm: 'kata-agent (VM)',
  app: 'app',
}

/** What a part is, where its name does not say it. */
export const PART_DETAILS: { readonly [P in Part]?: Text } = {
  dockershim: { en: 'inside the kubelet', ko: 'kubelet 안' },
  'docker-containerd': { en: 'dockerd’s own', ko: 'dockerd가 띄운 것' },
  'cri-plugin': { en: 'inside containerd', ko: 'containerd 안' },
  runc: { en: 'gone once the app runs', ko: '앱을 띄우고 사라짐' },
  crun: { en: 'gone once the app runs', ko: '앱을 띄우고 사라짐' },
  shim: { en: 'stays behind', ko: '곁에 남음' },
  conmon: { en: 'one for each container', ko: '컨테이너마다 하나' },
  vm: { en: 'a kernel of its own', ko: '자기 커널' },
}

/** A link's label: what it carries, and over which socket. */
export const linkLabel = ({ protocol, socket }: Link): Text =>
  same(socket === undefined ? protocol : `${protocol} ${baseName(socket)}`)

/** The last part of a path: sockets are known by it, and a picture has no room for more. */
export const baseName = (path: string): string => path.split('/').at(-1) ?? path
