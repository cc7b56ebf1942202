import type * as z from 'zod'
import type { Control, Setup } from './setup.ts'
import { DEFAULTS, SETTINGS } from './settings.ts'

/** The values that a control offers, with the misconception of a declared decoy. */
export type ControlSpec = { readonly values: readonly string[]; readonly decoy?: string | undefined }

/** One open control: whose (`host` or a box), which setting or bind, and its values. */
export type OpenControl = {
  readonly slot: string
  readonly owner: string
  readonly type: 'setting' | 'bind' | 'cgroup'
  /** The setting, or the bind's name. */
  readonly name: string
  readonly start: string
  readonly spec: ControlSpec
  /** Where the level writes it, below `setup`. */
  readonly path: readonly string[]
}

const specOf = (control: z.infer<typeof Control>): ControlSpec =>
  Array.isArray(control) ? { values: control } : control

/** Every control that a setup opens, in the order in which it is shown. */
export function openControls(setup: Setup): readonly OpenControl[] {
  const boxes = Object.keys(setup.boxes).flatMap(box => boxControls(setup, box))
  const cgroup = setup.controls['host']?.cgroup
  if (cgroup === undefined || typeof cgroup === 'string') return boxes
  const host: OpenControl = {
    slot: 'host.cgroup',
    owner: 'host',
    type: 'cgroup',
    name: 'cgroup',
    start: setup.host.cgroup,
    spec: specOf(cgroup),
    path: ['controls', 'host', 'cgroup'],
  }
  return [host, ...boxes]
}

function boxControls(setup: Setup, box: string): readonly OpenControl[] {
  const declared = setup.controls[box]
  const built = setup.boxes[box]
  if (declared === undefined || built === undefined) return []
  const settings = SETTINGS.flatMap((name): OpenControl[] => {
    const control = declared[name]
    if (control === undefined) return []
    const start = built.build[name] ?? DEFAULTS[name]
    return [
      {
        slot: `${box}.${name}`,
        owner: box,
        type: 'setting',
        name,
        start,
        spec: specOf(control),
        path: ['controls', box, name],
      },
    ]
  })
  const binds = Object.entries(declared.binds ?? {}).flatMap(([name, control]): OpenControl[] => {
    if (control === undefined) return []
    const start = built.binds[name]?.mode ?? 'off'
    const path = ['controls', box, 'binds', name]
    return [
      { slot: `${box}.bind.${name}`, owner: box, type: 'bind', name, start, spec: specOf(control), path },
    ]
  })
  return [...settings, ...binds]
}
