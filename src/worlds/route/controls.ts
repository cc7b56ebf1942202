import { type OwnerType, settingNames, startOf } from './settings.ts'
import type { ControlSetup, Setup } from './setup.ts'

/** One open control: whose, which setting, its values and where it starts. */
export type OpenControl = {
  readonly slot: string
  readonly owner: string
  readonly type: OwnerType
  readonly name: string
  readonly values: readonly string[]
  readonly start: string
  readonly decoy?: string
  /** Where the level writes it, below `setup`. */
  readonly path: readonly string[]
}

/** The kind of an owner, or `null` for an id that nothing has. */
export function ownerType(setup: Setup, owner: string): OwnerType | null {
  if (setup.nodes[owner] !== undefined) return 'node'
  if (setup.pods[owner] !== undefined || (owner === 'pod' && setup.pod !== undefined)) return 'pod'
  return setup.classes[owner] === undefined ? null : 'class'
}

/** How an owner is built at the start, where the level says so. */
export function builtAs(setup: Setup, owner: string): { readonly [name: string]: string | undefined } {
  const declared = setup.nodes[owner] ?? setup.pods[owner] ?? setup.classes[owner]
  return (owner === 'pod' ? setup.pod?.build : declared?.build) ?? {}
}

/** A setting's value at the start. */
export const startValue = (setup: Setup, type: OwnerType, owner: string, name: string): string =>
  builtAs(setup, owner)[name] ?? startOf(type, name)

/** Every control that a setup opens, in the order in which it is shown: nodes, classes, pods. */
export function openControls(setup: Setup): readonly OpenControl[] {
  const owners = [
    ...Object.keys(setup.nodes),
    ...Object.keys(setup.classes),
    ...(setup.pod === undefined ? [] : ['pod']),
    ...Object.keys(setup.pods),
  ]
  return owners.flatMap(owner => {
    const type = ownerType(setup, owner)
    const declared = setup.controls[owner]
    if (type === null || declared === undefined) return []
    return settingNames(type).flatMap(name => {
      const control = declared[name]
      return control === undefined ? [] : [openControl(setup, type, owner, name, control)]
    })
  })
}

function openControl(
  setup: Setup,
  type: OwnerType,
  owner: string,
  name: string,
  control: ControlSetup,
): OpenControl {
  const spec = Array.isArray(control) ? { values: control, decoy: undefined } : control
  return {
    slot: `${owner}.${name}`,
    owner,
    type,
    name,
    values: spec.values,
    start: startValue(setup, type, owner, name),
    ...(spec.decoy === undefined ? {} : { decoy: spec.decoy }),
    path: ['controls', owner, name],
  }
}
