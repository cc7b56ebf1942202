import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Limits } from '../../src/kernel/limits.ts'
import type { LoadAct, LoadBox, LoadHost } from '../../src/kernel/load.ts'
import { outcomes, simulate } from '../../src/kernel/simulate.ts'
import { box, burn, machine } from './load-boxes.ts'

/** Rounding of what is recorded, summed over a few boxes. */
const SLACK = 0.1

const amount = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })
const maybe = (max: number): fc.Arbitrary<number | null> => fc.option(amount(max))

const acts: fc.Arbitrary<LoadAct> = fc.oneof(
  fc.record({ type: fc.constant('grow'), to: amount(1500), rate: amount(700) }),
  fc.record({
    type: fc.constant('fill'),
    useful: amount(500),
    rate: amount(200),
    pages: fc.constantFrom('anonymous', 'file'),
  }),
  fc.record({ type: fc.constant('tasks'), count: amount(200), rate: amount(50) }),
  fc.record({ type: fc.constant('bomb') }),
  fc.record({ type: fc.constant('burn'), cores: amount(6), work: maybe(20) }),
  fc.record({
    type: fc.constant('write'),
    rate: amount(200),
    total: maybe(500),
    how: fc.constantFrom('buffered', 'direct'),
  }),
  fc.record({ type: fc.constantFrom('send', 'receive'), rate: amount(200), total: maybe(500) }),
  fc.record({ type: fc.constant('wait'), seconds: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ type: fc.constant('exit'), code: fc.integer({ min: 0, max: 3 }) }),
)

const limits: fc.Arbitrary<Limits> = fc.record({
  cpuMax: fc.option(fc.integer({ min: 1, max: 30 }).map(tenths => tenths / 10)),
  cpuWeight: amount(10000),
  cpuset: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 })),
  memoryMax: maybe(800),
  pidsMax: maybe(100),
  ioMax: maybe(100),
  shaping: fc.option(fc.record({ at: fc.constantFrom('card', 'host-end', 'box-end'), mbit: amount(100) })),
})

