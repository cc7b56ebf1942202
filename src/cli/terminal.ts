import { CI_VARIABLES, isColourless } from './environment.ts'

/**
 * Prepares the process for drawing. The libraries read these variables once, when they load, so this must run before
 * any of them is imported.
 */
export function prepareTerminal(env: NodeJS.ProcessEnv): void {
  // The colour library does not know NO_COLOR.
  if (isColourless(env)) env['FORCE_COLOR'] = '0'
  // There is a real terminal here, whatever these say.
  for (const name of CI_VARIABLES) delete env[name]
}
