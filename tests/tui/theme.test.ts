import { expect, test } from 'vitest'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { paint } from '../../src/tui/paint.ts'
import { row, type Style } from '../../src/tui/rows.ts'
import { theme, themeColours, type ThemeName } from '../../src/tui/theme.ts'
import { cells } from '../../src/tui/wrap.ts'

type Rgb = readonly [red: number, green: number, blue: number]

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map(part => {
    const value = part / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const onBlack = (colour: Rgb): number => (luminance(colour) + 0.05) / 0.05
const onWhite = (colour: Rgb): number => 1.05 / (luminance(colour) + 0.05)

function ofHex(hex: string): Rgb {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

/** xterm's values: from 16 a cube of six steps, from 232 a ramp of greys. */
function ofIndex(index: number): Rgb {
  if (index < 16) throw new Error(`${index} is what the terminal makes of it`)
  const grey = 8 + (index - 232) * 10
  if (index >= 232) return [grey, grey, grey]
  const step = (by: number): number => [0, 95, 135, 175, 215, 255][Math.floor((index - 16) / by) % 6] ?? 0
  return [step(36), step(6), step(1)]
}

/** Every colour that a theme puts on a terminal, of all or of 256. */
const colours = (name: ThemeName): readonly Rgb[] =>
  themeColours(name).flatMap(([hex, index]) => [ofHex(hex), ...(index === null ? [] : [ofIndex(index)])])

test('the colours of the auto theme have a contrast of 4.5 on black and on white', () => {
  const weak = colours('auto').filter(colour => Math.min(onBlack(colour), onWhite(colour)) < 4.5)
  expect([colours('auto').length > 10, weak]).toEqual([true, []])
})

test('the dark theme reads on black, the light one on white', () => {
  expect(colours('dark').filter(colour => onBlack(colour) < 4.5)).toEqual([])
  expect(colours('light').filter(colour => onWhite(colour) < 4.5)).toEqual([])
})

test('a terminal of 256 colours gets those of the table, or weight; one of sixteen gets no colour', () => {
  const painted = (style: Style, depth: number) => paint(row('x', style), theme('auto'), depth)
  expect(painted('good', 24)).toBe('\x1b[38;2;7;132;124mx\x1b[0m')
  expect(painted('good', 8)).toBe('\x1b[38;5;29mx\x1b[0m')
  expect(painted('warn', 8)).toBe('\x1b[1mx\x1b[0m')
  expect(painted('good', 4)).toBe('x')
  expect(painted('star', 4)).toBe('\x1b[1mx\x1b[0m')
})

test('without colour there is none', () => {
  expect(Object.values(theme('mono')).filter(look => 'color' in look)).toEqual([])
})

test('every frame and mark glyph is one cell wide, and the ASCII set is ASCII', () => {
  const { frame, keyUp, keyDown, left, right, ...marks } = GLYPHS.ascii
  const all = [...Object.values(marks), ...Object.values(frame)]
  expect(all.filter(glyph => cells(glyph) !== 1)).toEqual([])
  expect([...all, keyUp, keyDown, left, right].filter(glyph => !/^[\x20-\x7e]+$/.test(glyph))).toEqual([])
  const { frame: lines, ...rest } = GLYPHS.unicode
  expect([...Object.values(rest), ...Object.values(lines)].filter(glyph => cells(glyph) !== 1)).toEqual([])
})
