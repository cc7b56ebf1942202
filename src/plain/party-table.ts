import { clockText } from '../party/page.ts'
import type { PartyGame, RoundPorts } from '../party/ports.ts'
import { type Party, savedParty, secondsLeft, tickTo } from '../party/round.ts'
import type { Teller } from './teller.ts'

/** A game of two being told. Its flow changes only by the functions of `party/round.ts`. */
export type Table = {
  readonly game: PartyGame
  readonly ports: RoundPorts
  readonly teller: Teller
  party: Party
}

/** Keeps the game; what cannot be kept is said, and play goes on. */
export async function keep({ ports, teller, party }: Table): Promise<void> {
  const kept = await ports.keep(savedParty(party))
  if (!kept.ok) teller.tell(teller.text(kept.error))
}

/** Looks at the clock: a round whose time is up is over. */
export function lookAtClock(table: Table): void {
  table.party = tickTo(table.party, table.ports.seconds())
}

/** Tells the time that is left. */
export function tellTime({ teller, party }: Table): void {
  teller.say('party.timeLeft', { time: clockText(secondsLeft(party)) })
}
