import type { Artifact } from '../../core/world.ts'
import { kubeletFlags } from './inspect.ts'
import type { Plan } from './plan.ts'
import { nodeName, type Stage } from './stage.ts'

/** The plan for real: each node's files. */
export function artifactsOf({ setup }: Stage, { nodes }: Plan): readonly Artifact[] {
  return nodes.map(node => {
    const name = nodeName(setup, node.id)
    return {
      id: `${node.id}.kubelet`,
      title: { en: `${name.en}: kubelet flags`, ko: `${name.ko}: kubelet 플래그` },
      language: 'sh',
      text: `KUBELET_EXTRA_ARGS="${kubeletFlags(node).join(' ')}"\n`,
    }
  })
}
