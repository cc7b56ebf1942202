import type { Lang, Text } from '../core/text.ts'
import { type Sayer, words } from '../words/say.ts'
import { markup, plain } from '../words/glossary.ts'
import { asciiText } from './ascii.ts'
import { GLYPHS, type Glyphs, type GlyphSet } from './glyphs.ts'
import { type Row, type Style, span } from './rows.ts'

/** How a screen speaks and draws: one language, one glyph set. Every widget takes one. */
export type Voice = {
  readonly lang: Lang
  readonly glyphs: Glyphs
  /** A phrase of the interface. */
  readonly say: Sayer
  /** A piece of text as the glyph set can draw it. */
  spelled(text: string): string
  /** A text in the chosen language, terms as plain words. */
  text(text: Text): string
  /** The same with glossary terms marked. */
  rich(text: Text, style?: Style): Row
  /** A piece of text that is in the chosen language already, with its terms marked. */
  marked(text: string, style?: Style): Row
}

/** Makes the voice for a language and a glyph set. */
export function voice(lang: Lang, glyphs: GlyphSet): Voice {
  const spelled = glyphs === 'ascii' ? asciiText : (text: string): string => text
  const rich = (text: string, style: Style): Row =>
    markup(text, lang).map(part => span(spelled(part.text), part.type === 'term' ? 'term' : style))
  const say = words(lang)
  return {
    lang,
    glyphs: GLYPHS[glyphs],
    say: (key, ...params) => spelled(say(key, ...params)),
    text: text => spelled(plain(text[lang], lang)),
    spelled,
    rich: (text, style = 'plain') => rich(text[lang], style),
    marked: (text, style = 'plain') => rich(text, style),
  }
}
