import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('host.sh', import.meta.url))

/** A process of such a host. */
export type HostProcess = { readonly pid: string; readonly command: string }

/** Namespaces of a process, by type, as the kernel numbers them. */
export type Namespaces = { readonly [type: string]: string }

/** A host that is nobody's: processes in namespaces of their own, below one first process. */
export type ThrowAwayHost = {
  /** The first process, as this machine numbers it: /proc/FIRST/root is the host's root. */
  readonly first: number
  /** Its processes, as it numbers them, with their command lines. */
  readonly processes: () => readonly HostProcess[]
  readonly namespacesOf: (pid: string) => Namespaces
  /** Kills one of its processes. */
  readonly kill: (pid: string) => void
  /** Ends every process there. */
  readonly end: () => Promise<void>
}

/** Asks again and again until there is an answer; says what it waited for if none comes within ten seconds. */
export async function until<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<Awaited<T>>> {
  const end = performance.now() + 10_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== null && answer !== false) return answer
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`)
    await pause(10)
  }
}

function childOf(pid: number): number | undefined {
  const path = `/proc/${pid}/task/${pid}/children`
  const [child] = existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ') : []
  return child === undefined || child === '' ? undefined : Number(child)
}

/** Starts `host.sh` with these arguments. */
export async function throwAwayHost(words: readonly string[]): Promise<ThrowAwayHost> {
  const flags = [
    '-m',
    '-u',
    '-i',
    '-n',
    '-p',
    '-f',
    '--kill-child',
    '--mount-proc',
    '--propagation',
    'private',
  ]
  const unshare: ChildProcess = spawn('unshare', [...flags, 'bash', SCRIPT, ...words], {
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let errors = ''
  unshare.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const closed = new Promise<void>(resolve => unshare.on('close', () => resolve()))
  const first = await until('the first process of the throw-away host', () => {
    if (unshare.exitCode !== null) throw new Error(`the throw-away host ended: ${errors}`)
    return unshare.pid === undefined ? undefined : childOf(unshare.pid)
  })
  return {
    first,
    ...seenThrough(first),
    kill: pid => {
      unshare.stdin?.write(`${pid}\n`)
    },
    // Its first process ends with its input, everybody else there with it, and unshare when it has seen them off.
    end: () => {
      unshare.stdin?.end()
      return closed
    },
  }
}

const TYPES = ['mnt', 'pid', 'net', 'ipc', 'uts'] as const

/** /proc/FIRST/root leads to the /proc that the host itself has, with the pids that it counts. */
function seenThrough(first: number): Pick<ThrowAwayHost, 'processes' | 'namespacesOf'> {
  const proc = `/proc/${first}/root/proc`
  return {
    processes: () =>
      readdirSync(proc)
        .filter(name => /^\d+$/.test(name))
        .map(pid => ({ pid, command: commandOf(`${proc}/${pid}/cmdline`) })),
    namespacesOf: pid =>
      Object.fromEntries(TYPES.map(type => [type, readlinkSync(`${proc}/${pid}/ns/${type}`)])),
  }
}

/** A command line; nothing for a process that went away meanwhile. */
function commandOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

const CGROUPS = '/sys/fs/cgroup'

/** The cgroups of this name, one for each hierarchy that has it. */
export const cgroupsNamed = (name: string): readonly string[] =>
  [CGROUPS, ...readdirSync(CGROUPS).map(root => join(CGROUPS, root))]
    .map(root => join(root, name))
    .filter(path => existsSync(path))

/** Removes a cgroup and those below it, in every hierarchy. */
export async function removeCgroup(name: string): Promise<void> {
  for (const path of cgroupsNamed(name)) await removeTree(path)
}

async function removeTree(path: string): Promise<void> {
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) await removeTree(join(path, entry.name))
  // The kernel takes a moment to let go of a cgroup whose last process was killed.
  await until(`${path} to be empty`, () => isGone(path))
}

function isGone(path: string): boolean {
  try {
    rmdirSync(path)
    return true
  } catch {
    return !existsSync(path)
  }
}
