import type { Lang } from '../core/text.ts'
import { cardPage } from '../party/card.ts'
import type { Page } from '../party/page.ts'
import { pageLines } from '../party/page-text.ts'
import { keptAt, overPage, seatsPage, welcomePage } from '../party/pages.ts'
import type { OpenedLevel, PartyGame, RoundPorts } from '../party/ports.ts'
import { beginRound, gameResult, goOn, newParty, planOf, restoredParty } from '../party/round.ts'
import { ask } from './ask.ts'
import { readTyped } from './command.ts'
import { tellTerms } from './questions.ts'
import { playRound } from './party-round.ts'
import { keep, type Table } from './party-table.ts'
import type { Streams } from './ports.ts'
import { teller as makeTeller, type Teller } from './teller.ts'

/**
 * Plays a game of two as lines of text, for screen readers, pipes and bots: the driver's seat. Ends with the card, when the
 * driver quits, or with the input; the game is kept.
 */
export async function playPartyPlain(
  game: PartyGame,
  ports: RoundPorts,
  lang: Lang,
  streams: Streams,
): Promise<void> {
  const teller = makeTeller(streams, lang)
  if (game.notice) teller.tell(teller.text(game.notice))
  const table: Table = { game, ports, teller, party: newParty(game, ports.seconds()) }
  const opened = await goOnWithKept(table)
  if (opened === 'left') return leave(table)
  const left = await playOn(table, opened)
  if (left === 'left') return leave(table)
}

function leave({ teller }: Table): void {
  teller.tell('')
  teller.say('party.goodbye')
}

/** Offers a game that was begun before; the level of its round, where that is open. */
async function goOnWithKept(table: Table): Promise<OpenedLevel | null | 'left'> {
  const { game, ports, teller } = table
  const { saved, plans } = game
  if (!saved || saved.stage === 'welcome') return null
  const where = teller.text(keptAt(saved, plans))
  const labels = [teller.word('party.resume'), teller.word('party.anew')]
  const answer = await ask(teller, teller.word('party.resumeAsk', { where }), labels, ['resume', 'anew'])
  if (answer.type !== 'chosen') return 'left'
  if (answer.index === 1) return null
  const plan = plans[saved.at]
  const isOpen = saved.stage === 'playing' || saved.stage === 'over'
  const opened = isOpen && plan ? await ports.openRound(plan) : null
  if (opened && !opened.ok) {
    teller.tell(teller.text(opened.error))
    return 'left'
  }
  table.party = restoredParty(saved, plans, opened?.value ?? null, ports.seconds())
  return opened?.value ?? null
}

/** From stage to stage until the card was told. `kept` is the level of a round that goes on. */
async function playOn(table: Table, kept: OpenedLevel | null): Promise<'done' | 'left'> {
  let opened = kept
  for (;;) {
    const { game, ports, teller, party } = table
    switch (party.stage.type) {
      case 'welcome':
        if (!(await read(table, welcomePage(party, game.spoken)))) return 'left'
        break
      case 'seats': {
        if (!(await read(table, seatsPage(party)))) return 'left'
        const level = await ports.openRound(planOf(party))
        if (!level.ok) {
          teller.tell(teller.text(level.error))
          return 'left'
        }
        opened = level.value
        table.party = beginRound(party, opened.level, opened.proof, ports.seconds())
        break
      }
      case 'playing':
      case 'asking':
        if (!opened || (await playRound(table, opened)) === 'left') return 'left'
        break
      case 'over':
        if (!(await read(table, overPage(party), opened))) return 'left'
        break
      case 'card':
        tellPage(teller, await cardOf(table))
        return 'done'
      default:
        return party.stage satisfies never
    }
    await keep(table)
  }
}

async function cardOf({ party, game, ports, teller }: Table): Promise<Page> {
  const result = gameResult(party)
  const codes = await ports.codesOf(result)
  if (!codes.ok) teller.tell(teller.text(codes.error))
  return cardPage(result, game.titles, codes.ok ? codes.value : null)
}

function tellPage(teller: Teller, page: Page): void {
  teller.head(teller.text(page.title))
  teller.tell(...pageLines(page, teller.lang()))
}

/**
 * Tells a page, waits for Enter, and goes on; `false` where the driver leaves instead. After a round the words of its level,
 * which is `played`, are explained to whoever asks.
 */
async function read(table: Table, page: Page, played: OpenedLevel | null = null): Promise<boolean> {
  const { teller, ports } = table
  const { game } = table.party
  tellPage(teller, page)
  for (;;) {
    teller.tell('')
    teller.say('party.pressEnter')
    const line = await teller.listen()
    if (line === null) return false
    const { command } = readTyped(line)
    if (command === 'quit' || command === 'back') return false
    if (command === 'lang') {
      teller.speak(teller.lang() === 'en' ? 'ko' : 'en')
      tellPage(teller, page)
    } else if (command === 'terms' && played && game) tellTerms({ opened: played, teller, game })
    else if (line === '' || command === 'next') {
      table.party = goOn(table.party, ports.seconds())
      return true
    }
  }
}
