import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partAt } from '../../src/level/located.ts'
import { parseYaml } from '../../src/level/parse.ts'
import { offsetInScalar } from '../../src/level/scalar.ts'

/** The file's text at the place of each character of the value of `a`, but white space and second halves of pairs. */
function mapped(text: string): readonly (readonly [string, string])[] {
  const { root, text: read } = parseYaml(text)
  const part = root && partAt(root, ['a'])
  if (part?.type !== 'scalar') throw new Error(`no scalar in ${text}`)
  return String(part.value)
    .split('')
    .flatMap((char, i) => {
      const at = offsetInScalar(read, part, i)
      return /[\s\udc00-\udfff]/.test(char) ? [] : [[char, read.slice(at, at + 1)] as const]
    })
}

test.each([
  ['plain', 'a: one two\n  three\n'],
  ['single-quoted', "a: 'one  two\n\n  three'\n"],
  ['double-quoted', 'a: "one  two \\\n   three\n\n  four"\n'],
  ['literal', 'b: 1\na: |\n  one\n    two\n\n  three\n'],
  ['literal with an indent of its own', 'a: |2-\n    one\n  two\n'],
  ['folded', 'a: >- # why\n  one\n  two\n\n    three\n  four\n'],
  ['Hangul in a literal', 'a: |\n  하나 "둘"\n  셋\n'],
])('every letter of a %s scalar is found in the file', (_name, text) => {
  const letters = mapped(text)
  expect(letters.length).toBeGreaterThan(4)
  for (const [char, found] of letters) expect(found).toBe(char)
})

test('an escape is found at its backslash, and what follows it stays in step', () => {
  expect(mapped(String.raw`a: "\x41b\u0043d\\e\U0001F600f"`).filter(([, found]) => found !== '\\')).toEqual([
    ['b', 'b'],
    ['d', 'd'],
    ['e', 'e'],
    ['f', 'f'],
  ])
})

test('a doubled quote is one character of a single-quoted scalar', () => {
  expect(
    mapped("a: 'x == ''y'' z'")
      .map(([, found]) => found)
      .join(''),
  ).toBe("x=='y'z")
})

test('whatever is quoted, its letters are found', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '"', "'", '\\', '#', ':', '한'),
    minLength: 1,
  })
  fc.assert(
    fc.property(words, value => {
      for (const [char, found] of mapped(`a: ${JSON.stringify(value)}`))
        expect(found).toBe(char === '"' || char === '\\' ? '\\' : char)
      for (const [char, found] of mapped(`a: '${value.replaceAll("'", "''")}'`)) expect(found).toBe(char)
    }),
  )
})
