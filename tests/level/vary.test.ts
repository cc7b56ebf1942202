import { expect, test } from 'vitest'
import type { Level } from '../../src/level/level.ts'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { WORLDS } from './switches.ts'

/** A level of two variants: which lamp has to be on, and how many runs there are. */
const TEXT = `id: test/lamps
world: switches
title: { en: Lamps, ko: 전등 }
brief: { en: "Light $lamp.", ko: "$lamp 켜기." }
vary:
  - { lamp: left, runs: 2 }
  - { lamp: right, runs: 3 }
runs: $runs
setup: { lamps: { porch: { colour: red, watts: 40 } }, start: 'off' }
rules:
  - id: light
    kind: goal
    points: 10
    when: "$lamp.on"
    text: { en: "Lamp $lamp is on", ko: "전등 $lamp 켜짐" }
    because: { en: Because., ko: 그래서. }
    source: man:lamp(1)
debrief: { en: Done. It costs $5 and $HOME., ko: 끝. }
sources: [ "man:lamp(1)" ]
`

function loaded(text: string, variant: number): Level {
  const level = loadLevel(text, 'lamps.yaml', WORLDS, variant)
  if (!level.ok) throw new Error(level.error.map(formatProblem).join('\n'))
  return level.value
}

function problems(text: string, variant = 0): string {
  const level = loadLevel(text, 'lamps.yaml', WORLDS, variant)
  return level.ok ? '' : level.error.map(formatProblem).join('\n')
}

test('each variant stands with its own values in texts, numbers and rules', () => {
  const [first, second] = [loaded(TEXT, 0), loaded(TEXT, 1)]
  expect(first.rules[0]?.when.source).toBe('left.on')
  expect(second.rules[0]?.when.source).toBe('right.on')
  expect([first.runs, second.runs]).toEqual([2, 3])
  expect(second.brief).toEqual({ en: 'Light right.', ko: 'right 켜기.' })
  expect(second.variant).toEqual({ number: 1, count: 2 })
})

test('variants play differently, so each has a hash of its own', () => {
  expect(loaded(TEXT, 0).playHash).not.toBe(loaded(TEXT, 1).playHash)
})

test('a dollar before anything but a small letter is a dollar', () => {
  expect(loaded(TEXT, 0).debrief.en).toBe('Done. It costs $5 and $HOME.')
})

test('a file without variants has no placeholders, and one variant', () => {
  const plain = TEXT.replace(/vary:\n( {2}-.*\n)+/, '')
    .replace('runs: $runs', 'runs: 2')
    .replaceAll('$lamp', 'left')
  expect(loaded(plain.replace('Lamp left is on', 'Lamp $lamp is on'), 0).rules[0]?.text.en).toBe(
    'Lamp $lamp is on',
  )
  expect(loaded(plain, 0).variant).toBeUndefined()
  expect(problems(plain, 1)).toContain('there is no variant 1: the level has no variants')
})

test.each([
  [
    'a name that vary does not have',
    TEXT.replace('"Light $lamp."', '"Light $lmap."'),
    'lamps.yaml:4:21',
    "vary has no value 'lmap' (did you mean 'lamp'?)",
  ],
  [
    'a value that nothing says',
    TEXT.replace('{ lamp: left, runs: 2 }', '{ lamp: left, runs: 2, idle: 1 }').replace(
      '{ lamp: right, runs: 3 }',
      '{ lamp: right, runs: 3, idle: 2 }',
    ),
    'lamps.yaml:6:34',
    'nothing in the file says $idle',
  ],
  [
    'a variant that lacks a name',
    TEXT.replace('{ lamp: right, runs: 3 }', '{ lamp: right }'),
    'lamps.yaml:7:5',
    "this variant lacks 'runs'",
  ],
  [
    'a value of two words',
    TEXT.replace('lamp: left,', 'lamp: left or right,'),
    'lamps.yaml:6:13',
    'a value is a number or one word',
  ],
  [
    'a list of one',
    TEXT.replace('  - { lamp: right, runs: 3 }\n', ''),
    'lamps.yaml:5:1',
    'give at least two variants',
  ],
])('%s is named with its place', (_, text, place, message) => {
  expect(problems(text)).toContain(place)
  expect(problems(text)).toContain(message)
})

test('a fault behind a value is shown where it stands in the file, with the file’s own line', () => {
  const told = problems(TEXT.replace('"$lamp.on"', '"$lamp.onn"'))
  expect(told).toContain('lamps.yaml:14:18')
  expect(told).toContain(`    when: "$lamp.onn"\n    ${' '.repeat(17)}^`)
})

test('a fault of a later variant says which one', () => {
  const told = problems(TEXT.replace('runs: 3', 'runs: 99'), 1)
  expect(told).toContain('lamps.yaml:8:7 runs: this must be at most 9 (in variant 1)')
  expect(told).toContain('runs: $runs')
  expect(problems(TEXT, 2)).toContain('there is no variant 2: the level has 2, numbered from 0')
})
