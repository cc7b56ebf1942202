import { expect, test } from 'vitest'
import { same, type Text } from '../../src/core/text.ts'
import { position } from '../../src/play/position.ts'
import { nextHint } from '../../src/play/views.ts'
import { played } from '../support/games.ts'
import { handLevel, type LevelExtras, shopLevel } from '../support/levels.ts'

const extras: LevelExtras = {
  nudges: cel => [
    {
      id: 'after',
      afterRun: true,
      when: cel("run.box.job.error == 'EADDRINUSE'"),
      say: same('Who has the port?'),
      misconception: 'ports-are-per-process',
    },
    {
      id: 'before',
      afterRun: false,
      when: cel('box.shop.limited && !box.job.limited'),
      say: same('Who leaks?'),
      misconception: 'limit-the-victim',
    },
  ],
}
const level = shopLevel(extras)
const look = (rule: string): Text => ({
  en: `Look at this rule: rule ${rule}`,
  ko: `이 규칙을 보세요: rule ${rule}`,
})
const touch = (control: string): Text => ({
  en: `Touch this control: ${control}`,
  ko: `이 항목을 바꿔 보세요: ${control}`,
})
const move = { rung: 3, say: { en: 'Set job.memory to 128', ko: 'job.memory 값을 128(으)로' } }

test.each([
  ['a nudge where one applies', ['shop.memory=128'], { rung: 0, say: same('Who leaks?') }],
  [
    'a nudge that reads the run, only after one',
    ['shop.memory=128', 'run'],
    { rung: 0, say: same('Who has the port?') },
  ],
  ['the broken rule where no nudge applies', [], { rung: 1, say: look('shop-lives') }],
  ['the broken rule after the nudge', ['shop.memory=128', 'hint'], { rung: 1, say: look('shop-lives') }],
  ['the control after the rule', ['hint'], { rung: 2, say: touch('job, memory'), control: 'job.memory' }],
  [
    'the move after the control',
    ['hint', 'hint'],
    { ...move, control: 'job.memory', step: 'job.memory=128' },
  ],
  ['nothing once the move was named', ['hint', 'hint', 'hint'], null],
  [
    'the rule again where the state has changed',
    ['hint', 'hint', 'hint', 'shop.net=own'],
    { rung: 1, say: look('shop-lives') },
  ],
  [
    'that a move is not needed, where all rules hold',
    ['shop.net=own', 'job.net=own', 'shop.memory=256', 'job.memory=128'],
    {
      rung: 1,
      say: {
        en: 'Every rule holds. Par is 3: some move is not needed.',
        ko: '모든 규칙이 지켜졌습니다. 기준은 3수이니, 없어도 되는 수가 있습니다.',
      },
    },
  ],
  ['nothing at three stars', ['shop.net=own', 'shop.memory=256', 'job.memory=128'], null],
])('the next hint is %s', (_, shorts, wanted) => {
  expect(nextHint(played(level, ...shorts))).toEqual(wanted)
})

test('the control that a hint names has to do with the rule that the hint before it named', () => {
  const ordered = shopLevel(extras, [
    ['job-limited', 'goal', 50, 'box.job.limited'],
    ['shop-limited', 'goal', 50, 'box.shop.limited'],
  ])
  expect(nextHint(played(ordered))?.say).toEqual(look('job-limited'))
  expect(nextHint(played(ordered, 'hint'))?.say).toEqual(touch('job, memory'))
})

test.each([
  ['that the game cannot be won from here', ['unshare', 'pivot'], 'This cannot be won from here; undo 1.'],
  ['the row of cards on the way', ['unshare'], 'Touch this control: The table, The row'],
])('in an order level the hint after the rule is %s', (_, shorts, say) => {
  expect(nextHint(played(handLevel(), ...shorts, 'hint'))?.say.en).toBe(say)
})

test('a hint that named the move costs the third star, the others only points', () => {
  const stars = (...hints: readonly string[]): number =>
    position(played(level, ...hints, 'shop.net=own', 'shop.memory=256', 'job.memory=128', 'run')).best
  expect([stars('hint', 'hint'), stars('hint', 'hint', 'hint')]).toEqual([3, 2])
})

test('hints that were given stay listed', () => {
  const { hints } = position(played(level, 'hint', 'shop.net=own', 'hint', 'hint'))
  expect(hints.map(({ rung }) => rung)).toEqual([1, 1, 2])
})
