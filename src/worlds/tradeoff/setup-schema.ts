import type * as z from 'zod'
import { nearest } from '../../core/nearest.ts'
import { builtValue, type OpenControl, openControls } from './controls.ts'
import { isPack, PACKS } from './packs.ts'
import { misfit, SETTINGS } from './settings.ts'
import { caseIds, Fields, type Setup, type WorkloadSetup } from './setup.ts'
import { ACTIVITIES, iopsOf, speedPercent } from './slowdown.ts'

type Fault = { readonly path: readonly string[]; readonly message: string }

/** Words that rules cannot read as fields. */
const KEYWORDS =
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  )

const suggestion = (name: string, known: readonly string[]): string => {
  const [best] = nearest(name, known, 1)
  if (known.length === 0) return ''
  return best === undefined ? `; there are ${known.join(', ')}` : ` (did you mean '${best}'?)`
}

function faultsOfIds(setup: Setup): readonly Fault[] {
  const hosts = Object.keys(setup.hosts)
  const workloads = Object.keys(setup.workloads)
  const cases = caseIds(setup)
  const all = [
    ...hosts.map(h => ['hosts', h]),
    ...workloads.map(w => ['workloads', w]),
    ...cases.map(c => ['cases', c]),
  ]
  return [
    ...(hosts.length === 0 ? [{ path: ['hosts'], message: 'a level needs a host' }] : []),
    ...(workloads.length === 0 ? [{ path: ['workloads'], message: 'a level needs a workload' }] : []),
    ...workloads
      .filter(w => hosts.includes(w))
      .map(w => ({ path: ['workloads', w], message: `'${w}' is a host already; controls go by id` })),
    ...all
      .filter(([, name = '']) => KEYWORDS.includes(name))
      .map(path => ({
        path,
        message: `'${path[1] ?? ''}' is a word of the rules' language; choose another id`,
      })),
    ...(new Set(cases).size < cases.length ? [{ path: ['cases'], message: 'a case stands twice' }] : []),
  ]
}

function faultsOfWorkload(setup: Setup, id: string, workload: WorkloadSetup): readonly Fault[] {
  const hosts = Object.keys(setup.hosts)
  const cases = caseIds(setup)
  const at = (path: readonly string[], message: string): Fault => ({
    path: ['workloads', id, ...path],
    message,
  })
  const faults: Fault[] = []
  for (const setting of SETTINGS) {
    const value = workload.build[setting]
    const message = typeof value !== 'string' ? null : misfit(setting, value, hosts)
    if (message !== null) faults.push(at(['build', setting], message))
  }
  for (const host of workload.needs.hosts)
    if (!hosts.includes(host))
      faults.push(at(['needs', 'hosts'], `no host '${host}'${suggestion(host, hosts)}`))
  const others = Object.keys(setup.workloads).filter(other => other !== id)
  for (const other of workload.needs.from)
    if (!others.includes(other))
      faults.push(at(['needs', 'from'], `no other workload '${other}'${suggestion(other, others)}`))
  for (const part of ['memory', 'cpu', 'instances'] as const) {
    const amount = workload[part]
    if (typeof amount === 'number') continue
    for (const name of Object.keys(amount))
      if (!cases.includes(name)) faults.push(at([part, name], `no case '${name}'${suggestion(name, cases)}`))
    for (const name of cases)
      if (amount[name] === undefined) faults.push(at([part], `no amount for the case '${name}'`))
  }
  return [...faults, ...unmeasured(setup, id, workload), ...missingBases(setup, id, workload)]
}

/** The values that a setting of a workload can take in this level. */
function reachable(setup: Setup, id: string, setting: 'pack' | 'base'): readonly string[] {
  const control = openControls(setup).find(c => c.owner === id && c.name === setting)
  return control?.spec.values ?? [builtValue(setup, id, setting)]
}

/** A need for which no study gives a figure cannot be judged, so a level may not ask for it. */
function unmeasured(setup: Setup, id: string, { needs }: WorkloadSetup): readonly Fault[] {
  const packs = reachable(setup, id, 'pack').filter(isPack)
  const mode = { disk: 'volume', net: 'host' } as const
  const speeds = ACTIVITIES.filter(activity => needs.speed[activity] !== undefined).flatMap(activity =>
    packs
      .filter(pack => speedPercent(pack, activity, mode) === null)
      .map(pack => ({ path: ['speed', activity], message: noFigure(pack, activity) })),
  )
  const iops = packs
    .filter(pack => needs.iops !== undefined && iopsOf(pack) === null)
    .map(pack => ({ path: ['iops'], message: noFigure(pack, 'iops') }))
  return [...speeds, ...iops].map(({ path, message }) => ({
    path: ['workloads', id, 'needs', ...path],
    message,
  }))
}

const noFigure = (pack: string, what: string): string =>
  `no source gives a figure for ${what} under ${pack}; leave out the need, or do not offer ${pack} here`

function missingBases(setup: Setup, id: string, { app }: WorkloadSetup): readonly Fault[] {
  if (typeof app === 'number') return []
  return reachable(setup, id, 'base')
    .filter(base => !Object.keys(app).includes(base))
    .map(base => ({ path: ['workloads', id, 'app'], message: `no size of its layers on ${base}` }))
}

function faultsOfOwner(setup: Setup, owner: string, controls: Setup['controls'][string]): readonly Fault[] {
  const hosts = Object.keys(setup.hosts)
  const workloads = Object.keys(setup.workloads)
  const path = ['controls', owner]
  const isHost = hosts.includes(owner)
  if (!isHost && !workloads.includes(owner))
    return [{ path, message: `no workload or host '${owner}'${suggestion(owner, [...hosts, ...workloads])}` }]
  return Object.entries(controls)
    .filter(([name, control]) => control !== undefined && (name === 'engine') !== isHost)
    .map(([name]) => ({
      path: [...path, name],
      message: isHost ? `a host has no setting '${name}'; it has engine` : 'engine is a setting of hosts',
    }))
}

function faultsOfControl(setup: Setup, control: OpenControl): readonly Fault[] {
  const { values } = control.spec
  const at = (message: string): Fault => ({ path: control.path, message })
  const bad = values.flatMap(value => misfit(control.name, value, Object.keys(setup.hosts)) ?? [])
  if (bad.length > 0) return bad.map(at)
  if (new Set(values).size < values.length) return [at('a value stands twice')]
  if (!values.includes(control.start))
    return [
      at(`the start '${control.start}' is not among the values; add it, or set another start under build`),
    ]
  const sorted = PACKS.filter(pack => values.includes(pack))
  if (control.name === 'pack' && sorted.join() !== values.join())
    return [at(`packagings stand from the thinnest wall to the thickest: ${sorted.join(', ')}`)]
  return []
}

/** What a level of the tradeoff world may declare. */
export const SetupSchema: z.ZodType<Setup> = Fields.superRefine((setup, context) => {
  const owners = Object.entries(setup.controls).flatMap(([owner, c]) => faultsOfOwner(setup, owner, c))
  const faults = [
    ...faultsOfIds(setup),
    ...Object.entries(setup.workloads).flatMap(([id, workload]) => faultsOfWorkload(setup, id, workload)),
    ...owners,
    ...openControls(setup).flatMap(control => faultsOfControl(setup, control)),
  ]
  for (const { path, message } of faults) context.addIssue({ code: 'custom', path: [...path], message })
})
