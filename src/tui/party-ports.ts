import type { Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { PartyGame, RoundPorts } from '../party/ports.ts'
import type { Settings } from './ports.ts'

/** The outside world as the driver's screen needs it. */
export type PartyPorts = RoundPorts & {
  saveSettings(settings: Settings): Promise<Result<null, Text>>
  suspend(): Promise<void>
}

/** How the driver's screen starts. */
export type PartyStart = PartyGame & { readonly settings: Settings }
