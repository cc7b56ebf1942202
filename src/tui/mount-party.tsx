import type { Instance } from 'ink'
import { mountScreen, type Terminal } from './mount.tsx'
import type { Depth } from './paint.ts'
import { PartyApp } from './PartyApp.tsx'
import type { PartyPorts, PartyStart } from './party-ports.ts'
import { SheetApp } from './SheetApp.tsx'
import type { SheetPorts, SheetStart } from './sheet-state.ts'

/** Puts the driver's screen of a game of two on a terminal that is on its alternate screen. */
export const mountParty = (
  ports: PartyPorts,
  start: PartyStart,
  terminal: Terminal,
  depth: Depth,
): Instance =>
  mountScreen(terminal, mouse => <PartyApp ports={ports} start={start} depth={depth} mouse={mouse} />)

/** Puts the navigator's sheet on such a terminal. */
export const mountSheet = (
  ports: SheetPorts,
  start: SheetStart,
  terminal: Terminal,
  depth: Depth,
): Instance =>
  mountScreen(terminal, mouse => <SheetApp ports={ports} start={start} depth={depth} mouse={mouse} />)
