import { expect, test } from 'vitest'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { loadLevel } from '../../src/level/load.ts'
import { smallLevel } from '../support/small-level.ts'
import { BASE, WORLDS as SWITCHES } from './switches.ts'

type Edit = readonly [from: string, to: string]

/** What is told of a level after some edits: the paths and messages, in the order of the text. */
function told(text: string, edits: readonly Edit[], worlds = WORLDS): readonly string[] {
  const edited = edits.reduce((now, [from, to]) => now.replace(from, to), text)
  const level = loadLevel(edited, 'l.yaml', worlds)
  return level.ok ? [] : level.error.map(({ path, message }) => `${path}: ${message}`)
}

const MISTYPED: Edit = ['shop.alive', 'shop.alife']
const UNKNOWN = "rules[0].when: unknown field 'alife' of run.night.box.shop; did you mean 'alive'?"

test.each<[string, Edit, string]>([
  [
    'a value that a control cannot have',
    ['[none, 256, 448, 512]', '[none, lots]'],
    "setup.controls.shop.memory: memory is none or a whole number, found 'lots'",
  ],
  [
    'a value that was nearly right',
    ['shop: { memory:', 'shop: { net: [host, owned], memory:'],
    "setup.controls.shop.net: net is host, own or join:<box>, found 'owned' (did you mean 'own'?)",
  ],
  [
    'a control that there is not',
    ['shop: { memory:', 'shop: { memry:'],
    "setup.controls.shop.memry: unknown key 'memry' (did you mean 'memory'?)",
  ],
  [
    'controls of a box that there is not',
    ['shop: { memory:', 'shopp: { memory:'],
    "setup.controls.shopp: no box 'shopp' (did you mean 'shop'?)",
  ],
  [
    'a box that is built wrongly',
    ['shop: { acts:', 'shop: { build: { root: pivot }, acts:'],
    "setup.boxes.shop.build.root: root is one of host, chroot, pivot_root, found 'pivot' (did you mean 'pivot_root'?)",
  ],
])('%s does not hide what is wrong with a rule', (_, edit, message) => {
  expect(told(smallLevel, [edit, MISTYPED])).toEqual([message, UNKNOWN])
})

test('controls of the wrong shape do not hide those that only the world finds', () => {
  const faults = told(smallLevel, [
    ['[none, 256, 448, 512]', '256'],
    ['[none, 128, 256, 320, 512]', '[none, much]'],
  ])
  expect(faults.map(fault => fault.replace(/: .*/, ''))).toEqual([
    'setup.controls.shop.memory',
    'setup.controls.report.memory',
  ])
})

test('a control is not blamed for a start that was refused', () => {
  expect(
    told(smallLevel, [
      ['report: { acts:', 'report: { build: { memory: [256] }, acts:'],
      ['[none, 128, 256, 320, 512]', '[128, 256]'],
    ]),
  ).toEqual(['setup.boxes.report.build.memory: a list does not fit here'])
})

test('what an escape in a rule stands for is told by its number, and never printed', () => {
  const faults = told(
    BASE,
    [['"run.status == \'lit\'"', String.raw`"run.status == '\\u001b[31mlit' || \e"`]],
    SWITCHES,
  )
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.filter(fault => /\p{Cc}/u.test(fault))).toEqual([])
})

test('where the board cannot be opened, what is wrong with a rule whatever the facts are is told all the same', () => {
  const faults = told(
    BASE,
    [
      ['watts: 40', 'watts: 400'],
      ["run.status == 'lit'", "run.status = 'lit'"],
      ['left.on', "run.stratus.matches('(a+)+')"],
      ["right.on && run.status == 'dark'", 'x == 1 && [1].all(a, [1].all(b, [1].all(c, c == a)))'],
    ],
    SWITCHES,
  )
  expect(faults).toEqual([
    'setup.lamps: 420 W blow the fuse: at most 100',
    'setup.lamps.left.watts: this must be at most 100',
    "rules[0].when: '=' is no operator; did you mean '=='?",
    'predict[0].when: matches() is not allowed in rules; use startsWith, endsWith or contains',
    'nudges[0].when: all() is nested more than 2 deep',
  ])
})
