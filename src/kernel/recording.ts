import type { LoadBox, LoadEvent, LoadSample } from './load.ts'
import { anonymous, type LiveBox } from './live-box.ts'
import { lacksDevice } from './link.ts'
import { rounded } from './outcome.ts'

/** Conditions that last: one event when they begin, not one a second. */
type Going = { reclaim: boolean; throttle: boolean; forkFails: boolean }

/** The film of a run, for the animation. It only watches: the run is the same without it. */
export type Recording = {
  readonly events: LoadEvent[]
  readonly samples: LoadSample[]
  readonly going: Going[]
}

/** A film with nothing on it but what can be said before the start. */
export function newRecording(boxes: readonly LoadBox[]): Recording {
  return {
    events: boxes
      .filter(lacksDevice)
      .map(box => ({ second: 0, box: box.id, type: 'no-device', amount: box.limits.shaping?.mbit ?? 0 })),
    samples: [],
    going: boxes.map(() => ({ reclaim: false, throttle: false, forkFails: false })),
  }
}

/** Notes what began, and who ended, in the second that ends at `second`. */
export function recordEvents({ events, going }: Recording, boxes: readonly LiveBox[], second: number): void {
  boxes.forEach((box, i) => {
    const was = going[i]
    if (was === undefined) return
    const now = {
      reclaim: box.memory.reclaimed > 0,
      throttle: box.throttled,
      forkFails: box.tasks.refused > 0,
    }
    const note = (type: LoadEvent['type'], amount: number): number =>
      events.push({ second, box: box.id, type, amount })
    if (now.forkFails && !was.forkFails) note('fork-fails', box.tasks.refused)
    if (now.reclaim && !was.reclaim) note('reclaim', rounded(box.memory.reclaimed))
    if (now.throttle && !was.throttle) note('throttle', Math.round((100 * box.cpu.got) / box.cpu.want))
    going[i] = now
  })
  for (const box of boxes) if (box.endedAt === second) events.push(ending(box, second))
}

function ending(box: LiveBox, second: number): LoadEvent {
  if (box.oomKilled === 'no') return { second, box: box.id, type: 'exit', amount: box.exitCode ?? 0 }
  const type = box.oomKilled === 'host' ? 'host-oom-kill' : 'oom-kill'
  return { second, box: box.id, type, amount: rounded(box.memory.peak) }
}

/** Notes how things stand at the end of a second, and the rates during it. */
export function recordSample({ samples }: Recording, boxes: readonly LiveBox[], second: number): void {
  samples.push({
    second,
    boxes: Object.fromEntries(
      boxes.map(box => [
        box.id,
        {
          alive: box.alive,
          memory: rounded(anonymous(box.memory) + box.memory.cacheFile),
          cpu: rounded(box.cpu.got),
          tasks: box.tasks.count,
          write: rounded(box.direct.got + box.buffered.got),
          send: rounded(box.send.got),
          receive: rounded(box.receive.got),
          throttled: box.throttled,
        },
      ]),
    ),
  })
}
