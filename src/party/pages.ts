import type { Text } from '../core/text.ts'
import type { Rule } from '../level/level.ts'
import { foldOf } from '../play/folded.ts'
import type { Game, Run } from '../play/game.ts'
import { inBoth } from '../words/say.ts'
import { optionText, type Said } from './forecast.ts'
import { type Block, block, clockText, GAP, type Page } from './page.ts'
import { bestRun } from './round-score.ts'
import { isWon, lengthOf, type Party, planOf, runsOf, type SavedParty, scoreOf } from './round.ts'
import type { RoundPlan } from './rounds.ts'
import { otherCount, otherText } from './seat-view.ts'

/** What a round is called. */
export const roundName = ({ number }: Pick<RoundPlan, 'number'>, total: number): Text =>
  number === 0 ? inBoth('party.warmUp') : inBoth('party.roundOf', { n: number, total })

const roundsIn = ({ plans }: Pick<Party, 'plans'>): number => plans.filter(({ number }) => number > 0).length

/** The name of the round that is played, or comes next. */
export const roundTitle = (party: Party): Text => roundName(planOf(party), roundsIn(party))

/** Where a kept game stands, in words. */
export function keptAt({ at, stage }: SavedParty, plans: readonly RoundPlan[]): Text {
  const plan = plans[at]
  return stage === 'card' || !plan ? inBoth('party.card') : roundName(plan, roundsIn({ plans }))
}

/** Who sits where, who owns what, and something to talk about meanwhile. `spoken` is the game's code. */
export function welcomePage(party: Party, spoken: Text): Page {
  const time = clockText(lengthOf(party.code, { number: 1 }))
  return {
    title: inBoth('party.title'),
    blocks: [
      block('strong', spoken),
      block('text', inBoth('party.rounds', { rounds: roundsIn(party), time })),
      GAP,
      block('strong', inBoth('party.iceQuestion')),
      GAP,
      block('text', inBoth('party.lessFirst')),
      block('text', inBoth('party.sitApart')),
      GAP,
      block('text', inBoth('party.driverIs')),
      block('text', inBoth('party.navigatorIs')),
      block('text', inBoth('party.sheetHow', { code: spoken })),
    ],
  }
}

/** Before a round: who drives, how long, and when the navigator's page is turned. */
export function seatsPage(party: Party): Page {
  const plan = planOf(party)
  const seats =
    plan.number === 0 ? 'party.seatsFirst' : plan.number === 1 ? 'party.seatsStay' : 'party.seatsSwap'
  const about =
    plan.number === 0
      ? inBoth('party.warmUpAbout')
      : inBoth('party.seatsTime', { time: clockText(lengthOf(party.code, plan)) })
  return {
    title: roundTitle(party),
    blocks: [
      block('strong', inBoth(seats)),
      GAP,
      block('text', about),
      block('text', inBoth('party.turnPage')),
    ],
  }
}

/**
 * After a run, for the driver: own goals are shown with their lights by the screens; here is all else. `null` where the plan
 * that stands was not run.
 */
export function verdictPage(party: Party): Page | null {
  const { game } = party
  const run = game && foldOf(game).ran
  if (!game || !run) return null
  const said = party.said[run.number - 1]
  const { total, held } = otherCount(game.level, 'driver', run)
  const light = held === total ? 'held' : 'broken'
  const others: readonly Block[] =
    total === 0 ? [] : [{ type: 'rule', light, say: otherText({ total, held }, 'driver') }]
  const closing = isWon(party) ? 'party.won' : 'party.tellOther'
  return {
    title: inBoth('party.afterRun', { n: run.number }),
    blocks: [
      ...(said ? saidBlocks(game, said) : []),
      GAP,
      ...others,
      GAP,
      block(isWon(party) ? 'strong' : 'text', inBoth(closing)),
      block('quiet', inBoth('party.scoreLater')),
    ],
  }
}

function saidBlocks(game: Game, { ask, driver, navigator, came }: Said): readonly Block[] {
  const words = (option: string): Text => optionText(game, ask, option)
  const both: readonly Block[] =
    driver === navigator
      ? [block('text', inBoth('party.saidSame', { answer: words(driver) }))]
      : [
          block('text', inBoth('party.driverSaid', { answer: words(driver) })),
          block('text', inBoth('party.navigatorSaid', { answer: words(navigator) })),
        ]
  return [...both, block('strong', inBoth('party.cameTrue', { answer: words(came) }))]
}

const WHY = { time: 'party.overTime', solved: 'party.overSolved', ended: 'party.overEnded' } as const

/** The end of a round: the goals of both seats, what the round earned, and what was to be learned. */
export function overPage(party: Party): Page {
  const { game, stage } = party
  const title = roundTitle(party)
  if (!game || stage.type !== 'over') return { title, blocks: [] }
  const best = bestRun(runsOf(game))
  const about = best ? inBoth('party.asBest', { n: best.number }) : inBoth('party.neverRun')
  return {
    title,
    blocks: [
      block('strong', inBoth(WHY[stage.why])),
      ...scoreBlocks(party, game),
      GAP,
      block('strong', inBoth('party.bothTurn')),
      block('quiet', about),
      ...SEATS.flatMap(([seat, head]) =>
        goalBlocks(
          game.level.rules.filter(rule => rule.seat === seat),
          head,
          best,
        ),
      ),
      GAP,
      block('strong', inBoth('party.talk')),
      GAP,
      block('head', inBoth('debrief.title')),
      block('prose', game.level.debrief),
    ],
  }
}

const SEATS = [
  ['driver', inBoth('party.driverGoals')],
  ['navigator', inBoth('party.navigatorGoals')],
  ['both', inBoth('party.bothGoals')],
] as const

function goalBlocks(rules: readonly Rule[], head: Text, best: Run | null): readonly Block[] {
  const held = new Map(best?.verdict.rules.map(rule => [rule.id, rule.held]))
  if (rules.length === 0) return []
  const light = (id: string) => (!held.has(id) ? 'sealed' : held.get(id) === true ? 'held' : 'broken')
  return [
    GAP,
    block('head', head),
    ...rules.map(({ id, text, because }): Block => ({ type: 'rule', light: light(id), say: text, because })),
  ]
}

function scoreBlocks(party: Party, game: Game): readonly Block[] {
  if (planOf(party).number === 0) return [block('quiet', inBoth('party.noScore'))]
  const { stars, points, lines } = scoreOf(party, game)
  return [
    { type: 'stars', stars },
    ...lines.map(({ say, points: each }): Block => ({ type: 'points', say, points: each, kind: 'line' })),
    { type: 'points', say: inBoth('score.total'), points, kind: 'total' },
  ]
}
