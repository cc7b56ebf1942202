import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** util-linux. */
const UNSHARE = 'unshare'

const lines = (path: string): readonly string[] => readFileSync(path, 'utf8').split('\n').toSorted()

const folders = (path: string): readonly string[] => (existsSync(path) ? readdirSync(path) : [])

/** Whether a process runs; one that is over and that nobody asked about yet (a zombie) does not. */
function lives(pid: string): boolean {
  try {
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

/** Folders of ours whose owner, the process that its name ends with, is no longer there. */
function orphans(path: string): readonly string[] {
  return folders(path)
    .filter(name => name.startsWith('boxwright-') && !lives(name.replace(/^.*-/, '')))
    .map(name => `${path}/${name}`)
}

/** What a run must leave as it was: mounts, interfaces, host name, and no cgroup or folder of ours without an owner. */
export type MachineState = {
  readonly mounts: readonly string[]
  readonly interfaces: readonly string[]
  readonly hostname: string
  readonly corePattern: string
  readonly orphans: readonly string[]
}

/** Looks at the machine. */
export function machineState(): MachineState {
  const groups = ['/sys/fs/cgroup', ...folders('/sys/fs/cgroup').map(name => `/sys/fs/cgroup/${name}`)]
  return {
    mounts: lines('/proc/self/mounts'),
    interfaces: folders('/sys/class/net').toSorted(),
    hostname: hostname(),
    corePattern: readFileSync('/proc/sys/kernel/core_pattern', 'utf8'),
    orphans: [...groups.flatMap(at => (isFolder(at) ? orphans(at) : [])), ...orphans('/var/tmp')].toSorted(),
  }
}

/** The machine as it is now, without what others left behind earlier and a run of ours may have cleared since. */
export function machineSince(before: MachineState): MachineState {
  const now = machineState()
  const old = before.orphans.filter(at => !now.orphans.includes(at))
  return { ...now, orphans: [...now.orphans, ...old].toSorted() }
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path)
    return true
  } catch {
    return false
  }
}

/** Processes that carry this word in their environment: whoever starts a run marks it with one. */
export function processesWith(mark: string): readonly string[] {
  return folders('/proc').filter(pid => {
    if (!/^\d+$/.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark)
    } catch {
      return false
    }
  })
}

/** Whether this is CI, which installs what the tests need. */
export const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1'

/**
 * Why something cannot run here, or nothing. In CI, which installs what it needs, a missing tool is no reason: the test
 * goes on and fails.
 */
export function unlessTools(tools: readonly string[]): string | undefined {
  const missing = tools.filter(
    tool => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error !== undefined,
  )
  if (missing.length === 0 || isCi) return undefined
  return `skipped: not installed: ${missing.join(', ')}`
}

/** Why no box can be built here, or nothing: no Linux, no namespaces. */
export function unlessNamespaces(): string | undefined {
  if (process.platform !== 'linux') return `skipped: this is ${process.platform}`
  const flags = process.getuid?.() === 0 ? [] : ['--map-root-user']
  const tried = spawnSync(
    UNSHARE,
    [...flags, '-m', '-u', '-i', '-n', '-p', '--fork', '--mount-proc', 'true'],
    {
      encoding: 'utf8',
    },
  )
  return tried.status === 0
    ? undefined
    : `skipped: no namespaces here: ${tried.stderr ?? tried.error?.message}`
}
