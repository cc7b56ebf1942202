import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { roundOpener } from '../../src/cli/open-rounds.ts'
import { shippedShelf } from '../../src/cli/shelf.ts'
import { newGame } from '../../src/play/act.ts'
import { shareCode } from '../../src/play/share-code.ts'
import { EPOCH, EPOCHS } from '../../src/party/epoch.ts'
import { encodeCode, readCode } from '../../src/party/game-code.ts'
import { encodeLong } from '../../src/party/long-code.ts'
import type { GameCode } from '../../src/party/rounds.ts'
import { encodeShort, readShort } from '../../src/party/short-code.ts'
import { gameByChance, roundIn } from '../party/plays.ts'
import { bundle, type Done, playCli } from '../support/cli.ts'
import { isFull } from '../support/full.ts'
import { playOn } from '../support/games.ts'
import { scratchFolder } from '../support/scratch.ts'

let home = ''
beforeEach(() => {
  home = scratchFolder()
})
const play = (args: readonly string[], input = ''): Promise<Done> => playCli(args, { home, input })
const json = (text: string): unknown => JSON.parse(text)

const code: GameCode = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 42 }
const rounds = roundOpener(await shippedShelf(pathToFileURL(bundle).href))(code)
const levels = rounds.map(({ level }) => level)
const game = (n: number) =>
  gameByChance(
    code,
    rounds,
    [
      [n, 4, n + 2, 8],
      [n + 1, n + 6, 4],
    ],
    n,
  )
const long = (n: number): string => encodeLong(game(n), rounds)
const short = (n: number): string => encodeShort(game(n), levels)

describe('play icebreaker new', () => {
  test('gives a code that is one game in both languages, and the page for whoever leads', async () => {
    const { code: exit, out } = await play(['icebreaker', 'new'])
    expect(exit).toBe(0)
    const [en, ko] = [...out.matchAll(/^ {4}(\S+ \S+ \d{4})$/gm)].map(([, spoken = '']) => readCode(spoken))
    expect(en).toMatchObject({ ok: true, value: { rounds: 2, minutes: 10, epoch: EPOCH } })
    expect(ko).toEqual(en)
    expect(out).toContain('| 2:00 | 3 min | Round 1 |')
  })

  test.runIf(isFull)('writes the page to a file and tells the codes', async () => {
    const file = join(home, 'lead.md')
    const { out } = await play([
      'icebreaker',
      'new',
      '--rounds',
      '3',
      '--minutes',
      '20',
      '--out',
      file,
      '--lang',
      'ko',
    ])
    const [en = '', ko = ''] = out.split('\n')
    expect(readCode(en)).toMatchObject({ value: { rounds: 3, minutes: 20 } })
    expect(readFileSync(file, 'utf8')).toContain(`    ${ko}\n`)
  })

  test.runIf(isFull).each([
    [['--rounds', '5'], /--rounds cannot be "5"/],
    [['--minutes', '7'], /--minutes cannot be "7"[\s\S]*5, 8, 10/],
    [['--rounds', '4', '--minutes', '5'], /Take 8 minutes or more/],
  ])('refuses %j in words', async (args, message) => {
    const { code: exit, out, err } = await play(['icebreaker', 'new', ...args])
    expect([exit, out]).toEqual([2, ''])
    expect(err).toMatch(message)
  })
})

describe('play board', () => {
  test('counts a list: what the room reached first, then the pairs, then what to talk about, then what is left out', async () => {
    const list = [`Kim: ${long(1)}`, short(2), short(1), `${short(3).slice(0, -1)}0`].join('\n')
    const { code: exit, out } = await play(['board'], list)
    expect(exit).toBe(0)
    expect(out).toMatch(
      /^Together\n {2}2 pairs reached[\s\S]*\nPairs\n[\s\S]*Kim: [\s\S]*\nTalk about it\n[\s\S]*\nNot counted\n {2}Line 3: /,
    )
  })

  test('sends nothing to the terminal that a pasted name brought along', async () => {
    const { out } = await play(['board'], `\u001b[2J\u0007Kim: ${short(1)}`)
    expect(out).toContain('[2J Kim: ')
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  })

  test.runIf(isFull)('reads a file, and gives programs the same as JSON', async () => {
    const file = join(home, 'codes.txt')
    writeFileSync(file, `${long(1)}\n${long(2)}\n`)
    const { out } = await play(['board', '--file', file, '--json'])
    expect(json(out)).toMatchObject({ edition: EPOCH, together: { pairs: 2 }, leftOut: [], editions: [] })
  })

  test.runIf(isFull)('says first that there are different editions, with both numbers', async () => {
    const theirs = (EPOCH + 1) % EPOCHS
    const other = encodeShort({ ...game(1), code: { ...code, epoch: theirs } }, levels)
    const { out } = await play(['board'], `${short(1)}\n${other}`)
    expect(out).toMatch(new RegExp(`^There are different editions[^\\n]*${EPOCH}[^\\n]*${theirs}`))
  })

  test.runIf(isFull)('of nothing, and of a file that is not there, is a failure in words', async () => {
    expect(await play(['board'])).toMatchObject({ code: 1, err: 'There is no result to count.\n' })
    expect(await play(['board', '--file', join(home, 'none')])).toMatchObject({ code: 2 })
  })
})

