/** The languages that every player-facing text exists in. */
export const LANGS = ['en', 'ko'] as const

/** A language the game speaks. */
export type Lang = (typeof LANGS)[number]

/**
 * A text in both languages. Glossary terms stand inline as `[[pid-namespace]]`, or with their own wording as
 * `[[pid-namespace|a pid namespace]]`; screens turn them into plain words with `words/glossary`.
 */
export type Text = { readonly en: string; readonly ko: string }

/** The same string in both languages: for commands, file names and other things that are not translated. */
export const same = (text: string): Text => ({ en: text, ko: text })
