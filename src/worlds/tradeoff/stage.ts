import type { Choices } from '../../core/product.ts'
import { builtValue, type OpenControl, openControls } from './controls.ts'
import { type Engine, engineMiB } from './memory.ts'
import { choiceOf, type Option, optionOf } from './option.ts'
import { caseIds, type HostSetup, type Setup } from './setup.ts'

/** A host of a level, and what starts OCI images there in a state. */
export type HostStage = {
  readonly id: string
  readonly setup: HostSetup
  /** MiB of each engine that could stand here. */
  readonly engineMemory: { readonly [E in Engine]: number }
  engine(state: Choices): Engine
}

/** A workload of a level, and what follows from its settings in a state. */
export type WorkStage = { readonly id: string; option(state: Choices): Option }

/** All that stays the same while a level is played, worked out once when its board is opened. */
export type Stage = {
  readonly setup: Setup
  readonly cases: readonly string[]
  readonly controls: readonly OpenControl[]
  readonly hosts: readonly HostStage[]
  readonly workloads: readonly WorkStage[]
}

/** Works out a level's stage. */
export function stageOf(setup: Setup): Stage {
  const controls = openControls(setup)
  return {
    setup,
    cases: caseIds(setup),
    controls,
    hosts: Object.entries(setup.hosts).map(([id, host]) => hostStage(id, host, controls)),
    workloads: Object.keys(setup.workloads).map(id => workStage(setup, id, controls)),
  }
}

function hostStage(id: string, setup: HostSetup, controls: readonly OpenControl[]): HostStage {
  const slot = controls.find(c => c.owner === id)?.slot
  return {
    id,
    setup,
    engineMemory: { docker: engineMiB('docker'), containerd: engineMiB('containerd') },
    engine: state => {
      const set = slot === undefined ? setup.engine : state[slot]
      return set === 'containerd' ? 'containerd' : 'docker'
    },
  }
}

/** An open setting as a digit: its values numbered, and what a step of it is worth in the table of options. */
type Digit = { readonly slot: string; readonly numbers: ReadonlyMap<string, number>; readonly stride: number }

/** Each combination of a workload's own settings is worked out when it is first met, and kept. */
function workStage(setup: Setup, id: string, controls: readonly OpenControl[]): WorkStage {
  const own = controls.filter(c => c.owner === id)
  let stride = 1
  const digits = own.map(({ slot, spec }): Digit => {
    const digit = { slot, stride, numbers: new Map(spec.values.map((value, i) => [value, i])) }
    stride *= spec.values.length
    return digit
  })
  const table: Option[] = []
  return {
    id,
    option: state => {
      let index = 0
      for (const digit of digits) index += (digit.numbers.get(state[digit.slot] ?? '') ?? 0) * digit.stride
      const known = table[index]
      if (known !== undefined) return known
      const made = madeOption(setup, id, own, state)
      table[index] = made
      return made
    },
  }
}

function madeOption(setup: Setup, id: string, own: readonly OpenControl[], state: Choices): Option {
  const workload = setup.workloads[id]
  if (workload === undefined) throw new Error(`no workload '${id}'`)
  const choice = choiceOf(setting => {
    const open = own.find(c => c.name === setting)
    return open === undefined ? builtValue(setup, id, setting) : (state[open.slot] ?? open.start)
  })
  return optionOf(setup, id, workload, choice)
}
