import type { Choices } from '../../core/product.ts'
import type { Bind, BoxSpec, CapabilitySet } from '../../kernel/box.ts'
import type { Limits } from '../../kernel/limits.ts'
import { BASE_PROCESSES, type Machine } from '../../kernel/machine.ts'
import { type Membership, NAMESPACES, type Namespace } from '../../kernel/namespace.ts'
import { openControls } from './controls.ts'
import { keyOf } from './remember.ts'
import { CPU_WORDS, DEFAULTS, type Setting } from './settings.ts'
import type { BoxSetup, Setup } from './setup.ts'

/** What a player built: the machine with its boxes, as the kernel model takes it. */
export type Plan = { readonly machine: Machine; readonly choices: Choices }

/** Reads one setting of a box: the player's choice, else what the level built, else the default. */
type Read = (setting: Setting) => string

/** Puts a level's fixed parts and the player's choices together. */
export function planOf(setup: Setup, choices: Choices): Plan {
  const known = builders.get(setup)
  if (known) return known(choices)
  const made = builderOf(setup)
  builders.set(setup, made)
  return made(choices)
}

const builders = new WeakMap<Setup, (choices: Choices) => Plan>()

/** Boxes that are kept of one place at most. */
const MOST_BOXES = 4096

/** What of a setup does not depend on choices is prepared once, and a box is built once for each set of its choices. */
function builderOf(setup: Setup): (choices: Choices) => Plan {
  const { host } = setup
  const services = host.services.map((s, i) => ({ pid: 600 + 37 * i, name: s.name, uid: s.uid }))
  const hostOn = (cgroup: 'v1' | 'v2'): Machine['host'] => ({
    hostname: host.hostname,
    release: '6.12.9',
    cgroup,
    memory: host.memory,
    cores: host.cores,
    interfaces: ['lo', 'eth0'],
    processes: [...BASE_PROCESSES, ...services],
  })
  const hosts = { v1: hostOn('v1'), v2: hostOn('v2') }
  const controls = openControls(setup)
  const boxes = Object.entries(setup.boxes).map(([id, box]) => {
    const slots = controls.filter(control => control.owner === id).map(({ slot }) => slot)
    return boxBuilder(id, box, slots)
  })
  return choices => ({
    choices,
    machine: {
      host: hosts[(choices['host.cgroup'] ?? host.cgroup) === 'v1' ? 'v1' : 'v2'],
      boxes: boxes.map(build => build(choices)),
    },
  })
}

function boxBuilder(id: string, box: BoxSetup, slots: readonly string[]): (choices: Choices) => BoxSpec {
  const known = new Map<string, BoxSpec>()
  return choices => {
    const key = keyOf(slots, choices)
    const before = known.get(key)
    if (before) return before
    if (known.size >= MOST_BOXES) known.clear()
    const built = boxSpec(id, box, choices)
    known.set(key, built)
    return built
  }
}

function boxSpec(id: string, box: BoxSetup, choices: Choices): BoxSpec {
  const read: Read = setting => choices[`${id}.${setting}`] ?? box.build[setting] ?? DEFAULTS[setting]
  const member = (type: Namespace): [Namespace, Membership] => [type, membership(read(type))]
  return {
    id,
    ns: { ...HOST_NAMESPACES, ...Object.fromEntries(NAMESPACES.map(member)) },
    proc: read('proc') === 'fresh' ? 'fresh' : 'inherited',
    shm: read('shm') === 'fresh' ? 'fresh' : 'inherited',
    root: rootOf(read('root')),
    binds: bindsOf(id, box, choices),
    ids: idsOf(read('ids')),
    uid: Number(read('uid')),
    caps: capsOf(read('caps')),
    lo: read('lo') === 'up' ? 'up' : 'down',
    limits: limitsOf(read),
  }
}

const HOST_NAMESPACES: BoxSpec['ns'] = {
  mnt: 'host',
  uts: 'host',
  ipc: 'host',
  pid: 'host',
  net: 'host',
  user: 'host',
  cgroup: 'host',
  time: 'host',
}

function membership(value: string): Membership {
  const joined = /^join:(.+)$/.exec(value)?.[1]
  if (joined !== undefined) return `join:${joined}`
  return value === 'own' ? 'own' : 'host'
}

const rootOf = (value: string): BoxSpec['root'] =>
  value === 'chroot' || value === 'pivot_root' ? value : 'host'
const idsOf = (value: string): BoxSpec['ids'] => (value === 'root' || value === 'shifted' ? value : 'none')
const capsOf = (value: string): CapabilitySet => (value === 'docker' || value === 'none' ? value : 'all')

function bindsOf(id: string, box: BoxSetup, choices: Choices): readonly Bind[] {
  return Object.entries(box.binds).flatMap(([name, bind]) => {
    const mode = choices[`${id}.bind.${name}`] ?? bind.mode
    return mode === 'off' ? [] : [{ from: bind.from, to: bind.to ?? bind.from, readOnly: mode === 'ro' }]
  })
}

const wholeOrNull = (value: string): number | null => (value === 'none' ? null : Number(value))

function limitsOf(read: Read): Limits {
  const cpu = read('cpu')
  const shape = read('shape')
  const at = shape === 'card' || shape === 'host-end' || shape === 'box-end' ? shape : null
  return {
    cpuMax: cpu === 'none' ? null : (CPU_WORDS[cpu] ?? Number(cpu)),
    cpuWeight: Number(read('weight')),
    cpuset: cpusetOf(read('cpuset')),
    memoryMax: wholeOrNull(read('memory')),
    pidsMax: wholeOrNull(read('pids')),
    ioMax: wholeOrNull(read('io')),
    shaping: at === null ? null : { at, mbit: Number(read('rate')) },
  }
}

/** Reads the kernel's list format: `0-1,3` is CPUs 0, 1 and 3. man:cpuset(7). */
function cpusetOf(value: string): readonly number[] | null {
  if (value === 'all') return null
  return value.split(',').flatMap(part => {
    const [from = '0', to = from] = part.split('-')
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i)
  })
}
