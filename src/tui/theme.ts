import type { Tone } from '../core/scene.ts'
import type { Style } from './rows.ts'

/** What Ink's Text takes for a style. */
export type Look = {
  readonly color?: string
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

type Palette = { readonly [K in 'quiet' | 'good' | 'warn' | 'bad' | 'hidden' | 'accent' | 'star']: string }

/** Blue, orange-red, teal and amber stay apart for protanopes, deuteranopes and tritanopes. */
const palettes: { readonly [K in Exclude<ThemeName, 'mono'>]: Palette } = {
  // Each of these has a contrast of at least 4.5:1 on black and on white.
  auto: {
    quiet: '#767676',
    good: '#07847c',
    warn: '#a86704',
    bad: '#d2441e',
    hidden: '#8d5ec9',
    accent: '#1e76d2',
    star: '#a86704',
  },
  dark: {
    quiet: '#8a8f98',
    good: '#3fc7b4',
    warn: '#e6a532',
    bad: '#ff7a59',
    hidden: '#b794f4',
    accent: '#6cb6ff',
    star: '#f2c14e',
  },
  light: {
    quiet: '#636a74',
    good: '#00695f',
    warn: '#8a5300',
    bad: '#b53214',
    hidden: '#6f42b5',
    accent: '#0a5cb8',
    star: '#8a5300',
  },
}

function coloured(palette: Palette): Theme {
  return {
    plain: {},
    quiet: { color: palette.quiet },
    good: { color: palette.good },
    warn: { color: palette.warn },
    bad: { color: palette.bad },
    hidden: { color: palette.hidden },
    accent: { color: palette.accent },
    strong: { bold: true },
    focus: { bold: true, inverse: true },
    star: { color: palette.star, bold: true },
    border: { color: palette.quiet },
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

/** The colours of a theme as hex, for the test of their contrast; empty for `mono`. */
export const themeColours = (name: ThemeName): readonly string[] =>
  name === 'mono' ? [] : Object.values(palettes[name])

/** The style of a tone. They are named alike on purpose: worlds speak of meaning, never of colour. */
export const toneStyle = (tone: Tone): Style => tone
