import { didYouMean } from '../../core/nearest.ts'
import type { Axis, SettingsAt, SettingValues } from '../../core/world.ts'
import { NAMESPACES, type Namespace } from '../../kernel/namespace.ts'

/** What can be set on a box, in the order in which it is shown. A bind is `bind.<name>`. */
export const SETTINGS = [
  ...NAMESPACES,
  'proc',
  'shm',
  'root',
  'ids',
  'caps',
  'uid',
  'lo',
  'memory',
  'cpu',
  'weight',
  'cpuset',
  'pids',
  'io',
  'shape',
  'rate',
] as const

/** A setting of a box. */
export type Setting = (typeof SETTINGS)[number]

/** Where a box stands when a level says nothing: a plain process of the host. */
export const DEFAULTS: { readonly [S in Setting]: string } = {
  mnt: 'host',
  uts: 'host',
  ipc: 'host',
  pid: 'host',
  net: 'host',
  user: 'host',
  cgroup: 'host',
  time: 'host',
  proc: 'inherited',
  shm: 'inherited',
  root: 'host',
  ids: 'none',
  caps: 'all',
  uid: '0',
  lo: 'down',
  memory: 'none',
  cpu: 'none',
  weight: '100',
  cpuset: 'all',
  pids: 'none',
  io: 'none',
  shape: 'off',
  rate: '10',
}

const FIXED: { readonly [S in Setting]?: readonly string[] } = {
  proc: ['inherited', 'fresh'],
  shm: ['inherited', 'fresh'],
  root: ['host', 'chroot', 'pivot_root'],
  ids: ['none', 'root', 'shifted'],
  caps: ['all', 'docker', 'none'],
  uid: ['0', '1000'],
  lo: ['down', 'up'],
  shape: ['off', 'card', 'host-end', 'box-end'],
}

/** Fractions of a core that may be written as words. */
export const CPU_WORDS: { readonly [word: string]: number } = { quarter: 0.25, half: 0.5 }

/** What a bind can be set to. */
export const BIND_VALUES: readonly string[] = ['off', 'ro', 'rw']

/** True for the name of a setting. */
export const isSetting = (name: string): name is Setting => SETTINGS.some(s => s === name)
const isNamespace = (setting: string): setting is Namespace => NAMESPACES.some(n => n === setting)
const isWhole = (value: string, min: number, max: number): boolean =>
  /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max

/** Cores that a host of the game may have. */
const MOST_CPUS = 256

/** A number of cores, with a fraction or without. */
const isShare = (value: string): boolean =>
  /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= MOST_CPUS

/** The kernel's list format, man:cpuset(7): numbers and ranges that do not run backwards. */
const isCpuList = (value: string): boolean =>
  value.split(',').every(part => {
    const [from = '', to = from, ...more] = part.split('-')
    const last = MOST_CPUS - 1
    return more.length === 0 && isWhole(from, 0, last) && isWhole(to, Number(from), last)
  })

/** Why a value does not fit a setting, in words that say what would; `null` if it fits. */
export function misfit(setting: Setting, value: string, boxes: readonly string[]): string | null {
  const told = misfitAlone(setting, value, boxes)
  // Digits were meant as a number or a list.
  return told === null || /\d/.test(value) ? told : told + didYouMean(value, valuesOf(setting).words)
}

function misfitAlone(setting: Setting, value: string, boxes: readonly string[]): string | null {
  if (isNamespace(setting)) return misfitNamespace(setting, value, boxes)
  const fixed = FIXED[setting]
  if (fixed)
    return fixed.includes(value) ? null : `${setting} is one of ${fixed.join(', ')}, found '${value}'`
  return misfitNumber(setting, value)
}

function misfitNamespace(setting: Namespace, value: string, boxes: readonly string[]): string | null {
  if (value === 'host' || value === 'own') return null
  const joined = /^join:(.+)$/.exec(value)?.[1]
  if (joined === undefined) return `${setting} is host, own or join:<box>, found '${value}'`
  return boxes.includes(joined) ? null : `no box '${joined}' to join; boxes are ${boxes.join(', ')}`
}

