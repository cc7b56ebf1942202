import { didYouMean } from '../../core/nearest.ts'
import type { Axis, SettingsAt, SettingValues } from '../../core/world.ts'
import { PACKS } from './packs.ts'
import { READINESS } from './start.ts'
import { BASES } from './transfer.ts'

/** What can be set on a workload, in the order in which it is shown. */
export const SETTINGS = ['pack', 'host', 'base', 'disk', 'net', 'ready', 'ref', 'logs'] as const
/** A setting of a workload. */
export type Setting = (typeof SETTINGS)[number]

/** The values that a setting can have; those of `host` are the level's hosts. */
export const VALUES: { readonly [S in Exclude<Setting, 'host'> | 'engine']: readonly string[] } = {
  pack: PACKS,
  base: BASES,
  disk: ['overlay', 'volume'],
  net: ['nat', 'host'],
  ready: READINESS,
  ref: ['tag', 'digest'],
  logs: ['inside', 'shipped'],
  engine: ['docker', 'containerd'],
}

/** Where a workload stands when a level says nothing; its host is the first. */
export const DEFAULTS: { readonly [S in Exclude<Setting, 'host'>]: string } = {
  pack: 'container',
  base: 'debian',
  disk: 'overlay',
  net: 'nat',
  ready: 'layers',
  ref: 'tag',
  logs: 'inside',
}

/** Why a value does not fit a setting, in words that say what would; `null` if it fits. */
export function misfit(setting: Setting | 'engine', value: string, hosts: readonly string[]): string | null {
  const known = setting === 'host' ? hosts : VALUES[setting]
  if (known.includes(value)) return null
  return `${setting} is one of ${known.join(', ')}, found '${value}'${didYouMean(value, known)}`
}

/** What the settings of a workload take; a host is the id of one. */
const WORKLOAD_VALUES: SettingsAt['values'] = Object.fromEntries(
  SETTINGS.map((setting): readonly [string, SettingValues] => [
    setting,
    setting === 'host'
      ? { words: [], forms: [{ type: 'string', pattern: '^[a-z][a-zA-Z0-9_]*$' }] }
      : { words: VALUES[setting] },
  ]),
)

/** Where a setup of this world has settings, and what they take. */
export const SETTINGS_AT: readonly SettingsAt[] = [
  { at: ['workloads', '*', 'build'], holds: 'value', values: WORKLOAD_VALUES },
  {
    at: ['controls', '*'],
    holds: 'control',
    values: { ...WORKLOAD_VALUES, engine: { words: VALUES.engine } },
  },
]

/** How the values of a setting are ordered, for lazy strategies: packagings from the thinnest wall to the thickest. */
export function orderOf(setting: Setting | 'engine'): Axis['order'] {
  switch (setting) {
    case 'pack':
      return 'small-large'
    case 'disk':
    case 'ready':
    case 'ref':
    case 'logs':
      return 'off-on'
    case 'host':
    case 'base':
    case 'net':
    case 'engine':
      return 'none'
  }
}
