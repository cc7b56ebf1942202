import { namespaceOf } from '../../kernel/membership.ts'
import { loopback } from '../../kernel/network.ts'
import type { Place } from './place.ts'
import { type Interface, interfacesOf } from './things.ts'

/** What `ip link` prints (iproute2): two lines an interface, flags and state first, the hardware address below. */
export function ipLink({ setup, plan, who }: Place): readonly string[] {
  const isUp = loopback(plan.machine, who) === 'ok'
  return interfacesOf(setup, plan.machine, who).flatMap((found, i) => {
    const { state, shown, address } = describe(found, isUp)
    return [
      `${i + 1}: ${shown}: ${state} mode DEFAULT group default qlen 1000`,
      `    link/${address}${peerNamespace(found, namespaceOf(plan.machine, who, 'net') === 'host')}`,
    ]
  })
}

type Described = { readonly state: string; readonly shown: string; readonly address: string }

function describe(found: Interface, isLoopbackUp: boolean): Described {
  const { type, name } = found
  switch (type) {
    case 'loopback':
      return {
        shown: name,
        address: 'loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
        state: isLoopbackUp
          ? '<LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN'
          : '<LOOPBACK> mtu 65536 qdisc noop state DOWN',
      }
    case 'card':
      return {
        shown: name,
        address: 'ether 02:00:00:00:00:07 brd ff:ff:ff:ff:ff:ff',
        state: '<BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP',
      }
    case 'veth':
      return {
        shown: `${name}@if${found.peer}`,
        address: `ether 02:00:00:00:00:${found.peer.toString(16).padStart(2, '0')} brd ff:ff:ff:ff:ff:ff`,
        state: '<BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP',
      }
    default:
      return found satisfies never
  }
}

/** The other end of a pair lies in another namespace, which the kernel numbers from 0 on each side. */
const peerNamespace = (found: Interface, isHost: boolean): string =>
  found.type === 'veth' ? ` link-netnsid ${isHost ? found.pair : 0}` : ''
