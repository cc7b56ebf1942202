import { expect, test } from 'vitest'
import { prove } from '../../../src/solver/prove.ts'
import { TWELVE_SERVICES } from './big.ts'
import { levelOf } from './boards.ts'
import { isFull } from '../../support/full.ts'

test.runIf(isFull)(
  'half a million plans are proved within 10 s and 600 MB',
  () => {
    const level = levelOf(
      TWELVE_SERVICES,
      [
        ['walls', 'goal', 'run.day.work.kiosk.met && run.day.work.login.met'],
        ['room', 'goal', 'run.day.host.metal.fits'],
        ['slack', 'guard', 'run.day.host.metal.free >= 500'],
      ],
      {
        third: 'frontier',
        objectives: [
          { id: 'memory', fact: 'total.memory', better: 'less', text: { en: 'memory', ko: '메모리' } },
          { id: 'patches', fact: 'total.patchMinutes', better: 'less', text: { en: 'patches', ko: '패치' } },
        ],
      },
    )
    // CPU time, so that neighbours on a shared machine don't count.
    const before = process.cpuUsage()
    const proved = prove(level)
    const seconds = process.cpuUsage(before).user / 1_000_000
    const megabytes = process.memoryUsage().rss / 1e6
    expect(proved.ok && proved.value).toMatchObject({ states: 531_441, par: 2 })
    expect(seconds).toBeLessThan(10)
    expect(megabytes).toBeLessThan(600)
  },
  60_000,
)
