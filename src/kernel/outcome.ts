import type { LoadHost, LoadOutcome, LoadRun } from './load.ts'
import { type Flow, hitPercent, type LiveBox } from './live-box.ts'
import type { Toll } from './toll.ts'

/** Keeps two decimals, so that 0.1 + 0.2 is 0.3 to a rule and to a reader. */
export const rounded = (amount: number): number => Math.round(amount * 100) / 100

const percentOf = (part: number, whole: number): number => (whole > 0 ? Math.round((100 * part) / whole) : 0)
const gotPercent = (flow: Flow): number => (flow.wanted > 0 ? percentOf(flow.reached, flow.wanted) : 100)
const meanRate = (flow: Flow): number => (flow.time > 0 ? rounded(flow.reached / flow.time) : 0)

/** What became of a box, when the run is over. */
export function outcomeOf(box: LiveBox): LoadOutcome {
  return {
    alive: box.alive,
    exitCode: box.exitCode,
    oomKilled: box.oomKilled,
    endedAt: box.endedAt,
    peakMemory: rounded(box.peakMemory),
    cpuPercent: gotPercent(box.cpu),
    cpuSeconds: rounded(box.cpu.reached),
    throttledPercent: percentOf(box.throttledSeconds, box.ranSeconds),
    peakTasks: box.peakTasks,
    failedForks: box.failedForks,
    writeRate: meanRate(box.write),
    writePercent: gotPercent(box.write),
    sendRate: meanRate(box.send),
    sendPercent: gotPercent(box.send),
    receiveRate: meanRate(box.receive),
    receivePercent: gotPercent(box.receive),
    hitPercent: hitPercent(box),
  }
}

/** What became of the machine. The link is as busy as the busier of its two ways. */
export function hostOutcome(host: LoadHost, toll: Toll, seconds: number): LoadRun['host'] {
  return {
    oomKills: toll.victims.length,
    victims: toll.victims,
    taskTableFull: toll.taskTableFull,
    diskBusyPercent: percentOf(toll.written, host.disk * seconds),
    linkBusyPercent: percentOf(Math.max(toll.sent, toll.received), host.link * seconds),
  }
}
