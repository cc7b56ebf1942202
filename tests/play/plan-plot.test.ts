import { describe, expect, test } from 'vitest'
import { same } from '../../src/core/text.ts'
import { proofPath } from '../../src/io/level-files.ts'
import { readProof } from '../../src/io/proof-file.ts'
import type { Level, Objective } from '../../src/level/level.ts'
import { newGame } from '../../src/play/act.ts'
import { position } from '../../src/play/position.ts'
import { shippedFiles, shippedLevel } from '../support/campaign.ts'
import { played, playOn } from '../support/games.ts'
import { gridBoard } from '../support/grid-world.ts'
import {
  type LevelMore,
  levelOf as tradeoffLevel,
  type RuleSource as TradeoffRule,
} from '../worlds/tradeoff/boards.ts'
import { handLevel, levelOf, type RuleSource } from '../support/levels.ts'

const SLOTS = ['a', 'b', 'c'].map(id => ({ id, size: 3 }))
const RULES: readonly RuleSource[] = [
  ['two', 'goal', 1, 'b == 2'],
  ['low', 'guard', 1, 'c < 2'],
]
const OBJECTIVES: readonly Objective[] = [
  { id: 'cost', fact: 'run.sum', better: 'less', text: { en: 'cost', ko: '비용' } },
  { id: 'room', fact: 'a', better: 'more', text: { en: 'room', ko: '자리' } },
]
const levelWith = (objectives: readonly Objective[]): Level => ({
  ...levelOf(gridBoard(SLOTS), RULES),
  objectives,
})
const level = levelWith(OBJECTIVES)

const plotAfter = (of: Level, ...shorts: readonly string[]) => {
  const { plot } = position(played(of, ...shorts))
  return plot?.type === 'scatter' ? plot : undefined
}

test('a run’s plan stands among every good plan, with the proved frontier', () => {
  expect(plotAfter(level, 'b=v2', 'c=v1', 'run')).toMatchObject({
    x: { en: 'cost, less is better' },
    y: { en: 'room, more is better', ko: '자리, 많을수록 좋음' },
    points: [
      { x: 3, y: 0, tone: 'quiet' },
      { x: 4, y: 1, tone: 'quiet' },
      { x: 5, y: 2, tone: 'quiet' },
      { x: 3, y: 0, tone: 'warn' },
    ],
    frontier: [
      { x: 2, y: 0 },
      { x: 3, y: 1 },
      { x: 4, y: 2 },
    ],
  })
})

describe('the plot says', () => {
  const COUNT = 'Of 27 plans, 6 keep every goal and guard, and 3 of these are beaten by none.'

  test.each([
    [
      'the swap that would beat a plan',
      ['b=v2', 'c=v1', 'run'],
      `${COUNT} This plan: cost 3 · room 0. 2 plans beat it. One swap, "c v0", would beat it: cost 2 instead of 3.`,
    ],
    [
      'what a swap would trade where none beats the plan',
      ['b=v2', 'run'],
      `${COUNT} This plan: cost 2 · room 0. No plan beats it. One swap, "a v1", would trade one thing for another: cost 3 instead of 2 · room 1 instead of 0.`,
    ],
    [
      'that a plan with a broken guard is none of them, and no way out',
      ['b=v2', 'c=v2', 'run'],
      `${COUNT} This plan: cost 4 · room 0. It breaks a goal or a guard, so it is not one of them.`,
    ],
  ])('%s', (_, shorts, said) => {
    expect(plotAfter(level, ...shorts)?.say.en).toBe(said)
  })

  test('the same in Korean', () => {
    expect(plotAfter(level, 'b=v2', 'c=v1', 'run')?.say.ko).toBe(
      '계획 27개 중 6개가 목표와 조건을 모두 지키고, 그중 3개는 어느 계획에도 지지 않습니다. 이 계획: 비용 3 · 자리 0. 계획 2개가 이 계획을 이깁니다. 한 곳만 바꿔도("c v0") 더 나아집니다: 비용 3 → 2.',
    )
  })

  test('that no swap gains anything where one plan is best in both', () => {
    const both = levelWith(OBJECTIVES.map(objective => ({ ...objective, better: 'less' })))
    expect(plotAfter(both, 'b=v2', 'run')?.note?.en).toBe(
      'This plan: cost 2 · room 0. No plan beats it. No single swap that keeps every goal and guard makes anything better.',
    )
  })

  test('which objective counts without being drawn', () => {
    const three = levelWith([...OBJECTIVES, { id: 'third', fact: 'c', better: 'more', text: same('third') }])
    const plot = plotAfter(three, 'b=v2', 'run')
    expect(plot?.say.en).toContain('Not drawn, but it counts as well: third.')
    expect(plot?.points.filter(({ tone }) => tone === 'good')).toEqual([{ x: 2, y: 0, tone: 'good' }])
  })

  test('that the beaten plans are too many to draw where the proof does not keep them', () => {
    const game = played(level, 'b=v2', 'c=v1')
    const { beaten: _, ...proof } = { beaten: undefined, ...game.proof }
    const { plot } = position(playOn(newGame(level, proof), ['b=v2', 'c=v1', 'run']))
    expect(plot?.say.en).toContain(
      'The other good ones are too many to draw. This plan: cost 3 · room 0. At least',
    )
  })
})

