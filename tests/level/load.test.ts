import { expect, test } from 'vitest'
import { same } from '../../src/core/text.ts'
import { loadLevel } from '../../src/level/load.ts'
import type { Level } from '../../src/level/level.ts'
import { BASE, WORLDS } from './switches.ts'

function load(text: string): Level {
  const result = loadLevel(text, 'lamps.yaml', WORLDS)
  if (!result.ok) throw new Error(result.error[0]?.message)
  return result.value
}

test('a faultless file becomes a level with its defaults', () => {
  const level = load(BASE)
  expect(level).toMatchObject({
    id: 'first/lamps',
    world: 'switches',
    title: { en: 'Lamps', ko: '전등' },
    brief: { en: 'Make light with one switch.', ko: '스위치 하나로 불을 켜세요.' },
    tutorial: false,
    optional: false,
    runs: 2,
    teaches: ['0.1'],
    sources: ['man:lamp(1)'],
    debrief: { en: 'Switches switch.' },
  })
  expect(level.rules.map(({ id, kind, points, seat }) => [id, kind, points, seat])).toEqual([
    ['light', 'goal', 80, 'both'],
    ['save', 'guard', 20, 'both'],
  ])
})

test('rules are compiled against the facts of the board that the setup opens', () => {
  const { rules, cel, board } = load(BASE)
  const held = board.with(known => {
    const state = known.steps(known.start).find(step => step.id === 'left=on')
    const lit = state ? known.apply(known.start, state.move) : known.start
    return [known.start, lit].map(at =>
      rules.map(rule =>
        rule.when.evaluate(
          cel.bind(name => {
            for (const fact in known.observe) if (fact === name) return known.observe[fact](at)
            return undefined
          }),
        ),
      ),
    )
  })
  expect(held).toEqual([
    [false, true],
    [true, true],
  ])
})

test('questions and nudges without ids are numbered, and given ids are kept', () => {
  expect(load(BASE).predict.map(({ id }) => id)).toEqual(['p1'])
  expect(load(BASE).nudges.map(({ id }) => id)).toEqual(['n1'])
  const named = BASE.replace('nudges:\n  - when', 'nudges:\n  - id: wrong-one\n    when')
  expect(load(named).nudges.map(({ id }) => id)).toEqual(['wrong-one'])
})

test('a nudge that reads the run speaks only after one', () => {
  expect(load(BASE).nudges[0]?.afterRun).toBe(true)
  expect(load(BASE.replace("right.on && run.status == 'dark'", 'right.on')).nudges[0]?.afterRun).toBe(false)
})

test('a byte order mark, Windows line ends and decomposed Hangul change nothing', () => {
  const level = load(BASE)
  for (const text of [`\ufeff${BASE}`, BASE.replaceAll('\n', '\r\n'), BASE.normalize('NFD')]) {
    expect(load(text).playHash).toBe(level.playHash)
    expect(load(text).title).toEqual(level.title)
  }
})

test('the setup is kept as it was written', () => {
  expect(load(BASE).setup).toEqual({
    start: 'off',
    lamps: {
      left: { colour: 'red', watts: 40, label: { en: 'Left lamp', ko: '왼쪽 전등' } },
      right: { colour: 'green', watts: 20 },
    },
  })
})

test('what a level may say besides is taken over', () => {
  const more = [
    'icebreaker: true',
    'third: frontier',
    'objectives:',
    '  - { id: power, fact: run.watts, better: less, text: { en: Power, ko: 전력 } }',
    '  - { id: light, fact: run.light, better: more, text: { en: Light, ko: 빛 } }',
    'runs: 3',
    'tutorial: true',
    'optional: true',
  ]
  const level = load(`${BASE}${more.join('\n')}\n`)
  expect(level).toMatchObject({
    icebreaker: true,
    third: 'frontier',
    runs: 3,
    tutorial: true,
    optional: true,
  })
  expect(level.objectives?.[0]).toEqual({
    id: 'power',
    fact: 'run.watts',
    better: 'less',
    text: { en: 'Power', ko: '전력' },
  })
})

test('points are weights: goals and guards need not add up to 100', () => {
  expect(load(BASE.replace('points: 80', 'points: 100')).rules[0]?.points).toBe(100)
})

test('a glossary term counts as long as it is shown', () => {
  const long = `[[${'very-'.repeat(20)}long|Lamps]]`
  expect(load(BASE.replace('There is light', `"${long}"`)).rules[0]?.text).toEqual({
    ...same(long),
    ko: '불이 켜져 있다',
  })
})
