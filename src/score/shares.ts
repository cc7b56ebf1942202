/**
 * Splits a whole number by weights into whole numbers that add up to it exactly: everyone gets the rounded-down share,
 * and what is left goes one by one to the largest remainders, the first of equals first. All zero where no weight is.
 */
export function shares(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0) return weights.map(() => 0)
  const floors = weights.map(weight => Math.floor((total * weight) / sum))
  const left = total - floors.reduce((a, b) => a + b, 0)
  const luckiest = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index)
  return floors.map((share, index) => share + (luckiest.includes(index) ? 1 : 0))
}
