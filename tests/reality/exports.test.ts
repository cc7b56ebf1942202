import { beforeEach, describe, expect, it } from 'vitest'
import { isFull } from '../support/full.ts'
import { CONTAINER_LEVELS, LEVELS } from './container-levels.ts'
import { machineSince, machineState, unlessNamespaces, unlessTools } from './machine.ts'
import { type Engine, showExport, solvedPlan } from './run-export.ts'
import { tally } from './tally.ts'

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

/** Levels under load take longer to watch, and say less when time is squeezed; least of all where all limits meet. */
const speedOf = (level: string): number =>
  SLOW.includes(level) ? 10 : /^(02-limits|icebreaker)/.test(level) ? 25 : 30
const SLOW = ['02-limits/02-cpu-hog.yaml', '02-limits/03-fork-bomb.yaml', '02-limits/07-full-house.yaml']

describe.each(['unshare', 'runc', 'crun'] as const)('the solved levels under %s', engine => {
  const reason = reasonToSkip(engine)
  beforeEach(({ skip }) => skip(reason !== undefined, reason))
  it.each(isFull ? CONTAINER_LEVELS : QUICK[engine])(
    '%s shows what the game predicts',
    // A machine that does something else for a moment is asked again; what the model has wrong stays wrong.
    { timeout: 120_000, retry: 2 },
    async level => {
      const { setup, plan } = solvedPlan(LEVELS + level)
      const before = machineState()
      const { compared, skips, unexpected, notes, errors } = await showExport(
        setup,
        plan,
        engine,
        speedOf(level),
      )
      const differ = compared.filter(({ agrees }) => !agrees)
      tally({ checked: compared.length, matched: compared.length - differ.length, skips })
      expect({ differ, notes, errors, unexpected }).toEqual({
        differ: [],
        notes: [],
        errors: '',
        unexpected: [],
      })
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
  const chapters = new Set(CONTAINER_LEVELS.map(level => level.split('/')[0]))
  expect([...chapters]).toEqual(['01-first-box', '02-limits', '03-pods', 'icebreaker'])
  expect(CONTAINER_LEVELS.length).toBeGreaterThan(23)
})
