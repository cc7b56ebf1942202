import { describe, expect, test } from 'vitest'
import { anyBoard } from '../../src/core/world.ts'
import { openLevel, type OpenLevel } from '../../src/io/open-level.ts'
import type { Level } from '../../src/level/level.ts'
import { applyMoves } from '../../src/play/moves.ts'
import { act, newGame } from '../../src/play/act.ts'
import type { Game } from '../../src/play/game.ts'
import { position } from '../../src/play/position.ts'
import { nextHint } from '../../src/play/views.ts'
import { holds } from '../../src/score/judge.ts'
import { COUNTERFACTUAL_BUDGET, counterfactual } from '../../src/solver/counterfactual.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { WAY_BUDGET, wayFrom } from '../../src/solver/way.ts'
import { levelsFolder, walkedFiles } from '../support/campaign.ts'
import { tries } from '../support/full.ts'
import { playOn } from '../support/games.ts'
import { standing, wander } from '../support/standings.ts'

const folder = levelsFolder
const files = walkedFiles
const positions = tries(2, 10)

test('there are levels to play', () => {
  expect(files.length).toBeGreaterThan(15)
})

/** Step ids from the start to the nth of the positions; the first is the start itself. */
function stepsTo(level: Level, nth: number): readonly string[] {
  const picks = Array.from({ length: nth }, (_, i) => (nth + 1) * 7919 + i * i * 104_729 + i * 31)
  return wander(level, picks.slice(0, nth % 9))
}

const everyPosition = (level: Level): readonly (readonly string[])[] =>
  Array.from({ length: positions }, (_, nth) => stepsTo(level, nth))

/** A level that counts the states that are made of it. */
function counted({ level, proof }: OpenLevel): OpenLevel & { readonly made: () => number } {
  let made = 0
  const board = level.board.with(inner =>
    anyBoard({
      ...inner,
      key: state => {
        made++
        return inner.key(state)
      },
    }),
  )
  return { level: { ...level, board }, proof, isStored: true, made: () => made }
}

/** States that may be made besides those that are judged: along a known way, or come to twice. */
const BESIDES = 200

/** For a busy machine, in ms: what is tested is states, not time. */
const PATIENCE = 120_000

describe.each(files.map(file => [file.slice(folder.length + 1), file] as const))(
  '%s',
  { timeout: PATIENCE },
  (_, file) => {
    const opened = openLevel(file)
    if (!opened.ok) throw new Error(`${file} cannot be opened`)
    const { level, proof } = opened.value
    const kind = fieldOf(level).axes ? 'product' : 'order'

    test('finds the way on from anywhere within its budget of states', () => {
      for (const steps of everyPosition(level)) {
        const one = counted(opened.value)
        const at = standing(one.level, steps)
        const before = one.made()
        wayFrom(one.level, one.proof, at)
        expect(one.made() - before).toBeLessThan(WAY_BUDGET[kind] + BESIDES)
      }
    })

    test('finds what would mend each broken rule from anywhere within its budget of states', () => {
      for (const steps of everyPosition(level)) {
        const one = counted(opened.value)
        const at = standing(one.level, steps)
        const before = one.made()
        const unmended = one.level.rules.filter(
          rule =>
            counterfactual(one.level, one.proof, at, rule.id) === null &&
            rule.kind !== 'bonus' &&
            !holds(rule, at.place.read),
        )
        expect(unmended).toEqual([])
        const most = one.level.rules.length * (2 * COUNTERFACTUAL_BUDGET[kind] + BESIDES)
        expect(one.made() - before).toBeLessThan(most)
      }
    })

    test('is won with three stars by the moves that hints name from anywhere', () => {
      for (const steps of everyPosition(level)) {
        const game = hintedOn(playOn(newGame(level, proof), steps))
        const fresh = applyMoves(level, proof, { level: level.id, moves: position(game).plan })
        const ran = fresh.ok ? act(fresh.value, { type: 'run' }) : fresh
        expect(ran.ok ? position(ran.value).ran?.score.stars : ran.error).toBe(3)
      }
    })
  },
)

/** Does what hints say until they have no more to say. */
function hintedOn(start: Game): Game {
  let game = start
  for (let turns = 0; turns < 40; turns++) {
    const told = toldMove(game)
    if (!told) return game
    game = playOn(told.game, told.shorts)
  }
  throw new Error('the hints lead nowhere')
}

/** Takes hints until one names a move, or how many steps to take back. */
function toldMove(start: Game): { readonly game: Game; readonly shorts: readonly string[] } | null {
  let game = start
  for (let hint = nextHint(game); hint !== null; hint = nextHint(game)) {
    game = playOn(game, ['hint'])
    if (hint.step !== undefined) return { game, shorts: [hint.step] }
    const back = /undo (\d+)\.$/.exec(hint.say.en)
    if (back) return { game, shorts: Array.from({ length: Number(back[1]) }, () => 'undo') }
  }
  return null
}
