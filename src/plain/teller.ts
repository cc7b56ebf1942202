import type { Lang, Text } from '../core/text.ts'
import { say, type WordKey, type WordParams } from '../words/say.ts'
import { plain } from '../words/glossary.ts'
import { harmless } from '../words/harmless.ts'
import { proseLines } from '../words/prose.ts'
import type { Streams } from './ports.ts'

/** Speaks to the player in lines, and listens. The language can change at any time. */
export type Teller = {
  lang(): Lang
  speak(lang: Lang): void
  /** An interface text as a string, for use inside another line. */
  word<K extends WordKey>(key: K, ...params: WordParams<K>): string
  /** A text in the chosen language, glossary terms as plain words. */
  text(text: Text): string
  /** A longer text as lines: a paragraph a line, commands indented. */
  prose(text: Text): readonly string[]
  /** Tells an interface text. */
  say<K extends WordKey>(key: K, ...params: WordParams<K>): void
  /** Tells lines as they are; each text may hold several. */
  tell(...lines: readonly string[]): void
  /** Tells a heading, with an empty line before it. */
  head(line: string): void
  /** The next thing that the player types; `null` when the input is over. */
  listen(): Promise<string | null>
}

/** Makes a teller for a pair of streams. */
export function teller(streams: Streams, first: Lang): Teller {
  let lang = first
  const word = <K extends WordKey>(key: K, ...params: WordParams<K>): string => say(lang, key, ...params)
  const tell = (...lines: readonly string[]): void => {
    for (const line of lines) streams.write(`${harmless(line).trimEnd()}\n`)
  }
  return {
    lang: () => lang,
    speak: next => {
      lang = next
    },
    word,
    text: text => plain(text[lang], lang),
    prose: text => proseLines(plain(text[lang], lang)),
    say: (key, ...params) => tell(word(key, ...params)),
    tell,
    head: line => tell('', line),
    listen: async () => (await streams.readLine())?.normalize('NFC').trim() ?? null,
  }
}
