import { coreGroups, shareCpu } from './cpu-share.ts'
import { shareDisk } from './disk.ts'
import { cardSends, shareLink } from './link.ts'
import { type LiveBox, liveBox } from './live-box.ts'
import type { LoadBox, LoadHost, LoadOutcome, LoadRun } from './load.ts'
import { growMemory } from './memory-pressure.ts'
import { hostOutcome, outcomeOf } from './outcome.ts'
import { newRecording, type Recording, recordEvents, recordSample } from './recording.ts'
import { askFlows, beginActs, settleFlows } from './script.ts'
import { forkTasks } from './task-table.ts'
import { newToll } from './toll.ts'

/** How a run ended, without its film. */
export type LoadEnd = Pick<LoadRun, 'boxes' | 'host'>

/**
 * Plays boxes under load for a number of whole seconds, and films it for the animation: one sample a second, numbered
 * from 1, and the events; an event's amount is MiB (kills, reclaim), percent of the wanted CPU (throttle), refused
 * forks, an exit code, or Mbit/s (no device).
 */
export function simulate(host: LoadHost, boxes: readonly LoadBox[], seconds: number): LoadRun {
  const recording = newRecording(boxes)
  const end = play(host, boxes, seconds, recording)
  return { ...end, events: recording.events, samples: recording.samples }
}

/** The same run without the film: what a solver asks for, for every state of a level. */
export function outcomes(host: LoadHost, boxes: readonly LoadBox[], seconds: number): LoadEnd {
  return play(host, boxes, seconds, null)
}

function play(
  host: LoadHost,
  boxes: readonly LoadBox[],
  seconds: number,
  recording: Recording | null,
): LoadEnd {
  const live = boxes.map(liveBox)
  const toll = newToll()
  const groups = coreGroups(live, host.cores)
  const sends = cardSends(host, boxes)
  for (const box of live) beginActs(box, 0)
  if (recording !== null) recordEvents(recording, live, 0)
  for (let now = 1; now <= seconds; now++) {
    forkTasks(host, live, toll)
    growMemory(host, live, toll, now)
    if (live.some(box => box.changed)) {
      for (const box of live) askFlows(box)
      shareCpu(live, groups)
      shareDisk(host, live)
      shareLink(host, sends, live)
    }
    for (const box of live) settleFlows(box, toll)
    // The acts of the next second begin now, so that a box that is done by `seconds` has exited by then.
    for (const box of live) beginActs(box, now)
    if (recording === null) continue
    recordEvents(recording, live, now)
    recordSample(recording, live, now)
  }
  return { boxes: outcomesById(live), host: hostOutcome(host, toll, seconds) }
}

function outcomesById(boxes: readonly LiveBox[]): { readonly [id: string]: LoadOutcome } {
  const byId: { [id: string]: LoadOutcome } = {}
  for (const box of boxes) byId[box.id] = outcomeOf(box)
  return byId
}
