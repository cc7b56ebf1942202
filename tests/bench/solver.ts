import { prove } from '../../src/solver/prove.ts'
import { gridBoard, type GridRun } from '../support/grid-world.ts'
import { levelOf, type RuleSource } from '../support/levels.ts'
import { naiveSearch } from './naive-search.ts'
import type { Row } from './row.ts'

/** Eight switches and four sliders of five values: 160,000 states. */
const SLOTS = [
  ...Array.from({ length: 8 }, (_, i) => ({ id: `n${i}`, size: 2 })),
  ...Array.from({ length: 4 }, (_, i) => ({ id: `m${i}`, size: 5 })),
]
const STATES = 160_000
/** States that the naive search visits, so that a benchmark does not take minutes. Its early states are its cheapest. */
const NAIVE_STATES = 8_000

/** Eight rules that read one to four slots each. */
const FEW: readonly RuleSource[] = [
  ['r0', 'goal', 10, 'n0 == 1'],
  ['r1', 'goal', 10, 'n1 == 1 || m0 > 2'],
  ['r2', 'goal', 10, 'm1 == 3 && n2 == 0'],
  ['r3', 'goal', 10, 'm2 + m3 >= 4'],
  ['r4', 'guard', 10, 'n3 == 0 || n4 == 1'],
  ['r5', 'guard', 10, 'm0 * m1 <= 9'],
  ['r6', 'guard', 10, 'n5 + n6 + n7 < 3'],
  ['r7', 'bonus', 10, 'm3 == 4'],
]

/** Eight rules that read the run, and with it every slot. */
const ALL: readonly RuleSource[] = [
  ['r0', 'goal', 10, 'run.sum > 4'],
  ['r1', 'goal', 10, 'run.hash % 2 == 1'],
  ['r2', 'goal', 10, 'run.hash % 3 != 1'],
  ['r3', 'goal', 10, 'run.hash > 1000'],
  ['r4', 'guard', 10, 'run.sum < 20'],
  ['r5', 'guard', 10, 'run.hash % 5 != 0'],
  ['r6', 'guard', 10, 'run.hash < 60000'],
  ['r7', 'bonus', 10, 'run.sum == 9'],
]

/** Milliseconds that something takes. */
function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function compare(name: string, run: GridRun, sources: readonly RuleSource[], least: number): Row {
  const board = gridBoard(SLOTS, run)
  const level = levelOf(board, sources)
  const ours = Math.min(...[0, 1, 2].map(() => timed(() => prove(level)))) / STATES
  const naive = timed(() => naiveSearch(board, level.rules, NAIVE_STATES)) / NAIVE_STATES
  const factor = naive / ours
  const micro = (ms: number): string => `${(ms * 1000).toFixed(2)} µs`
  return {
    name: `solver, ${name}`,
    measured: `${factor.toFixed(0)}× (${micro(ours)} a state, naive ${micro(naive)})`,
    target: `at least ${least}×`,
    ok: factor >= least,
  }
}

/** Two levels of 160,000 states and eight rules, each beside the naive way, and the memory that proving them takes. */
export async function solverBench(): Promise<readonly Row[]> {
  const rows = [
    compare('rules that read few slots', { ticks: 1 }, FEW, 100),
    compare('rules that read every slot of a run of 200 ticks', { ticks: 200 }, ALL, 10),
  ]
  const memory = process.memoryUsage().rss / 1024 / 1024
  return [
    ...rows,
    { name: 'solver, memory', measured: `${memory.toFixed(0)} MB`, target: 'below 600 MB', ok: memory < 600 },
  ]
}
