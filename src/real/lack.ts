import { spawnSync } from 'node:child_process'
import type { Text } from '../core/text.ts'
import { inBoth } from '../words/say.ts'

/** What a machine is asked before a box is built on it. A fake stands in for another machine. */
export type Machine = {
  readonly platform: string
  readonly isRoot: boolean
  /** A tool can be started. */
  has(tool: string): boolean
  /** The namespaces of a throw-away host can be made; the tool's own words where not. */
  namespaces(isRoot: boolean): string | null
}

/** Tools that an exported script calls, with the Debian package of each. */
const TOOLS = {
  bash: 'bash',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
  ip: 'iproute2',
  hostname: 'hostname',
  perl: 'perl-base',
} as const

/** util-linux. */
const UNSHARE = 'unshare'

/** This machine. */
export const thisMachine: Machine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  has: tool => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
  namespaces: isRoot => {
    const flags = [
      ...(isRoot ? [] : ['--map-root-user']),
      '-m',
      '-u',
      '-i',
      '-n',
      '-p',
      '--fork',
      '--mount-proc',
      'true',
    ]
    const tried = spawnSync(UNSHARE, flags, { encoding: 'utf8' })
    return tried.status === 0 ? null : tried.stderr.trim() || `unshare: ${tried.signal ?? tried.status}`
  },
}

/** What is missing to build a box on a machine, and how to get it; `null` where nothing is. */
export function lackOf(machine: Machine): Text | null {
  if (machine.platform !== 'linux') return inBoth('real.notLinux', { platform: machine.platform })
  const missing = Object.entries(TOOLS).filter(([tool]) => !machine.has(tool))
  if (missing.length > 0) {
    const tools = missing.map(([tool]) => tool).join(', ')
    const packages = [...new Set(missing.map(([, name]) => name))].join(' ')
    return inBoth('real.noTools', { tools, packages })
  }
  const reason = machine.namespaces(machine.isRoot)
  return reason === null ? null : inBoth('real.noNamespaces', { reason })
}
