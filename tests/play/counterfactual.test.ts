import { describe, expect, test } from 'vitest'
import { counterfactual, openCounterfactual } from '../../src/play/counterfactual.ts'
import { played } from '../support/games.ts'
import { handLevel, shopLevel } from '../support/levels.ts'

const level = shopLevel()
const solution = ['shop.net=own', 'shop.memory=256', 'job.memory=128']
const lastHint = ['hint', 'hint', 'hint']

describe('what would turn a rule', () => {
  test.each([
    ['is sealed before a run', level, [], 'shop-lives', 'sealed'],
    ['is sealed again after a change', level, [...solution, 'run', 'undo'], 'fits', 'sealed'],
    ['comes with a hint while the level is not solved', level, ['run'], 'shop-lives', 'locked'],
    ['is not told by the earlier hints', level, ['run', 'hint', 'hint'], 'shop-lives', 'locked'],
    ['is told with the last hint', level, ['run', ...lastHint], 'shop-lives', 'change'],
    ['waits for the solution where a rule holds', level, ['run', ...lastHint], 'thrifty', 'locked'],
    ['is free once the level is solved', level, [...solution, 'run'], 'thrifty', 'change'],
    [
      'stays free for later runs',
      level,
      [...solution, 'run', 'shop.net=host', 'run'],
      'leak-contained',
      'change',
    ],
    ['needs no run in a tutorial', shopLevel({ tutorial: true }), lastHint, 'shop-lives', 'change'],
    [
      'is told after the last hint of a place that is lost, too',
      handLevel(),
      ['unshare', 'pivot', 'run', 'hint', 'hint'],
      'built',
      'change',
    ],
  ] as const)('%s', (_, of, shorts, rule, type) => {
    expect(counterfactual(played(of, ...shorts), rule).type).toBe(type)
  })

  test('is told to tools at once', () => {
    expect(openCounterfactual(played(level, 'run'), 'shop-lives').type).toBe('change')
  })
})

describe('the sentence', () => {
  const said = (of: typeof level, rule: string, ...shorts: readonly string[]): object =>
    openCounterfactual(played(of, ...shorts), rule).say

  test('names every step, and what else would be broken', () => {
    expect(said(level, 'leak-contained', 'shop.memory=512')).toEqual({
      en: 'The smallest change that mends it: "Set shop.net to own", "Set job.memory to 128". But that would break: "rule fits". It would also mend: "rule shop-lives".',
      ko: '이것만 바꾸면 지켜집니다: "shop.net 값을 own(으)로", "job.memory 값을 128(으)로". 대신 이것이 깨집니다: "rule fits". 이것도 함께 지켜집니다: "rule shop-lives".',
    })
  })

  test('says what would break a rule that holds', () => {
    expect(said(level, 'leak-contained', ...solution)).toEqual({
      en: 'The smallest change that would break it: "Set shop.net to host". Every other rule would stay as it is.',
      ko: '이것만 바꿔도 깨집니다: "shop.net 값을 host(으)로". 다른 규칙은 그대로입니다.',
    })
  })

  test('takes steps back first where they spoilt the rest', () => {
    expect(said(handLevel(), 'built', 'unshare', 'pivot')).toEqual({
      en: 'The smallest change that mends it: "undo 1", "play mount-proc", "play pivot". Every other rule would stay as it is.',
      ko: '이것만 바꾸면 지켜집니다: "1번 되돌리기", "play mount-proc", "play pivot". 다른 규칙은 그대로입니다.',
    })
  })

  test('says so where no change turns a rule', () => {
    const always = shopLevel({}, [
      ['shop-lives', 'goal', 1, 'run.box.shop.alive'],
      ['never', 'bonus', 1, 'host.promised < 0'],
      ['always', 'bonus', 1, 'host.promised >= 0'],
    ])
    expect([said(always, 'never'), said(always, 'always')]).toEqual([
      { en: 'No small change mends it.', ko: '조금 바꿔서는 지켜지지 않습니다.' },
      { en: 'No small change would break it.', ko: '조금 바꿔서는 깨지지 않습니다.' },
    ])
  })
})
