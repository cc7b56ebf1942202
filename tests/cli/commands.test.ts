import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { say } from '../../src/words/say.ts'
import { type Done, playCli } from '../support/cli.ts'
import { scratchFolder } from '../support/scratch.ts'
import { smallLevel } from '../support/small-level.ts'

let home = ''
let level = ''
beforeEach(() => {
  home = scratchFolder()
  level = join(home, 'small.yaml')
  writeFileSync(level, smallLevel)
})

const play = (...args: readonly string[]): Promise<Done> => playCli(args, { home })
const json = (text: string): unknown => JSON.parse(text)
const stack = /\n\s+at .*:\d+/

/** Writes a moves file and gives its path. */
function moves(content: unknown): string {
  const path = join(home, 'moves.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('play list', () => {
  test('gives every level as JSON', async () => {
    const { code, out } = await play('list', '--json')
    expect(code).toBe(0)
    expect(json(out)).toEqual(
      expect.arrayContaining([
        {
          id: 'limits/memory-hog',
          chapter: 'limits',
          world: 'container',
          title: { en: expect.any(String), ko: expect.any(String) },
          par: 3,
          stars: 0,
        },
      ]),
    )
  })

  test('shows stars that were earned', async () => {
    mkdirSync(join(home, 'boxwright'))
    const levels = { 'limits/memory-hog': { stars: 2, points: 900, playHash: 'x' } }
    writeFileSync(join(home, 'boxwright', 'progress.json'), JSON.stringify({ version: 1, levels }))
    expect((await play('list')).out).toContain('★★☆  limits/memory-hog')
    expect((await play('list', '--ascii')).out).toContain('**_  limits/memory-hog')
  })

  test('names rounds for two under a heading of their own, after the campaign and without a number', async () => {
    const { out } = await play('list')
    const [campaign = '', rounds = ''] = out.split('\nRounds for two\n')
    expect(campaign).not.toContain('icebreaker/')
    expect(rounds).toContain('☆☆☆  icebreaker/tight-night  A tight night, par 3')
  })

  test('does not fail when its reader stops early', async () => {
    const { code } = await play('list', '--json')
    expect(code).toBe(0)
  })
})

