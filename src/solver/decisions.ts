/** Indices of the axes that an answer depends on, in the order in which they were read, each once. */
export type Trail = readonly number[]

/** Answers, remembered by the axes that were read on the way to them. `undefined` stands for "not known". */
export type Decisions<T> = {
  find(choice: readonly number[]): T | undefined
  store(choice: readonly number[], trail: Trail, answer: T): void
  forget(): void
}

/** How many nodes may still be made: shared, so that memory stays bounded whatever a level asks. */
export type Room = { left: number }

/** An inner node asks for one axis; a leaf has the axis -1. One shape for both keeps the descent fast. */
type Node<T> = {
  readonly axis: number
  readonly next: (Node<T> | undefined)[]
  readonly answer: T | undefined
}

/**
 * A decision tree that grows with what it is told. It relies on answers being pure: what is read next depends only on
 * what was read before, so every trail that passes a node asks for the same axis there.
 */
export function decisions<T>(axes: number, room: Room): Decisions<T> {
  const leaves = new Map<T, Node<T>>()
  let root: Node<T> | undefined
  let made = 0
  const leafOf = (answer: T): Node<T> => {
    const known = leaves.get(answer)
    if (known) return known
    const leaf = { axis: -1, next: [], answer }
    leaves.set(answer, leaf)
    return leaf
  }
  const nodeFor = (axis: number): Node<T> => {
    room.left--
    made++
    return { axis, next: [], answer: undefined }
  }
  return {
    find: choice => {
      let node = root
      while (node !== undefined && node.axis >= 0) node = node.next[choice[node.axis] ?? 0]
      return node?.answer
    },
    store: (choice, trail, answer) => {
      // An answer that read every axis is never asked for again while each state is visited once.
      if (room.left <= 0 || trail.length === axes) return
      const [first] = trail
      if (first === undefined) {
        root = leafOf(answer)
        return
      }
      let node = (root ??= nodeFor(first))
      for (const axis of trail.slice(1)) node = node.next[choice[node.axis] ?? 0] ??= nodeFor(axis)
      node.next[choice[node.axis] ?? 0] = leafOf(answer)
    },
    forget: () => {
      root = undefined
      leaves.clear()
      room.left += made
      made = 0
    },
  }
}
