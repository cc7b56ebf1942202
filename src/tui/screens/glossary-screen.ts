import { findTerm, GLOSSARY } from '../../words/glossary.ts'
import type { Overlay } from '../app-state.ts'
import { columns, stack } from '../layout.ts'
import { innerWidth, pane } from '../pane.ts'
import { BLANK, clickable, hang, type Row, row, span, wrapRow } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Focused } from '../widgets/control-rows.ts'

/** Terms on this screen first, then all others; the focused one explained. */
export function glossaryScreen(frame: Frame, overlay: Extract<Overlay, { type: 'glossary' }>): BodyView {
  const { body, voice, shape, state } = frame
  const here = overlay.terms.filter(id => findTerm(id))
  const ids = [...here, ...GLOSSARY.map(({ id }) => id).filter(id => !here.includes(id))]
  const focus = Math.min(overlay.focus, ids.length - 1)
  const term = findTerm(ids[focus] ?? '')
  const [list = body, detail = body] =
    shape === 'narrow' ? stack(body, body.height - 8) : columns(body, [2, 3])
  const explained = (width: number): readonly Row[] =>
    term
      ? [
          ...wrapRow([span(voice.text(term.name), 'strong')], width),
          BLANK,
          ...wrapRow(voice.rich(term.short), width),
        ]
      : []
  return {
    panes: [
      pane({
        id: 'terms',
        rect: list,
        title: voice.say('glossary.title'),
        note: voice.say('glossary.count', { n: ids.length }),
        content: listRows(frame, ids, here.length, focus, innerWidth(list)),
        scroll: state.scroll,
        focus: 'focused',
      }),
      pane({
        id: 'term',
        rect: detail,
        title: '',
        content: explained(innerWidth(detail)),
        scroll: {},
        focus: 'resting',
      }),
    ],
    active: 'terms',
    hints: ['move', 'back', 'language'],
    limits: { 'glossary-terms': ids.length },
  }
}

function listRows(
  { voice }: Frame,
  ids: readonly string[],
  here: number,
  focus: number,
  width: number,
): Focused {
  const rows: Row[] = []
  let from = 0
  ids.forEach((id, i) => {
    if (i === 0)
      rows.push(...hang([], [span(voice.say(here > 0 ? 'glossary.here' : 'glossary.all'), 'quiet')], width))
    else if (i === here) rows.push(BLANK, row(voice.say('glossary.all'), 'quiet'))
    if (i === focus) from = rows.length
    const term = findTerm(id)
    const marker = span(i === focus ? `${voice.glyphs.focus} ` : '  ', 'accent')
    const name = span(term ? voice.text(term.name) : id, i === focus ? 'focus' : 'plain')
    rows.push(clickable([marker, name], { type: 'focus', id: `${i}` }))
  })
  return { rows, from, to: from + 1 }
}
