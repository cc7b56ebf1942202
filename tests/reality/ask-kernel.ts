import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { NAMESPACES } from '../../src/kernel/namespace.ts'
import { observe, type StartingConditions } from '../../src/kernel/observe.ts'
import { PROBES } from '../../src/kernel/probes.ts'

const OBSERVER = fileURLToPath(new URL('namespaces.pl', import.meta.url))

/** util-linux. */
const UNSHARE = 'unshare'

/** Namespaces of every type but user and time: what a test breaks in there is nobody's. */
const THROW_AWAY = ['-m', '-u', '-i', '-n', '-p', '-f', '--kill-child', '--mount-proc'] as const

/** What was answered in one combination, by probe. */
export type Answers = { readonly [probe: string]: string }

/** Answers by combination, in the order of the bits of `NAMESPACES`. */
export type Told = readonly { readonly combination: string; readonly answers: Answers }[]

/** The throw-away host names its interfaces in its own way. */
function inWordsOfModel(answers: Answers): Answers {
  const named = ([probe, answer]: readonly [string, string]): readonly [string, string] => {
    const isList = probe === 'interfaces' || probe === '/sys/class/net' || probe === '/proc/net/dev'
    return [probe, isList && answer !== 'lo' ? 'lo eth0' : answer]
  }
  return Object.fromEntries(Object.entries(answers).map(named))
}

function parse(output: string): Told {
  return output
    .split('\n\n')
    .filter(block => block.startsWith('combination='))
    .map(block => {
      const pairs = block.split('\n').map(line => {
        const at = line.indexOf('=')
        return [line.slice(0, at), line.slice(at + 1)] as const
      })
      const { combination = '', ...answers } = Object.fromEntries(pairs)
      const refusal = block.includes('unshare failed: Operation not permitted') ? 'EPERM' : answers['refused']
      return refusal === undefined
        ? { combination, answers: inWordsOfModel(answers) }
        : { combination, answers: { refused: refusal } }
    })
}

/** Why this machine cannot build the throw-away host; nothing where it can. */
export function reasonToSkip(): string | undefined {
  const tried = spawnSync(UNSHARE, [...THROW_AWAY, 'true'], { encoding: 'utf8' })
  if (tried.error !== undefined) return `skipped: ${tried.error.message}`
  if (tried.status !== 0) return `skipped: ${tried.stderr.trim()}`
  const missing = ['perl', 'ip', 'setpriv'].filter(tool => spawnSync(tool, ['--version']).error !== undefined)
  return missing.length === 0 ? undefined : `skipped: not installed: ${missing.join(', ')}`
}

/** A cgroup that the asked processes lie in, so that there is a path to see; nothing where none may be made. */
function makeCgroup(): string | undefined {
  for (const root of ['/sys/fs/cgroup/pids', '/sys/fs/cgroup']) {
    if (!existsSync(`${root}/cgroup.procs`)) continue
    try {
      mkdirSync(`${root}/boxwright-${process.pid}`)
      return `${root}/boxwright-${process.pid}`
    } catch {
      return undefined
    }
  }
  return undefined
}

/** Throw-away hosts that share the combinations: ending a namespace is mostly waiting, which they do at the same time. */
const HOSTS = 4

/** Asks this kernel, in every combination or each nth. */
export async function askKernel(start: StartingConditions, every: number): Promise<Told> {
  const cgroup = makeCgroup()
  try {
    const hosts = Array.from({ length: HOSTS }, (_, i) => askHost(start, every * i, every * HOSTS, cgroup))
    const parts = await Promise.all(hosts)
    return Array.from({ length: Math.ceil(256 / every) }, (_, i) =>
      (parts[i % HOSTS] ?? []).slice(Math.floor(i / HOSTS), Math.floor(i / HOSTS) + 1),
    ).flat()
  } finally {
    if (cgroup !== undefined) rmdirSync(cgroup)
  }
}

/** One host's share: from a combination on each nth. */
async function askHost(
  { caller, map, remountProc, propagation }: StartingConditions,
  first: number,
  every: number,
  cgroup: string | undefined,
): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), 'boxwright-'))
  try {
    const words = ['host', folder, String(first), String(every), caller, map, remountProc, propagation]
    const procs = cgroup === undefined ? [] : [`${cgroup}/cgroup.procs`]
    const args = [...THROW_AWAY, '--propagation', 'private', 'perl', OBSERVER, ...words, ...procs]
    // A host that cannot be built ends with an error, which is thrown here with all that it said.
    const { stdout } = await run(UNSHARE, args, { maxBuffer: 1 << 26 })
    return parse(stdout)
  } finally {
    rmdirSync(folder)
  }
}

const run = promisify(execFile)

/** What the model answers to the same questions; with rules of one's own in place of some probes'. */
export function askModel(start: StartingConditions, told: Told, probes: typeof PROBES = PROBES): Told {
  return told.map(({ combination, answers }) => {
    const types = combination.split(' ')
    const chosen = NAMESPACES.filter(type => types.includes(type))
    const observation = observe(start, chosen, probes)
    if (observation.type === 'refused') return { combination, answers: { refused: observation.errno } }
    const { seen } = observation
    return {
      combination,
      answers: Object.fromEntries(Object.keys(answers).map(probe => [probe, seen[probe] ?? 'no such probe'])),
    }
  })
}

const USUAL = { caller: 'root', map: 'root', remountProc: 'in own mnt', propagation: 'private' } as const

/** The starting conditions that are asked for. */
export const STARTS: readonly StartingConditions[] = [
  USUAL,
  { ...USUAL, map: 'none' },
  { ...USUAL, map: 'shifted' },
  { ...USUAL, caller: 'ordinary' },
  { ...USUAL, caller: 'ordinary', map: 'none' },
  { ...USUAL, propagation: 'shared' },
  { ...USUAL, remountProc: 'never' },
  { ...USUAL, remountProc: 'always' },
]

/** Starting conditions in a few words: a test's name, a key of the record. */
export const nameOf = ({ caller, map, remountProc, propagation }: StartingConditions): string =>
  `caller ${caller}, map ${map}, proc ${remountProc}, propagation ${propagation}`
