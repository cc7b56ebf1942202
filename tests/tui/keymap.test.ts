import { expect, test } from 'vitest'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import { COMMANDS, commandOf, hintCaps, KEY_HINTS, keyNames } from '../../src/tui/keymap.ts'
import { NO_KEY as none } from './no-key.ts'

test.each([
  ['ㅂ', 'back'],
  ['ㄱ', 'run'],
  ['ㅕ', 'undo'],
  ['ㅛ', 'redo'],
  ['ㅗ', 'hint'],
  ['ㅌ', 'explain'],
  ['ㅔ', 'probe'],
  ['ㅓ', 'down'],
  ['ㅏ', 'up'],
  ['ㅎ', 'glossary'],
  ['ㅍ', 'rules'],
])('with the Korean layout %s is %s', (letter, command) => {
  expect(keyNames(letter, none).map(name => commandOf(name, 'hint'))).toEqual([command])
})

test('letters that come in one chunk are as many keys', () => {
  expect(keyNames('jjr', none)).toEqual(['j', 'j', 'r'])
})

test('a paste is not typed to its end', () => {
  expect(keyNames('r'.repeat(1_000_000), none).length).toBeLessThan(100)
})

test('h is the hint in a level and left elsewhere', () => {
  expect([commandOf('h', 'hint'), commandOf('h', 'left')]).toEqual(['hint', 'left'])
})

test('no key but h stands for two commands', () => {
  const keys = Object.values(COMMANDS).flatMap(({ keys }) => [...keys])
  const twice = keys.filter((key, i) => keys.indexOf(key) !== i)
  expect(twice).toEqual(['h'])
})

test('each hint shows the first key of its commands', () => {
  expect(hintCaps(KEY_HINTS.run, GLYPHS.unicode)).toBe('r')
  expect(hintCaps(KEY_HINTS.move, GLYPHS.unicode)).toBe('↑↓')
  expect(hintCaps(KEY_HINTS.move, GLYPHS.ascii)).toBe('Up/Down')
})
