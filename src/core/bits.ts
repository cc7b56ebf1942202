/** A whole number as so many binary digits. One that needs more is a bug of the caller and throws. */
export function bitsOf(value: number, width: number): string {
  const digits = width === 0 && value === 0 ? '' : value.toString(2).padStart(width, '0')
  if (digits.length > width) throw new Error(`${value} has more than ${width} binary digits`)
  return digits
}

/** Digits that tell so many choices apart. */
export const widthOf = (choices: number): number => (choices < 2 ? 0 : (choices - 1).toString(2).length)

/** A whole number of any size: four digits at a time, each after a digit that tells whether more follow. */
export function countBits(count: number): string {
  const rest = Math.floor(count / 16)
  return `${rest > 0 ? '1' : '0'}${bitsOf(count % 16, 4)}${rest > 0 ? countBits(rest) : ''}`
}

/** Takes numbers off binary digits, from the front. `null` where there are too few: whoever wrote them wrote less. */
export type BitReader = {
  take(width: number): number | null
  count(): number | null
  /** All that is left. */
  rest(): string
}

/** Reads binary digits from their front. */
export function bitReader(bits: string): BitReader {
  let at = 0
  const take = (width: number): number | null => {
    if (at + width > bits.length) return null
    const taken = bits.slice(at, at + width)
    at += width
    return width === 0 ? 0 : Number.parseInt(taken, 2)
  }
  const count = (): number | null => {
    let sum = 0
    // Seven groups hold any count that a text of reasonable length can be about.
    for (let group = 0; group < 7; group++) {
      const [more, low] = [take(1), take(4)]
      if (more === null || low === null) return null
      sum += low * 16 ** group
      if (more === 0) return sum
    }
    return null
  }
  return { take, count, rest: () => bits.slice(at) }
}
