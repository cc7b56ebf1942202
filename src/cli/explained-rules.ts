import type { Explanation } from '../rules/expression.ts'
import { explanationLines } from '../plain/explanation.ts'
import { openCounterfactual } from '../play/counterfactual.ts'
import type { Counter, Game } from '../play/game.ts'
import { explain } from '../play/views.ts'
import { plain } from '../words/glossary.ts'
import type { Context } from './context.ts'

/** A rule taken apart, as tools read it. `counterfactual` is `null` where no small change turns the rule. */
type Explained = {
  readonly id: string
  readonly held: boolean
  readonly because: { readonly en: string; readonly ko: string }
  readonly source: string
  readonly expression: Explanation
  readonly counterfactual: object | null
}

/** Every rule of a game that was run: what it read, and what would turn it. */
export const explainedRules = (game: Game, held: ReadonlySet<string>): readonly Explained[] =>
  game.level.rules.map(({ id, because, source }) => ({
    id,
    held: held.has(id),
    because,
    source,
    expression: explain(game, id),
    counterfactual: changeOf(openCounterfactual(game, id)),
  }))

function changeOf(counter: Counter): object | null {
  if (counter.type !== 'change') return null
  const { turn, undo, steps, breaks, mends, isSmallest, say } = counter
  return { turn, undo, moves: steps, breaks, mends, smallest: isSmallest, say }
}

/** The lines below a rule: its parts with their values, and what would turn it. */
export function explainedLines(game: Game, id: string, { t, lang }: Context): readonly string[] {
  const counter = openCounterfactual(game, id)
  return [...explanationLines(explain(game, id), t('rules.decided'), lang), plain(counter.say[lang], lang)]
}
