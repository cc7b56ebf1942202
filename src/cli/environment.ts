import type { Lang } from '../core/text.ts'

/** The variables that a process was started with. */
export type Env = { readonly [name: string]: string | undefined }

/** The language that locale variables ask for, in the order of locale(7): LC_ALL, LC_MESSAGES, LANG. Else English. */
export function defaultLang(env: Env): Lang {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    value => value !== undefined && value !== '',
  )
  return /^ko(?:[_.@-]|$)/i.test(locale ?? '') ? 'ko' : 'en'
}

/** Whether colour is unwanted: NO_COLOR set to anything but nothing (no-color.org), or a terminal that has none. */
export const isColourless = (env: Env): boolean => (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb'

/** Whether a screen reader is told of: the drawing library's own variable, which readers of other programs set already. */
export const isScreenReader = (env: Env): boolean => env['INK_SCREEN_READER'] === 'true'

/** Whether things should stand still. */
export const isStill = (env: Env): boolean => !['', '0', 'false'].includes(env['REDUCE_MOTION'] ?? '')

/** Variables by which the drawing library takes a terminal for a build server and stops drawing. */
export const CI_VARIABLES = [
  'CI',
  'CONTINUOUS_INTEGRATION',
  'BUILD_NUMBER',
  'RUN_ID',
  'GITHUB_ACTIONS',
] as const

/** Whether a full screen can be drawn and keys can be read. A dumb terminal cannot move its cursor. */
export function hasTerminal(
  stdin: { readonly isTTY?: boolean },
  stdout: { readonly isTTY?: boolean },
  env: Env,
): boolean {
  return stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb'
}
