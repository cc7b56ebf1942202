import { expect, test } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

const files = [...sourceFiles('src', ['.ts', '.tsx', '.js']), ...sourceFiles('tests', ['.ts', '.tsx'])]
const ours = files.filter(file => file.path.startsWith('src/'))
const isBarrel = (path: string): boolean => path.endsWith('/index.ts')

/** Paths of the files that a predicate is true of. */
const which = (list: typeof files, is: (text: string, path: string) => boolean): readonly string[] =>
  list.filter(file => is(file.text, file.path)).map(file => file.path)

test('the scan found the house', () => {
  expect(ours.length).toBeGreaterThan(20)
})

// A dictionary is a flat table: one line a text, and easier to check beside its twin when it is whole.
const TABLES = ['src/words/en.ts', 'src/words/ko.ts']

test('no source file but a dictionary is longer than 300 lines', () => {
  const long = which(ours, (text, path) => text.split('\n').length > 300 && !TABLES.includes(path))
  expect(long).toEqual([])
})

test('most source files are under 200 lines', () => {
  const long = which(ours, text => text.split('\n').length > 200)
  expect(long.length / ours.length).toBeLessThan(0.1)
})

test('files are kebab-case, components PascalCase', () => {
  const odd = files.filter(({ path }) => {
    const name = path.split('/').at(-1) ?? ''
    return name.endsWith('.tsx') && !name.includes('.test.')
      ? !/^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)\.tsx$/.test(name)
      : !/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|js)$/.test(name) && !/^[A-Z][A-Za-z0-9]*\.test\.tsx$/.test(name)
  })
  expect(odd.map(file => file.path)).toEqual([])
})

test('only a world has an index file', () => {
  expect(ours.filter(f => isBarrel(f.path) && !/^src\/worlds\/[^/]+\/index\.ts$/.test(f.path))).toEqual([])
})

test('the Korean object particle fits the syllable before it', () => {
  const texts = [...ours, ...sourceFiles('levels', ['.yaml'])]
  // 을 follows a final consonant, 를 a vowel. These words end so themselves.
  const words = /(마|가|노|모)을/
  const odd = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/[가-힣]*([가-힣])([을를])(?![가-힣])/g)]
      .filter(([word, before = '', particle]) => {
        const hasFinal = (before.charCodeAt(0) - 0xac00) % 28 > 0
        return hasFinal !== (particle === '을') && !words.test(word)
      })
      .map(([word]) => `${path}: ${word}`),
  )
  expect(odd).toEqual([])
})

test('no enums', () => {
  expect(which(ours, text => /^\s*(export\s+)?(const\s+)?enum\s/m.test(text))).toEqual([])
})

test('every export says what it is', () => {
  const silent = ours
    .filter(({ path }) => !path.startsWith('src/build/'))
    .flatMap(({ path, text }) => undocumented(text).map(line => `${path}: ${line}`))
  expect(silent).toEqual([])
})

/** Lines that export something and do not follow a doc comment. Overloads follow their first signature. */
function undocumented(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.filter((line, i) => {
    if (!/^export (declare )?(async )?(const|function|type|class|interface|let)\b/.test(line)) return false
    const before = (lines[i - 1] ?? '').trimEnd()
    const name = /function (\w+)/.exec(line)?.[1]
    const isOverload = name !== undefined && before.startsWith(`export function ${name}<`)
    return !before.endsWith('*/') && !isOverload
  })
}

test('an export without a comment is found', () => {
  expect(undocumented('/** One. */\nexport const one = 1\n\nexport const two = 2')).toEqual([
    'export const two = 2',
  ])
})

/** Korean words that must not be used, what the Kubernetes documentation or the game says instead, and where that holds. */
const KOREAN: readonly (readonly [word: RegExp, instead: string, where: RegExp])[] = [
  [/(?<!랜)덤(?!프)/u, '오버헤드', /./],
  [/user 네임스페이스/u, '사용자 네임스페이스', /./],
  [/시스템 ?콜/u, '시스템 호출', /./],
  [/포장/u, '실행 방식', /^(src\/worlds\/tradeoff|levels\/06-box-or-machine)\//],
]

const korean = [...sourceFiles('src', ['.ts', '.tsx']), ...sourceFiles('levels', ['.yaml'])]

test.each(KOREAN)('not %s but %s', (word, _, where) => {
  const scanned = korean.filter(({ path }) => where.test(path))
  expect(scanned.length).toBeGreaterThan(20)
  expect(which(scanned, text => word.test(text))).toEqual([])
})
