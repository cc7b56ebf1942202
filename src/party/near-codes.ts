import { editDistance, nearest } from '../core/nearest.ts'
import type { Text } from '../core/text.ts'
import { FIRST_WORDS, SECOND_WORDS } from './code-words.ts'

/** A first and a second word that may have been meant. */
type Pair = readonly [first: string, second: string]

const spellings = (words: readonly Text[]): readonly string[] => words.flatMap(({ en, ko }) => [en, ko])
const FIRST = spellings(FIRST_WORDS)
const SECOND = spellings(SECOND_WORDS)

/**
 * Words of the lists that mistyped ones may have meant, the likeliest first. Where it was not typed as two words every cut
 * of its letters is tried. Two words in each other's place are taken for what they are.
 */
export function nearWords(typed: readonly string[], letters: string): readonly Pair[] {
  const [one = '', two = ''] = typed
  const pairs =
    typed.length === 2
      ? [...near(one, two), ...near(two, one)]
      : cuts(letters).flatMap(([a, b]) => near(a, b))
  const told = new Map(pairs.map(({ pair, distance }) => [pair.join(' '), { pair, distance }]))
  return [...told.values()].sort((a, b) => a.distance - b.distance).map(({ pair }) => pair)
}

const cuts = (letters: string): readonly Pair[] =>
  Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => [
    letters.slice(0, i + 1),
    letters.slice(i + 1),
  ])

function near(one: string, two: string): readonly { readonly pair: Pair; readonly distance: number }[] {
  const seconds = nearest(two, SECOND)
  return nearest(one, FIRST).flatMap(first =>
    seconds.map(second => ({
      pair: [first, second] as const,
      distance: editDistance(one, first) + editDistance(two, second),
    })),
  )
}

/** Numbers of four digits that are one slip away: first two that changed places, then a wrong, a lost and an extra digit. */
export function nearNumbers(typed: string): readonly string[] {
  const places = Array.from(typed, (_, i) => i)
  const without = (i: number, put: string, to = i + 1): string => typed.slice(0, i) + put + typed.slice(to)
  const all = [
    ...places.slice(1).map(i => without(i - 1, `${typed[i] ?? ''}${typed[i - 1] ?? ''}`, i + 1)),
    ...places.flatMap(i => DIGITS.map(digit => without(i, digit))),
    ...[...places, typed.length].flatMap(i => DIGITS.map(digit => without(i, digit, i))),
    ...places.map(i => without(i, '')),
  ]
  return [...new Set(all)].filter(number => number.length === 4 && number !== typed)
}

const DIGITS = Array.from('0123456789')
