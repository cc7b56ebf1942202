/** State of the seeded generator: one unsigned 32-bit integer. It is JSON data, so randomness can be part of a state. */
export type Seed = number

/** The next seed and a number in [0, 1). The generator is mulberry32. */
export function random(seed: Seed): { readonly seed: Seed; readonly value: number } {
  const next = (seed + 0x6d2b79f5) >>> 0
  let t = Math.imul(next ^ (next >>> 15), 1 | next)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return { seed: next, value: ((t ^ (t >>> 14)) >>> 0) / 4294967296 }
}

/** The next seed and an integer in [0, n). `n` is at least 1. */
export function randomInt(seed: Seed, n: number): { readonly seed: Seed; readonly value: number } {
  const drawn = random(seed)
  return { seed: drawn.seed, value: Math.floor(drawn.value * n) }
}
