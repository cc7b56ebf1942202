import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { bundle, type Done, playCli } from '../support/cli.ts'
import { scratchFolder } from '../support/scratch.ts'
import { smallLevel } from '../support/small-level.ts'

const tutorial = smallLevel.replace('world:', 'tutorial: true\nworld:')

let home = ''
let level = ''
beforeEach(() => {
  home = scratchFolder()
  level = join(home, 'small.yaml')
  writeFileSync(level, tutorial)
})

const check = (...args: readonly string[]): Promise<Done> => playCli(['check', ...args], { home })
const json = (text: string): unknown => JSON.parse(text)

test('a level is told with its counts, its findings, and the moves that show them', async () => {
  writeFileSync(level, smallLevel)
  await check('--write', level)
  const { code, out, err } = await check(level)
  expect([code, err]).toEqual([1, ''])
  expect(out).toBe(`!!  mine/small  par 2, 20 states, 9 solved, 6 at par
    par-too-small: par is 2, at least 3 is wanted: one more thing must stand in the way
        seen after: shop.memory=448 report.memory=128
    lazy-win: always taking the step that earns most points earns ★★★: add a rule or a value that punishes it
        seen after: shop.memory=448 report.memory=128
    guessable: 2 random tries earn ★★★ with 51.00 % chance (6 of 20 states), at most 5 % is allowed: open more controls, or give them more values
        seen after: shop.memory=448 report.memory=128

1 level checked, 3 findings, 0 problems
`)
})

test('a file that is no text is told by its name, once', async () => {
  const binary = join(home, 'binary.yaml')
  writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00, 0x80]))
  const { code, out } = await check(binary)
  expect(code).toBe(1)
  expect(out).toContain(`    ${binary}: it is not UTF-8 text\n`)
})

test('as JSON there are levels with findings, and problems with their places', async () => {
  const broken = join(home, 'broken.yaml')
  writeFileSync(broken, tutorial.replace('shop.alive', 'shop.alife'))
  const { code, out } = await check('--json', level, broken)
  expect(code).toBe(1)
  expect(json(out)).toEqual({
    levels: [
      {
        id: 'mine/small',
        states: 20,
        solved: 9,
        par: 2,
        optimal: 6,
        findings: [
          {
            code: 'proof-missing',
            message: 'no proof is stored beside the level: store it with play check --write',
          },
        ],
      },
    ],
    problems: [
      { file: broken, line: 19, col: 31, path: 'rules[0].when', message: expect.stringContaining("'alife'") },
    ],
  })
})

test('a proof that was tampered with is told from the right one, and written anew when asked', async () => {
  const proof = join(home, 'small.proof.json')
  expect(await check('--write', level)).toMatchObject({ code: 0 })
  const right = readFileSync(proof, 'utf8')
  for (const [from, to, code] of [
    ['"par": 2', '"par": 3', 'proof-wrong'],
    [/"broken": \d+/, '"broken": 99', 'proof-wrong'],
    ['"report.memory=128"', '"report.memory=512"', 'proof-wrong'],
    [/"playHash": "\w+"/, '"playHash": "0"', 'proof-stale'],
    [/[^]*/, 'no JSON', 'proof-missing'],
  ] as const) {
    const wrong = right.replace(from, to)
    expect(wrong).not.toBe(right)
    writeFileSync(proof, wrong)
    expect((await check(level)).out).toContain(code)
  }
  expect(await check('--write', level)).toMatchObject({ code: 0 })
  expect(readFileSync(proof, 'utf8')).toBe(right)
})

test('a changed text leaves the stored proof right', async () => {
  await check('--write', level)
  writeFileSync(level, tutorial.replace('The shop is up', 'The shop still sells'))
  expect(await check(level)).toMatchObject({ code: 0 })
})

test('two levels that play alike are found', async () => {
  const twin = join(home, 'twin.yaml')
  writeFileSync(twin, tutorial.replace('mine/small', 'mine/twin'))
  const { out } = await check('--write', home)
  expect(out).toContain("same-level: it plays exactly like the level 'mine/small'")
})

test('a faulty chapter.yaml is a problem of its folder', async () => {
  const folder = join(home, '01-mine')
  mkdirSync(folder)
  writeFileSync(join(folder, 'small.yaml'), tutorial)
  writeFileSync(join(folder, 'chapter.yaml'), 'id: mine\ntitel: { en: Mine, ko: 내 것 }\n')
  const { code, out } = await check('--write', home)
  expect(code).toBe(1)
  expect(out).toMatch(/chapter\.yaml:2:1 titel: .*title/)
})

