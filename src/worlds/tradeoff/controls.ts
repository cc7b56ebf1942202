import type * as z from 'zod'
import { DEFAULTS, type Setting, SETTINGS } from './settings.ts'
import type { Control, Setup } from './setup.ts'

/** The values that a control offers, with the misconception of a declared decoy. */
export type ControlSpec = { readonly values: readonly string[]; readonly decoy?: string | undefined }

/** One open control: whose (a workload or a host), which setting, and its values. */
export type OpenControl = {
  readonly slot: string
  readonly owner: string
  readonly name: Setting | 'engine'
  readonly start: string
  readonly spec: ControlSpec
  /** Where the level writes it, below `setup`. */
  readonly path: readonly string[]
}

const specOf = (control: z.infer<typeof Control>): ControlSpec =>
  Array.isArray(control) ? { values: control } : control

/** Every control that a setup opens, in the order in which it is shown: hosts first, then workloads. */
export function openControls(setup: Setup): readonly OpenControl[] {
  const engines = Object.entries(setup.hosts).flatMap(([owner, { engine }]): OpenControl[] => {
    const control = setup.controls[owner]?.engine
    return control === undefined ? [] : [open(owner, 'engine', engine, control)]
  })
  const settings = Object.keys(setup.workloads).flatMap(owner =>
    SETTINGS.flatMap((name): OpenControl[] => {
      const control = setup.controls[owner]?.[name]
      return control === undefined ? [] : [open(owner, name, builtValue(setup, owner, name), control)]
    }),
  )
  return [...engines, ...settings]
}

const open = (
  owner: string,
  name: OpenControl['name'],
  start: string,
  control: z.infer<typeof Control>,
): OpenControl => ({
  slot: `${owner}.${name}`,
  owner,
  name,
  start,
  spec: specOf(control),
  path: ['controls', owner, name],
})

/** Where a setting of a workload stands at the start, and stays where no control is open. */
export function builtValue(setup: Setup, workload: string, setting: Setting): string {
  const built = setup.workloads[workload]?.build[setting]
  if (built !== undefined) return built
  return setting === 'host' ? (Object.keys(setup.hosts)[0] ?? '') : DEFAULTS[setting]
}