const boxes: fc.Arbitrary<readonly LoadBox[]> = fc
  .array(
    fc.record({
      limits,
      ownNet: fc.boolean(),
      oomScoreAdj: fc.integer({ min: -1000, max: 1000 }),
      acts: fc.array(acts, { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map(list => list.map((parts, i) => ({ id: `b${i}`, ...parts })))

const host: fc.Arbitrary<LoadHost> = fc.record({
  cgroup: fc.constantFrom('v1', 'v2'),
  cores: fc.integer({ min: 1, max: 6 }),
  memory: fc.integer({ min: 100, max: 1500 }),
  tasks: fc.integer({ min: 5, max: 300 }),
  disk: amount(200),
  link: amount(200),
})

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

describe('any run', () => {
  it('comes out the same again, with or without the film, and changes nothing of its input', () => {
    fc.assert(
      fc.property(host, boxes, (on, list) => {
        const before = JSON.stringify([on, list])
        const played = simulate(on, list, 20)
        expect(simulate(on, list, 20)).toEqual(played)
        expect(outcomes(on, list, 20)).toEqual({ boxes: played.boxes, host: played.host })
        expect(JSON.stringify([on, list])).toBe(before)
        expect(JSON.parse(JSON.stringify(played))).toEqual(played)
      }),
      { numRuns: 200 },
    )
  })

  it('never hands out more than the machine has', () => {
    fc.assert(
      fc.property(host, boxes, (on, list) => {
        for (const sample of simulate(on, list, 20).samples) {
          const used = Object.values(sample.boxes)
          expect(sum(used.map(box => box.cpu))).toBeLessThanOrEqual(on.cores + SLACK)
          expect(sum(used.map(box => box.memory))).toBeLessThanOrEqual(on.memory + SLACK)
          expect(sum(used.map(box => box.tasks))).toBeLessThanOrEqual(on.tasks)
          expect(sum(used.map(box => box.write))).toBeLessThanOrEqual(on.disk + SLACK)
          expect(sum(used.map(box => box.send))).toBeLessThanOrEqual(on.link + SLACK)
          expect(sum(used.map(box => box.receive))).toBeLessThanOrEqual(on.link + SLACK)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never lets a box past its limits', () => {
    fc.assert(
      fc.property(host, boxes, (on, list) => {
        const played = simulate(on, list, 20)
        for (const { id, limits: limit, ownNet } of list) {
          const outcome = played.boxes[id]
          expect(outcome?.peakMemory).toBeLessThanOrEqual((limit.memoryMax ?? on.memory) + SLACK)
          expect(outcome?.peakTasks).toBeLessThanOrEqual(limit.pidsMax ?? on.tasks)
          for (const { boxes: used } of played.samples) {
            expect(used[id]?.cpu).toBeLessThanOrEqual((limit.cpuMax ?? on.cores) + SLACK)
            const reached = on.cgroup === 'v2' ? limit.ioMax : null
            expect(used[id]?.write).toBeLessThanOrEqual((reached ?? on.disk) + SLACK)
            const shaped = ownNet ? limit.shaping : null
            const sends = shaped?.at === 'box-end' ? shaped.mbit : on.link
            expect(used[id]?.send).toBeLessThanOrEqual(sends + SLACK)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gives only percentages from 0 to 100, and an end to exactly those that are not alive', () => {
    fc.assert(
      fc.property(host, boxes, (on, list) => {
        for (const outcome of Object.values(outcomes(on, list, 20).boxes)) {
          for (const percent of [
            outcome.cpuPercent,
            outcome.throttledPercent,
            outcome.writePercent,
            outcome.sendPercent,
            outcome.receivePercent,
            outcome.hitPercent,
          ]) {
            expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true)
          }
          expect(outcome.endedAt === null).toBe(outcome.alive)
          expect(outcome.exitCode === null).toBe(outcome.alive)
          expect(outcome.oomKilled !== 'no' && outcome.exitCode !== 137).toBe(false)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('any contention for CPU', () => {
  /** The most that boxes can get together: for some of them no more than the cores they share, for the rest all. */
  const most = (
    wants: readonly { readonly threads: number; readonly cpuset: readonly number[] }[],
  ): number => {
    let least = Infinity
    for (let subset = 0; subset < 2 ** wants.length; subset++) {
      const bound = wants.filter((_, i) => (subset >> i) & 1)
      const free = wants.filter((_, i) => !((subset >> i) & 1))
      const cores = new Set(bound.flatMap(({ cpuset }) => cpuset)).size
      least = Math.min(least, cores + sum(free.map(({ threads }) => threads)))
    }
    return least
  }

  it('leaves no core idle while somebody who may use it wants it', () => {
    const wanting = fc.record({
      threads: amount(6),
      weight: amount(10000),
      cpuset: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 }),
    })
    fc.assert(
      fc.property(fc.array(wanting, { minLength: 1, maxLength: 5 }), wants => {
        const list = wants.map(({ threads, weight, cpuset }, i) =>
          box(`b${i}`, [burn(threads)], { cpuWeight: weight, cpuset }),
        )
        const given = Object.values(outcomes(machine({ cores: 6 }), list, 1).boxes).map(
          outcome => outcome.cpuSeconds,
        )
        expect(sum(given)).toBeCloseTo(most(wants), 1)
      }),
      { numRuns: 200 },
    )
  })

  it('gives boxes that want too much their weight', () => {
    fc.assert(
      fc.property(fc.array(amount(10000), { minLength: 2, maxLength: 5 }), weights => {
        const list = weights.map((cpuWeight, i) => box(`b${i}`, [burn(1)], { cpuWeight }))
        const given = outcomes(machine({ cores: 1 }), list, 100).boxes
        weights.forEach((weight, i) => {
          expect(given[`b${i}`]?.cpuSeconds).toBeCloseTo((100 * weight) / sum(weights), 1)
        })
      }),
    )
  })
})
