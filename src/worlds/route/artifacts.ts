import type { Artifact } from '../../core/world.ts'
import { containerdFiles } from './exports/containerd.ts'
import { crictlFiles, lookFile, podByHand } from './exports/crictl.ts'
import { crioFiles } from './exports/crio.ts'
import { dockerFiles } from './exports/docker.ts'
import { kubeletFiles } from './exports/kubelet.ts'
import { podFiles } from './exports/pod.ts'
import type { Plan } from './plan.ts'
import { nodeName, type Stage } from './stage.ts'

/** The plan for real: each node's files, each pod's manifest, the same start by hand over crictl. */
export function artifactsOf({ setup }: Stage, { nodes, pods }: Plan): readonly Artifact[] {
  return nodes.flatMap(node => {
    const name = nodeName(setup, node.id)
    const here = pods.filter(pod => pod.node === node.id)
    const byHand = podByHand(here)
    return [
      lookFile(node, here, name),
      ...kubeletFiles(node, name),
      ...containerdFiles(node, name),
      ...crioFiles(node, name),
      ...dockerFiles(node, name),
      ...here.flatMap(podFiles),
      ...(byHand === undefined ? [] : crictlFiles(node, byHand)),
    ]
  })
}
