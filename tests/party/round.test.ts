import { describe, expect, test } from 'vitest'
import {
  answerWith,
  askBoth,
  askLater,
  beginRound,
  endRound,
  gameResult,
  goOn,
  isWon,
  lengthOf,
  newParty,
  type Party,
  playedOn,
  restoredParty,
  savedParty,
  secondsLeft,
  tickTo,
} from '../../src/party/round.ts'
import type { GameCode } from '../../src/party/rounds.ts'
import { playOn } from '../support/games.ts'
import { SPLIT_SOLUTION, splitLevel } from '../support/split-level.ts'

const code: GameCode = { rounds: 2, minutes: 10, epoch: 1, seed: 7 }
const pair = 4321
const plans = [0, 1, 2].map(number => ({ number, level: 'mine/small', variant: 0 }))
const { level, proof } = splitLevel

const begun = (at = 1): Party =>
  beginRound({ ...newParty({ code, pair, plans }, 0), at, stage: { type: 'seats' } }, level, proof, 0)

function after(party: Party, ...shorts: readonly string[]): Party {
  if (!party.game) throw new Error('no round is played')
  return playedOn(party, playOn(party.game, shorts))
}

const run = (party: Party, driver: string, navigator: string): Party =>
  answerWith(answerWith(askBoth(party), driver), navigator)

describe('a game of two', () => {
  test('goes from the welcome over the warm-up and its rounds to the card', () => {
    let party = newParty({ code, pair, plans }, 0)
    const stages: string[] = []
    for (let i = 0; i < 20 && party.stage.type !== 'card'; i++) {
      stages.push(`${party.stage.type} ${party.at}`)
      if (party.stage.type === 'seats') party = beginRound(party, level, proof, 0)
      else if (party.stage.type === 'playing') party = endRound(party, 'ended')
      else party = goOn(party, 0)
    }
    expect(stages).toEqual([
      'welcome 0',
      ...[0, 1, 2].flatMap(at => [`seats ${at}`, `playing ${at}`, `over ${at}`]),
    ])
    expect(gameResult(party)).toMatchObject({ pair, rounds: [{}, {}] })
  })

  test.each([
    [2, 10, 180],
    [3, 12, 150],
    [1, 5, 60],
    [4, 5, 60],
  ])('of %i rounds in %i minutes has rounds of %i seconds', (rounds, minutes, seconds) => {
    expect(lengthOf({ ...code, rounds, minutes }, { number: 1 })).toBe(seconds)
    expect(lengthOf({ ...code, rounds, minutes }, { number: 0 })).toBe(60)
  })
})

describe('before a run', () => {
  test("both say what will happen, and the driver's answer lies face down meanwhile", () => {
    const asked = askBoth(after(begun(), ...SPLIT_SOLUTION))
    expect(asked.stage).toMatchObject({ type: 'asking', ask: { id: 'p1' } })
    const half = answerWith(asked, 'killed')
    expect(half.stage).toMatchObject({ type: 'asking', driver: 'killed' })
    expect(half.game?.log.events.some(({ type }) => type === 'run')).toBe(false)
    const ran = answerWith(half, 'lives')
    expect(ran.stage.type).toBe('playing')
    expect(ran.said).toEqual([{ ask: 'p1', driver: 'killed', navigator: 'lives', came: 'killed' }])
  })

  test.each([
    [[], 'both'],
    [SPLIT_SOLUTION, 'yes'],
    [['shop.memory=256', 'report.memory=320'], 'driver'],
  ] as const)('where no question of the level fits it is asked whose goals hold: %j, %s', (steps, came) => {
    // The level's question asks of a limited report only.
    const plain = { ...level, predict: [] }
    const party = after(
      { ...begun(), game: playOn({ ...(begun().game ?? fail()), level: plain }, []) },
      ...steps,
    )
    expect(run(party, 'yes', 'yes').said.map(said => said.came)).toEqual([came])
  })

  test('an answer that is not among the options is not taken, and the question can be put off', () => {
    const asked = askBoth(begun())
    expect(answerWith(asked, 'nonsense')).toBe(asked)
    expect(askLater(asked).stage.type).toBe('playing')
  })

  test('a plan that has just been run is not asked about again', () => {
    const ran = run(after(begun(), ...SPLIT_SOLUTION), 'killed', 'killed')
    expect(askBoth(ran)).toBe(ran)
  })
})

describe('a round', () => {
  test('is over when its time is up, and the time of asking counts', () => {
    const party = askBoth(tickTo(begun(), 100))
    expect(secondsLeft(party)).toBe(80)
    expect(tickTo(party, 179).stage.type).toBe('asking')
    expect(tickTo(party, 180).stage).toEqual({ type: 'over', why: 'time' })
  })

  test('leaves its result, with what was done, what was said and what the pair ran into', () => {
    const first = run(begun(), 'yes', 'both')
    const party = run(after(first, ...SPLIT_SOLUTION), 'killed', 'killed')
    expect(isWon(party)).toBe(true)
    const [result] = endRound(party, 'solved').results
    expect(result).toMatchObject({ stars: 3, runs: 2, agreed: 1, misconceptions: ['limits-are-optional'] })
    expect(result?.events.filter(({ type }) => type === 'run')).toHaveLength(2)
  })

  test('that is the warm-up leaves none', () => {
    expect(endRound(run(begun(0), 'yes', 'yes'), 'ended').results).toEqual([])
  })

  test('that was never run scores nothing', () => {
    expect(endRound(begun(), 'time').results).toMatchObject([{ score: 0, stars: 0, runs: 0 }])
  })
})

describe('a kept game', () => {
  test.each([
    ['building', after(begun(), 'shop.memory=448')],
    ['after a run', run(after(begun(), ...SPLIT_SOLUTION), 'killed', 'lives')],
    ['at the end of a round', endRound(run(begun(), 'yes', 'yes'), 'ended')],
    ['between rounds', goOn(endRound(run(begun(), 'yes', 'yes'), 'ended'), 0)],
    ['at the beginning', newParty({ code, pair, plans }, 0)],
  ])('goes on %s as it was, and time that nobody played is not counted', (_, party) => {
    const ticked = tickTo(party, 30)
    const kept = structuredClone(savedParty(ticked))
    const back = restoredParty(kept, plans, splitLevel, 5000)
    expect(savedParty(back)).toEqual(savedParty(ticked))
    expect(secondsLeft(back)).toBe(secondsLeft(ticked))
  })

  test('goes on with building where it was asking', () => {
    const back = restoredParty(savedParty(askBoth(begun())), plans, splitLevel, 0)
    expect(back.stage.type).toBe('playing')
  })

  test('whose moves no longer fit its level goes back to the seats of that round', () => {
    const kept = { ...savedParty(begun()), events: [{ type: 'step', id: 'nobody.memory=1' } as const] }
    expect(restoredParty(kept, plans, splitLevel, 0).stage.type).toBe('seats')
  })
})

function fail(): never {
  throw new Error('no round is played')
}
