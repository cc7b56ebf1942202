import { fail, ok, type Result } from '../core/result.ts'
import type { Level, Prediction } from '../level/level.ts'
import type { Place } from '../solver/place.ts'
import { builtFrom, exportFiles } from '../worlds/container/exports/export.ts'
import {
  type Compared,
  compareFacts,
  factAt,
  overlayFacts,
  readObserved,
} from '../worlds/container/exports/observed.ts'
import {
  type Beyond,
  beyond,
  knownNames,
  laterFacts,
  onCgroup,
  predictedFacts,
} from '../worlds/container/exports/predicted.ts'

/** A question of the level, with what the game and the kernel answer; ids of options. */
export type Card = { readonly prediction: Prediction; readonly game: string; readonly kernel: string }

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
  const known = knownNames(plan)
  return ok({
    script: exportFiles(setup, plan, 'unshare')[0]?.text ?? '',
    asks,
    settle: output => {
      const version = /^cgroups=(v1|v2)$/m.exec(output)?.[1] === 'v1' ? 'v1' : 'v2'
      const observed = readObserved(output)
      const here = onCgroup(plan, version)
      const facts = predictedFacts(setup, here)
      const out = beyond(setup, plan, version)
      const isShown = ({ path }: { readonly path: string }) =>
        !out.some(({ prefix }) => path.startsWith(prefix))
      const shown = { ...observed, facts: observed.facts.filter(isShown) }
      const compared = compareFacts(shown, facts, known, laterFacts(setup, here, observed.watched))
      // What agrees within its tolerance is no other answer.
      const differs = new Set(compared.filter(({ agrees }) => !agrees).map(({ path }) => path))
      const other = { ...shown, facts: shown.facts.filter(({ path }) => differs.has(path)) }
      const seen = overlayFacts(facts, other, known)
      return {
        cards: asks.map(prediction => cardOf(prediction, facts, seen)),
        compared,
        skips: [...observed.skips, ...skipped(out)],
        notes: observed.notes,
      }
    },
  })
}

const answerIn = (prediction: Prediction, facts: unknown): string =>
  String(prediction.answer.plain(name => factAt(facts, name)))

const cardOf = (prediction: Prediction, facts: unknown, seen: unknown): Card => ({
  prediction,
  game: answerIn(prediction, facts),
  kernel: answerIn(prediction, seen),
})

const skipped = (out: readonly Beyond[]): Settled['skips'] =>
  out.map(({ prefix, reason }) => ({ what: prefix.replace(/\.$/, ''), reason }))
