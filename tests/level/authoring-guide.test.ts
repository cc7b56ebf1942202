import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { REGENERATE, withReference } from '../../src/build/authoring-guide.ts'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { anyWorld } from '../../src/core/world.ts'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { celEnvironment } from '../../src/rules/environment.ts'
import { checkLevel } from '../../src/solver/check.ts'
import { container } from '../../src/worlds/container/index.ts'
import { SetupSchema } from '../../src/worlds/container/setup-schema.ts'

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const guide = read('levels/README.md')

/** The fenced blocks of a language, in order. */
const blocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block)

/** Everything wrong with a level: faults of the text, or findings of the solver. */
function complaints(text: string): readonly string[] {
  const level = loadLevel(text, 'example.yaml', WORLDS)
  if (!level.ok) return level.error.map(formatProblem)
  return checkLevel(level.value).findings.map(({ code, message }) => `${code}: ${message}`)
}

/** A part of a level laid over a whole one: maps are merged, anything else is replaced. */
function merged(whole: unknown, part: unknown): unknown {
  if (!isMap(whole) || !isMap(part)) return part
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(whole, key) ? merged(Reflect.get(whole, key), value) : value,
  ])
  return { ...whole, ...Object.fromEntries(entries) }
}
const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isWhole = (block: string): boolean => block.includes('\nworld: ')
const [whole = ''] = blocks(guide, 'yaml')

test('the reference part of the guide is what the worlds say now', () => {
  expect(withReference(guide) === guide, `levels/README.md is out of date. Run: ${REGENERATE}`).toBe(true)
})

test('the reference has facts, a setup and controls for every world', () => {
  for (const { id } of WORLDS) expect(guide).toContain(`## World \`${id}\``)
  const one = withReference('<!-- generated: begin --><!-- generated: end -->', [anyWorld(container)])
  expect(one).toContain('| `box.<id>.sees.processes` | list of string |')
  expect(one).toContain('| `run.<case>.host.psWorks` | bool |')
  expect(one).toContain('| `boxes` | list of `box.<id>` |')
  expect(one).not.toContain('boxes[]')
  expect(one).toContain('| `boxes.<id>.veth` |')
  expect(one).toContain('| `memory` | none or a whole number | `none` |')
  expect(one).toContain('| `connect` |')
})

const examples = ['README.md', 'README.ko.md', 'levels/README.md'].flatMap(path =>
  blocks(read(path), 'yaml').map((block, i): [string, string] => [`${path}, example ${i + 1}`, block]),
)

test.each(examples)('%s is a sound level, or makes one with the whole level before it', (_, block) => {
  const text = isWhole(block)
    ? block
    : stringify(merged(parse(whole), parse(block)), { defaultStringType: 'QUOTE_DOUBLE' })
        // Quoted, a number of a variant would be a text.
        .replaceAll(/"(\$[a-z]\w*)"/g, '$1')
  expect(complaints(text)).toEqual([])
})

test('both READMEs have the example, the sections and a picture in common', () => {
  const [en, ko] = [read('README.md'), read('README.ko.md')]
  expect(blocks(en, 'yaml')).toHaveLength(1)
  expect(blocks(ko, 'yaml')).toEqual(blocks(en, 'yaml'))
  const sections = (text: string) => text.match(/^#+ /gm)
  expect(sections(ko)).toEqual(sections(en))
  for (const text of [en, ko]) expect(blocks(text, 'text')).toHaveLength(1)
})

test('every rule shown in the guide reads facts of its whole level', () => {
  const level: unknown = parse(whole)
  const setup: unknown = isMap(level) ? Reflect.get(level, 'setup') : null
  const cel = celEnvironment(container.open(SetupSchema.parse(setup)).facts)
  const lines = blocks(guide, 'cel').flatMap(block => block.trim().split('\n'))
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) expect({ line, ...cel.compile(line, 'bool') }).toMatchObject({ line, ok: true })
})

test('the guide says what to do about every finding', () => {
  const first = (text: string, pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, found = '']) => found)
  const known = first(read('src/solver/finding.ts'), /^ {2}\| '([a-z-]+)'/gm)
  expect(known.length).toBeGreaterThan(10)
  const told = first(guide, /^\| `([a-z-]+)` \|/gm)
  expect(known.filter(code => !told.includes(code))).toEqual([])
})
