import type { Panel, TreeLine } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { hasPause, sharesShim, shimName } from './calls.ts'
import { daemonsOn } from './memory.ts'
import type { PodOutcome } from './outcome.ts'
import { partLabel } from './part-words.ts'
import { containersOf, type NodePlan } from './plan.ts'
import type { Road } from './road.ts'

/**
 * The processes of a node once its pods run: daemons, and the shims or conmons that hold the containers. runc is gone.
 * CTD docs/runtime-v2; REALITY: CRI for real.
 */
export function treePanel(id: string, title: Text, node: NodePlan, pods: readonly PodOutcome[]): Panel {
  const lines: readonly TreeLine[] = [
    line(0, 'systemd'),
    ...daemonsOn(node).map(part => line(1, partLabel(part, node).en)),
    ...pods.flatMap(podTree),
  ]
  const all = pods.some(isMany) ? [...lines, MANY] : lines
  const say = (lang: 'en' | 'ko') =>
    all.map(({ depth, label }) => `${'  '.repeat(depth)}${label[lang]}`).join('\n')
  return {
    type: 'tree',
    id,
    title,
    seat: 'both',
    group: node.id,
    say: { en: say('en'), ko: say('ko') },
    lines: all,
  }
}

const isMany = ({ pod, status }: PodOutcome): boolean => pod.count > 1 && status === 'Running'

/** A real list has each of many pods; this one says how many there are. */
const MANY: TreeLine = {
  depth: 0,
  label: {
    en: '×: so many of the same, each with what hangs below it',
    ko: '×: 같은 것의 개수. 아래에 딸린 것도 저마다 있음',
  },
  tone: 'quiet',
}

const line = (depth: number, label: string, tone: TreeLine['tone'] = 'plain'): TreeLine => ({
  depth,
  label: same(label),
  tone,
})

function podTree(outcome: PodOutcome): readonly TreeLine[] {
  const { pod, road, status } = outcome
  if (status !== 'Running' || road === null) return []
  const lines = processesOf(outcome, road)
  return pod.count === 1 ? lines : lines.map(counted(pod.count))
}

/** What the node itself starts for a pod stands there once for each of many pods. */
const counted =
  (count: number) =>
  (found: TreeLine): TreeLine =>
    found.depth === 1 ? { ...found, label: same(`${found.label.en} ×${count}`) } : found

/** The processes of one pod: who holds them, and what is held. */
function processesOf({ node, pod, handler }: PodOutcome, road: Road): readonly TreeLine[] {
  const held = [...(hasPause(node, pod, road.path) ? ['pause'] : []), ...containersOf(pod)]
  const holder = road.path === 'cri-o' ? 'conmon' : shimName(node, road.path, handler)
  if (handler === 'kata')
    return [
      line(1, shimName(node, road.path, handler)),
      line(2, 'cloud-hypervisor'),
      ...held.map(name => line(3, `${name} (in the VM)`, 'quiet')),
    ]
  if (handler === 'runsc') return sandboxTree(road, holder, held)
  return road.path !== 'cri-o' && sharesShim(node, road.path)
    ? [line(1, holder), ...held.map(name => line(2, name))]
    : held.flatMap(name => [line(1, holder), line(2, name)])
}

/**
 * With gVisor the host sees a gofer for each container and one sandbox: its kernel, in which the pod's processes are. To
 * Docker each container is a sandbox. gVisor runsc/sandbox/sandbox.go, runsc/container/container.go.
 */
function sandboxTree(road: Road, holder: string, held: readonly string[]): readonly TreeLine[] {
  const sandbox = (names: readonly string[]) => [
    line(2, 'runsc-sandbox'),
    ...names.map(name => line(3, `${name} (in the sandbox)`, 'quiet')),
  ]
  const gofer = line(2, 'runsc-gofer')
  if (road.store === 'docker') return held.flatMap(name => [line(1, holder), gofer, ...sandbox([name])])
  if (road.path === 'cri-plugin') return [line(1, holder), ...held.map(() => gofer), ...sandbox(held)]
  return held.flatMap((_, i) => [line(1, holder), gofer, ...(i === 0 ? sandbox(held) : [])])
}
