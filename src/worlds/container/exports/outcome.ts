import type { Facts } from '../facts.ts'
import type { Plan } from '../plan.ts'
import type { Setup } from '../setup.ts'
import { type Compared, compareFacts, factAt, factSaid, type Observed, readObserved } from './observed.ts'
import { beyond, knownNames, laterFacts, onCgroup, predictedFacts } from './predicted.ts'
import { notStarted, type Unasked, unaskedIn } from './unasked.ts'

/** What a kernel says of a fact: a value (`given` where the plan itself says it), or why it was not asked. */
export type Answer =
  | { readonly type: 'given' | 'seen'; readonly value: unknown }
  | { readonly type: 'unasked'; readonly reason: string }

/** What came of a run of an export, held against the game. */
export type Outcome = {
  readonly compared: readonly Compared[]
  readonly unasked: readonly Unasked[]
  /** Why a box did not start, in the tool's own words. */
  readonly notes: readonly string[]
  /** What this kernel says of a fact. `own` are the game's facts of the plan as the player made it. */
  answer(path: string, own: Facts): Answer
}

/** Holds what a script printed against what the game predicts for a plan on the cgroups of this machine. */
export function outcomeOf(setup: Setup, plan: Plan, output: string): Outcome {
  const version = versionIn(output)
  const here = version === undefined ? plan : onCgroup(plan, version)
  const observed = readObserved(output)
  const facts = predictedFacts(setup, here)
  const out = version === undefined ? [] : beyond(setup, plan, version)
  const unasked = unaskedIn(observed, setup, here, facts, out)
  const asked = {
    ...observed,
    facts: observed.facts.filter(({ path }) => !unasked.some(({ covers }) => covers(path))),
  }
  const known = knownNames(plan)
  const compared = compareFacts(asked, facts, known, laterFacts(setup, here, observed.watched))
  return {
    compared,
    unasked,
    notes: observed.notes,
    answer: (path, own) => answerTo(path, { own, here: facts, asked, unasked, compared, known }),
  }
}

/** The version of cgroups that a script could write to; none where it could write none, and then nothing hangs on it. */
function versionIn(output: string): 'v1' | 'v2' | undefined {
  const version = /^cgroups=(\w+)$/m.exec(output)?.[1]
  return version === 'v1' || version === 'v2' ? version : undefined
}

/** Facts that are no answer of a kernel: they say how the machine and the boxes were built. */
const GIVEN = /^(host\..*|box\.\w+\.(id|(ns|limits)\..*)|run\.\w+\.box\.\w+\.id)$/

/** Why a fact was not asked that nothing stood in the way of. */
export const NEVER_SHOWN = 'no run of a script can show it'

type Known = {
  readonly own: Facts
  readonly here: Facts
  readonly asked: Observed
  readonly unasked: readonly Unasked[]
  readonly compared: readonly Compared[]
  readonly known: ReadonlySet<string>
}

function answerTo(path: string, { own, here, asked, unasked, compared, known }: Known): Answer {
  const fact = factAt(own, path)
  if (GIVEN.test(path)) return { type: 'given', value: fact }
  const said = asked.facts.find(other => other.path === path)?.said
  if (said === undefined) return { type: 'unasked', reason: reasonFor(path, asked, unasked) }
  if (JSON.stringify(fact) !== JSON.stringify(factAt(here, path)))
    return {
      type: 'unasked',
      reason: `this machine has cgroup ${here.host.cgroup}, the plan another version`,
    }
  // What agrees within its tolerance is no other answer.
  const isSame = compared.some(other => other.path === path && other.agrees)
  return { type: 'seen', value: isSame ? fact : factSaid(fact, path, said, known) }
}

function reasonFor(path: string, { facts, notes }: Observed, unasked: readonly Unasked[]): string {
  const reason = unasked.find(({ covers }) => covers(path))?.reason
  if (reason !== undefined) return reason
  const [, start = '', box = ''] = /^(run\.\w+\.box\.(\w+)\.)/.exec(path) ?? []
  const isDown = facts.some(fact => fact.path === `${start}started` && fact.said === 'false')
  return isDown ? notStarted(box, notes) : NEVER_SHOWN
}