describe('play solve and play run', () => {
  test('a solution is a moves file that earns three stars', async () => {
    const solved = await play('solve', level, '--json')
    expect(json(solved.out)).toMatchObject({ level: 'mine/small', playHash: expect.any(String) })
    const { code, out } = await play('run', level, '--moves', moves(solved.out), '--json')
    expect(code).toBe(0)
    expect(json(out)).toEqual({
      level: 'mine/small',
      solved: true,
      stars: 3,
      score: 1000,
      moves: 2,
      par: 2,
      rules: [
        { id: 'shop-lives', kind: 'goal', pass: true, points: 500 },
        { id: 'report-pays', kind: 'goal', pass: true, points: 300 },
        { id: 'capped', kind: 'guard', pass: true, points: 200 },
      ],
    })
  })

  test.each([
    ['no moves file', null],
    ['no list', { level: 'mine/small' }],
    ['an empty list', { level: 'mine/small', moves: [] }],
  ])('with %s the start is run once', async (_, content) => {
    const named = content ? ['--moves', moves(content)] : []
    const { code, out } = await play('run', level, '--json', ...named)
    expect(code).toBe(0)
    expect(json(out)).toMatchObject({ solved: false, stars: 0, moves: 0 })
  })

  test('--explain takes every rule apart, and says what would turn it', async () => {
    const path = moves({ level: 'mine/small', moves: ['shop.memory=448'] })
    const told = await play('run', level, '--moves', path, '--explain')
    expect(told.out).toContain('b = report: b.limits.memory.limited = false (this decided it)')
    expect(told.out).toContain('The smallest change that mends it: "report: memory.max → 128 MiB".')
    const { out } = await play('run', level, '--moves', path, '--explain', '--json')
    expect(json(out)).toMatchObject({
      explain: [
        { id: 'shop-lives', held: true, expression: { value: 'true' }, counterfactual: { turn: 'break' } },
        { id: 'report-pays', held: false, counterfactual: { turn: 'mend', undo: 0, breaks: [] } },
        {
          id: 'capped',
          held: false,
          source: 'man:cgroups(7)',
          counterfactual: {
            moves: ['report.memory=128'],
            mends: ['report-pays'],
            smallest: true,
          },
        },
      ],
    })
  })

  test('moves can come from a pipe', async () => {
    const input = JSON.stringify({ level: 'mine/small', moves: ['shop.memory=448'] })
    const { out } = await playCli(['run', level, '--moves', '-', '--json'], { home, input })
    expect(json(out)).toMatchObject({ moves: 1 })
  })

  test('a pipe may take its time, as one from another command does', async () => {
    const input = JSON.stringify({ level: 'mine/small', moves: ['shop.memory=448'] })
    const { out, err } = await playCli(['run', level, '--moves', '-', '--json'], { home, input, late: 1000 })
    expect(err).toBe('')
    expect(json(out)).toMatchObject({ moves: 1 })
  })

  test('what comes through a pipe has the limits of a file', async () => {
    const tooLong = await playCli(['run', level, '--moves', '-'], { home, input: ' '.repeat(2 ** 20 + 1) })
    expect(tooLong).toMatchObject({ code: 2, out: '' })
    expect(tooLong.err).toContain('-: ')
  })

  test('an illegal move is named by its index, with the legal ones', async () => {
    const path = moves({ level: 'mine/small', moves: ['shop.memory=448', 'shop.memory=7'] })
    const { code, err, out } = await play('run', level, '--moves', path)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('moves[1] "shop.memory=7"')
    expect(err).toContain('report.memory=320')
  })

  test('moves of another level are refused by name', async () => {
    const { code, err } = await play('run', level, '--moves', moves({ level: 'a/b', moves: [] }))
    expect(code).toBe(1)
    expect(err).toContain('is for the level a/b, not for mine/small')
  })

  test('moves of an older version are played, and that is said', async () => {
    const { code, err, out } = await play(
      'run',
      level,
      '--json',
      '--moves',
      moves({ level: 'mine/small', playHash: 'old', moves: [] }),
    )
    expect(code).toBe(0)
    expect(err).toContain('another version')
    expect(json(out)).toMatchObject({ moves: 0 })
  })

  test.each([
    ['no JSON', '{', /is not JSON/],
    ['a list', [], /is not a moves file/],
    ['moves that are numbers', { level: 'mine/small', moves: [1] }, /is not a moves file/],
  ])('a moves file of %s is an error in words', async (_, content, message) => {
    const { code, err } = await play('run', level, '--moves', moves(content))
    expect(code).toBe(1)
    expect(err).toMatch(message)
    expect(err).not.toMatch(stack)
  })
})

test('play facts gives what rules can read', async () => {
  const { code, out } = await play('facts', level, '--json')
  expect(code).toBe(0)
  expect(json(out)).toMatchObject({ run: { night: { box: { report: expect.any(Object) } } } })
})

describe('wrong use', () => {
  test.each([
    [['memry-hog'], /no level "memry-hog"[\s\S]*limits\/memory-hog/],
    [['solve', 'limits/memory-hgo'], /Did you mean limits\/memory-hog/],
    [['lst'], /Did you mean list/],
    [['solve'], /needs LEVEL/],
    [['solve', 'a', 'b'], /takes nothing after a/],
    [['list', 'x'], /takes nothing/],
    [['run', 'limits/memory-hog', '--moves', 'nowhere.json'], /no file nowhere.json/],
    [['run', './nowhere.yaml'], /no file .\/nowhere.yaml/],
    [['list', '--jsn'], /no option "--jsn"[\s\S]*--json/],
    [['list', '--lang', 'de'], /cannot be "de"[\s\S]*en, ko/],
    [['list', '--json=yes'], /--json/],
    [['run', 'limits/memory-hog', '--moves'], /--moves needs/],
    [['sandbox', 'contaner'], /no world "contaner"[\s\S]*container/],
    [['progress', 'exprt'], /progress exprt[\s\S]*export/],
    [['progress', 'import'], /needs FILE/],
  ])('%j ends with 2 and says what to do', async (args, message) => {
    const { code, out, err } = await play(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err).not.toMatch(stack)
  })
})

describe('a faulty level file', () => {
  test('gives all its faults with place, excerpt and caret', async () => {
    writeFileSync(level, smallLevel.replace('shop.alive', 'shop.alife').replace('kind: guard', 'kind: gard'))
    for (const command of [['run'], ['solve'], ['facts'], ['check'], []]) {
      const { code, out, err } = await play(...command, level)
      expect(code).toBe(1)
      const told = out + err
      expect(told).toMatch(/small\.yaml:\d+:\d+ .*rules\[0\]\.when/)
      expect(told).toMatch(/small\.yaml:\d+:\d+ .*rules\[2\]\.kind/)
      expect(told).toMatch(/\n\s+\^/)
      expect(told).toContain('alive')
      expect(told).not.toMatch(stack)
    }
  })
})

