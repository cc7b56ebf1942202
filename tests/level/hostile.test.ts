import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadChapter } from '../../src/level/chapter.ts'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { tries } from '../support/full.ts'
import { BASE, WORLDS } from './switches.ts'

const numRuns = tries(150, 2000)

/** Loads, and prints what is wrong: neither may throw. */
function load(text: string): readonly string[] {
  loadChapter(text, 'chapter.yaml')
  const result = loadLevel(text, 'l.yaml', WORLDS)
  return result.ok ? [] : result.error.map(formatProblem)
}

test('any text at all is loaded or refused, never thrown at', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...Array.from('{}[]:,-?!&*|>\'"%@`#\\ \n\tab1')), maxLength: 200 }),
  )
  fc.assert(
    fc.property(text, any => {
      expect(load(any).length).toBeGreaterThan(0)
    }),
    { numRuns },
  )
})

test('a level with a piece replaced, removed or doubled is loaded or refused, with places inside the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.constantFrom('"', "'", '- ', ': ', '{', ']', '|\n', '\n', '*a', '&a ', '!t ', '  ', 'null', '9'),
  )
  const cut = fc.nat(BASE.length)
  fc.assert(
    fc.property(cut, fc.nat(20), piece, (at, length, insert) => {
      const text = (BASE.slice(0, at) + insert + BASE.slice(at + length)).normalize('NFC')
      const result = loadLevel(text, 'l.yaml', WORLDS)
      if (result.ok) return
      const lines = text.split('\n')
      for (const { line, col } of result.error) {
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(col - 1).toBeLessThanOrEqual((lines[line - 1] ?? '').length)
      }
    }),
    { numRuns },
  )
})

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

test.each([
  ['brackets without end', '['.repeat(250_000)],
  ['braces within each other', `a: ${'{a: '.repeat(60_000)}`],
  ['dashes within each other', '- '.repeat(125_000)],
  ['question marks within each other', '? '.repeat(125_000)],
  ['quotes', '"'.repeat(250_000)],
  ['closing braces', '}'.repeat(250_000)],
  ['aliases', `a: &a [1]\nb: [${'*a, '.repeat(60_000)}]`],
  ['anchors', '&a '.repeat(80_000)],
  ['tags', '!a '.repeat(80_000)],
  ['directives', '%\n'.repeat(120_000)],
  ['documents', '---\n'.repeat(60_000)],
  ['one key again and again', 'a: 1\n'.repeat(7000)],
  ['unknown keys', lines(7000, i => `k${i}: 1`)],
  ['rules without anything', `rules: [${'{},'.repeat(9000)}]`],
  ['rules of the wrong type', `rules: [${'1,'.repeat(9000)}]`],
  ['a line without end', `id: "${'x'.repeat(250_000)}"`],
  ['control characters', '\u0007'.repeat(250_000)],
  ['bidi characters', `id: ${'\u202e'.repeat(80_000)}`],
  ['tabs', '\t'.repeat(250_000)],
  ['empty lines', '\n'.repeat(250_000)],
  ['indents', lines(700, i => `${' '.repeat(i)}a:`)],
  ['a rule of a thousand negations', BASE.replace('"left.on"', `"${'!'.repeat(20_000)}left.on"`)],
  ['a rule of parentheses', BASE.replace('"left.on"', `"${'('.repeat(20_000)}"`)],
  ['a world with a long name', BASE.replace('world: switches', `world: ${'s'.repeat(200_000)}`)],
  ['a key with a long name', `${BASE}${'s'.repeat(1000)}: 1\n`],
])(
  'a file of %s is refused soon, in at most 200 messages',
  (_name, text) => {
    const told = load(text)
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThanOrEqual(200)
  },
  // Alone each takes well under a second; the machine may be busy.
  3000,
)

test('a file of more than 256 KiB is refused by its size, counted in bytes', () => {
  expect(load(`# ${'x'.repeat(256 * 1024)}`)).toEqual([
    'l.yaml:1:1: the file is too big: a level may have 256 KiB\n    \n    ^',
  ])
  expect(load(`# ${'한'.repeat(90_000)}`)[0]).toContain('too big')
})
