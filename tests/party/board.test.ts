import { describe, expect, test } from 'vitest'
import { openCode, sealCode } from '../../src/core/sealed-code.ts'
import { boardOf } from '../../src/party/board.ts'
import { boardLines } from '../../src/party/board-lines.ts'
import { EPOCH, EPOCHS } from '../../src/party/epoch.ts'
import { encodeLong, type OpenRound } from '../../src/party/long-code.ts'
import type { GameResult } from '../../src/party/result.ts'
import type { GameCode } from '../../src/party/rounds.ts'
import { encodeShort } from '../../src/party/short-code.ts'
import { questionOf, ruleBroken } from '../../src/party/talking-points.ts'
import { misconceptionsOf } from '../../src/play/misconceptions.ts'
import { gameByChance, roundIn } from './plays.ts'

const rounds: readonly OpenRound[] = [roundIn('memory-hog', 1), roundIn('cri-o', 2)]
const levels = rounds.map(({ level }) => level)
const code: GameCode = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 4 }
const open = (): readonly OpenRound[] => rounds

/** A made-up room: forty games. */
const room: readonly GameResult[] = Array.from({ length: 40 }, (_, n) =>
  gameByChance(
    code,
    rounds,
    [7, 11].map(k => Array.from({ length: 10 }, (_, i) => ((n + 3) * k * (i + 5) * 31) % 9973)),
    n,
  ),
)
const game = (n: number): GameResult => room[n] ?? { code, pair: 0, rounds: [] }
const long = (n: number): string => encodeLong(game(n), rounds)
const short = (n: number): string => encodeShort(game(n), levels)
const board = (...lines: readonly string[]) => boardOf(boardLines(lines.join('\n')), open)

describe('the list of codes', () => {
  test('holds one a line, a name before it if wanted, empty lines and remarks left out', () => {
    const list = ['# room 4', '', short(1), `Kim and Lee: ${short(2)}`, `  ${long(3).toLowerCase()}  `].join(
      '\r\n',
    )
    expect(boardLines(list)).toEqual([
      { line: 3, name: '', code: short(1) },
      { line: 4, name: 'Kim and Lee', code: short(2) },
      { line: 5, name: '', code: long(3).toLowerCase() },
    ])
  })

  test('takes a code that was typed with gaps, after a name of several words', () => {
    const typed = short(5).replaceAll('-', ' ')
    expect(boardLines(`팀 바나나 ${typed}`)).toEqual([{ line: 1, name: '팀 바나나', code: typed }])
  })

  test.each(['Kim:', 'Kim,', 'Kim;', 'Kim: '])('takes a name that is parted from its code by %j', name => {
    expect(boardLines(name + short(1))).toEqual([{ line: 1, name: 'Kim', code: short(1) }])
  })

  test('puts a long code together again that a narrow screen broke into lines', () => {
    const text = long(6)
    const broken = (text.match(/.{1,40}/g) ?? []).join('\n')
    expect(boardLines(`Ada ${broken}\nBob ${short(1)}`)).toMatchObject([
      { line: 1, name: 'Ada', code: text },
      { name: 'Bob', code: short(1) },
    ])
  })
})

test('a megabyte that was pasted by mistake is left out, and soon', () => {
  const begun = performance.now()
  expect(board('G1 '.repeat(300_000)).leftOut).toHaveLength(1)
  expect(performance.now() - begun).toBeLessThan(2000)
})

