import type { Choices } from '../../core/product.ts'
import type { Stage } from './stage.ts'

/** Values that are kept of one node at most. */
const MOST = 4096

/**
 * Remembers what a function of a node came to, by the choices that matter there: the node's own, those of pods on it and
 * those of classes. Nodes don't touch one another, so a walk over many of them asks the same thing over and over.
 */
export function byNode<T>(
  { setup, controls, pods }: Stage,
  compute: (node: string, choices: Choices) => T,
): (node: string, choices: Choices) => T {
  const nodes = Object.keys(setup.nodes).map(id => {
    const owners = new Set([id, ...pods.filter(({ node }) => node === id).map(({ owner }) => owner)])
    const slots = controls
      .filter(({ owner, type }) => type === 'class' || owners.has(owner))
      .map(({ slot }) => slot)
    return { id, slots, known: new Map<string, { readonly value: T }>() }
  })
  return (id, choices) => {
    const node = nodes.find(candidate => candidate.id === id)
    if (node === undefined) return compute(id, choices)
    const key = node.slots.map(slot => choices[slot]).join('\n')
    const before = node.known.get(key)
    if (before !== undefined) return before.value
    const value = compute(id, choices)
    if (node.known.size >= MOST) node.known.clear()
    node.known.set(key, { value })
    return value
  }
}
