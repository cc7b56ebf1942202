import { beforeEach, describe, expect, it } from 'vitest'
import { isFull } from '../support/full.ts'
import { CONTAINER_LEVELS, LEVELS } from './container-levels.ts'
import { machineSince, machineState, unlessNamespaces } from './machine.ts'
import { chancePlans, movedPlan, showExport } from './run-export.ts'
import { tally } from './tally.ts'

/** Plans are the same in every run: what fails can be tried again. */
const SEED = 7

/** Levels that are under load are watched for some seconds. */
const SPEED = 25

/** Plans of a level; one where each takes a quarter of a minute. */
const plansOf = (level: string): number => (level.startsWith('icebreaker') ? 1 : 2)

/** Plans off the way that levels lead: what is refused, covered up, or only half a box. */
const ODD = [
  ['01-first-box/02-see-only-yourself.yaml', ['app.pid=own', 'monitor.pid=own', 'monitor.proc=fresh']],
  ['01-first-box/03-own-wire.yaml', ['shop.net=own', 'shop.lo=up', 'admin.net=own']],
  ['01-first-box/05-own-disk.yaml', ['builder.root=pivot_root', 'builder.bind.etc=rw']],
  ['01-first-box/05-own-disk.yaml', ['builder.mnt=own', 'builder.root=pivot_root', 'builder.bind.etc=ro']],
  ['01-first-box/05-own-disk.yaml', ['builder.root=chroot']],
  ['01-first-box/06-fake-root.yaml', ['shop.user=own', 'shop.uid=1000']],
  ['03-pods/02-the-debugger.yaml', ['app.pid=own', 'debugger.pid=host']],
  ['03-pods/03-node-agent.yaml', ['agent.bind.proc=rw']],
] as const

const reason = unlessNamespaces()

describe('plans that solve nothing', () => {
  beforeEach(({ skip }) => skip(reason !== undefined, reason))

  const odd = ODD.map(([level, moves]) => ({ level, ...movedPlan(LEVELS + level, moves) }))
  // A machine with fewer cores than the game's has no part of one to give, so plans with limits of CPU are scaled too coarsely.
  const unlimited = CONTAINER_LEVELS.filter(level => !level.startsWith('02-limits'))
  const chance = (isFull ? unlimited : []).flatMap(level =>
    chancePlans(LEVELS + level, plansOf(level), SEED).map(built => ({ level, ...built })),
  )
  const cases = [...odd, ...chance].map(built => ({ ...built, choices: JSON.stringify(built.plan.choices) }))

  it.each(cases)(
    '$level shows what the game predicts of the plan $choices',
    { timeout: 120_000, retry: 1 },
    async ({ setup, plan }) => {
      const before = machineState()
      const { compared, skips, notes } = await showExport(setup, plan, 'unshare', SPEED)
      const differ = compared.filter(({ agrees }) => !agrees)
      tally({ checked: compared.length, matched: compared.length - differ.length, skips })
      expect({ differ, notes: differ.length === 0 ? [] : notes }).toEqual({ differ: [], notes: [] })
      expect(compared).not.toEqual([])
      expect(machineSince(before)).toEqual(before)
    },
  )
})