describe('the board', () => {
  test('adds up what all pairs reached', () => {
    const { together, pairs } = board(long(1), short(2), long(3))
    const all = [game(1), game(2), game(3)].flatMap(each => each.rounds)
    const sum = (of: 'score' | 'stars' | 'runs' | 'agreed'): number =>
      all.reduce((total, round) => total + round[of], 0)
    expect(together).toEqual({
      pairs: 3,
      rounds: 6,
      score: sum('score'),
      stars: sum('stars'),
      runs: sum('runs'),
      agreed: sum('agreed'),
    })
    expect(pairs.map(({ proof }) => proof).sort()).toEqual(['checked', 'replayed', 'replayed'])
  })

  test('lists the pairs with the most stars first', () => {
    const { pairs } = board(...[1, 2, 3, 4, 5].map(long))
    const worth = pairs.map(({ stars, score }) => stars * 10_000 + score)
    expect(worth).toEqual(worth.toSorted((a, b) => b - a))
  })

  test.each([
    ['the same code twice', [short(1), short(1)]],
    ['the short and the long code of one game', [short(1), long(1)]],
    ['a code with and without a name', [`Kim ${short(1)}`, short(1)]],
    ['a name in other letters', [`Kim ${short(1)}`, `KIM ${short(1)}`]],
  ])('counts %s once', (_, lines) => {
    expect(board(...lines)).toMatchObject({ together: { pairs: 1 }, leftOut: [{ line: 2 }] })
  })

  test('names the line that counts, however often it is repeated', () => {
    const { leftOut } = board(`Kim ${short(1)}`, short(1), long(1))
    expect(leftOut.map(({ why }) => why.en)).toEqual([
      expect.stringContaining('line 1'),
      expect.stringContaining('line 1'),
    ])
  })

  test.each([
    ['short', (result: GameResult) => encodeShort(result, levels)],
    ['long', (result: GameResult) => encodeLong(result, rounds)],
  ])('counts two pairs that did the very same, with or without names (%s codes)', (_, write) => {
    const [one, other] = [write({ ...game(1), pair: 5 }), write({ ...game(1), pair: 1_000_005 })]
    expect(one).not.toBe(other)
    expect(board(one, other)).toMatchObject({ together: { pairs: 2 }, leftOut: [] })
    expect(board(`Kim ${one}`, other)).toMatchObject({ together: { pairs: 2 }, leftOut: [] })
  })

  test('counts the first result of a pair that played again, and says how two pairs at one computer both count', () => {
    const again = encodeShort({ ...game(2), pair: 1 }, levels)
    const { pairs, leftOut } = board(short(1), again)
    expect(pairs).toMatchObject([{ line: 1 }])
    expect(leftOut[0]?.why.en).toMatch(/same pair as in line 1, .* Put a name before each code/)
    expect(board(`Kim ${short(1)}`, `Lee ${again}`)).toMatchObject({ together: { pairs: 2 }, leftOut: [] })
  })

  test('leaves out what was edited, line by line, and counts the rest', () => {
    const edited = short(2).replace(/.$/, last => (last === '0' ? '1' : '0'))
    const { together, leftOut } = board(short(1), edited, 'hello', long(3))
    expect(together.pairs).toBe(2)
    expect(leftOut.map(({ line }) => line)).toEqual([2, 3])
    expect(leftOut[0]?.why.en).toContain('mistyped, cut short or edited')
  })

  test('leaves out a long code that was sealed again after its claims were raised', () => {
    const opened = openCode(long(4))
    const first = (opened.ok ? opened.value.bits : '').slice(45, 47)
    const forged = (opened.ok ? opened.value.bits : '').replace(
      /^(.{45})../,
      `$1${first === '11' ? '00' : '11'}`,
    )
    const { leftOut } = board(sealCode('G', forged))
    expect(leftOut[0]?.why.en).toMatch(/Played again, round 1 comes to/)
  })

  test('says at once that there are different editions, with all their numbers', () => {
    const theirs = (EPOCH + 2) % EPOCHS
    const other = encodeShort({ ...game(1), code: { ...code, epoch: theirs } }, levels)
    expect(board(short(1), other).editions).toEqual([EPOCH, theirs].sort((a, b) => a - b))
    expect(board(short(1)).editions).toEqual([])
    expect(board(other).leftOut[0]?.why.en).toContain(`edition ${theirs}`)
  })

  test('of nothing is empty', () => {
    expect(board('')).toMatchObject({
      together: { pairs: 0 },
      pairs: [],
      points: [],
      leftOut: [],
      editions: [],
    })
  })
})

describe('the talking points', () => {
  /** How many of some games met each misconception, told from what was played. */
  const counts = (games: readonly GameResult[]): ReadonlyMap<string, number> => {
    const met = games.map(
      each => new Set(each.rounds.flatMap(round => round.misconceptions.map(one => `${round.level} ${one}`))),
    )
    const all = [...new Set(met.flatMap(set => [...set]))]
    return new Map(all.map(key => [key, met.filter(set => set.has(key)).length]))
  }
  const forty = room.map((_, n) => n)

  test('are those that the replays contain, the commonest first', () => {
    const { points } = board(...forty.map(n => `Pair-${n} ${n % 2 === 0 ? long(n) : short(n)}`))
    const expected = counts(room)
    expect(points.length).toBeGreaterThan(1)
    for (const { level, misconception, pairs } of points)
      expect(pairs).toBe(expected.get(`${level} ${misconception}`))
    const most = [...expected.values()].sort((a, b) => b - a).slice(0, points.length)
    expect(points.map(({ pairs }) => pairs)).toEqual(most)
  })

  test('come with the level, a rule of it, and a question, in both languages', () => {
    const { points } = board(...forty.map(n => `Pair-${n} ${short(n)}`))
    for (const { level, rule, question, title } of points) {
      const found = levels.find(({ id }) => id === level)
      expect(found?.title).toEqual(title)
      expect(found?.rules.map(({ text }) => text)).toContainEqual(rule)
      expect([question.en, question.ko]).toEqual([expect.stringMatching(/\?$/), expect.stringMatching(/\?$/)])
    }
  })

  test('can be had for every misconception of a level', () => {
    for (const level of levels)
      for (const misconception of misconceptionsOf(level)) {
        expect(ruleBroken(level, misconception)?.kind).not.toBe('bonus')
        expect(questionOf(level, misconception).en.length).toBeGreaterThan(10)
      }
  })

  test('and all else of forty results take less than a second', () => {
    const list = forty.map(n => `Pair-${n} ${long(n)}`).join('\n')
    const begun = performance.now()
    expect(boardOf(boardLines(list), open).together.pairs).toBe(40)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})
