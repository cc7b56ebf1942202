import { fail, ok, type Result } from '../core/result.ts'
import type { Level, Prediction } from '../level/level.ts'
import type { Place } from '../solver/place.ts'
import type { Facts } from '../worlds/container/facts.ts'
import { builtFrom, exportFiles } from '../worlds/container/exports/export.ts'
import { type Compared, factAt, factsThrough } from '../worlds/container/exports/observed.ts'
import { NEVER_SHOWN, type Outcome, outcomeOf } from '../worlds/container/exports/outcome.ts'
import { predictedFacts } from '../worlds/container/exports/predicted.ts'

/** What the kernel answered: the id of an option, or why the question could not be asked here. */
export type KernelAnswer =
  | { readonly type: 'answered'; readonly option: string }
  | { readonly type: 'unasked'; readonly reason: string }

/** A question of the level, with the game's answer for the player's own plan (the id of an option) and the kernel's. */
export type Card = {
  readonly prediction: Prediction
  readonly game: string
  readonly kernel: KernelAnswer
}

/** What came of a bet. */
export type Settled = {
  readonly cards: readonly Card[]
  readonly compared: readonly Compared[]
  /** What was not asked here, and why. */
  readonly skips: readonly { readonly what: string; readonly reason: string }[]
  readonly notes: readonly string[]
}

/** A plan made ready to be built on this machine. */
export type Bet = {
  readonly script: string
  /** The level's questions, as they stand for this plan. */
  readonly asks: readonly Prediction[]
  settle(output: string): Settled
}

/** Makes a bet of a level's plan; an error where the level is not one of boxes. */
export function betOn(level: Level, place: Place): Result<Bet, string> {
  const built = builtFrom(level.setup, place.state)
  if (!built.ok) return fail(built.error)
  const { setup, plan } = built.value
  const asks = level.predict.filter(({ when }) => when.plain(place.read) === true)
  const own = predictedFacts(setup, plan)
  return ok({
    script: exportFiles(setup, plan, 'unshare')[0]?.text ?? '',
    asks,
    settle: output => {
      const outcome = outcomeOf(setup, plan, output)
      return {
        cards: asks.map(prediction => ({
          prediction,
          game: String(prediction.answer.plain(name => factAt(own, name))),
          kernel: kernelAnswer(prediction, own, outcome),
        })),
        compared: outcome.compared,
        skips: outcome.unasked.map(({ what, reason }) => ({ what, reason })),
        notes: outcome.notes,
      }
    },
  })
}

/**
 * The kernel's answer to a question. A fact that was not asked is absent, so an expression that needs it fails as CEL has
 * it; one that comes to the same whatever that fact is does not need it. Some fact must have been observed.
 */
function kernelAnswer({ answer }: Prediction, own: Facts, outcome: Outcome): KernelAnswer {
  const reasons: string[] = []
  let isSeen = false
  const look = (path: string): unknown => {
    const said = outcome.answer(path, own)
    if (said.type === 'unasked') {
      reasons.push(said.reason)
      return undefined
    }
    isSeen ||= said.type === 'seen'
    return said.value
  }
  const seen = factsThrough(own, look)
  const option = String(answer.plain(name => factAt(seen, name)))
  if (option !== '' && isSeen) return { type: 'answered', option }
  return { type: 'unasked', reason: reasons[0] ?? NEVER_SHOWN }
}

/**
 * The second of two runs of a bet, where only what differed in both still differs: clocks and schedulers have their
 * moments, and a model that is wrong is wrong again.
 */
export function heldTwice(first: Settled, second: Settled): Settled {
  const differed = new Set(first.compared.flatMap(({ path, agrees }) => (agrees ? [] : [path])))
  return {
    ...second,
    compared: second.compared.map(fact => ({ ...fact, agrees: fact.agrees || !differed.has(fact.path) })),
  }
}
