import type { Text } from '../core/text.ts'
import type { Level, Rule } from '../level/level.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import { inBoth } from '../words/say.ts'
import type { Met, ShortResult } from './short-code.ts'

/** Something worth talking about: a misconception that pairs ran into, in which level, the rule it broke, and a question. */
export type TalkingPoint = Met & {
  readonly title: Text
  /** How many pairs ran into it. */
  readonly pairs: number
  readonly rule: Text
  readonly question: Text
}

/** More of them nobody gets through in the minutes that are left. */
const MOST = 5

/**
 * What most pairs ran into, the commonest first. What one pair met alone is told only where no misconception was met by more:
 * it would be theirs to tell.
 */
export function talkingPoints(
  results: readonly Pick<ShortResult, 'met'>[],
  levelOf: (id: string) => Level | undefined,
): readonly TalkingPoint[] {
  const counts = new Map<string, { readonly met: Met; readonly pairs: number }>()
  for (const { met } of results)
    for (const [key, one] of new Map(met.map(each => [`${each.level} ${each.misconception}`, each])))
      counts.set(key, { met: one, pairs: (counts.get(key)?.pairs ?? 0) + 1 })
  const sorted = [...counts]
    .sort(([a, one], [b, two]) => two.pairs - one.pairs || (a < b ? -1 : 1))
    .map(([, count]) => count)
  const shared = sorted.filter(({ pairs }) => pairs > 1)
  return (shared.length > 0 ? shared : sorted).slice(0, MOST).flatMap(({ met, pairs }) => {
    const level = levelOf(met.level)
    return level ? [pointOf(level, met, pairs)] : []
  })
}

function pointOf(level: Level, met: Met, pairs: number): TalkingPoint {
  const { misconception } = met
  const rule = ruleBroken(level, misconception)
  return {
    ...met,
    title: level.title,
    pairs,
    rule: rule?.text ?? level.title,
    question: questionOf(level, misconception),
  }
}

/** The question to ask about a misconception: the level's own remark on it, its question, or what the control promised. */
export function questionOf(level: Level, misconception: string): Text {
  const nudge = level.nudges.find(other => other.misconception === misconception)
  if (nudge) return isQuestion(nudge.say) ? nudge.say : inBoth('board.askRemark', { remark: nudge.say })
  for (const { ask, options } of level.predict) {
    const option = options.find(other => other.misconception === misconception)
    if (option) return inBoth('board.askAnswer', { ask, answer: option.text })
  }
  const decoy = fieldOf(level).decoys.find(other => other.misconception === misconception)
  const controls = fieldOf(level).start.scene({ phase: 'build', probed: [] }).controls
  const control = controls.find(({ id }) => id === decoy?.slot)
  return inBoth('board.askControl', { control: control?.label ?? decoy?.slot ?? misconception })
}

const isQuestion = ({ en }: Text): boolean => en.trimEnd().endsWith('?')

/** States that are looked at to find out which rule a misconception breaks. */
const MOST_PLACES = 80

/**
 * The rule that a misconception is about: the one that is broken more often than elsewhere in the states near the start in
 * which its remark applies, its question is asked, or its control is set. Where that tells nothing it is the first goal.
 */
export function ruleBroken(level: Level, misconception: string): Rule | undefined {
  const places = placesNear(level)
  const shown = places.filter(showsIn(level, misconception))
  const bound = level.rules.filter(({ kind }) => kind !== 'bonus')
  const gain = (rule: Rule): number => shareBroken(rule, shown) - shareBroken(rule, places)
  const most = Math.max(...bound.map(gain))
  return most > 0 ? bound.find(rule => gain(rule) === most) : bound.find(({ kind }) => kind === 'goal')
}

/** In what part of some places a rule is broken. */
const shareBroken = ({ id }: Rule, places: readonly Place[]): number =>
  places.filter(place => place.verdict().rules.some(rule => rule.id === id && !rule.held)).length /
  Math.max(1, places.length)

function showsIn(level: Level, misconception: string): (place: Place) => boolean {
  const { decoys, start, axes } = fieldOf(level)
  const about = <T extends { readonly misconception?: string }>(list: readonly T[]): readonly T[] =>
    list.filter(other => other.misconception === misconception)
  const remarks = about(level.nudges)
  const asked = level.predict.filter(({ options }) => about(options).length > 0)
  const slots = about(decoys).map(({ slot }) => (axes ?? []).findIndex(axis => axis.slot === slot))
  return place =>
    [...remarks, ...asked].some(({ when }) => when.plain(place.read) === true) ||
    slots.some(slot => place.choice()?.[slot] !== start.choice()?.[slot])
}

const near = new WeakMap<Level, readonly Place[]>()

/** The start and what lies around it, nearest first. Kept for each level: several points ask for the same places. */
function placesNear(level: Level): readonly Place[] {
  const known = near.get(level)
  if (known) return known
  const { start } = fieldOf(level)
  const found = new Map([[start.key, start]])
  for (const place of found.values())
    for (const { id } of place.steps()) {
      const next = found.size < MOST_PLACES ? place.take(id) : null
      if (next && !found.has(next.key)) found.set(next.key, next)
    }
  const places = [...found.values()]
  near.set(level, places)
  return places
}
