import { act, newGame } from '../play/act.ts'
import type { Game } from '../play/game.ts'
import { position } from '../play/position.ts'
import { type Run, wrongUse } from './context.ts'
import { type Replayed, readReplay } from './replay-source.ts'
import { tellReplay } from './tell-replay.ts'

/**
 * `play replay CODE|FILE`: a game again, beat by beat: one level from a shared code or a log file, or all rounds of a long
 * result code. At a terminal it takes its time; in a pipe, with `--plain` or `--no-motion` it does not.
 */
export const replay: Run = async (context, operands) => {
  const { t } = context
  if (operands.length === 0)
    return wrongUse(t('cli.missingArgument', { command: 'play replay', argument: 'CODE|FILE' }))
  const read = await readReplay(operands.join(' '), context)
  if (!read.ok) return read.error
  if (context.flags.json) context.out(JSON.stringify({ games: read.value.map(forTools) }))
  else await tellReplay(read.value, context)
  return null
}

/** A replayed game in the shape that tools read. */
function forTools({ game, round }: Replayed): object {
  const { log, level, proof } = game
  return {
    ...log,
    par: proof.par,
    title: level.title,
    runs: runsOf(game),
    ...(round ? { ...round.result, round: round.plan.number } : {}),
  }
}

/** What each run came to. */
function runsOf({ level, proof, log }: Game): readonly object[] {
  const runs: object[] = []
  let game = newGame(level, proof)
  for (const event of log.events) {
    const next = act(game, event)
    if (!next.ok) break
    game = next.value
    const { ran, moves } = position(game)
    if (event.type !== 'run' || !ran || ran.number <= runs.length) continue
    runs.push({ moves, solved: ran.verdict.solved, stars: ran.score.stars, score: ran.score.points })
  }
  return runs
}
