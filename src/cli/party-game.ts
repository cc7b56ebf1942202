import { dirname, resolve } from 'node:path'
import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { EPOCH } from '../party/epoch.ts'
import { type CodeProblem, encodeCode, readCode } from '../party/game-code.ts'
import type { OpenedLevel } from '../party/ports.ts'
import { type GameCode, type RoundPlan, roundsOf } from '../party/rounds.ts'
import { type Context, failure, type Trouble, wrongUse } from './context.ts'
import { fileOf, levelsOf, type Shelf, shippedShelf } from './shelf.ts'

/** A game as its spoken code tells it, with the shelf that its levels stand on. */
export type SpokenGame = {
  readonly code: GameCode
  readonly spoken: Text
  readonly plans: readonly RoundPlan[]
  readonly titles: { readonly [level: string]: Text }
  readonly shelf: Shelf
}

/** What a code looks like, for whoever typed something else. */
const EXAMPLE: GameCode = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 1 }

/** Understands the words after a command as a game's code; says what was wrong with them, and what may have been meant. */
export async function spokenGame(
  command: string,
  operands: readonly string[],
  context: Pick<Context, 't' | 'lang' | 'here'>,
): Promise<Result<SpokenGame, Trouble>> {
  const { t } = context
  if (operands.length === 0) return fail(wrongUse(t('cli.missingArgument', { command, argument: 'CODE' })))
  const read = readCode(operands.join(' '))
  if (!read.ok) return fail(codeTrouble(read.error, context))
  const code = read.value
  const spoken = { en: encodeCode(code, 'en'), ko: encodeCode(code, 'ko') }
  if (code.epoch !== EPOCH) {
    const told = t('party.otherEpoch', { code: spoken, theirs: code.epoch, ours: EPOCH })
    return fail(failure(told))
  }
  const shelf = await shippedShelf(context.here)
  const plans = roundsOf(code, shelf.campaign.pool)
  if (plans.length === 0) return fail(failure(t('party.noRounds')))
  const titles = Object.fromEntries(levelsOf(shelf).map(({ id, title }) => [id, title]))
  return ok({ code, spoken, plans, titles, shelf })
}

function codeTrouble(problem: CodeProblem, { t, lang }: Pick<Context, 't' | 'lang'>): Trouble {
  const { found: code, near } = problem
  const hint = near.length > 0 ? t('party.nearCodes', { codes: near.join(', ') }) : t('party.askAgain')
  switch (problem.type) {
    case 'shape':
      return wrongUse(t('party.codeShape', { code, example: encodeCode(EXAMPLE, lang) }), hint)
    case 'words':
      return wrongUse(t('party.codeWords', { code }), hint)
    case 'check':
      return wrongUse(t('party.codeCheck', { code }), hint)
    default:
      return problem satisfies never
  }
}

/** Opens the level of a round, with its numbers. Loads the code that reads levels. */
export async function openRound(
  { shelf }: Pick<SpokenGame, 'shelf'>,
  { level: id, variant }: RoundPlan,
): Promise<Result<OpenedLevel, Text>> {
  const level = levelsOf(shelf).find(known => known.id === id)
  const { loadPlayable } = await import('./load.ts')
  return loadPlayable(level ? fileOf(shelf, level) : resolve(shelf.folder, id), variant)
}

/** The folder that the player's data lie in. */
export const dataOf = ({ saves }: Context): string => dirname(saves.path)
