/** How many letters to change, add, drop or swap with their neighbour to get from one string to the other. */
export function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = isSwap ? at(i - 2, j - 2) + 1 : change
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap))
    }
  }
  return at(a.length, b.length)
}

/** The known names that a mistyped name most likely meant, best first; empty when none is near. */
export function nearest(name: string, known: readonly string[], most = 3): readonly string[] {
  const wanted = name.toLowerCase()
  const limit = Math.max(1, Math.floor(name.length / 3))
  return known
    .map(candidate => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** Part of a name counts as near: `hog` finds `memory-hog`. */
function distanceTo(wanted: string, candidate: string): number {
  if (wanted.length >= 3 && candidate.includes(wanted)) return 1
  return editDistance(wanted, candidate)
}

/** The known name that was most likely meant; two letters that changed places count as near, too. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const typed = name.slice(0, 80)
  const near = nearest(typed, known, 1)[0]
  return (
    near ?? (typed.length < 4 ? undefined : known.find(candidate => editDistance(typed, candidate) === 2))
  )
}

/** " (did you mean 'x'?)", or nothing where no word is near. For words of our own; names out of files are quoted with care. */
export function didYouMean(name: string, known: readonly string[]): string {
  const best = nearestName(name, known)
  return best === undefined ? '' : ` (did you mean '${best}'?)`
}
