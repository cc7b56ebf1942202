import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { NAMESPACES } from '../../src/kernel/namespace.ts'
import { observe, type StartingConditions } from '../../src/kernel/observe.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** util-linux. */
const UNSHARE = 'unshare'

/** Namespaces of every type but user and time: what a test breaks in there is nobody's. */
const THROW_AWAY = ['-m', '-u', '-i', '-n', '-p', '-C', '-f', '--kill-child', '--mount-proc'] as const

/** All 256 combinations in the full run; every thirteenth in the quick one, since each takes 0.2 s. */
const EVERY = process.env['BOXWRIGHT_FULL'] === undefined ? 13 : 1

type Answers = { readonly [probe: string]: string }

/** What the real kernel answers, by combination. */
type Told = readonly { readonly combination: string; readonly answers: Answers }[]

/** The throw-away host names its interfaces in its own way. */
function inWordsOfModel(answers: Answers): Answers {
  const named = ([probe, answer]: readonly [string, string]): readonly [string, string] => {
    const isInterfaces = probe === 'interfaces' || probe === '/sys/class/net'
    return [probe, isInterfaces && answer !== 'lo' ? 'lo eth0' : answer]
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
      if (block.includes('unshare failed: Operation not permitted')) {
        return { combination, answers: { refused: 'EPERM' } }
      }
      return { combination, answers: inWordsOfModel(answers) }
    })
}

const TOOLS = ['bash', 'hostname', 'ip', 'ipcmk', 'ps', 'setpriv'] as const

/** Why this machine cannot build the throw-away host; nothing where it can. */
function reasonToSkip(): string | undefined {
  const tried = spawnSync(UNSHARE, [...THROW_AWAY, 'true'], { encoding: 'utf8' })
  if (tried.error !== undefined) return `skipped: ${tried.error.message}`
  if (tried.status !== 0) return `skipped: ${tried.stderr.trim()}`
  const missing = TOOLS.filter(tool => spawnSync(tool, ['--version']).error !== undefined)
  return missing.length === 0 ? undefined : `skipped: not installed: ${missing.join(', ')}`
}

function askKernel({ caller, map, propagation }: StartingConditions): Told {
  const userFlags = map === 'root' ? ['-U', '-r'] : ['-U']
  const folder = mkdtempSync(join(tmpdir(), 'boxwright-'))
  const args = [...THROW_AWAY, '--propagation', 'private', 'bash', `${HERE}namespaces-host.sh`, HERE, folder]
  const run = spawnSync(UNSHARE, [...args, String(EVERY), caller, propagation, ...userFlags], {
    encoding: 'utf8',
  })
  rmdirSync(folder)
  if (run.status !== 0) throw new Error(`the throw-away host ended with ${run.status}: ${run.stderr}`)
  return parse(run.stdout)
}

const USUAL = { caller: 'root', map: 'root', remountProc: 'in own mnt', propagation: 'private' } as const

const STARTS: readonly StartingConditions[] = [
  USUAL,
  { ...USUAL, map: 'none' },
  { ...USUAL, caller: 'ordinary' },
  { ...USUAL, propagation: 'shared' },
]

/** What the model answers to the same questions. */
function askModel(start: StartingConditions, told: Told): Told {
  return told.map(({ combination, answers }) => {
    const types = combination.split(' ')
    const observation = observe(
      start,
      NAMESPACES.filter(type => types.includes(type)),
    )
    if (observation.type === 'refused') return { combination, answers: { refused: observation.errno } }
    const { seen } = observation
    return {
      combination,
      answers: Object.fromEntries(Object.keys(answers).map(probe => [probe, seen[probe] ?? 'no such probe'])),
    }
  })
}

describe('the kernel of this machine', () => {
  for (const start of STARTS) {
    const { caller, map, propagation } = start
    it(`agrees with the truth table: caller ${caller}, map ${map}, propagation ${propagation}`, context => {
      const reason = reasonToSkip()
      if (reason !== undefined) context.skip(reason)
      const told = askKernel(start)
      expect(told).toHaveLength(Math.ceil(256 / EVERY))
      expect(told.some(({ answers }) => Object.keys(answers).length >= 30)).toBe(true)
      expect(told).toEqual(askModel(start, told))
    }, 180_000)
  }
})
