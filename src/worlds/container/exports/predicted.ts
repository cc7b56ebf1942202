import type { Plan } from '../plan.ts'
import { boxObserver, hostFacts, runObserver } from '../observe.ts'
import type { Facts } from '../facts.ts'
import type { Setup } from '../setup.ts'
import { stageOf } from '../stage.ts'

/**
 * The facts of a plan that no control of the level need be able to make: as an OCI runtime builds it, or on the cgroup
 * version of another machine. What a run of an export is held against.
 */
export function predictedFacts(setup: Setup, plan: Plan): Facts {
  const stage = stageOf(setup)
  const boxes = [...boxObserver(stage)(plan)]
  return {
    box: Object.fromEntries(boxes.map(facts => [facts.id, facts])),
    boxes,
    host: hostFacts(setup, plan),
    run: runObserver(stage)(plan),
  }
}

/** The facts of a run that is watched so many times as long. */
export const laterFacts = (setup: Setup, plan: Plan, watched: number): Facts =>
  predictedFacts(
    { ...setup, host: { ...setup.host, seconds: Math.ceil(setup.host.seconds * watched) } },
    plan,
  )

/** The same plan on a machine with that version of cgroups. */
export function onCgroup(plan: Plan, version: 'v1' | 'v2'): Plan {
  const { machine } = plan
  return { ...plan, machine: { ...machine, host: { ...machine.host, cgroup: version } } }
}

/** The names of processes that a level knows: what the host runs, and its boxes. */
export const knownNames = (plan: Plan): ReadonlySet<string> =>
  new Set([
    'systemd',
    'sshd',
    ...plan.machine.host.processes.map(({ name }) => name),
    ...plan.machine.boxes.map(({ id }) => id),
  ])

/** Facts that a machine cannot show, and why: a prefix of their paths, with the reason. */
export type Beyond = { readonly prefix: string; readonly reason: string }

/**
 * What a run on a machine with that version of cgroups can't show: a disk that boxes fill has no rate of its own there, and
 * buffered writes are held back by v2 alone.
 */
export function beyond(setup: Setup, plan: Plan, version: 'v1' | 'v2'): readonly Beyond[] {
  const facts = predictedFacts(setup, onCgroup(plan, version))
  return Object.entries(facts.run).flatMap(([name, { box, host }]) => {
    const writes = Object.entries(setup.boxes).filter(([, { acts }]) =>
      (Array.isArray(acts) ? acts : (acts[name] ?? [])).some(act => act.verb === 'writes'),
    )
    if (host.diskBusyPercent < 90 && version === plan.machine.host.cgroup) return []
    const reason =
      version === 'v1' && plan.machine.host.cgroup === 'v2'
        ? 'io.max reaches buffered writes on cgroup v2 only, and this machine has v1'
        : 'this disk is faster than the one of the game, so it is not full'
    return writes.flatMap(([id]) =>
      box[id] === undefined ? [] : [{ prefix: `run.${name}.box.${id}.`, reason }],
    )
  })
}
