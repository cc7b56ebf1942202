import { expect, test } from 'vitest'
import { findCircle, type Import, importsOf } from '../support/imports.ts'
import { sourceFiles } from '../support/source-files.ts'

const ranks: Readonly<Record<string, number>> = {
  core: 0,
  words: 1,
  kernel: 1,
  worlds: 2,
  rules: 2,
  catalog: 3,
  level: 4,
  score: 5,
  solver: 6,
  play: 7,
  party: 8,
  tui: 9,
  plain: 9,
  io: 9,
  real: 9,
  cli: 10,
}
const purest = 8

/** What a rank may take from npm; a new name here is a design change. */
const packages: Readonly<Record<string, readonly string[]>> = {
  core: ['zod'],
  words: ['es-hangul'],
  worlds: ['zod'],
  rules: ['@marcbachmann/cel-js', 'zod'],
  level: ['yaml', 'zod'],
  play: ['immer'],
  tui: ['react', 'ink', 'ink-select-input', 'string-width', 'wrap-ansi'],
}

/** The part of a path that has a rank of its own: `worlds/container` is closed against `worlds/route`. */
function room(path: string): string {
  const [, folder = '', sub = ''] = path.split('/')
  return folder === 'worlds' ? `worlds/${sub}` : folder
}
const folder = (path: string): string => path.split('/')[1] ?? ''
const isOurs = (path: string): boolean => path.startsWith('src/')

/** What is wrong with an import, or `null`. */
function fault({ from, to }: Import): string | null {
  const rank = ranks[folder(from)]
  if (rank === undefined) return `${from}: the folder has no rank`
  if (to.startsWith('node:'))
    return rank <= purest ? `${from} imports ${to}, but ranks 0 to 8 are pure` : null
  if (!isOurs(to)) {
    return (packages[folder(from)] ?? []).includes(to) ? null : `${from} imports the package ${to}`
  }
  if (!/\.tsx?$/.test(to)) return `${from} imports ${to} without its real ending`
  if (room(from) === room(to)) return null
  const target = ranks[folder(to)]
  return target !== undefined && target < rank
    ? null
    : `${from} (rank ${rank}) imports ${to} (rank ${target})`
}

const files = sourceFiles('src', ['.ts', '.tsx']).filter(file => folder(file.path) !== 'build')
const imports = files.flatMap(importsOf)

test('the scan found the house', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(imports.length).toBeGreaterThan(20)
})

test('imports go down a rank or stay in their folder, and no world imports another', () => {
  expect(imports.map(fault).filter(found => found !== null)).toEqual([])
})

test('no file imports itself over a circle', () => {
  const valueImports = imports.filter(({ to }) => isOurs(to))
  expect(findCircle(valueImports)).toBeNull()
})

test.each([
  ['up a rank', 'src/core/a.ts', 'src/kernel/b.ts'],
  ['to a sibling of the same rank', 'src/rules/a.ts', 'src/worlds/container/b.ts'],
  ['from one world to another', 'src/worlds/route/a.ts', 'src/worlds/container/b.ts'],
  ['of Node in a pure rank', 'src/play/a.ts', 'node:fs'],
  ['of a package that the rank does not use', 'src/score/a.ts', 'yaml'],
  ['without the real ending', 'src/core/a.ts', 'src/core/b.js'],
])('an import %s is a fault', (_, from, to) => {
  expect(fault({ from, to })).not.toBeNull()
})

test('a circle is found', () => {
  const step = (from: string, to: string): Import => ({ from, to })
  expect(findCircle([step('a', 'b'), step('b', 'c'), step('c', 'b')])).toEqual(['b', 'c', 'b'])
})

test('dynamic, multi-line and type imports are seen', () => {
  const text =
    "import type {\n  A,\n} from './a.ts'\nconst b = await import('./b.ts')\nexport { c } from './c.ts'\n"
  expect(importsOf({ path: 'src/core/x.ts', text }).map(found => found.to)).toEqual([
    'src/core/a.ts',
    'src/core/b.ts',
    'src/core/c.ts',
  ])
})
