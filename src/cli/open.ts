import { fail, ok, type Result } from '../core/result.ts'
import type { OpenLevel } from '../io/open-level.ts'
import type { Context, Trouble } from './context.ts'
import { openTrouble } from './open-failure.ts'
import { whileProving } from './while-proving.ts'

/**
 * Opens a level file; on a terminal a proof that takes long is told of while it is made. The code that reads YAML and
 * checks rules is loaded here, and not before.
 */
export async function open(path: string, context: Context): Promise<Result<OpenLevel, Trouble>> {
  const [{ opening }, { formatProblem }] = await Promise.all([
    import('../io/open-level.ts'),
    import('../level/problem.ts'),
  ])
  const opened = await whileProving(opening(path), path, context)
  return opened.ok ? ok(opened.value) : fail(openTrouble(opened.error, context, formatProblem))
}
