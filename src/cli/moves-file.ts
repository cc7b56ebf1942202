import type { Moves } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { readInput, readText } from '../io/read-text.ts'
import type { Level } from '../level/level.ts'
import { type Context, failure, type Trouble, wrongUse } from './context.ts'

/**
 * The moves that `--moves` names; `-` is standard input. Without it, or with an empty list, the plan is the start. Moves
 * for another level are refused; for another version of this level they are played, and that is said.
 */
export async function readMoves(level: Level, context: Context): Promise<Result<Moves, Trouble>> {
  const { t, flags } = context
  const path = flags.moves
  if (path === undefined) return ok({ level: level.id, moves: [] })
  const text = path === '-' ? await readInput(context.stdin) : readText(path)
  if (!text.ok) {
    const { code, say } = text.error
    return fail(wrongUse(code === 'ENOENT' ? t('cli.fileNotFound', { path }) : say[context.lang]))
  }
  const parsed = parse(text.value)
  if (!parsed.ok) return fail(failure(t('cli.movesNotJson', { path, reason: parsed.error })))
  const moves = movesOf(parsed.value)
  if (!moves) return fail(failure(t('cli.movesShape', { path })))
  if (moves.level !== level.id) {
    return fail(failure(t('cli.movesOtherLevel', { path, found: moves.level, wanted: level.id })))
  }
  if (moves.playHash !== undefined && moves.playHash !== level.playHash) {
    context.err(t('cli.movesOlder', { path, level: level.id }))
  }
  return ok(moves)
}

function parse(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}

function movesOf(value: unknown): Moves | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  if (!('level' in value) || typeof value.level !== 'string') return null
  const playHash = 'playHash' in value ? value.playHash : undefined
  const moves = 'moves' in value ? value.moves : []
  if (playHash !== undefined && typeof playHash !== 'string') return null
  if (!Array.isArray(moves) || !moves.every(move => typeof move === 'string')) return null
  return { level: value.level, moves, ...(playHash === undefined ? {} : { playHash }) }
}
