import type { Panel, TreeLine } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { hasPause, sharesShim, shimName } from './calls.ts'
import { daemonsOn } from './memory.ts'
import type { PodOutcome } from './outcome.ts'
import { partLabel } from './part-words.ts'
import type { NodePlan } from './plan.ts'

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
  const say = lines.map(({ depth, label }) => `${'  '.repeat(depth)}${label.en}`).join('\n')
  return { type: 'tree', id, title, seat: 'both', group: node.id, say: same(say), lines }
}

const line = (depth: number, label: string, tone: TreeLine['tone'] = 'plain'): TreeLine => ({
  depth,
  label: same(label),
  tone,
})

function podTree({ node, pod, road, status, handler }: PodOutcome): readonly TreeLine[] {
  if (status !== 'Running' || road === null) return []
  const apps = Array.from({ length: pod.containers }, (_, i) => (i === 0 ? pod.id : `${pod.id}-${i + 1}`))
  const held = [...(hasPause(node, pod, road.path) ? ['pause'] : []), ...apps]
  if (handler === 'kata')
    return [
      line(1, shimName(node, road.path, handler)),
      line(2, 'cloud-hypervisor'),
      ...held.map(name => line(3, `${name} (in the VM)`, 'quiet')),
    ]
  if (road.path === 'cri-o') return held.flatMap(name => [line(1, 'conmon'), line(2, name)])
  const shim = shimName(node, road.path, handler)
  return sharesShim(node, road.path)
    ? [line(1, shim), ...held.map(name => line(2, name))]
    : held.flatMap(name => [line(1, shim), line(2, name)])
}
