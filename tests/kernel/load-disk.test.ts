import { describe, expect, it } from 'vitest'
import { box, machine, run, write } from './load-boxes.ts'

describe('disk', () => {
  it.each([
    { cgroup: 'v1', how: 'direct', rate: 2 },
    { cgroup: 'v1', how: 'buffered', rate: 50 },
    { cgroup: 'v2', how: 'direct', rate: 2 },
    { cgroup: 'v2', how: 'buffered', rate: 2 },
  ] as const)(
    'io.max of 2 MB/s on $cgroup lets $how writes of 50 MB/s through at $rate MB/s',
    ({ cgroup, how, rate }) => {
      const { boxes } = run(machine({ cgroup }), [box('backup', [write(how, 50)], { ioMax: 2 })])
      expect(boxes['backup']).toMatchObject({
        alive: true,
        exitCode: null,
        writeRate: rate,
        writePercent: rate * 2,
      })
    },
  )

  it('writers share a busy disk in proportion to what they push', () => {
    const { boxes, host } = run(machine(), [
      box('backup', [write('buffered', 300)]),
      box('db', [write('direct', 100)]),
    ])
    expect([boxes['backup']?.writeRate, boxes['db']?.writeRate]).toEqual([75, 25])
    expect(host.diskBusyPercent).toBe(100)
  })

  it('io.max delays: the backup ends later, and ends', () => {
    const { boxes } = run(machine(), [
      box('backup', [write('direct', 50, 200), { type: 'exit', code: 0 }], { ioMax: 10 }),
    ])
    expect(boxes['backup']).toMatchObject({ exitCode: 0, endedAt: 20, writeRate: 10, writePercent: 20 })
  })

  it('a mean rate is not lowered by a short last second', () => {
    const { boxes } = run(machine(), [box('backup', [write('direct', 30, 100)])])
    expect(boxes['backup']).toMatchObject({ writeRate: 30, writePercent: 100 })
  })
})
