import type { Machine } from '../../../kernel/machine.ts'
import { namespaceOf } from '../../../kernel/membership.ts'
import type { Setup } from '../setup.ts'

/** The name of the host's end of a box's veth pair; 15 characters at most (IFNAMSIZ of linux/if.h). */
export const peerName = (box: string): string => `veth-${box}`.slice(0, 15)

/** The box made its network namespace itself, and the level gives it a veth pair. man:veth(4). */
export const hasVeth = (setup: Setup, machine: Machine, box: string): boolean =>
  setup.boxes[box]?.veth === true && namespaceOf(machine, box, 'net') === box
