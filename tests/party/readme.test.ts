import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMANDS, readArgs } from '../../src/cli/args.ts'
import { readCode } from '../../src/party/game-code.ts'

const section = (path: string, title: string): string => {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  return text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
}
const en = section('README.md', 'In a workshop')
const ko = section('README.ko.md', '워크숍에서')

/** A section's shape: its paragraphs, list items and bold words, in order. */
const shape = (text: string): readonly string[] =>
  text.split('\n').flatMap(line => /^(\d\.|-|\*\*)/.exec(line)?.[1] ?? (line === '' ? [''] : []))

/** What is typed, in order; what is only the language's own is left out. */
const typed = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code).filter(code => !/^\S+ \S+ \d{4}$/.test(code))

test('both READMEs lead through a workshop in the same steps, with the same commands', () => {
  expect(shape(en).length).toBeGreaterThan(15)
  expect(shape(ko)).toEqual(shape(en))
  expect(new Set(typed(ko))).toEqual(new Set(typed(en)))
})

test('every command of the section is one, and its options are known', () => {
  const commands = typed(en).filter(code => code.startsWith('play '))
  expect(commands.length).toBeGreaterThan(5)
  for (const command of commands) {
    const read = readArgs(command.split(' ').slice(1))
    expect(read).toMatchObject({ ok: true })
    expect(COMMANDS).toContain(read.ok ? read.value.command : '')
    expect(read.ok && read.value.command).not.toBe('play')
  }
})

test('the code that both show as an example is one game', () => {
  const codes = [en, ko].map(text => /`(\S+ \S+ \d{4})`/.exec(text)?.[1] ?? '')
  const [one, other] = codes.map(code => readCode(code))
  expect(one).toMatchObject({ ok: true })
  expect(other).toEqual(one)
})
