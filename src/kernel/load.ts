import type { Limits } from './limits.ts'

/** The machine under load. Rates are per second. */
export type LoadHost = {
  readonly cgroup: 'v1' | 'v2'
  readonly cores: number
  /** MiB that boxes can have together. */
  readonly memory: number
  /** Tasks that the machine's pid table can hold for boxes. */
  readonly tasks: number
  /** MB/s that the disk writes. */
  readonly disk: number
  /** Mbit/s of the card, each way. */
  readonly link: number
}

/**
 * One act of a workload. Acts begin in order. An act that ends (growth to a size, work, a total) holds the next one back
 * until then; one without an end goes on beside what follows.
 */
export type LoadAct =
  /** Anonymous memory grows to `to` MiB and is kept, by `rate` MiB a second. */
  | { readonly type: 'grow'; readonly to: number; readonly rate: number }
  /**
   * A cache that takes what it is given: page cache, which the kernel can reclaim, or anonymous memory, sized from
   * memory.max, so that it stops just there. Without a limit it grows on. Hits reach 100 % at `useful` MiB.
   */
  | {
      readonly type: 'fill'
      readonly useful: number
      readonly rate: number
      readonly pages: 'anonymous' | 'file'
    }
  /** Threads or processes, `rate` a second, and kept; refused ones are tried again. Ends when all of them run. */
  | { readonly type: 'tasks'; readonly count: number; readonly rate: number }
  /** Forks without end; each task forks again every second. */
  | { readonly type: 'bomb' }
  /** CPU on `cores` threads at once; with `work` (core-seconds) it ends when that is done. */
  | { readonly type: 'burn'; readonly cores: number; readonly work: number | null }
  /** Writes to disk at up to `rate` MB/s; with `total` (MB) it ends. */
  | {
      readonly type: 'write'
      readonly rate: number
      readonly total: number | null
      readonly how: 'buffered' | 'direct'
    }
  /** Traffic at up to `rate` Mbit/s; with `total` (Mbit) it ends. */
  | {
      readonly type: 'send' | 'receive'
      readonly rate: number
      readonly total: number | null
    }
  /** Does nothing for so many seconds. */
  | { readonly type: 'wait'; readonly seconds: number }
  /** Ends the workload. */
  | { readonly type: 'exit'; readonly code: number }

/** A box under load. */
export type LoadBox = {
  readonly id: string
  readonly limits: Limits
  /** It has a network namespace of its own, so a veth pair whose ends can be shaped. */
  readonly ownNet: boolean
  /** Added to the kernel's badness, -1000 to 1000. man:proc(5), oom_score_adj. */
  readonly oomScoreAdj: number
  readonly acts: readonly LoadAct[]
}

/** What became of a box. Rates are means over the time in which the box wanted the resource. */
export type LoadOutcome = {
  readonly alive: boolean
  /** `null` while it runs; 137 after an OOM kill. */
  readonly exitCode: number | null
  readonly oomKilled: 'no' | 'own limit' | 'host'
  /** Seconds from the start until it ended; `null` while it runs. */
  readonly endedAt: number | null
  /** MiB. */
  readonly peakMemory: number
  /** Of the CPU it wanted, what it got, in percent; 100 where it wanted none. */
  readonly cpuPercent: number
  readonly cpuSeconds: number
  /** Of the periods in which it ran, those cut short by cpu.max, in percent. */
  readonly throttledPercent: number
  readonly peakTasks: number
  /** fork or clone calls that failed with EAGAIN. */
  readonly failedForks: number
  /** MB/s reached on disk. */
  readonly writeRate: number
  /** Of the disk rate it wanted, what it got, in percent; 100 where it wanted none. */
  readonly writePercent: number
  /** Mbit/s. */
  readonly sendRate: number
  readonly sendPercent: number
  readonly receiveRate: number
  readonly receivePercent: number
  /** Cache hits in percent at the end (of the box, if it exited); 0 after a kill, 100 where there is no cache. */
  readonly hitPercent: number
}

/**
 * How things stood at the end of a second (1 is the first), for the animation: what each box holds, and the rates that
 * it reached in that second.
 */
export type LoadSample = {
  readonly second: number
  readonly boxes: {
    readonly [id: string]: {
      readonly alive: boolean
      readonly memory: number
      readonly cpu: number
      readonly tasks: number
      readonly write: number
      readonly send: number
      readonly receive: number
      readonly throttled: boolean
    }
  }
}

/** Something that happened in a run. What lasts (reclaim, throttling, failing forks) is one event, when it begins. */
export type LoadEvent = {
  readonly second: number
  readonly box: string
  readonly type: 'oom-kill' | 'host-oom-kill' | 'reclaim' | 'throttle' | 'fork-fails' | 'exit' | 'no-device'
  /**
   * What a person would want to know: MiB held when killed, MiB reclaimed, percent of the wanted CPU, forks refused in
   * that second, the exit code, or the Mbit/s that found no device.
   */
  readonly amount: number
}

/** A whole run. */
export type LoadRun = {
  readonly boxes: { readonly [id: string]: LoadOutcome }
  readonly host: {
    /** Kills because the whole machine ran dry, not a box. */
    readonly oomKills: number
    readonly victims: readonly string[]
    readonly taskTableFull: boolean
    readonly diskBusyPercent: number
    readonly linkBusyPercent: number
  }
  readonly events: readonly LoadEvent[]
  readonly samples: readonly LoadSample[]
}
