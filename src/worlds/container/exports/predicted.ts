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

/** The same plan on a machine with that version of cgroups. */
export function onCgroup(plan: Plan, version: 'v1' | 'v2'): Plan {
  const { machine } = plan
  return { ...plan, machine: { ...machine, host: { ...machine.host, cgroup: version } } }
}
