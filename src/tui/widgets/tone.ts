import type { Tone } from '../../core/scene.ts'
import type { Glyphs } from '../glyphs.ts'
import { type Span, span } from '../rows.ts'
import { toneStyle } from '../theme.ts'

/** A glyph for a tone, so that colour never carries a meaning alone. */
export function toneGlyph(tone: Tone, glyphs: Glyphs): string {
  const by: { readonly [K in Tone]: string } = {
    plain: glyphs.dot,
    quiet: glyphs.dot,
    good: glyphs.held,
    warn: glyphs.warn,
    bad: glyphs.broken,
    hidden: '?',
  }
  return by[tone]
}

/** A tone's glyph in its colour, with a space. */
export const toneMark = (tone: Tone, glyphs: Glyphs): Span =>
  span(`${toneGlyph(tone, glyphs)} `, toneStyle(tone))
