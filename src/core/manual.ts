import type { Text } from './text.ts'

/**
 * A row of a world's manual, for whoever cannot see the screen: what a symptom means that somebody reads out, or what a
 * control truly changes.
 */
export type ManualRow = {
  readonly id: string
  readonly type: 'symptom' | 'control'
  /** The symptom as the screen words it, or the control as the screen labels it. */
  readonly what: Text
  readonly means: Text
  /** Who says so: a man page, a KEP, a page of the documentation. */
  readonly source: string
  /**
   * Where the row is of use: settings (the last part of a slot, such as `memory`) and names of facts (`oomKilled`). A level
   * that opens one of these settings, or whose rules name one of these facts, needs the row.
   */
  readonly about: readonly string[]
}

/** English and Korean. */
type Pair = readonly [en: string, ko: string]

/** A row on a symptom. */
export const symptom = (
  id: string,
  about: readonly string[],
  [en, ko]: Pair,
  [meansEn, meansKo]: Pair,
  source: string,
): ManualRow => ({
  id,
  type: 'symptom',
  what: { en, ko },
  means: { en: meansEn, ko: meansKo },
  source,
  about,
})

/** A maker of rows on controls, for a world's settings: a control goes by the name that it has on the screen. */
export const controlRows =
  <S extends string>(words: { readonly [setting in S]: { readonly label: Text } }) =>
  (setting: S, en: string, ko: string, source: string): ManualRow => ({
    id: `control-${setting}`,
    type: 'control',
    what: words[setting].label,
    means: { en, ko },
    source,
    about: [setting],
  })
