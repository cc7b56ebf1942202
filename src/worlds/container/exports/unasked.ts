import { resolvePath } from '../../../kernel/view.ts'
import type { Act } from '../acts.ts'
import type { Facts } from '../facts.ts'
import type { Plan } from '../plan.ts'
import { actsOf } from '../run.ts'
import { caseIds, type Setup } from '../setup.ts'
import { joinedOf } from './box-lines.ts'
import type { Observed } from './observed.ts'
import type { Beyond } from './predicted.ts'

/**
 * Facts that a run could not ask, and why. `what` names the cause as a script prints it (`shop.ids`, `load`, a path of a
 * fact); `covers` tells the facts that depend on it, and which therefore say nothing about the plan.
 */
export type Unasked = {
  readonly what: string
  readonly reason: string
  covers(path: string): boolean
}

/** All that a run of a plan could not ask: what its script skipped, what did not start, what only real root is. */
export function unaskedIn(
  observed: Observed,
  setup: Setup,
  plan: Plan,
  facts: Facts,
  out: readonly Beyond[],
): readonly Unasked[] {
  const ordinary = isOrdinary(observed)
    ? [...unstarted(observed, plan, facts), ...ownedByRoot(setup, plan)]
    : []
  return [
    ...observed.skips.map(({ what, reason }) => ({ what, reason, covers: coveredBy(what, setup, plan) })),
    ...ordinary,
    ...out.map(({ prefix, reason }) => ({
      what: prefix.replace(/\.$/, ''),
      reason,
      covers: (path: string) => path.startsWith(prefix),
    })),
  ]
}

/** Said of the root of a throw-away host that is, outside of it, whoever started the script. */
const NOT_REAL_ROOT = 'root of this host is an ordinary user of the machine'

const isOrdinary = ({ skips }: Observed): boolean => skips.some(({ reason }) => reason === NOT_REAL_ROOT)

/** The facts that depend on what was skipped. */
function coveredBy(what: string, setup: Setup, plan: Plan): Unasked['covers'] {
  if (what === 'load') return isOfLoad
  if (what.startsWith('tc on ')) return isOfWire
  if (what.startsWith('/')) {
    // Whose a file is decides what becomes of whoever opens it.
    const spoilt = factsOfActs(setup, plan, path => path === what)
    return path => path.endsWith('.sees.sockets') || isAmong(spoilt, path)
  }
  const ids = /^(\w+)\.ids$/.exec(what)?.[1]
  if (ids !== undefined) return dependsOn(ids, plan)
  const [, box, controller] = /^(\w*)\.(memory|cpu|cpuset|pids|io|blkio)\./.exec(what) ?? []
  if (box !== undefined)
    return path => isOfLoad(path) || (controller === 'cpuset' && path === `box.${box}.sees.cpus`)
  return path => path === what || path.startsWith(`${what}.`)
}

/** How a load went: for a box all but whether it started and how its acts ended, for the host what runs short. */
const isOfLoad = (path: string): boolean =>
  /^run\.\w+\.box\.\w+\.(?!(?:id|started)$|did\.)/.test(path) ||
  /^run\.\w+\.host\.(oomKills|victims|taskTableFull|diskBusyPercent|linkBusyPercent)$/.test(path)

const isOfWire = (path: string): boolean =>
  /^run\.\w+\.(box\.\w+\.(send|receive)(Rate|Percent)|host\.linkBusyPercent)$/.test(path)

/** Everything that is other than planned where a box is: itself, whoever joins it, what boxes see, what they do. */
function dependsOn(id: string, plan: Plan): Unasked['covers'] {
  const boxes = withJoiners(id, plan)
  return path =>
    path.startsWith('run.') ||
    /^box\.\w+\.sees\./.test(path) ||
    boxes.some(box => path.startsWith(`box.${box}.`))
}

/** A box and all that join a namespace of it, directly or by way of others. */
function withJoiners(id: string, plan: Plan): readonly string[] {
  const found = [id]
  // The list grows while it is walked, until nobody new joins anybody on it.
  for (const other of found)
    for (const box of plan.machine.boxes) {
      const joins = Object.values(box.ns).some(membership => joinedOf(membership) === other)
      if (joins && !found.includes(box.id)) found.push(box.id)
    }
  return found
}

/**
 * Boxes that should have started and did not. An ordinary user may have only one uid and no groups in a throw-away host
 * (man:user_namespaces(7)), so that says nothing about the plan.
 */
function unstarted({ facts, skips, notes }: Observed, plan: Plan, predicted: Facts): readonly Unasked[] {
  const boxes = Object.entries(predicted.run).flatMap(([name, { box }]) =>
    Object.values(box).flatMap(({ id, started }) =>
      started && facts.some(({ path, said }) => path === `run.${name}.box.${id}.started` && said === 'false')
        ? [id]
        : [],
    ),
  )
  return [...new Set(boxes)]
    .filter(id => !skips.some(({ what }) => what === `${id}.ids`))
    .map(id => ({ what: id, reason: notStarted(id, notes), covers: dependsOn(id, plan) }))
}

/** Why a box did not start, in the words of the tool that could not start it. */
export function notStarted(id: string, notes: readonly string[]): string {
  const note = notes.find(text => text.startsWith(`${id}: `))
  return note === undefined ? 'the box did not start' : `the box did not start: ${note.slice(id.length + 2)}`
}

/** Acts on the switches of the kernel, whose owner is the real root: no root of a user namespace is. */
function ownedByRoot(setup: Setup, plan: Plan): readonly Unasked[] {
  const isSwitch = (path: string): boolean => /^\/(proc\/sys|sys)\//.test(path)
  const spoilt = factsOfActs(setup, plan, isSwitch)
  if (spoilt.length === 0) return []
  return [{ what: '/proc/sys', reason: NOT_REAL_ROOT, covers: path => isAmong(spoilt, path) }]
}

/** Facts that acts on files of the host decide, as paths lead there from the boxes; all below where one ends in a dot. */
const factsOfActs = (setup: Setup, plan: Plan, isMeant: (path: string) => boolean): readonly string[] =>
  caseIds(setup).flatMap(name =>
    Object.entries(setup.boxes).flatMap(([id, box]) =>
      actsOf(box, name).flatMap(act => {
        const at = resolvePath(plan.machine, id, fileOf(act))
        if (at.type === 'nothing' || !isMeant(at.path)) return []
        // Where the act is fatal, all that comes after it hangs on it.
        if (act.fatal) return [`run.${name}.`]
        return [...(act.id === '' ? [] : [`run.${name}.box.${id}.did.${act.id}`]), `run.${name}.host.`]
      }),
    ),
  )

const isAmong = (facts: readonly string[], path: string): boolean =>
  facts.some(fact => path === fact || (fact.endsWith('.') && path.startsWith(fact)))

function fileOf(act: Act): string {
  switch (act.verb) {
    case 'overwrite':
    case 'delete':
    case 'read':
      return act.value
    case 'connect':
      return String(act.value)
    default:
      return ''
  }
}
