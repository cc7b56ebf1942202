import type { LoadHost, LoadOutcome, LoadRun } from './load.ts'
import { hitPercent, type LiveBox } from './live-box.ts'
import type { Toll } from './toll.ts'

/** Keeps two decimals, so that 0.1 + 0.2 is 0.3 to a rule and to a reader. */
export const rounded = (amount: number): number => Math.round(amount * 100) / 100

const percentOf = (part: number, whole: number): number => (whole > 0 ? Math.round((100 * part) / whole) : 0)
const gotPercent = (reached: number, wanted: number): number =>
  wanted > 0 ? percentOf(reached, wanted) : 100
const meanRate = (reached: number, time: number): number => (time > 0 ? rounded(reached / time) : 0)

/** What became of a box, when the run is over. */
export function outcomeOf(box: LiveBox): LoadOutcome {
  const { cpu, direct, buffered, send, receive } = box
  const written = direct.reached + buffered.reached
  return {
    alive: box.alive,
    exitCode: box.exitCode,
    oomKilled: box.oomKilled,
    endedAt: box.endedAt,
    peakMemory: rounded(box.memory.peak),
    cpuPercent: gotPercent(cpu.reached, cpu.wanted),
    cpuSeconds: rounded(cpu.reached),
    throttledPercent: percentOf(box.throttledSeconds, box.ranSeconds),
    peakTasks: box.tasks.peak,
    failedForks: box.tasks.failed,
    writeRate: meanRate(written, box.writeTime),
    writePercent: gotPercent(written, direct.wanted + buffered.wanted),
    sendRate: meanRate(send.reached, send.time),
    sendPercent: gotPercent(send.reached, send.wanted),
    receiveRate: meanRate(receive.reached, receive.time),
    receivePercent: gotPercent(receive.reached, receive.wanted),
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
