import type { LoadBox, LoadHost } from './load.ts'
import type { Flow } from './flow.ts'
import { EPSILON, type LiveBox } from './live-box.ts'

/** Mbit/s that the card sends: its own speed, or the tightest token bucket on it. Made once a run. */
export function cardSends(host: LoadHost, boxes: readonly LoadBox[]): number {
  let most = host.link
  for (const { limits } of boxes) {
    if (limits.shaping?.at === 'card') most = Math.min(most, limits.shaping.mbit)
  }
  return most
}

/** The box wants an end of a veth pair shaped and has no pair: tc finds no device. */
export const lacksDevice = (box: LoadBox): boolean =>
  !box.ownNet && box.limits.shaping !== null && box.limits.shaping.at !== 'card'

/**
 * Shares the card. Streams share each way evenly, as TCP does in the long run; no cgroup has a say, only the
 * token buckets. man:tc(8); kernel cgroup v2 guide (no network controller).
 */
export function shareLink(host: LoadHost, sends: number, boxes: readonly LiveBox[]): void {
  shareEvenly(boxes, sendOf, sends)
  shareEvenly(boxes, receiveOf, host.link)
}

const sendOf = (box: LiveBox): Flow => box.send
const receiveOf = (box: LiveBox): Flow => box.receive

/** Max-min fairness: who wants less than an even share gets it all, the rest share the rest. */
function shareEvenly(boxes: readonly LiveBox[], pick: (box: LiveBox) => Flow, capacity: number): void {
  let waiting = 0
  for (const box of boxes) if (pick(box).want > 0) waiting++
  let left = capacity
  while (waiting > 0 && left > EPSILON) {
    const share = left / waiting
    waiting = 0
    for (const box of boxes) {
      const flow = pick(box)
      const need = Math.min(flow.want, flow.cap) - flow.share
      if (need <= 0) continue
      const given = Math.min(need, share)
      flow.share += given
      left -= given
      if (need > share) waiting++
    }
  }
}
