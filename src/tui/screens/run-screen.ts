import type { Panel } from '../../core/scene.ts'
import type { Session } from '../app-state.ts'
import { columns, type Rect, share, stack } from '../layout.ts'
import { innerWidth, pane, type PaneView } from '../pane.ts'
import { hang, type Row, span } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Focused } from '../widgets/control-rows.ts'
import { heapRows, heaps, panelsAt } from './scene-panes.ts'

/** The run as it plays: what happens in words, and the pictures that it changes. */
export function runScreen(frame: Frame, session: Session): BodyView {
  const { body, shape, voice } = frame
  const words = (rect: Rect): PaneView =>
    pane({
      id: 'timeline',
      rect,
      title: voice.say('run.title'),
      note: `${session.beat + 1}/${session.beats.length}`,
      content: captions(frame, session, innerWidth(rect)),
      scroll: {},
      focus: 'focused',
    })
  const hints = ['skip'] as const
  if (shape === 'narrow') {
    const [upper, lower] = stack(body, Math.max(6, Math.floor(body.height * 0.4)))
    return { panes: [words(upper), changedPane(frame, session, lower)], active: 'timeline', hints }
  }
  const [left = body, middle = body, right] = columns(body, shape === 'wide' ? [1, 1, 1] : [1, 1])
  if (right)
    return { panes: [words(left), ...pair(frame, session, middle, right)], active: 'timeline', hints }
  return { panes: [words(left), ...stacked(frame, session, middle)], active: 'timeline', hints }
}

/** The two pictures one above the other; the one that the beat changed gets the room it wants. */
function stacked(frame: Frame, session: Session, rect: Rect): readonly PaneView[] {
  const sorted = heaps(session, session.before, panelsAt(session), frame.voice)
  const rows = (panels: readonly Panel[], title: string): number =>
    heapRows(panels, title, innerWidth(rect), frame.voice).length + 2
  const changed = session.beats[session.beat]?.changed.map(({ id }) => id) ?? []
  const favour = sorted.inside.some(({ id }) => changed.includes(id)) ? 'upper' : 'lower'
  const height = share(
    rect.height,
    rows(sorted.inside, sorted.insideTitle),
    rows(sorted.outside, sorted.outsideTitle),
    favour,
  )
  const [upper, lower] = stack(rect, height)
  return pair(frame, session, upper, lower)
}

function pair(frame: Frame, session: Session, first: Rect, second: Rect): readonly PaneView[] {
  const { voice } = frame
  const sorted = heaps(session, session.before, panelsAt(session), voice)
  const part = (id: string, rect: Rect, title: string, panels: readonly Panel[]): PaneView =>
    pane({
      id,
      rect,
      title,
      content: heapRows(panels, title, innerWidth(rect), voice),
      scroll: {},
      focus: 'resting',
    })
  return [
    part('inside', first, sorted.insideTitle, sorted.inside),
    part('outside', second, sorted.outsideTitle, sorted.outside),
  ]
}

/** Where only one picture fits: the ones that this beat changed, or else the first. */
function changedPane(frame: Frame, session: Session, rect: Rect): PaneView {
  const ids = session.beats
    .slice(0, session.beat + 1)
    .findLast(beat => beat.changed.length > 0)
    ?.changed.map(({ id }) => id)
  const all = panelsAt(session)
  const shown = ids ? all.filter(panel => ids.includes(panel.id)) : all.slice(0, 1)
  const title =
    shown.length === 1 && shown[0] ? frame.voice.text(shown[0].title) : frame.voice.say('level.timeline')
  const content = heapRows(shown, title, innerWidth(rect), frame.voice)
  return pane({ id: 'changed', rect, title, content, scroll: {}, focus: 'resting' })
}

function captions({ voice }: Frame, session: Session, width: number): Focused {
  const rows: Row[] = []
  let from = 0
  session.beats.slice(0, session.beat + 1).forEach((beat, i) => {
    const isNow = i === session.beat
    from = rows.length
    const mark = span(`${isNow ? voice.glyphs.focus : voice.glyphs.dot} `, isNow ? 'accent' : 'quiet')
    rows.push(...hang([mark], voice.rich(beat.say, isNow ? 'strong' : 'quiet'), width))
  })
  return { rows, from, to: rows.length }
}
