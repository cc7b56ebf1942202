import type { Start } from '../plain/ports.ts'
import type { Settings } from '../play/progress.ts'
import type { Context } from './context.ts'
import type { Ports } from './ports.ts'
import { startPlain } from './start-plain.ts'

/** Opens the full screen. */
export async function startScreen(
  ports: Ports,
  start: Omit<Start, 'lang'>,
  _settings: Settings,
  context: Context,
): Promise<void> {
  await startPlain(ports, { ...start, lang: context.lang }, context)
}