describe('a level that compares nothing but names two axes', () => {
  const plain = levelOf(gridBoard(SLOTS), RULES)
  const drawn: Level = { ...plain, plot: OBJECTIVES }

  test('shows the run’s plan among all plans, those that break a need apart from the others', () => {
    const plot = plotAfter(drawn, 'b=v2', 'c=v1', 'run')
    expect(plot).toMatchObject({
      x: { en: 'cost, less is better' },
      points: [
        { x: 3, y: 0, tone: 'quiet' },
        { x: 4, y: 1, tone: 'quiet' },
        { x: 5, y: 2, tone: 'quiet' },
        { x: 3, y: 0, tone: 'warn' },
      ],
      frontier: [
        { x: 2, y: 0 },
        { x: 3, y: 1 },
        { x: 4, y: 2 },
      ],
    })
    expect(plot?.broken?.length).toBeGreaterThan(0)
    expect(plot?.say.en).toBe(
      'Of 27 plans, 6 keep every goal and guard, and 3 of these are beaten by none. This plan: cost 3 · room 0. 2 plans beat it. One swap, "c v0", would beat it: cost 2 instead of 3.',
    )
  })

  test('asks no more of three stars, and plays as it did', () => {
    expect(played(drawn, 'b=v2', 'run').proof.optimal).toBe(played(plain, 'b=v2', 'run').proof.optimal)
    expect(played(drawn, 'b=v2', 'run').proof.frontier).toBeUndefined()
  })
})

test('plans that break a need are drawn near the others only, and the rest are counted', () => {
  const far = levelOf(
    gridBoard([
      { id: 'a', size: 3 },
      { id: 'b', size: 3 },
      { id: 'c', size: 30 },
    ]),
    RULES,
  )
  const plot = plotAfter({ ...far, plot: OBJECTIVES }, 'b=v2', 'run')
  expect(Math.max(...(plot?.broken ?? []).map(({ x }) => x))).toBe(8)
  expect(plot?.note?.en).toMatch(/plans that break a goal or a guard stand farther out\.$/)
})

test.each([
  ['before a run', level, ['b=v2']],
  ['after a change', level, ['b=v2', 'run', 'c=v1']],
  ['with one objective', levelWith(OBJECTIVES.slice(0, 1)), ['b=v2', 'run']],
  ['without objectives', handLevel(), ['run']],
])('there is no plot %s', (_, of, shorts) => {
  expect(plotAfter(of, ...shorts)).toBeUndefined()
})

test('the plot stands in the scene behind the timeline, and shows what is one swap away, too', () => {
  const file = shippedFiles.find(path => path.endsWith('08-the-bill.yaml')) ?? ''
  const bill = shippedLevel(file)
  const proof = readProof(proofPath(file))
  if (!proof) throw new Error('the bill has no proof')
  const game = playOn(newGame(bill, proof), [...proof.solution, 'run'])
  const { scene, plot } = position(game)
  expect(scene.panels.map(({ id }) => id).slice(0, 4)).toEqual(['needs', 'race', 'plans', 'memory.big'])
  expect(plot?.type === 'scatter' && plot.frontier.length).toBe(proof.frontier?.length)
  expect(plot?.type === 'scatter' && plot.swaps).toEqual([
    { x: 1712, y: 1 },
    { x: 1734, y: 1 },
    { x: 1632, y: 1 },
    { x: 1592, y: 1 },
  ])
  expect(plot?.say).toEqual({
    en: 'Of 2,000 plans, 27 keep every goal and guard, and 2 of these are beaten by none. This plan: memory (MiB) [2020, emulated] 1,712 · thinnest wall (class 1 to 4) 1. 19 plans beat it. One swap, "pay: packed as → micro-VM", would beat it: memory (MiB) [2020, emulated] 1,592 instead of 1,712. 1,280 plans that break a goal or a guard stand farther out.',
    ko: '계획 2,000개 중 27개가 목표와 조건을 모두 지키고, 그중 2개는 어느 계획에도 지지 않습니다. 이 계획: 메모리(MiB) [2020, 에뮬레이션] 1,712 · 가장 얇은 벽(1–4등급) 1. 계획 19개가 이 계획을 이깁니다. 한 곳만 바꿔도("pay: 실행 방식 → 마이크로VM") 더 나아집니다: 메모리(MiB) [2020, 에뮬레이션] 1,712 → 1,592. 목표나 조건을 어기는 계획 1,280개는 그림 밖에 있습니다.',
  })
  expect(plot).toBe(position(game).plot)
})

test('one picture says both: a world’s own plot gives way to the plot among all plans', () => {
  const setup = {
    hosts: { metal: { memory: 1024 } },
    workloads: { web: { memory: 100 } },
    controls: { web: { pack: ['container', 'gvisor', 'kata'] } },
    plot: { x: 'memory', y: 'slowestMs' },
  }
  const walled: readonly TradeoffRule[] = [['walled', 'goal', 'work.web.isolation >= 3']]
  const plotsOf = (more: LevelMore) =>
    position(played(tradeoffLevel(setup, walled, more), 'web.pack=kata', 'run'))
      .scene.panels.filter(({ type }) => type === 'scatter')
      .map(({ id }) => id)
  const objective = (id: string, fact: string) => ({ id, fact, better: 'less', text: same(id) })
  expect(plotsOf({})).toEqual(['swaps'])
  expect(
    plotsOf({ objectives: [objective('memory', 'total.memory'), objective('start', 'total.slowestMs')] }),
  ).toEqual(['plans'])
})
