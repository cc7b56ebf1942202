import { digest } from '../core/digest.ts'
import { type Json } from '../core/json.ts'
import type { Level } from './level.ts'

/** What of a level affects play. */
type Played = Omit<Level, 'playHash' | 'board' | 'cel'>

/**
 * Digest of what affects play: world, setup, what rules, questions and nudges say to the engine, and what stars need.
 * Words for players, sources and misconceptions don't count, so that a mended sentence leaves results as they are.
 */
export function playHash(level: Played): string {
  return digest({
    world: level.world,
    setup: withoutTexts(level.setup),
    runs: level.runs,
    tutorial: level.tutorial,
    third: level.third,
    objectives: level.objectives?.map(({ id, fact, better }) => ({ id, fact, better })),
    rules: level.rules.map(({ id, kind, points, when, seat }) => ({
      id,
      kind,
      points,
      when: when.source,
      seat,
    })),
    predict: level.predict.map(({ id, when, answer, options }) => ({
      id,
      when: when.source,
      answer: answer.source,
      options: options.map(option => option.id),
    })),
    nudges: level.nudges.map(({ id, when }) => ({ id, when: when.source })),
  })
}

/** A setup without its `{ en, ko }` texts. */
function withoutTexts(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(withoutTexts)
  const keys = Object.keys(value)
  const isText = keys.length === 2 && typeof value['en'] === 'string' && typeof value['ko'] === 'string'
  if (isText) return 'text'
  return Object.fromEntries(keys.map(key => [key, withoutTexts(value[key] ?? null)]))
}

/** `Array.isArray` does not tell read-only lists apart. */
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
