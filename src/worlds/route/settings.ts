import { didYouMean } from '../../core/nearest.ts'
import type { Axis, SettingsAt, SettingValues } from '../../core/world.ts'
import { ENDPOINTS } from './endpoint.ts'
import { isVersion } from './versions.ts'

/** What can own settings: a node, a pod, a RuntimeClass. */
export const OWNER_TYPES = ['node', 'pod', 'class'] as const

/** A kind of owner. */
export type OwnerType = (typeof OWNER_TYPES)[number]

/** What a setting takes: one of some words, a version, a version or `none`, MiB, or MiB or `none`. */
type Takes = readonly string[] | 'version' | 'version?' | 'MiB' | 'MiB?' | 'class?'

/** A setting: what it takes, where it stands when a level says nothing, and the order of its values. */
type Setting = { readonly takes: Takes; readonly start: string; readonly order: Axis['order'] }

const choice = (takes: readonly string[], start = takes[0] ?? ''): Setting => ({
  takes,
  start,
  order: 'none',
})
const toggle = (off: string, on: string, start = off): Setting => ({
  takes: [off, on],
  start,
  order: 'off-on',
})
const version = (takes: 'version' | 'version?', start: string): Setting => ({
  takes,
  start,
  order: 'small-large',
})

/** What can be set on a node, in the order in which it is shown. */
export const NODE_SETTINGS = {
  kubelet: version('version', '1.30'),
  endpoint: choice(ENDPOINTS, 'containerd'),
  networkPlugin: choice(['none', 'cni']),
  kubeletDriver: choice(['cgroupfs', 'systemd'], 'systemd'),
  containerd: version('version?', 'none'),
  cri: toggle('disabled', 'enabled', 'enabled'),
  criContainerd: toggle('off', 'on'),
  dockerd: version('version?', 'none'),
  liveRestore: toggle('off', 'on'),
  criDockerd: version('version?', 'none'),
  crio: version('version?', 'none'),
  dropInfra: toggle('off', 'on', 'on'),
  runtimeDriver: choice(['cgroupfs', 'systemd'], 'systemd'),
  ociRuntime: choice(['runc', 'crun']),
  runsc: toggle('off', 'on'),
  kata: toggle('off', 'on'),
  defaultHandler: choice(['plain', 'runsc', 'kata']),
  cni: choice(['none', 'conf', 'broken', 'agent'], 'conf'),
  pause: choice(['cached', 'registry', 'wrong']),
  cgroup: choice(['v1', 'v2'], 'v2'),
  repair: choice(['nothing', 'plugin', 'runtime', 'kubelet', 'socket', 'cni', 'restart']),
} as const satisfies { readonly [name: string]: Setting }

/** What can be set on a pod, in the order in which it is shown. */
export const POD_SETTINGS = {
  pull: choice(['Always', 'IfNotPresent', 'Never'], 'IfNotPresent'),
  stored: choice(['none', 'docker', 'k8s.io', 'crio']),
  registry: choice(['public', 'private', 'none']),
  pullSecret: toggle('none', 'set'),
  import: choice(['off', 'default', 'k8s.io', 'crio', 'docker']),
  rebuild: choice(['off', 'docker', 'nerdctl']),
  hostNetwork: toggle('off', 'on'),
  sharePid: toggle('off', 'on'),
  runtimeClass: { takes: 'class?', start: 'none', order: 'none' },
  secret: choice(['none', 'env', 'volume']),
  secretObject: toggle('missing', 'present', 'present'),
  command: choice(['good', 'bad']),
  app: choice(['serves', 'exits', 'leaks']),
  request: { takes: 'MiB', start: '64', order: 'small-large' },
  limit: { takes: 'MiB?', start: 'none', order: 'small-large' },
} as const satisfies { readonly [name: string]: Setting }

/** What can be set on a RuntimeClass. */
export const CLASS_SETTINGS = {
  handler: choice(['runc', 'runsc', 'kata']),
  overhead: { takes: 'MiB', start: '0', order: 'small-large' },
} as const satisfies { readonly [name: string]: Setting }

/** The name of a node's setting. */
export type NodeSetting = keyof typeof NODE_SETTINGS
/** The name of a pod's setting. */
export type PodSetting = keyof typeof POD_SETTINGS
/** The name of a RuntimeClass's setting. */
export type ClassSetting = keyof typeof CLASS_SETTINGS

