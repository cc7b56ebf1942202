import type { Tone } from '../core/scene.ts'
import type { Style } from './rows.ts'

/** What Ink's Text takes for a style. */
export type Look = {
  readonly color?: string
  /** Which of 256 colours stands for it, from 16 up; without one a terminal of 256 gets weight instead. */
  readonly index?: number
  readonly bold?: boolean
  readonly inverse?: boolean
  readonly underline?: boolean
}

/** A colour for each style. */
export type Theme = { readonly [K in Style]: Look }

/** The themes a player can choose. */
export const THEMES = ['auto', 'dark', 'light', 'mono'] as const

/** The name of a theme. `auto` reads well on black and on white alike. */
export type ThemeName = (typeof THEMES)[number]

/** A colour as red, green and blue, and the one of the 256 that stands for it; `null` where weight does instead. */
type Paint = readonly [hex: string, index: number | null]

type Palette = { readonly [K in 'quiet' | 'good' | 'warn' | 'bad' | 'hidden' | 'accent' | 'star']: Paint }

/**
 * Blue, orange-red, teal and amber stay apart for protanopes, deuteranopes and tritanopes.
 *
 * Of 256 colours only those from 16 up are used: the first sixteen are whatever a terminal makes of them. A terminal of
 * sixteen gets weight and underline alone.
 */
const palettes: { readonly [K in Exclude<ThemeName, 'mono'>]: Palette } = {
  // Each of these has a contrast of at least 4.5:1 on black and on white. Of the 256 colours six have, and no amber.
  auto: {
    quiet: ['#767676', 243],
    good: ['#07847c', 29],
    warn: ['#a86704', null],
    bad: ['#d2441e', 131],
    hidden: ['#8d5ec9', 98],
    accent: ['#1e76d2', 63],
    star: ['#a86704', null],
  },
  dark: {
    quiet: ['#8a8f98', 245],
    good: ['#3fc7b4', 79],
    warn: ['#e6a532', 178],
    bad: ['#ff7a59', 209],
    hidden: ['#b794f4', 141],
    accent: ['#6cb6ff', 75],
    star: ['#f2c14e', 221],
  },
  light: {
    quiet: ['#636a74', 242],
    good: ['#00695f', 23],
    warn: ['#8a5300', 94],
    bad: ['#b53214', 124],
    hidden: ['#6f42b5', 55],
    accent: ['#0a5cb8', 25],
    star: ['#8a5300', 94],
  },
}

function coloured(palette: Palette): Theme {
  const look = ([color, index]: Paint): Look => (index === null ? { color } : { color, index })
  return {
    plain: {},
    quiet: look(palette.quiet),
    good: look(palette.good),
    warn: look(palette.warn),
    bad: look(palette.bad),
    hidden: look(palette.hidden),
    accent: look(palette.accent),
    strong: { bold: true },
    focus: { bold: true, inverse: true },
    star: { ...look(palette.star), bold: true },
    border: look(palette.quiet),
    term: { underline: true },
  }
}

/** No colours at all: bold, inverse and underline only. Taken for `NO_COLOR`. */
const mono: Theme = {
  plain: {},
  quiet: {},
  good: {},
  warn: { bold: true },
  bad: { bold: true },
  hidden: {},
  accent: { bold: true },
  strong: { bold: true },
  focus: { bold: true, inverse: true },
  star: { bold: true },
  border: {},
  term: { underline: true },
}

/** The looks of a theme. */
export const theme = (name: ThemeName): Theme => (name === 'mono' ? mono : coloured(palettes[name]))

/** The colours of a theme, for the test of their contrast; empty for `mono`. */
export const themeColours = (name: ThemeName): readonly Paint[] =>
  name === 'mono' ? [] : Object.values(palettes[name])

/** The style of a tone. They are named alike on purpose: worlds speak of meaning, never of colour. */
export const toneStyle = (tone: Tone): Style => tone