describe('the number of a pair', () => {
  const round = ['', 'next', 'end', '']
  const sitting = ['', ...round, ...round, ...round, ''].join('\n')

  /** Plays a whole game in a data folder, and reads its short code. */
  async function resultIn(folder: string, input: string) {
    const words = encodeCode(code, 'en').split(' ')
    const { out } = await playCli(['icebreaker', ...words, '--plain'], { home: folder, input })
    const read = readShort(/^S[0-9A-Z]{3}(-[0-9A-Z]{1,4})+$/m.exec(out)?.[0] ?? '', () => levels)
    if (!read.ok) throw new Error(out)
    return read.value
  }

  test('tells two computers apart where the same was played', async () => {
    const [one, other] = await Promise.all([resultIn(home, sitting), resultIn(scratchFolder(), sitting)])
    expect({ ...other, pair: one.pair }).toEqual(one)
    expect(other.pair).not.toBe(one.pair)
  })

  test.runIf(isFull)('stays when the pair plays again', async () => {
    const one = await resultIn(home, sitting)
    expect(await resultIn(home, `anew\n${sitting}`)).toEqual(one)
  })
})

describe('play replay', () => {
  test('tells every round of a long code, with what both said', async () => {
    const { code: exit, out } = await play(['replay', long(1)])
    expect(exit).toBe(0)
    expect(out).toMatch(/Round 1 of 2\n[\s\S]*Run 1\n[\s\S]*Round 2 of 2\n/)
    expect(out).toMatch(/You both said|The driver said/)
    for (const { title } of levels) expect(out).toContain(title.en)
  })

  // A round with other numbers than its level's first: a code must find those, too.
  const { level, proof } = rounds.find(({ plan }) => plan.variant > 0) ?? roundIn('name-tag', 1)
  const won = playOn(newGame(level, proof), ['run', ...proof.solution, 'run'])

  test('tells a shared game, and takes it from a file with other words around it', async () => {
    const file = join(home, 'mail.txt')
    writeFileSync(file, `Look at this!\nplay replay ${shareCode(won)}\nCheers\n`)
    const typed = await play(['replay', shareCode(won)])
    expect(typed.out).toMatch(/Run 2\n[\s\S]*three stars/)
    expect((await play(['replay', file])).out).toBe(typed.out)
  })

  test.runIf(isFull)('takes a log as JSON', async () => {
    const file = join(home, 'log.json')
    writeFileSync(file, JSON.stringify(won.log))
    const { out } = await play(['replay', file, '--json'])
    expect(json(out)).toMatchObject({
      games: [{ events: won.log.events, runs: [{ stars: 0 }, { stars: 3 }] }],
    })
  })

  test.runIf(isFull).each([
    ['nothing', [], 2, /needs CODE\|FILE/],
    ['a short code', [short(1)], 2, /short code[\s\S]*play board/],
    ['a spoken code', [encodeCode(code, 'en')], 2, /play icebreaker /],
    ['an edited code', [`${long(1).slice(0, -2)}00`], 1, /mistyped, cut short or edited/],
    ['a word', ['hello'], 2, /neither a code that can be replayed nor a file/],
  ])('refuses %s in words', async (_, args, exit, message) => {
    const done = await play(['replay', ...args])
    expect([done.code, done.out]).toEqual([exit, ''])
    expect(done.err).toMatch(message)
  })

  test.runIf(isFull)('refuses a log of another version of its level', async () => {
    const file = join(home, 'log.json')
    writeFileSync(file, JSON.stringify({ ...won.log, playHash: '0000000000000000' }))
    const { code: exit, err } = await play(['replay', file])
    expect(exit).toBe(1)
    expect(err).toContain('another version')
  })
})
