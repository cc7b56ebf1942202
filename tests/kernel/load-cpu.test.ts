import { describe, expect, it } from 'vitest'
import { box, burn, machine, run } from './load-boxes.ts'

describe('CPU', () => {
  it('a box over cpu.max is throttled and never killed', () => {
    const { boxes, events } = run(machine(), [box('batch', [burn(2)], { cpuMax: 0.5 })])
    expect(boxes['batch']).toMatchObject({
      alive: true,
      exitCode: null,
      cpuPercent: 25,
      throttledPercent: 100,
    })
    expect(events).toEqual([{ second: 1, box: 'batch', type: 'throttle', amount: 25 }])
  })

  it('a quota of 20 % gives 0.20 s of CPU in a second, every period cut short', () => {
    const { boxes } = run(machine(), [box('spin', [burn(1)], { cpuMax: 0.2 })], 1)
    expect(boxes['spin']).toMatchObject({ cpuSeconds: 0.2, throttledPercent: 100 })
  })

  it('shares of 3:1 on one core come out within what was measured, 2.6 to 3 : 1', () => {
    const { boxes } = run(machine({ cores: 1 }), [
      box('a', [burn(1)], { cpuWeight: 300 }),
      box('b', [burn(1)], { cpuWeight: 100 }),
    ])
    const ratio = (boxes['a']?.cpuSeconds ?? 0) / (boxes['b']?.cpuSeconds ?? 1)
    expect(ratio).toBeGreaterThan(2.6)
    expect(ratio).toBeLessThanOrEqual(3)
  })

  it('the smallest weight costs nothing while the machine is idle', () => {
    const { boxes } = run(machine(), [box('batch', [burn(2)], { cpuWeight: 1 }), box('idle', [])])
    expect(boxes['batch']).toMatchObject({ cpuPercent: 100, throttledPercent: 0 })
  })

  it('cpu.max slows a box on an idle machine', () => {
    const { boxes } = run(machine(), [
      box('batch', [burn(1, 10), { type: 'exit', code: 0 }], { cpuMax: 0.5 }),
    ])
    expect(boxes['batch']).toMatchObject({ exitCode: 0, endedAt: 20 })
  })

  it('contention is not throttling: who gets its fair half below cpu.max is not cut short', () => {
    const { boxes } = run(machine({ cores: 1 }), [box('a', [burn(1)], { cpuMax: 0.8 }), box('b', [burn(1)])])
    expect(boxes['a']).toMatchObject({ cpuPercent: 50, throttledPercent: 0 })
  })

  it('what a capped box leaves goes to its neighbour', () => {
    const { boxes } = run(machine({ cores: 1 }), [
      box('miner', [burn(1)], { cpuMax: 0.1 }),
      box('shop', [burn(1)]),
    ])
    expect(boxes['shop']?.cpuPercent).toBe(90)
  })

  it('one thread cannot use two cores', () => {
    const { boxes } = run(machine({ cores: 4 }), [box('a', [burn(1)])], 10)
    expect(boxes['a']?.cpuSeconds).toBe(10)
  })

  it.each([
    { sets: [[0], [0]], percents: [50, 50] },
    { sets: [[0], [1]], percents: [100, 100] },
    { sets: [[0], null], percents: [100, 100] },
    { sets: [[0], [0], null], percents: [50, 50, 100] },
    { sets: [[], []], percents: [100, 100] },
    { sets: [[7], [7]], percents: [100, 100] },
  ])('single threads in cpusets $sets of two cores get $percents percent', ({ sets, percents }) => {
    const played = run(
      machine(),
      sets.map((cpuset, i) => box(`b${i}`, [burn(1)], { cpuset })),
    )
    expect(Object.values(played.boxes).map(outcome => outcome.cpuPercent)).toEqual(percents)
  })

  it('a cpuset holds many threads to its cores without throttling', () => {
    const { boxes } = run(machine({ cores: 4 }), [box('a', [burn(4)], { cpuset: [1, 2] })])
    expect(boxes['a']).toMatchObject({ cpuPercent: 50, throttledPercent: 0 })
  })
})
