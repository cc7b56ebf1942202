import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { isFull } from '../support/full.ts'
import { machineSince, machineState, unlessNamespaces, unlessTools } from './machine.ts'
import { type Engine, showExport, solvedPlan } from './run-export.ts'

const LEVELS = fileURLToPath(new URL('../../levels/', import.meta.url))

/** The chapters of the container world. */
const CHAPTERS = ['01-first-box', '02-limits', '03-pods'] as const

const ALL = CHAPTERS.flatMap(chapter =>
  readdirSync(LEVELS + chapter)
    .filter(name => /^\d.*\.yaml$/.test(name))
    .map(name => `${chapter}/${name}`),
)

/** In the quick selection, levels that take a second each and between them use most of what an export can do. */
const QUICK: { readonly [E in Engine]: readonly string[] } = {
  unshare: [
    '01-first-box/02-see-only-yourself.yaml',
    '01-first-box/06-fake-root.yaml',
    '03-pods/03-node-agent.yaml',
  ],
  runc: ['01-first-box/05-own-disk.yaml'],
  crun: ['01-first-box/03-own-wire.yaml'],
}

/** Levels whose outcome is a matter of time to the second: a busy machine is no fair judge of them. */
const TIMED = ['02-limits/02-cpu-hog.yaml', '02-limits/03-fork-bomb.yaml', '02-limits/07-full-house.yaml']
const isIdle = process.env['BOXWRIGHT_IDLE'] === '1'
const FULL = ALL.filter(level => isIdle || !TIMED.includes(level))

/** Levels under load take longer to watch, and say less when time is squeezed. */
const speedOf = (level: string): number => (level.startsWith('02-limits') ? 15 : 30)

const told: string[] = []

describe.each(['unshare', 'runc', 'crun'] as const)('the solved levels under %s', engine => {
  const reason = reasonToSkip(engine)
  if (reason !== undefined) told.push(`${engine}: ${reason}`)
  if (isFull && !isIdle)
    told.push(...TIMED.map(level => `${engine} ${level}: skipped: needs an idle machine, BOXWRIGHT_IDLE=1`))
  it.skipIf(reason !== undefined).each(isFull ? FULL : QUICK[engine])(
    '%s shows what the game predicts',
    // A machine that does something else for a moment is asked again; what the model has wrong stays wrong.
    { timeout: 120_000, retry: 2 },
    async level => {
      const { setup, plan } = solvedPlan(LEVELS + level)
      const before = machineState()
      const { compared, skips, notes, errors } = await showExport(setup, plan, engine, speedOf(level))
      told.push(...skips.map(skip => `${engine} ${level}: skipped: ${skip}`))
      const differ = compared.filter(({ agrees }) => !agrees)
      told.push(`${engine} ${level}: ${compared.length} checked, ${compared.length - differ.length} matched`)
      expect({ differ, notes, errors }).toEqual({ differ: [], notes: [], errors: '' })
      expect(compared.length).toBeGreaterThan(30)
      expect(machineSince(before)).toEqual(before)
    },
  )
})

function reasonToSkip(engine: Engine): string | undefined {
  return unlessNamespaces() ?? unlessTools(engine === 'unshare' ? [] : [engine]) ?? unlessRoot(engine)
}

const unlessRoot = (engine: Engine): string | undefined =>
  engine === 'unshare' || process.getuid?.() === 0 ? undefined : 'skipped: bundles are run as root'

it('found the levels of the container world', () => {
  expect(ALL.length).toBeGreaterThan(15)
})

afterAll(() => {
  process.stdout.write(`\nExports against this machine:\n${told.map(line => `  ${line}\n`).join('')}`)
})