describe('play check', () => {
  test('writes a proof beside the level, and is content with it afterwards', async () => {
    const tutorial = smallLevel.replace('world:', 'tutorial: true\nworld:')
    writeFileSync(level, tutorial)
    expect((await play('check', level)).code).toBe(1)
    expect((await play('check', '--write', level)).code).toBe(0)
    expect(json(readFileSync(join(home, 'small.proof.json'), 'utf8'))).toMatchObject({ par: 2 })
    expect(await play('check', home)).toMatchObject({
      code: 0,
      out: expect.stringContaining('ok  mine/small'),
    })
  })
})

describe('play progress', () => {
  const won = { version: 1, levels: { 'mine/small': { stars: 3, points: 1000, playHash: 'x' } } }

  test('travels from one home to another', async () => {
    const file = join(home, 'kept.json')
    writeFileSync(file, JSON.stringify(won))
    expect((await play('progress', 'import', file)).code).toBe(0)
    expect(json((await play('progress', 'export')).out)).toEqual(won)
    expect((await play('progress', 'export', join(home, 'again.json'))).code).toBe(0)
    expect(json(readFileSync(join(home, 'again.json'), 'utf8'))).toEqual(won)
  })

  test('is deleted only when that is confirmed', async () => {
    writeFileSync(join(home, 'kept.json'), JSON.stringify(won))
    await play('progress', 'import', join(home, 'kept.json'))
    expect((await play('progress', 'reset')).code).toBe(2)
    expect(json((await play('progress', '--json')).out)).toEqual(won)
    expect((await play('progress', 'reset', '--yes')).code).toBe(0)
    expect(json((await play('progress', '--json')).out)).toEqual({ version: 1, levels: {} })
  })

  test('that is no progress is refused', async () => {
    const { code, err } = await play('progress', 'import', level)
    expect(code).toBe(1)
    expect(err).toContain('is not a Boxwright progress file')
  })

  test.each([
    ['list'],
    ['tour', '--plain'],
    ['first-box/name-tag', '--plain'],
    ['sandbox', '--plain'],
    ['progress'],
  ])('that is damaged is reported by whatever sets it aside: play %s', async (...args) => {
    const folder = join(home, 'boxwright')
    mkdirSync(folder)
    writeFileSync(join(folder, 'progress.json'), '{bad')
    const { out, err } = await playCli(args, { home })
    expect(`${out}${err}`).toMatch(/damaged.*set aside/)
  })

  test('that is damaged is set aside and reported', async () => {
    mkdirSync(join(home, 'boxwright'))
    writeFileSync(join(home, 'boxwright', 'progress.json'), '{"ver')
    const { code, out } = await playCli(['play', '--plain'], { home })
    expect(code).toBe(0)
    expect(out).toMatch(/damaged.*set aside/)
    expect(readdirSync(join(home, 'boxwright'))).toEqual([expect.stringMatching(/^progress\.damaged-/)])
  })
})

describe('language', () => {
  test.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'ko' }, 'ko'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'kok_IN' }, 'en'],
  ] as const)('%o speaks %s', async (env, lang) => {
    const { err } = await playCli(['list', '--nonsense'], { home, env })
    expect(err).toContain(say(lang, 'cli.unknownOption', { name: '--nonsense' }))
  })

  test('--lang wins over the environment', async () => {
    const { out } = await playCli(['help', '--lang', 'en'], { home, env: { LANG: 'ko_KR.UTF-8' } })
    expect(out).toContain('every level, with your stars')
  })
})

test.each([['--help'], ['-h'], ['help']])('%s shows every command', async word => {
  const { code, out } = await play(word)
  expect(code).toBe(0)
  for (const command of ['tour', 'sandbox', 'list', 'solve', 'run', 'facts', 'check', 'progress']) {
    expect(out).toContain(`play ${command}`)
  }
})

test('--version is that of the package', async () => {
  const manifest = json(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const { out } = await play('--version')
  expect(manifest).toMatchObject({ version: out.trim() })
})
