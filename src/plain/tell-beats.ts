import type { Beat } from '../core/scene.ts'
import type { Teller } from './teller.ts'

/**
 * What happens in a run, in words, each with the milliseconds that its beat stands. A beat that leaves its story as it was
 * only moves the meters: a picture for the eye, and in words a list of seconds in which nothing happens.
 */
export function toldBeats(
  beats: readonly Beat[],
  teller: Teller,
): readonly { readonly ms: number; readonly say: string }[] {
  let story = ''
  return beats.flatMap(({ ms, say, changed }) => {
    const timeline = changed.find(panel => panel.type === 'timeline')
    const now =
      timeline === undefined ? story : `${teller.text(timeline.title)}\n${teller.text(timeline.say)}`
    const isTold = timeline === undefined || now !== story
    story = now
    return isTold ? [{ ms, say: teller.text(say) }] : []
  })
}

/** Tells what happens in a run, without waiting. */
export function tellBeats(beats: readonly Beat[], teller: Teller): void {
  for (const { say } of toldBeats(beats, teller)) teller.tell(say)
}
