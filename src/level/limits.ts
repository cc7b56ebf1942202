import { cells } from './cells.ts'

/** A text as players see it: glossary marks without their ids. */
const shown = (text: string): string => text.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')

/** Words between spaces; in Korean these are eojeol. */
const words = (text: string): number =>
  shown(text)
    .split(/\s+/)
    .filter(word => word !== '').length

/** How much text fits where. The unit follows the place: a title has cells, a brief is read aloud. */
export type Limit = {
  readonly most: number
  readonly unit: 'words' | 'characters' | 'cells'
  /** It stands on one line. */
  readonly single?: true
}

/** Limits of texts for each language. Korean says the same in fewer words. */
export const LIMITS = {
  title: { en: { most: 40, unit: 'cells', single: true }, ko: { most: 40, unit: 'cells', single: true } },
  brief: { en: { most: 60, unit: 'words' }, ko: { most: 50, unit: 'words' } },
  roundBrief: { en: { most: 25, unit: 'words' }, ko: { most: 20, unit: 'words' } },
  line: {
    en: { most: 80, unit: 'characters', single: true },
    ko: { most: 80, unit: 'characters', single: true },
  },
  say: { en: { most: 200, unit: 'characters' }, ko: { most: 200, unit: 'characters' } },
  because: { en: { most: 300, unit: 'characters' }, ko: { most: 300, unit: 'characters' } },
  debrief: { en: { most: 900, unit: 'characters' }, ko: { most: 900, unit: 'characters' } },
} as const satisfies { readonly [place: string]: { readonly en: Limit; readonly ko: Limit } }

/** A place that text is written for. */
export type TextPlace = keyof typeof LIMITS

/** How long a text is in a unit; characters are code points. */
function lengthIn(text: string, unit: Limit['unit']): number {
  switch (unit) {
    case 'words':
      return words(text)
    case 'characters':
      return Array.from(shown(text)).length
    case 'cells':
      return cells(shown(text))
    default:
      return unit satisfies never
  }
}

/** Why a text can't stand in its place; `undefined` when it can. */
export function textFault(text: string, { most, unit, single }: Limit): string | undefined {
  if (text.trim() === '') return 'the text is empty'
  if (single && text.trim().includes('\n')) return 'this must be one line'
  if (text.includes('\t')) return 'there is a tab in the text: use spaces'
  const length = lengthIn(text.trim(), unit)
  if (length > most) return `the text is too long: ${length} ${unit}, at most ${most}`
  const opened = text.split('[[').length
  return opened === text.split(']]').length ? undefined : 'a glossary term is written [[id]] or [[id|words]]'
}
