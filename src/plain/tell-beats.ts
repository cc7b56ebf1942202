import type { Beat } from '../core/scene.ts'
import type { Teller } from './teller.ts'

/**
 * Tells what happens in a run. A beat that leaves its story as it was only moves the meters: a picture for the eye, and
 * in words a list of seconds in which nothing happens.
 */
export function tellBeats(beats: readonly Beat[], teller: Teller): void {
  let story = ''
  for (const { say, changed } of beats) {
    const timeline = changed.find(panel => panel.type === 'timeline')
    const now =
      timeline === undefined ? story : `${teller.text(timeline.title)}\n${teller.text(timeline.say)}`
    if (timeline === undefined || now !== story) teller.tell(teller.text(say))
    story = now
  }
}
