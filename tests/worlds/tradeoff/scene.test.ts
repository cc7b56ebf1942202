import { expect, test } from 'vitest'
import { tradeoff } from '../../../src/worlds/tradeoff/index.ts'
import { boardOf, panelOf } from './boards.ts'

const SETUP = {
  hosts: { metal: { memory: 1024, reserved: 128 }, spare: { memory: 1024 } },
  workloads: {
    shop: { app: 33.3, memory: { day: 200, night: 50 }, instances: 2, needs: { startWithin: 2 } },
    guest: { memory: 600, needs: { wall: 'guest' } },
  },
  cases: ['day', 'night'],
  controls: {
    metal: { engine: ['docker', 'containerd'] },
    guest: { pack: ['container', 'kata'], host: ['metal', 'spare'] },
  },
}
const ids = (phase: 'build' | 'ran') => {
  const board = boardOf(SETUP)
  return board.scene(board.start, { phase, probed: [] }).panels.map(({ id }) => id)
}

test('building shows structure; who met what, and when, comes with the run', () => {
  expect(ids('build')).toEqual([
    'memory.metal',
    'memory.spare',
    'needs',
    'layers.metal',
    'work.shop',
    'work.guest',
  ])
  expect(ids('ran')).toEqual([
    'needs',
    'race',
    'memory.metal',
    'memory.spare',
    'layers.metal',
    'work.shop',
    'work.guest',
  ])
  expect(panelOf(SETUP, 'needs', 'build').say.en).toBe('shop: start-up ≤ 2 s\nguest: wall ≥ own kernel')
})

test('after a run each need is met or unmet, and what neighbours took is told', () => {
  expect(panelOf(SETUP, 'needs', 'ran').say.en.split('\n')).toEqual([
    'shop: start-up ≤ 2 s · 0.377 s · met',
    'shop: memory metal · metal is overfull · unmet',
    'guest: wall ≥ own kernel · shared kernel · unmet',
    'guest: memory metal · metal is overfull · unmet',
  ])
})

test('a host’s memory is a stack of what stands on it, in its worst case, against what there is', () => {
  const panel = panelOf(SETUP, 'memory.metal', 'build')
  expect(panel.title.en).toBe('metal: 896 MiB memory (day)')
  // 110 + 2 × (200 + 14) + (600 + 14)
  expect(panel.type === 'gauges' && panel.gauges.map(({ id, value, tone }) => [id, value, tone])).toEqual([
    ['engine', 110, 'plain'],
    ['shop', 428, 'plain'],
    ['guest', 614, 'plain'],
    ['sum', 1152, 'bad'],
  ])
})

test('a run is told in its order: placed, started, then each case', () => {
  const board = boardOf(SETUP)
  const beats = board.beats({ ...board.start, 'guest.pack': 'kata', 'guest.host': 'spare' })
  expect(beats.map(({ say }) => say.en)).toEqual([
    'Everything is put on its host.',
    '0.38 s: shop serves (container)',
    '0.88 s: guest serves (Kata)',
    'day: every need is met.',
    'night: every need is met.',
  ])
  expect(board.beats(board.start).at(-2)?.say.en).toBe('day: unmet for shop (memory); guest (wall, memory).')
})

test('layers are sent once a host', () => {
  const panel = panelOf(SETUP, 'layers.metal', 'build')
  expect(panel.say.en.split('\n')).toEqual([
    'shop · debian · 29.8 · sent',
    'shop · own layers · 33.3 · sent',
    'guest · debian · 29.8 · reused',
  ])
})

test('one change away: this plan among its neighbours on two totals', () => {
  const board = tradeoff.open(tradeoff.sandbox)
  const scene = board.scene(board.start, { phase: 'ran', probed: [] })
  const panel = scene.panels.find(({ id }) => id === 'swaps')
  expect(panel?.type === 'scatter' && panel.points).toHaveLength(1)
  expect(panel?.type === 'scatter' && panel.swaps).toHaveLength(board.steps(board.start).length)
})
