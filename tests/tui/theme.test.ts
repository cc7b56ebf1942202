import { expect, test } from 'vitest'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { theme, themeColours } from '../../src/tui/theme.ts'
import { cells } from '../../src/tui/wrap.ts'

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

const onBlack = (hex: string): number => (luminance(hex) + 0.05) / 0.05
const onWhite = (hex: string): number => 1.05 / (luminance(hex) + 0.05)

test('the colours of the auto theme have a contrast of 4.5 on black and on white', () => {
  const weak = themeColours('auto').filter(hex => Math.min(onBlack(hex), onWhite(hex)) < 4.5)
  expect([themeColours('auto').length > 5, weak]).toEqual([true, []])
})

test('the dark theme reads on black, the light one on white', () => {
  expect(themeColours('dark').filter(hex => onBlack(hex) < 4.5)).toEqual([])
  expect(themeColours('light').filter(hex => onWhite(hex) < 4.5)).toEqual([])
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
