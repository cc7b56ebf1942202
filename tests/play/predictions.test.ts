import { expect, test } from 'vitest'
import { act } from '../../src/play/act.ts'
import { position } from '../../src/play/position.ts'
import { same } from '../../src/core/text.ts'
import { played } from '../support/games.ts'
import { type LevelExtras, shopLevel } from '../support/levels.ts'

const extras: LevelExtras = {
  predict: cel => [
    {
      id: 'port',
      ask: { en: 'What becomes of the job?', ko: '작업은 어떻게 될까요?' },
      when: cel('box.job.limited'),
      options: [
        { id: 'clash', text: same('EADDRINUSE') },
        { id: 'killed', text: same('137') },
        { id: 'slow', text: same('slow'), misconception: 'memory-over-limit-slows' },
      ],
      answer: cel("run.box.job.error == 'OOMKilled' ? 'killed' : 'clash'"),
    },
  ],
}
const level = shopLevel(extras)
const asked = (...shorts: readonly string[]): readonly string[] =>
  position(played(level, ...shorts)).asks.map(({ id }) => id)

test.each([
  ['not where its condition does not hold', [], []],
  ['where its condition holds', ['job.memory=128'], ['port']],
  ['no more once answered', ['job.memory=128', 'port:clash'], []],
  [
    'again when the plan was changed after the answer',
    ['job.memory=128', 'port:clash', 'shop.net=own'],
    ['port'],
  ],
  ['no more after the first run', ['job.memory=128', 'run', 'shop.net=own'], []],
])('a prediction is asked %s', (_, shorts, asks) => {
  expect(asked(...shorts)).toEqual(asks)
})

test('whether an answer is right is told by the first run alone', () => {
  const before = played(level, 'job.memory=128', 'port:clash')
  expect(position(before).answered).toEqual([{ ask: 'port', option: 'clash' }])
  const after = played(level, 'job.memory=128', 'port:clash', 'run', 'shop.net=own', 'run')
  expect(position(after).answered).toEqual([{ ask: 'port', option: 'clash', right: true, came: 'clash' }])
})

test.each([
  ['a right answer earns', 'port:clash', [50]],
  ['a wrong answer earns nothing', 'port:killed', [0]],
])('%s, in later runs too', (_, answer, points) => {
  const { ran } = position(played(level, 'job.memory=128', answer, 'run', 'shop.net=own', 'run'))
  expect(ran?.score.lines.filter(({ type }) => type === 'prediction').map(line => line.points)).toEqual(
    points,
  )
})

test('a run without an answer scores no prediction', () => {
  const { ran } = position(played(level, 'job.memory=128', 'run'))
  expect(ran?.score.lines.some(({ type }) => type === 'prediction')).toBe(false)
})

test('a wrong answer meets the misconception behind it', () => {
  const { ran } = position(played(level, 'job.memory=128', 'port:slow', 'run'))
  expect(ran?.misconceptions).toEqual(['memory-over-limit-slows'])
})

test('an answer that is not offered is refused with those that are', () => {
  const refused = act(played(level, 'job.memory=128'), { type: 'predict', ask: 'port', option: 'no' })
  expect(refused.ok ? null : refused.error.legal).toEqual(['clash', 'killed', 'slow'])
})
