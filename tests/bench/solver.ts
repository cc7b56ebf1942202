import { prove } from '../../src/solver/prove.ts'
import { gridBoard, type GridRun } from '../support/grid-world.ts'
import { levelOf, type RuleSource } from '../support/levels.ts'
import { naiveSearch } from './naive-search.ts'
import type { Line } from './stats.ts'

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

/** A level beside the naive way. `most` is the share of the naive time that the solver may take, in percent. */
function compare(name: string, run: GridRun, sources: readonly RuleSource[], most: number): readonly Line[] {
  const board = gridBoard(SLOTS, run)
  const level = levelOf(board, sources)
  const ours = Math.min(...[0, 1, 2].map(() => timed(() => prove(level)))) / STATES
  const naive = timed(() => naiveSearch(board, level.rules, NAIVE_STATES)) / NAIVE_STATES
  return [
    { what: `${name}: a state`, value: ours * 1000, unit: 'µs' },
    { what: `${name}: a state, the naive way`, value: naive * 1000, unit: 'µs' },
    { what: `${name}: of the naive time`, value: (100 * ours) / naive, unit: '%', target: most },
  ]
}

/** Two levels of 160,000 states and eight rules, each beside the naive way, and the memory that proving them takes. */
export function solverBench(): readonly Line[] {
  const lines = [
    ...compare('rules that read few slots', { ticks: 20 }, FEW, 1),
    ...compare('rules that read all of a run of 200 ticks', { ticks: 200 }, ALL, 10),
  ]
  const memory = process.memoryUsage().rss / 1024 / 1024
  return [...lines, { what: 'memory after both', value: memory, unit: 'MiB', target: 572 }]
}
