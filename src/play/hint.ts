import type { Text } from '../core/text.ts'
import type { Place, PlaceStep } from '../solver/place.ts'
import { type Way, wayFrom } from '../solver/way.ts'
import { current, type Entry, type Fold } from './fold.ts'
import type { Hint } from './game.ts'
import { planOf } from './plan.ts'

/**
 * The next hint where the player stands: a nudge if one applies, then the rule to look at, then the control to touch,
 * then the move. A rung comes once the one below was taken since the state last changed. `null` when there is no more
 * to say: nothing is broken and no move is too many, or all was said.
 */
export function hintAt(fold: Fold): Hint | null {
  const taken = (rung: number): boolean => fold.rungsHere.includes(rung)
  if (fold.level.rules.length === 0 || isDone(fold)) return null
  if (!taken(0) && !taken(1)) {
    const nudge = nudgeAt(fold)
    if (nudge) return nudge
  }
  if (!taken(1)) return ruleHint(fold)
  return wayHint(fold, taken)
}

function isDone(fold: Fold): boolean {
  const verdict = current(fold).place.verdict()
  if (!verdict.solved || !verdict.guarded) return false
  if (fold.level.third !== 'frontier') return planOf(fold).length <= fold.proof.par
  const way = wayAt(fold, current(fold))
  return way.type === 'steps' && way.steps.length === 0
}

function nudgeAt(fold: Fold): Hint | null {
  const { read } = current(fold).place
  const nudge = fold.level.nudges.find(
    ({ when, afterRun }) => (!afterRun || fold.ran !== null) && when.plain(read) === true,
  )
  return nudge ? { rung: 0, say: nudge.say } : null
}

function ruleHint(fold: Fold): Hint {
  const [broken] = brokenIn(current(fold).place)
  const text = fold.level.rules.find(({ id }) => id === broken)?.text
  const say = text
    ? { en: `Look at this rule: ${text.en}`, ko: `이 규칙을 보세요: ${text.ko}` }
    : restText(fold)
  return { rung: 1, say }
}

/** What is left where every rule holds. */
function restText({ level, proof: { par } }: Fold): Text {
  if (level.third === 'frontier')
    return {
      en: 'Every rule holds, but another plan is better in one thing and worse in none.',
      ko: '모든 규칙이 지켜졌지만, 한 가지는 더 낫고 나머지도 뒤지지 않는 계획이 있습니다.',
    }
  return {
    en: `Every rule holds. Par is ${par}: some move is not needed.`,
    ko: `모든 규칙이 지켜졌습니다. 기준은 ${par}수이니, 없어도 되는 수가 있습니다.`,
  }
}

/** The broken goals, or the broken guards where every goal holds. */
function brokenIn(place: Place): readonly string[] {
  const broken = place.verdict().rules.filter(rule => !rule.held)
  const goals = broken.filter(({ kind }) => kind === 'goal')
  const first = goals.length > 0 ? goals : broken.filter(({ kind }) => kind === 'guard')
  return first.map(({ id }) => id)
}

/**
 * The step of a way to name first: one without which the rule that the last hint named would stay broken. In product
 * worlds the steps can be taken in any order; in order worlds only the first one can.
 */
function leading(place: Place, steps: readonly string[]): string | undefined {
  const [rule] = brokenIn(place)
  if (rule === undefined || place.choice() === null) return steps[0]
  const isNeeded = (step: string): boolean => {
    const without = steps.filter(other => other !== step)
    const end = without.reduce<Place | null>((at, id) => at?.take(id) ?? null, place)
    return end !== null && end.verdict().rules.some(({ id, held }) => id === rule && !held)
  }
  return steps.find(isNeeded) ?? steps[0]
}

function wayHint(fold: Fold, taken: (rung: number) => boolean): Hint | null {
  const entry = current(fold)
  const way = wayAt(fold, entry)
  if (way.type === 'back') return taken(2) ? null : { rung: 2, say: backText(way.why, way.count) }
  const next = leading(entry.place, way.steps)
  const step = entry.place.steps().find(({ id }) => id === next)
  if (!step) return null
  if (!taken(2)) return controlHint(entry.place, step)
  return taken(3) ? null : moveHint(entry.place, step)
}

// The search is what costs, and each rung that is asked for and then taken would repeat it. An entry belongs to one game.
const ways = new WeakMap<Entry, Way>()

function wayAt(fold: Fold, entry: Entry): Way {
  const known = ways.get(entry)
  if (known) return known
  const way = wayFrom(fold.level, fold.proof, entry)
  ways.set(entry, way)
  return way
}

function backText(why: 'lost' | 'longer' | 'unknown', count: number): Text {
  switch (why) {
    case 'lost':
      return {
        en: `This cannot be won from here; undo ${count}.`,
        ko: `여기서는 이길 수 없습니다. ${count}번 되돌리세요.`,
      }
    case 'longer':
      return {
        en: `There is a shorter way; undo ${count}.`,
        ko: `더 짧은 길이 있습니다. ${count}번 되돌리세요.`,
      }
    case 'unknown':
      return {
        en: `The surest way from here: undo ${count}.`,
        ko: `여기서 가장 확실한 길은 ${count}번 되돌리는 것입니다.`,
      }
    default:
      return why satisfies never
  }
}

function controlHint(place: Place, step: PlaceStep): Hint {
  const found = controlOf(place, step)
  const label = found.label ?? { en: step.slot, ko: step.slot }
  const say = { en: `Touch this control: ${label.en}`, ko: `이 항목을 바꿔 보세요: ${label.ko}` }
  return { rung: 2, say, ...(found.control === undefined ? {} : { control: found.control }) }
}

/** The control of the scene that offers a step. */
function controlOf(place: Place, step: PlaceStep): { readonly control?: string; readonly label?: Text } {
  const { controls, groups } = place.scene({ phase: 'build', probed: [] })
  const control = controls.find(({ options }) => options.some(option => option.step === step.id))
  if (!control) return {}
  const group = groups.find(({ id }) => id === control.group)?.label
  const label = group
    ? { en: `${group.en}, ${control.label.en}`, ko: `${group.ko}, ${control.label.ko}` }
    : control.label
  return { control: control.id, label }
}

function moveHint(place: Place, step: PlaceStep): Hint {
  const { control } = controlOf(place, step)
  return { rung: 3, say: step.say, step: step.id, ...(control === undefined ? {} : { control }) }
}