test('two levels that would share a proof are a problem', async () => {
  const folder = join(home, '01-mine')
  mkdirSync(folder)
  writeFileSync(join(folder, '01-small.yaml'), tutorial)
  writeFileSync(join(folder, '02-small.yaml'), tutorial.replace('id: mine/small', 'id: mine/other'))
  const { code, out } = await check('--write', folder)
  expect(code).toBe(1)
  expect(out).toContain(
    '02-small.yaml: its proof would be small.proof.json, as that of 01-small.yaml: rename one of them',
  )
})

/** Starts `play check --watch`, gathers what it says, and gives a way to wait for more. */
function watching(path: string): {
  readonly said: (text: string, times?: number) => Promise<string>
  readonly end: () => Promise<void>
} {
  const child = spawn(process.execPath, [bundle, 'check', '--watch', path], {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_DATA_HOME: home },
  })
  let out = ''
  let listen: () => void = () => {}
  child.stdout.setEncoding('utf8').on('data', text => {
    out += String(text)
    listen()
  })
  return {
    said: (text, times = 1) =>
      new Promise(resolve => {
        listen = () => {
          if (out.split(text).length > times) resolve(out)
        }
        listen()
      }),
    end: () =>
      new Promise(resolve => {
        child.on('close', () => resolve())
        child.kill()
      }),
  }
}

test('--watch checks again when a level is saved', async () => {
  await check('--write', level)
  const watch = watching(level)
  await watch.said('ok  mine/small')
  writeFileSync(level, tutorial.replace('shop.alive', 'shop.alife'))
  await watch.said('small.yaml:19:31')
  writeFileSync(level, tutorial.replace('points: 50', 'points: 60'))
  expect(await watch.said('proof-stale')).toContain('1 level checked')
  await watch.end()
})

test('--watch on a folder sees a level in a new folder, and one that goes', async () => {
  await check('--write', level)
  const watch = watching(home)
  await watch.said('1 level checked, 0 findings')
  const folder = join(home, 'more')
  mkdirSync(folder)
  writeFileSync(join(folder, 'broken.yaml'), tutorial.replace('shop.alive', 'shop.alife'))
  await watch.said('broken.yaml:19:31')
  rmSync(folder, { recursive: true })
  expect(await watch.said('1 level checked, 0 findings, 0 problems\n', 2)).toContain('1 problem\n')
  await watch.end()
})

test('--watch sees that a proof is gone', async () => {
  await check('--write', level)
  const watch = watching(home)
  await watch.said('1 level checked, 0 findings')
  rmSync(join(home, 'small.proof.json'))
  expect(await watch.said('proof-missing')).toContain('1 level checked, 1 finding, 0 problems')
  await watch.end()
})

test('play new writes a level that checks clean and names the schema for editors', async () => {
  const made = await playCli(['new', 'container', 'my-level'], { home, cwd: home })
  expect(made).toMatchObject({ code: 0, err: '' })
  const file = join(home, 'my-level.yaml')
  expect(readFileSync(file, 'utf8')).toMatch(
    /^# yaml-language-server: \$schema=file:\S+\/levels\/level\.schema\.json\n/,
  )
  expect(await check(file)).toMatchObject({
    code: 0,
    out: 'ok  my-levels/my-level  par 2, 8 states, 2 solved, 1 at par\n\n1 level checked, 0 findings, 0 problems\n',
  })
})

test.each([
  [['new'], 2, 'play new needs WORLD SLUG'],
  [['new', 'container'], 2, 'play new needs SLUG'],
  [['new', 'contaner', 'x'], 2, 'Did you mean container?'],
  [['new', 'container', 'My Level'], 2, 'lower-case words with hyphens'],
  [['new', 'container', 'chapter'], 2, 'give the level another name'],
  [['new', 'container', 'small'], 1, 'small.yaml: there is such a file already'],
])('%j is refused and says why', async (args, code, says) => {
  const done = await playCli(args, { home, cwd: home })
  expect([done.code, done.out]).toEqual([code, ''])
  expect(done.err).toContain(says)
  expect(existsSync(join(home, 'My Level.yaml'))).toBe(false)
})