function misfitNumber(setting: Setting, value: string): string | null {
  switch (setting) {
    case 'cpu':
      return value === 'none' || Object.hasOwn(CPU_WORDS, value) || isShare(value)
        ? null
        : `cpu is none, quarter, half or a number of cores up to ${MOST_CPUS}, found '${value}'`
    case 'weight':
      return isWhole(value, 1, 10_000) ? null : `weight is a whole number from 1 to 10000, found '${value}'`
    case 'cpuset':
      return value === 'all' || isCpuList(value)
        ? null
        : `cpuset is all or a list like 0-1,3 of CPUs below ${MOST_CPUS}, found '${value}'`
    case 'rate':
      return isWhole(value, 1, 100_000) ? null : `rate is Mbit/s as a whole number, found '${value}'`
    default:
      return value === 'none' || isWhole(value, 1, 1_048_576)
        ? null
        : `${setting} is none or a whole number, found '${value}'`
  }
}

const whole = (minimum: number, maximum: number): NonNullable<SettingValues['forms']> => [
  { type: 'integer', minimum, maximum },
  { type: 'string', pattern: '^\\d+$' },
]

/** What a setting takes, as editors are told it: what `misfit` lets pass, but for the names of boxes and the ranges of texts. */
export function valuesOf(setting: Setting): SettingValues {
  if (isNamespace(setting))
    return { words: ['host', 'own'], forms: [{ type: 'string', pattern: '^join:[a-z][a-zA-Z0-9_]*$' }] }
  const fixed = FIXED[setting]
  return fixed ? { words: fixed } : numbersOf(setting)
}

function numbersOf(setting: Setting): SettingValues {
  switch (setting) {
    case 'cpu': {
      const share = { type: 'string', pattern: '^\\d+(\\.\\d+)?$' }
      const cores = { type: 'number', exclusiveMinimum: 0, maximum: MOST_CPUS }
      return { words: ['none', ...Object.keys(CPU_WORDS)], forms: [cores, share] }
    }
    case 'weight':
      return { words: [], forms: whole(1, 10_000) }
    case 'cpuset': {
      const list = { type: 'string', pattern: '^\\d+(-\\d+)?(,\\d+(-\\d+)?)*$' }
      return { words: ['all'], forms: [{ type: 'integer', minimum: 0, maximum: MOST_CPUS - 1 }, list] }
    }
    case 'rate':
      return { words: [], forms: whole(1, 100_000) }
    default:
      return { words: ['none'], forms: whole(1, 1_048_576) }
  }
}

/** Where a setup of this world has settings, and what they take. In the controls of `host`, cgroup is the hierarchy's version. */
export const SETTINGS_AT: readonly SettingsAt[] = [
  { at: ['boxes', '*', 'build'], holds: 'value', values: valuesByName() },
  {
    at: ['controls', '*'],
    holds: 'control',
    values: { ...valuesByName(), cgroup: { ...valuesOf('cgroup'), words: ['host', 'own', 'v1', 'v2'] } },
  },
  { at: ['controls', '*', 'binds'], holds: 'control', values: { '*': { words: BIND_VALUES } } },
]

function valuesByName(): SettingsAt['values'] {
  return Object.fromEntries(SETTINGS.map(setting => [setting, valuesOf(setting)]))
}

/** How the values of a setting are ordered, for lazy strategies and sliders. */
export function orderOf(setting: Setting | 'bind' | 'host'): Axis['order'] {
  switch (setting) {
    case 'memory':
    case 'cpu':
    case 'weight':
    case 'cpuset':
    case 'pids':
    case 'io':
    case 'rate':
      return 'small-large'
    case 'shape':
    case 'host':
    case 'uid':
      return 'none'
    default:
      return 'off-on'
  }
}
