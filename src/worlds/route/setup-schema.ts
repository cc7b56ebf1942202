import type * as z from 'zod'
import { nearest } from '../../core/nearest.ts'
import { type OpenControl, openControls, ownerType } from './controls.ts'
import { misfit, settingNames } from './settings.ts'
import { Fields, placedPods, type Setup } from './setup.ts'

/** Something wrong with a setup, and where. */
export type Fault = { readonly path: readonly string[]; readonly message: string }

/** What a mistyped name may have meant, or all that there is. */
export const suggestion = (name: string, known: readonly string[]): string => {
  const [best] = nearest(name, known, 1)
  return best === undefined ? `; there are ${known.join(', ')}` : ` (did you mean '${best}'?)`
}

/** Ids that rules or controls read as something else. */
const RESERVED = ['pod', 'run', 'node', 'cluster']

/** All that is wrong with a setup whose parts are each of the right shape. */
export function faultsOf(setup: Setup): readonly Fault[] {
  return [
    ...faultsOfIds(setup),
    ...faultsOfBuilds(setup),
    ...faultsOfPods(setup),
    ...faultsOfCases(setup),
    ...Object.keys(setup.controls).flatMap(owner => faultsOfOwner(setup, owner)),
    ...openControls(setup).flatMap(control => faultsOfControl(setup, control)),
    ...setup.hidden
      .filter(node => setup.nodes[node] === undefined)
      .map(node => ({
        path: ['hidden'],
        message: `cannot hide '${node}'${suggestion(node, Object.keys(setup.nodes))}`,
      })),
  ]
}

function faultsOfIds(setup: Setup): readonly Fault[] {
  const ids = (['nodes', 'pods', 'classes'] as const).flatMap(part =>
    Object.keys(setup[part]).map(id => ({ part, id })),
  )
  const faults = ids.flatMap(({ part, id }, i): readonly Fault[] => {
    if (RESERVED.includes(id)) return [{ path: [part, id], message: `'${id}' cannot be an id` }]
    const twin = ids.slice(0, i).find(other => other.id === id)
    return twin === undefined
      ? []
      : [
          {
            path: [part, id],
            message: `'${id}' is also the id of one of ${twin.part}; controls would mix them up`,
          },
        ]
  })
  if (Object.keys(setup.nodes).length === 0)
    return [...faults, { path: ['nodes'], message: 'give at least one node' }]
  if (setup.pod !== undefined && Object.keys(setup.pods).length > 0)
    return [...faults, { path: ['pods'], message: 'give pod (the same on each node) or pods, not both' }]
  if (placedPods(setup).length === 0)
    return [...faults, { path: ['pods'], message: 'give a pod to start: pod or pods' }]
  return faults
}

function faultsOfBuilds(setup: Setup): readonly Fault[] {
  const classes = Object.keys(setup.classes)
  const builds = [
    ...Object.entries(setup.nodes).map(([id, { build }]) => ({
      type: 'node' as const,
      at: ['nodes', id],
      build,
    })),
    ...Object.entries(setup.pods).map(([id, { build }]) => ({
      type: 'pod' as const,
      at: ['pods', id],
      build,
    })),
    ...Object.entries(setup.classes).map(([id, { build }]) => ({
      type: 'class' as const,
      at: ['classes', id],
      build,
    })),
    ...(setup.pod === undefined ? [] : [{ type: 'pod' as const, at: ['pod'], build: setup.pod.build }]),
  ]
  return builds.flatMap(({ type, at, build }) =>
    Object.entries(build).flatMap(([name, value]) => {
      // What is no text has its fault already; the schema looks at the whole all the same.
      const message = typeof value === 'string' ? misfit(type, name, value, classes) : null
      return message === null ? [] : [{ path: [...at, 'build', name], message }]
    }),
  )
}

function faultsOfPods(setup: Setup): readonly Fault[] {
  const nodes = Object.keys(setup.nodes)
  return Object.entries(setup.pods).flatMap(([id, { node }]): readonly Fault[] => {
    const path = ['pods', id, 'node']
    if (node !== undefined)
      return nodes.includes(node) ? [] : [{ path, message: `no node '${node}'${suggestion(node, nodes)}` }]
    return nodes.length > 1 ? [{ path, message: `say which node: ${nodes.join(', ')}` }] : []
  })
}

function faultsOfCases(setup: Setup): readonly Fault[] {
  const pods = placedPods(setup).map(({ id }) => id)
  const ids = setup.cases.map(({ id }) => id)
  return [
    ...(new Set(ids).size < ids.length ? [{ path: ['cases'], message: 'a case stands twice' }] : []),
    ...setup.cases.flatMap(({ crash }, i) =>
      crash
        .filter(pod => !pods.includes(pod))
        .map(pod => ({
          path: ['cases', String(i), 'crash'],
          message: `no pod '${pod}'${suggestion(pod, pods)}`,
        })),
    ),
  ]
}

function faultsOfOwner(setup: Setup, owner: string): readonly Fault[] {
  const type = ownerType(setup, owner)
  const owners = [...Object.keys(setup.nodes), ...Object.keys(setup.pods), ...Object.keys(setup.classes)]
  if (type === null)
    return [
      { path: ['controls', owner], message: `no node, pod or class '${owner}'${suggestion(owner, owners)}` },
    ]
  const known = settingNames(type)
  return Object.keys(setup.controls[owner] ?? {})
    .filter(name => !known.includes(name))
    .map(name => ({
      path: ['controls', owner, name],
      message: `a ${type} has no setting '${name}'${suggestion(name, known)}`,
    }))
}

function faultsOfControl(setup: Setup, control: OpenControl): readonly Fault[] {
  const { type, name, values, start, path } = control
  const classes = Object.keys(setup.classes)
  const bad = values.flatMap(value => misfit(type, name, value, classes) ?? [])
  if (bad.length > 0) return bad.map(message => ({ path, message }))
  if (new Set(values).size < values.length) return [{ path, message: 'a value stands twice' }]
  if (!values.includes(start))
    return [
      {
        path,
        message: `the start '${start}' is not among the values; add it, or set another start under build`,
      },
    ]
  return []
}

/** What a level of the route world may declare. */
export const SetupSchema: z.ZodType<Setup> = Fields.superRefine((setup, context) => {
  for (const { path, message } of faultsOf(setup))
    context.addIssue({ code: 'custom', path: [...path], message })
})
