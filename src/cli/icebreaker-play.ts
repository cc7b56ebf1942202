import { randomInt } from 'node:crypto'
import { createInterface } from 'node:readline'
import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { systemClock } from '../io/clock.ts'
import { partyFile } from '../io/party-file.ts'
import type { SaveFile, SaveNotice } from '../io/save-file.ts'
import type { ResultCodes } from '../party/card.ts'
import { encodeLong, type OpenRound } from '../party/long-code.ts'
import { PAIRS } from '../party/pair.ts'
import type { PartyGame, RoundPorts } from '../party/ports.ts'
import type { GameResult } from '../party/result.ts'
import { encodeShort } from '../party/short-code.ts'
import { gameResult, type SavedParty } from '../party/round.ts'
import { inBoth } from '../words/say.ts'
import type { Context, Run } from './context.ts'
import { hasTerminal } from './environment.ts'
import { noticeText } from './notice.ts'
import { dataOf, openRound, type SpokenGame, spokenGame } from './party-game.ts'
import { prepareTerminal } from './terminal.ts'

/** `play icebreaker CODE`: the driver's screen of a game of two. */
export const playIcebreaker: Run = async (context, operands) => {
  const { flags, stdin, stdout, env } = context
  const spoken = await spokenGame('play icebreaker', operands, context)
  if (!spoken.ok) return spoken.error
  const file = partyFile(dataOf(context), spoken.value.code, systemClock)
  const isPlain = flags.plain || !hasTerminal(stdin, stdout, env)
  const game = partyGame(spoken.value, file, isPlain && !flags.plain ? [inBoth('notice.noTerminal')] : [])
  const ports = roundPorts(spoken.value, file)
  if (isPlain) await startPlain(game, ports, context)
  else {
    prepareTerminal(process.env)
    await (await import('./start-party.ts')).startParty(game, ports, context)
    await tellCodes(spoken.value, file, context)
  }
  return null
}

/** Once the screen is gone: the codes of a finished game, where they can be copied without a frame around them. */
async function tellCodes(
  game: SpokenGame,
  file: SaveFile<SavedParty | null>,
  { t, out }: Context,
): Promise<void> {
  const kept = file.peek()
  if (kept?.stage !== 'card') return
  const codes = await codesOf(game, gameResult(kept))
  if (!codes.ok) return
  out(`${t('party.shortCode')}: ${codes.value.short}`)
  out(`${t('party.longCode')}: ${codes.value.long}`)
}

function partyGame(
  { code, spoken, plans, titles }: SpokenGame,
  file: SaveFile<SavedParty | null>,
  told: readonly Text[],
): PartyGame {
  const { value: saved, notice } = file.read()
  const [first, ...more] = [...told, ...(notice ? [partyNotice(notice)] : [])]
  const all = more.reduce((a, b) => ({ en: `${a.en}\n${b.en}`, ko: `${a.ko}\n${b.ko}` }), first ?? NOTHING)
  return {
    code,
    pair: saved?.pair ?? randomInt(PAIRS),
    spoken,
    plans,
    titles,
    saved,
    ...(first ? { notice: all } : {}),
  }
}

const NOTHING: Text = { en: '', ko: '' }

/** What happened to a kept game: not the words for progress, which is not touched. */
function partyNotice(notice: SaveNotice): Text {
  switch (notice.type) {
    case 'set-aside':
      return inBoth('party.damaged', { path: notice.aside })
    case 'not-read':
    case 'not-saved':
      return inBoth('party.notKept', { path: notice.problem.path, reason: notice.problem.say })
    case 'newer':
      return noticeText(notice)
    default:
      return notice satisfies never
  }
}

function roundPorts(game: SpokenGame, file: SaveFile<SavedParty | null>): RoundPorts {
  const begun = systemClock.now()
  // One after another: of two writes under way the older one must not come last.
  let last: Promise<unknown> = Promise.resolve()
  return {
    openRound: plan => openRound(game, plan),
    keep: saved => {
      const kept = last.then(() => file.merge(saved))
      last = kept
      return kept.then(({ notice }) => (notice ? fail(partyNotice(notice)) : ok(null)))
    },
    codesOf: result => codesOf(game, result),
    seconds: () => Math.floor((systemClock.now() - begun) / 1000),
  }
}

/** Both codes of a result. They are told in the order of the levels' own lists, so the levels are opened for them. */
async function codesOf(game: SpokenGame, result: GameResult): Promise<Result<ResultCodes, Text>> {
  const rounds: OpenRound[] = []
  for (const plan of game.plans.filter(({ number }) => number > 0).slice(0, result.rounds.length)) {
    const opened = await openRound(game, plan)
    if (!opened.ok) return opened
    rounds.push({ plan, ...opened.value })
  }
  const levels = rounds.map(({ level }) => level)
  return ok({ short: encodeShort(result, levels), long: encodeLong(result, rounds) })
}

/** Plays in lines over standard input and output. Ends with the input, so that a pipe never hangs. */
async function startPlain(
  game: PartyGame,
  ports: RoundPorts,
  { stdin, stdout, lang }: Context,
): Promise<void> {
  const { playPartyPlain } = await import('../plain/party-game.ts')
  const reader = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })
  const lines = reader[Symbol.asyncIterator]()
  await playPartyPlain(game, ports, lang, {
    readLine: async () => {
      const next = await lines.next()
      return next.done === true ? null : next.value
    },
    write: text => {
      stdout.write(text)
    },
  })
  reader.close()
  stdin.destroy()
}
