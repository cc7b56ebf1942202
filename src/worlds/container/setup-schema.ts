import type * as z from 'zod'
import { nearest } from '../../core/nearest.ts'
import { type OpenControl, openControls } from './controls.ts'
import { BIND_VALUES, isSetting, misfit } from './settings.ts'
import { type BoxSetup, caseIds, Fields, type Setup } from './setup.ts'

type Fault = { readonly path: readonly string[]; readonly message: string }

const suggestion = (name: string, known: readonly string[]): string => {
  const [best] = nearest(name, known, 1)
  return best === undefined ? `; there are ${known.join(', ')}` : ` (did you mean '${best}'?)`
}

function faultsOfControl(setup: Setup, control: OpenControl): readonly Fault[] {
  const { values } = control.spec
  const at = (message: string): Fault => ({ path: control.path, message })
  const boxes = Object.keys(setup.boxes).filter(box => box !== control.owner)
  const bad = values.flatMap(v => misfitOf(control, v, boxes) ?? [])
  if (bad.length > 0) return bad.map(at)
  if (new Set(values).size < values.length) return [at('a value stands twice')]
  if (!values.includes(control.start))
    return [
      at(`the start '${control.start}' is not among the values; add it, or set another start under build`),
    ]
  return []
}

function misfitOf(control: OpenControl, value: string, boxes: readonly string[]): string | null {
  if (control.type === 'cgroup')
    return value === 'v1' || value === 'v2' ? null : `cgroup is v1 or v2, found '${value}'`
  if (control.type === 'bind')
    return BIND_VALUES.includes(value) ? null : `a bind is ${BIND_VALUES.join(', ')}, found '${value}'`
  return isSetting(control.name) ? misfit(control.name, value, boxes) : `no setting '${control.name}'`
}

function faultsOfBox(setup: Setup, id: string, box: BoxSetup): readonly Fault[] {
  const others = Object.keys(setup.boxes).filter(other => other !== id)
  const faults: Fault[] = []
  if (id === 'host' || id === 'boxes')
    faults.push({ path: ['boxes', id], message: `'${id}' cannot be a box's id` })
  for (const [name, built] of Object.entries(box.build)) {
    const message = typeof built !== 'string' || !isSetting(name) ? null : misfit(name, built, others)
    if (message !== null) faults.push({ path: ['boxes', id, 'build', name], message })
  }
  if (!Array.isArray(box.acts)) faults.push(...faultsOfCases(setup, id, Object.keys(box.acts)))
  return faults
}

function faultsOfCases(setup: Setup, box: string, found: readonly string[]): readonly Fault[] {
  const cases = caseIds(setup)
  const path = ['boxes', box, 'acts']
  return [
    ...found
      .filter(c => !cases.includes(c))
      .map(c => ({ path: [...path, c], message: `no case '${c}'${suggestion(c, cases)}` })),
    ...cases.filter(c => !found.includes(c)).map(c => ({ path, message: `no acts for the case '${c}'` })),
  ]
}

function faultsOf(setup: Setup): readonly Fault[] {
  const boxes = Object.keys(setup.boxes)
  const cases = caseIds(setup)
  const hideable = [...boxes.flatMap(b => [`${b}.acts`, `${b}.view`]), 'host.view']
  return [
    ...(new Set(cases).size < cases.length ? [{ path: ['cases'], message: 'a case stands twice' }] : []),
    ...Object.entries(setup.boxes).flatMap(([id, box]) => faultsOfBox(setup, id, box)),
    ...Object.entries(setup.controls).flatMap(([owner, controls]) => faultsOfOwner(setup, owner, controls)),
    ...openControls(setup).flatMap(control => faultsOfControl(setup, control)),
    ...setup.hidden
      .filter(h => !hideable.includes(h))
      .map(h => ({ path: ['hidden'], message: `cannot hide '${h}'${suggestion(h, hideable)}` })),
  ]
}

function faultsOfOwner(setup: Setup, owner: string, controls: Setup['controls'][string]): readonly Fault[] {
  const boxes = Object.keys(setup.boxes)
  if (owner !== 'host' && !boxes.includes(owner))
    return [
      { path: ['controls', owner], message: `no box '${owner}'${suggestion(owner, ['host', ...boxes])}` },
    ]
  const known = Object.keys(setup.boxes[owner]?.binds ?? {})
  return Object.keys(controls.binds ?? {})
    .filter(bind => !known.includes(bind))
    .map(bind => ({
      path: ['controls', owner, 'binds', bind],
      message: `no bind '${bind}'${suggestion(bind, known)}`,
    }))
}

/** What a level of the container world may declare. */
export const SetupSchema: z.ZodType<Setup> = Fields.superRefine((setup, context) => {
  for (const { path, message } of faultsOf(setup))
    context.addIssue({ code: 'custom', path: [...path], message })
})
