import { fail, ok } from '../core/result.ts'
import type { PartyGame, RoundPorts } from '../party/ports.ts'
import type { SheetPage } from '../party/sheet.ts'
import { NO_PROGRESS } from '../play/progress.ts'
import type { Settings } from '../tui/ports.ts'
import type { Context } from './context.ts'
import { isColourless } from './environment.ts'
import { ENTER, holdTerminal } from './guard-terminal.ts'
import { noticeText } from './notice.ts'
import { keepingChosen, settingsFor } from './start-screen.ts'
import { suspend } from './suspend.ts'

/** What both seats' screens need besides their pages: settings, colours, a way to stop and go on. */
function screenFor(context: Context) {
  const { saves, stdout, env } = context
  // Only settings are needed of the save; a damaged one is left to whoever needs the rest.
  const settings = settingsFor(saves.peek()?.settings ?? {}, context)
  const ports = keepingChosen(
    {
      saveSettings: async (chosen: Settings) => {
        const { notice } = await saves.merge({ ...NO_PROGRESS, settings: chosen })
        return notice ? fail(noticeText(notice)) : ok(null)
      },
      suspend,
    },
    settings,
  )
  return { settings, ports, depth: isColourless(env) ? 1 : stdout.getColorDepth() }
}

/** Opens the driver's screen, and gives the terminal back however the game ends. */
export const startParty = (game: PartyGame, rounds: RoundPorts, context: Context): Promise<void> =>
  enter(context, async () => {
    const { mountParty } = await import('../tui/mount-party.tsx')
    const { settings, ports, depth } = screenFor(context)
    return mountParty({ ...rounds, ...ports }, { ...game, settings }, context, depth)
  })

/** Opens the navigator's sheet, likewise. */
export const startSheet = (pages: readonly SheetPage[], context: Context): Promise<void> =>
  enter(context, async () => {
    const { mountSheet } = await import('../tui/mount-party.tsx')
    const { settings, ports, depth } = screenFor(context)
    return mountSheet(ports, { settings, pages }, context, depth)
  })

/** Onto the alternate screen at once, reading keys in silence: what loads the drawing library takes a moment. */
const enter: typeof holdTerminal = (context, mount) =>
  holdTerminal(context, () => {
    context.stdin.setRawMode(true)
    context.stdout.write(ENTER)
    return mount()
  })
