import type { Lang, Text } from '../core/text.ts'
import { en } from './en.ts'
import { GLOSSARY_READINGS, plain } from './glossary.ts'
import { ko } from './ko.ts'
import { PARTICLES, particleFor } from './particles.ts'

/** The name of an interface text. */
export type WordKey = keyof typeof en

/** What a parameter can be filled with; a `Text` is shown in the language being spoken. */
export type Value = string | number | Text

type NameOf<P extends string> = P extends `${infer Name}:${string}` ? Name : P
type Names<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? NameOf<P> | Names<Rest>
  : never

/** The arguments after a key: none, or one object with exactly the parameters that the text has. */
export type WordParams<K extends WordKey> = [Names<(typeof en)[K]>] extends [never]
  ? []
  : [values: { readonly [P in Names<(typeof en)[K]>]: Value }]

/** Says interface texts in one language: `t('level.par', { par: 3 })`. */
export type Sayer = <K extends WordKey>(key: K, ...params: WordParams<K>) => string

type Values = { readonly [name: string]: Value }

const DICTIONARIES: { readonly [L in Lang]: { readonly [K in WordKey]: string } } = { en, ko }

/** An interface text in one language, its parameters filled in, with the Korean particles that fit them. */
export function say<K extends WordKey>(lang: Lang, key: K, ...params: WordParams<K>): string
export function say(lang: Lang, key: WordKey, values: Values = {}): string {
  return DICTIONARIES[lang][key].replace(/\{(\w+)(?::([^{}]+))?\}/g, (_, name: string, form?: string) =>
    filled(lang, values[name] ?? '', form),
  )
}

/** A sayer for one language, to be made once and handed to whatever draws. */
export const words =
  (lang: Lang): Sayer =>
  (key, ...params) =>
    say(lang, key, ...params)

/** An interface text in both languages, for data that is made before the language is known, such as score lines. */
export function inBoth<K extends WordKey>(key: K, ...params: WordParams<K>): Text {
  return { en: say('en', key, ...params), ko: say('ko', key, ...params) }
}

/** A parameter's value, with its noun (English, `move/moves`) or its particle (Korean, `을/를`). */
function filled(lang: Lang, value: Value, form: string | undefined): string {
  const shown = typeof value === 'object' ? value[lang] : String(value)
  if (form === undefined) return shown
  const pair = PARTICLES.find(particles => particles === form)
  if (pair !== undefined) return shown + particleFor(plain(shown, lang), pair, GLOSSARY_READINGS)
  const [one = '', many = one] = form.split('/')
  return `${shown} ${Number(shown) === 1 ? one : many}`
}
