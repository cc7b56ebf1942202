import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Trouble } from '../../src/cli/context.ts'
import { spokenGame } from '../../src/cli/party-game.ts'
import { EPOCH, EPOCHS } from '../../src/party/epoch.ts'
import { encodeCode } from '../../src/party/game-code.ts'
import { words as sayer } from '../../src/words/say.ts'
import { type Done, playCli } from '../support/cli.ts'
import { isFull } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'

let home = ''
beforeEach(() => {
  home = scratchFolder()
})

const play = (args: readonly string[], input = ''): Promise<Done> => playCli(args, { home, input })
const game = { rounds: 2, minutes: 10, epoch: EPOCH, seed: 7 }
const words = (lang: 'en' | 'ko' = 'en', code = game): readonly string[] => encodeCode(code, lang).split(' ')
const [one = '', two = '', number = ''] = words()
const otherNumber = String((Number(number) + 10) % 10_000).padStart(4, '0')

/** What is said to words that are no game's code. */
async function trouble(operands: readonly string[], lang: 'en' | 'ko' = 'en'): Promise<Trouble> {
  const here = new URL('../../dist/cli.js', import.meta.url).href
  const read = await spokenGame('play sheet', operands, { t: sayer(lang), lang, here })
  if (read.ok) throw new Error('that is a code')
  return read.error
}

describe('the words after icebreaker and sheet', () => {
  test.each([
    ['nothing', [], /needs CODE/],
    ['words alone', ['once', 'upon'], /is not a code: two words and a number/],
    ['words of no code', ['zzzzzz', 'qqqqqq', number], /in no code[^]*Ask for the code again/],
    ['a typo in a word', [`${one}x`, two, number], new RegExp(`Did you mean: .*${one} ${two} ${number}`)],
    ['a number that does not fit', [one, two, otherNumber], /misheard or mistyped/],
  ])('are told what is wrong with them: %s', async (_, operands, wanted) => {
    const { exit, lines } = await trouble(operands)
    expect(exit).toBe(2)
    expect(lines.join('\n')).toMatch(wanted)
  })

  test('are answered in Korean where they are Korean', async () => {
    const [first = '', ...rest] = words('ko')
    expect((await trouble([`${first}거`, ...rest], 'ko')).lines.join('\n')).toContain(words('ko').join(' '))
  })

  test('that are of another edition hear both numbers', async () => {
    const other = { ...game, epoch: (EPOCH + 1) % EPOCHS }
    const { exit, lines } = await trouble(words('en', other))
    expect(exit).toBe(1)
    expect(lines.join('\n')).toContain(`edition ${other.epoch}`)
    expect(lines.join('\n')).toContain(`edition ${EPOCH}`)
  })
})

describe.runIf(isFull)('play sheet', () => {
  test('tells every page into a pipe, and one where it is asked for, without waiting', async () => {
    const { code, out } = await play(['sheet', ...words()])
    expect(code).toBe(0)
    expect(['Warm-up:', 'Round 1 of 2:', 'Round 2 of 2:'].filter(title => !out.includes(title))).toEqual([])
    const { out: second } = await play(['sheet', ...words(), '--round', '2'])
    expect(second).toContain('Round 2 of 2:')
    expect(second).not.toContain('Round 1 of 2:')
  })

  test('gives the same pages for the words of either language', async () => {
    const [english, korean] = await Promise.all([
      play(['sheet', ...words('en')]),
      play(['sheet', ...words('ko'), '--lang', 'en']),
    ])
    expect(korean.out).toBe(english.out)
  })

  test('says which rounds there are', async () => {
    const { code, err } = await play(['sheet', ...words(), '--round', '4'])
    expect(code).toBe(2)
    expect(err).toContain('There is no round "4"')
    expect(err).toContain('to round 2')
  })

  test('writes a file to print, and says where it cannot', async () => {
    const path = join(home, 'sheet.md')
    expect((await play(['sheet', ...words(), '--out', path])).out).toContain('3 pages')
    expect(readFileSync(path, 'utf8')).toContain('Fold here')
    const { code, err } = await play(['sheet', ...words(), '--out', join(home, 'none', 'sheet.md')])
    expect(code).toBe(1)
    expect(err).toContain(join(home, 'none', 'sheet.md'))
  })
})

test.runIf(isFull)('without a terminal the driver plays in lines, and the game is kept', async () => {
  const { code, out } = await play(['icebreaker', ...words()], '\n\n')
  expect(code).toBe(0)
  expect(out).toContain('There is no terminal here')
  expect(out).toContain('Warm-up')
  expect(readdirSync(join(home, 'boxwright', 'two-seats'))).toHaveLength(1)
  const again = await play(['icebreaker', ...words()], 'resume\n')
  expect(again.out).toContain('begun before and is kept: Warm-up')
})
