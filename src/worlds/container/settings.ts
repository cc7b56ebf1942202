import type { Axis } from '../../core/world.ts'
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
