import type { Text } from '../core/text.ts'
import type { Rule } from '../level/level.ts'
import { type Counterfactual, counterfactual as search } from '../solver/counterfactual.ts'
import type { Place, PlaceStep } from '../solver/place.ts'
import { inBoth } from '../words/say.ts'
import { current, type Entry, type Fold } from './fold.ts'
import { foldOf } from './folded.ts'
import type { Counter, Game } from './game.ts'
import { hintAt } from './hint.ts'

/** How a sentence calls a rule. */
type Naming = (rule: Rule) => Text

const byText: Naming = ({ text }) => text

/**
 * What would turn a rule in the state as it stands. Before the level is solved in this game, it is for broken rules only,
 * and comes once the last hint here was taken; afterwards it is free, and held rules show what would break them.
 * `name` is for those who must not know every rule.
 */
export function counterfactual(game: Game, rule: string, name: Naming = byText): Counter {
  const fold = foldOf(game)
  if (!fold.ran && !fold.level.tutorial) return { type: 'sealed', say: inBoth('rules.explainAfterRun') }
  if (fold.best === 0 && isHeld(fold, rule)) return { type: 'locked', say: inBoth('rules.breakSolved') }
  if (fold.best === 0 && hintAt(fold) !== null) return { type: 'locked', say: inBoth('rules.mendHint') }
  return counterAt(fold, rule, name)
}

/** The same without its price: for tools, which have the solution anyway. */
export const openCounterfactual = (game: Game, rule: string): Counter => counterAt(foldOf(game), rule, byText)

const isHeld = (fold: Fold, rule: string): boolean =>
  current(fold)
    .place.verdict()
    .rules.some(({ id, held }) => id === rule && held)

function counterAt(fold: Fold, rule: string, name: Naming): Counter {
  const entry = current(fold)
  const turn = isHeld(fold, rule) ? 'break' : 'mend'
  const change = changeAt(fold, entry, rule)
  if (!change) return { type: 'none', turn, say: inBoth(turn === 'mend' ? 'rules.noMend' : 'rules.noBreak') }
  return { type: 'change', turn, ...change, say: sentence(fold, entry, turn, change, name) }
}

// A screen asks again with every key, and the search is what costs. An entry belongs to one game.
const changes = new WeakMap<Entry, Map<string, Counterfactual | null>>()

function changeAt(fold: Fold, entry: Entry, rule: string): Counterfactual | null {
  const known = changes.get(entry) ?? new Map<string, Counterfactual | null>()
  changes.set(entry, known)
  const found = known.get(rule)
  if (found !== undefined) return found
  const change = search(fold.level, fold.proof, entry, rule)
  known.set(rule, change)
  return change
}

/** The change and what else it would do, in a sentence each. */
function sentence(
  fold: Fold,
  entry: Entry,
  turn: 'mend' | 'break',
  change: Counterfactual,
  name: Naming,
): Text {
  const step = listed(stepWords(entry, change))
  const smallest = turn === 'mend' ? 'rules.mend' : 'rules.breaks'
  const known = turn === 'mend' ? 'rules.mendKnown' : 'rules.breaksKnown'
  const also = change.breaks.length === 0 ? [] : [alsoBroken(turn, rulesText(fold, change.breaks, name))]
  const mended =
    change.mends.length === 0
      ? []
      : [inBoth('rules.mendsToo', { rules: rulesText(fold, change.mends, name) })]
  const rest = also.length + mended.length > 0 ? [...also, ...mended] : [inBoth('rules.nothingElse')]
  return joined([inBoth(change.isSmallest ? smallest : known, { step }), ...rest], ' ')
}

const alsoBroken = (turn: 'mend' | 'break', rules: Text): Text =>
  turn === 'mend' ? inBoth('rules.mendBreaks', { rules }) : inBoth('rules.breaksToo', { rules })

/** The steps of a change as their controls say them. */
function stepWords({ place, path }: Entry, { undo, steps }: Counterfactual): readonly Text[] {
  const words: Text[] = undo > 0 ? [inBoth('rules.undo', { n: undo })] : []
  let at: Place | null = undo > 0 ? (path.at(-undo)?.from ?? null) : place
  for (const id of steps) {
    const step: PlaceStep | undefined = at?.steps().find(other => other.id === id)
    if (step) words.push(step.say)
    at = at?.take(id) ?? null
  }
  return words
}

const rulesText = (fold: Fold, ids: readonly string[], name: Naming): Text =>
  listed(fold.level.rules.filter(({ id }) => ids.includes(id)).map(name))

/** In quotes, since both steps and rules have colons and commas of their own. */
const listed = (texts: readonly Text[]): Text =>
  joined(
    texts.map(({ en, ko }) => ({ en: `"${en}"`, ko: `"${ko}"` })),
    ', ',
  )

const joined = (texts: readonly Text[], between: string): Text => ({
  en: texts.map(({ en }) => en).join(between),
  ko: texts.map(({ ko }) => ko).join(between),
})
