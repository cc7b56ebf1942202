import { expect, test } from 'vitest'
import { prove } from '../../../src/solver/prove.ts'
import { boardOf, levelOf } from './boards.ts'

const SETUP = {
  hosts: {
    big: { memory: 4096, price: 100 },
    small: { memory: 1024, price: 40, engine: 'containerd', link: 50 },
  },
  workloads: {
    shop: { memory: 200, instances: 2, app: 60, boot: 200, needs: { startWithin: 60 } },
    guest: { memory: 128, app: 30, needs: { wall: 'sentry' } },
  },
  controls: {
    shop: {
      pack: ['container', 'microvm', 'vm'],
      host: ['big', 'small'],
      ready: ['cold', 'layers', 'running'],
    },
    guest: { pack: ['container', 'gvisor', 'kata', 'microvm', 'vm'], host: ['big', 'small'] },
  },
}

const OBJECTIVES = [
  { id: 'memory', fact: 'total.memory', better: 'less', text: { en: 'memory', ko: '메모리' } },
  { id: 'start', fact: 'total.slowestMs', better: 'less', text: { en: 'start', ko: '시작' } },
  { id: 'cost', fact: 'total.cost', better: 'less', text: { en: 'cost', ko: '비용' } },
]

test('the proof’s Pareto set is that of a comparison of every plan with every plan', () => {
  const level = levelOf(SETUP, [['met', 'goal', 'total.unmet == 0']], {
    third: 'frontier',
    objectives: OBJECTIVES,
  })
  const proved = prove(level)
  const board = boardOf(SETUP)
  const sizes = board.axes?.list.map(axis => axis.values.length) ?? []
  const choices = sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap(choice => Array.from({ length: size }, (_, i) => [...choice, i])),
    [[]],
  )
  const totals = choices.map(choice => board.observe.total(board.axes?.state(choice) ?? board.start))
  const good = totals.filter(({ unmet }) => unmet === 0).map(t => [t.memory, t.slowestMs, t.cost])
  const beats = (a: readonly number[], b: readonly number[]) =>
    a.every((v, i) => v <= (b[i] ?? 0)) && a.some((v, i) => v < (b[i] ?? 0))
  const unbeaten = good.filter(plan => !good.some(other => beats(other, plan)))
  const counts = new Map<string, number>()
  for (const plan of unbeaten) counts.set(plan.join(), (counts.get(plan.join()) ?? 0) + 1)
  const frontier = proved.ok ? proved.value.frontier : []
  expect(frontier?.length).toBeGreaterThan(1)
  expect(new Map(frontier?.map(({ values, count }) => [values.join(), count]))).toEqual(counts)
})
