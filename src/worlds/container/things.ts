import type { Machine } from '../../kernel/machine.ts'
import { boxNamed, namespaceOf } from '../../kernel/membership.ts'
import { interfacesSeen } from '../../kernel/network.ts'
import type { Act } from './acts.ts'
import type { Plan } from './plan.ts'
import { actsOf } from './run.ts'
import { caseIds, type Setup } from './setup.ts'

/** Something on the machine that others may find, and who made it (`host` or a box). */
export type Thing = { readonly by: string; readonly name: string }

/** What services and workloads put on the machine, in any case. */
export type Things = {
  readonly segments: readonly Thing[]
  readonly posts: readonly Thing[]
  readonly sockets: readonly Thing[]
}

const unique = (things: readonly Thing[]): readonly Thing[] =>
  things.filter((t, i) => things.findIndex(o => o.by === t.by && o.name === t.name) === i)

/** Gathers what can be found on a level's machine. */
export function thingsOf(setup: Setup): Things {
  const acts = Object.entries(setup.boxes).flatMap(([by, box]) =>
    caseIds(setup).flatMap(name => actsOf(box, name).map(act => ({ by, act }))),
  )
  const pick = (name: (act: Act) => string | null): readonly Thing[] =>
    acts.flatMap(({ by, act }) => {
      const found = name(act)
      return found === null ? [] : [{ by, name: found }]
    })
  const services = setup.host.services
  const listens = services.flatMap(s => s.listens.filter(l => typeof l === 'string'))
  const ofHost = (names: readonly string[]) => names.map(name => ({ by: 'host', name }))
  return {
    segments: unique([
      ...ofHost(services.flatMap(s => s.shares)),
      ...pick(act => (act.verb === 'share' ? act.value : null)),
    ]),
    posts: unique([
      ...ofHost(services.flatMap(s => s.posts)),
      ...pick(act => (act.verb === 'post' ? act.value : null)),
    ]),
    sockets: unique([
      ...ofHost(listens),
      ...pick(act => (act.verb === 'listen' && typeof act.value === 'string' ? act.value : null)),
    ]),
  }
}

/** The workloads as processes: each box runs one, named like the box. */
export const running = (setup: Setup): readonly { readonly box: string; readonly name: string }[] =>
  Object.keys(setup.boxes).map(box => ({ box, name: box }))

/** A box made its pid namespace itself, so its workload is process 1 there; those who join come later. */
export const isPidOne = (plan: Plan, id: string): boolean =>
  boxNamed(plan.machine, id)?.ns.pid === 'own' && namespaceOf(plan.machine, id, 'pid') === id

/** A network interface; an end of a veth pair knows the index of the other end and the number of the pair. */
export type Interface =
  | { readonly type: 'loopback' | 'card'; readonly name: string }
  | { readonly type: 'veth'; readonly name: string; readonly peer: number; readonly pair: number }

/** Boxes whose own network namespace comes with a connected eth0. */
const vethBoxes = (setup: Setup, machine: Machine): readonly string[] =>
  Object.keys(setup.boxes).filter(
    box => setup.boxes[box]?.veth === true && namespaceOf(machine, box, 'net') === box,
  )

/** In a box `lo` is 1 and eth0 is 2; on the host the pairs' ends follow the machine's own interfaces. */
const INDEX_OF_ETH0 = 2

/** Interfaces in the order in which `ip link` lists them. man:veth(4), man:network_namespaces(7). */
export function interfacesOf(setup: Setup, machine: Machine, id: string): readonly Interface[] {
  const seen = interfacesSeen(machine, id).map(
    (name): Interface => ({ type: name === 'lo' ? 'loopback' : 'card', name }),
  )
  const boxes = vethBoxes(setup, machine)
  const owner = namespaceOf(machine, id, 'net')
  if (owner === 'host') {
    const ends = boxes.map(
      // Interface names have 15 characters at most: IFNAMSIZ of linux/if.h.
      (box, pair): Interface => ({
        type: 'veth',
        name: `veth-${box}`.slice(0, 15),
        peer: INDEX_OF_ETH0,
        pair,
      }),
    )
    return [...seen, ...ends]
  }
  const pair = boxes.indexOf(owner)
  const peer = machine.host.interfaces.length + 1 + pair
  return pair < 0 ? seen : [...seen, { type: 'veth', name: 'eth0', peer, pair }]
}
