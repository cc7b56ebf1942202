import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { NARROW, WIDE } from '../../src/build/text-plugins.js'

const graphemes = new Intl.Segmenter()

/** Every character of a class, as a regular expression would match it. */
function charactersOf(inside: string): readonly string[] {
  const pattern = new RegExp(`[${inside}]`)
  return Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(char =>
    pattern.test(char),
  )
}

test.each([
  ['narrow', NARROW, 1],
  ['wide', WIDE, 2],
])(
  'characters taken for %s are so wide, alone and in a row, and clusters of their own',
  (_, inside, width) => {
    const characters = charactersOf(inside)
    expect(characters.length).toBeGreaterThan(100)
    expect(characters.filter(char => stringWidth(char) !== width)).toEqual([])
    const line = characters.join('')
    expect(stringWidth(line)).toBe(characters.length * width)
    expect([...graphemes.segment(line)]).toHaveLength(characters.length)
  },
)
