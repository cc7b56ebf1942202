import type { Panel } from '../../core/scene.ts'
import type { Session } from '../app-state.ts'
import { columns, type Rect, stack } from '../layout.ts'
import { innerWidth, pane, type PaneView } from '../pane.ts'
import { hang, type Row, span } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Focused } from '../widgets/control-rows.ts'
import { panelRows } from '../widgets/panel-rows.ts'
import { heapRows } from './scene-panes.ts'

/** The run as it plays: the pictures that move, beside what happens in words. */
export function runScreen(frame: Frame, session: Session): BodyView {
  const { body, shape } = frame
  const film = filmAt(session)
  const pictures = film.filter(panel => panel.type !== 'timeline')
  const story = (rect: Rect): PaneView => storyPane(frame, session, film, rect)
  const hints = ['skip'] as const
  if (pictures.length === 0) return { panes: [story(body)], active: 'timeline', hints }
  const [first, second] = shape === 'narrow' ? halves(body) : sides(body)
  return { panes: [picturePane(frame, pictures, first), story(second)], active: 'timeline', hints }
}

const halves = (body: Rect): readonly [Rect, Rect] => stack(body, Math.max(8, Math.floor(body.height * 0.6)))

function sides(body: Rect): readonly [Rect, Rect] {
  const [left = body, right = body] = columns(body, [1, 1])
  return [left, right]
}

/** Panels that the run has changed so far, as they are now; the pictures that stand still are left out. */
function filmAt(session: Session): readonly Panel[] {
  const changed = session.beats.slice(0, session.beat + 1).flatMap(beat => beat.changed)
  return [...new Map(changed.map(panel => [panel.id, panel])).values()]
}

function picturePane({ voice }: Frame, pictures: readonly Panel[], rect: Rect): PaneView {
  const [first] = pictures
  const title = first && pictures.length === 1 ? voice.text(first.title) : voice.say('run.title')
  const content = heapRows(pictures, title, innerWidth(rect), voice)
  return pane({ id: 'pictures', rect, title, content, scroll: {}, focus: 'resting' })
}

/** The timeline as far as it has come; a run that tells none is told by the words of its beats. */
function storyPane(frame: Frame, session: Session, film: readonly Panel[], rect: Rect): PaneView {
  const { voice } = frame
  const told = film.findLast(panel => panel.type === 'timeline')
  const width = innerWidth(rect)
  return pane({
    id: 'timeline',
    rect,
    title: told ? voice.text(told.title) : voice.say('run.title'),
    note: `${session.beat + 1}/${session.beats.length}`,
    content: storyRows(frame, session, told, width),
    scroll: {},
    focus: 'focused',
  })
}

/** What has happened; until something has, the words of the beat that is seen. */
function storyRows(frame: Frame, session: Session, told: Panel | undefined, width: number): Focused {
  if (told === undefined) return captions(frame, session, width)
  const isEmpty = told.type === 'timeline' && told.moments.length === 0
  const now = session.beats[session.beat]
  if (isEmpty && now) return lastInView(hang([], frame.voice.rich(now.say, 'quiet'), width))
  return lastInView(panelRows(told, width, frame.voice))
}

const lastInView = (rows: readonly Row[]): Focused => ({
  rows,
  from: Math.max(0, rows.length - 1),
  to: rows.length,
})

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