/** True for the name of a setting that a node has. */
export const isNodeSetting = (name: string): name is NodeSetting => Object.hasOwn(NODE_SETTINGS, name)

/** The names of a node's settings. */
export const NODE_SETTING_NAMES: readonly NodeSetting[] = Object.keys(NODE_SETTINGS).filter(isNodeSetting)

const TABLES: { readonly [O in OwnerType]: { readonly [name: string]: Setting } } = {
  node: NODE_SETTINGS,
  pod: POD_SETTINGS,
  class: CLASS_SETTINGS,
}

/** The names of the settings that a kind of owner has. */
export const settingNames = (owner: OwnerType): readonly string[] => Object.keys(TABLES[owner])

/** Where a setting stands when a level says nothing. */
export const startOf = (owner: OwnerType, name: string): string => TABLES[owner][name]?.start ?? ''

/** The order of a setting's values. */
export const orderOf = (owner: OwnerType, name: string): Axis['order'] => TABLES[owner][name]?.order ?? 'none'

/** Why a value does not fit a setting, in words that say what would; `null` if it fits. */
export function misfit(
  owner: OwnerType,
  name: string,
  value: string,
  classes: readonly string[],
): string | null {
  const takes = TABLES[owner][name]?.takes
  if (takes === undefined) return `a ${owner} has no setting '${name}'`
  const wanted = wantedBy(takes, value, classes)
  if (wanted === null) return null
  return `${name} is ${wanted}, found '${value}'${didYouMean(value, valuesOf(takes).words)}`
}

const VERSION = { type: 'string', pattern: '^\\d+\\.\\d+$' }
const MIB = [
  { type: 'integer', minimum: 0 },
  { type: 'string', pattern: '^\\d+$' },
]

/** What a setting takes, as editors are told it: what `misfit` lets pass, but for the names of classes. */
function valuesOf(takes: Takes): SettingValues {
  switch (takes) {
    case 'version':
      return { words: [], forms: [VERSION] }
    case 'version?':
      return { words: ['none'], forms: [VERSION] }
    case 'MiB':
      return { words: [], forms: MIB }
    case 'MiB?':
      return { words: ['none'], forms: MIB }
    case 'class?':
      return { words: ['none'], forms: [{ type: 'string', pattern: '^[a-z][a-zA-Z0-9_]*$' }] }
    default:
      return { words: takes }
  }
}

const valuesByName = (owner: OwnerType): SettingsAt['values'] =>
  Object.fromEntries(Object.entries(TABLES[owner]).map(([name, { takes }]) => [name, valuesOf(takes)]))

/** Where the nodes, pods and classes of a setup have settings, and what they take. */
export const BUILDS_AT: readonly SettingsAt[] = [
  { at: ['nodes', '*', 'build'], holds: 'value', values: valuesByName('node') },
  { at: ['pod', 'build'], holds: 'value', values: valuesByName('pod') },
  { at: ['pods', '*', 'build'], holds: 'value', values: valuesByName('pod') },
  { at: ['classes', '*', 'build'], holds: 'value', values: valuesByName('class') },
]

/** The same with controls, of which an owner's id does not tell what kind of owner it is. */
export const SETTINGS_AT: readonly SettingsAt[] = [
  ...BUILDS_AT,
  {
    at: ['controls', '*'],
    holds: 'control',
    values: { ...valuesByName('node'), ...valuesByName('pod'), ...valuesByName('class') },
  },
]

/** What a setting would take instead of a value; `null` if it takes it. */
function wantedBy(takes: Takes, value: string, classes: readonly string[]): string | null {
  switch (takes) {
    case 'version':
      return isVersion(value) ? null : 'a version such as "1.24"'
    case 'version?':
      return isVersion(value) || value === 'none' ? null : 'none or a version such as "1.6"'
    case 'MiB':
      return /^\d+$/.test(value) ? null : 'a number of MiB'
    case 'MiB?':
      return /^\d+$/.test(value) || value === 'none' ? null : 'none or a number of MiB'
    case 'class?':
      return value === 'none' || classes.includes(value)
        ? null
        : `none or one of the classes ${classes.join(', ')}`
    default:
      return takes.includes(value) ? null : `one of ${takes.join(', ')}`
  }
}
