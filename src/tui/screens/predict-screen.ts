import type { Session } from '../app-state.ts'
import { proseRect } from '../layout.ts'
import { menu } from '../menu.ts'
import { innerWidth } from '../pane.ts'
import { SKIP_PREDICTION } from '../reduce-overlay.ts'
import { BLANK, hang, span, wrapRow } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'

/** A question before the first run. */
export function predictScreen(frame: Frame, session: Session): BodyView {
  const { voice } = frame
  const ask = session.position.asks[0]
  const rect = proseRect(frame.body)
  const width = innerWidth(rect)
  const rows = [
    ...(ask ? wrapRow(voice.rich(ask.ask, 'strong'), width) : []),
    ...hang([], [span(voice.say('predict.once'), 'quiet')], width),
    BLANK,
  ]
  const options = (ask?.options ?? []).map(option => ({ value: option.id, label: voice.text(option.text) }))
  const items = [...options, { value: SKIP_PREDICTION, label: voice.say('predict.skip') }]
  const view = menu(
    { id: `predict-${ask?.id ?? ''}`, rect, title: voice.say('predict.title'), rows, items },
    frame,
  )
  return {
    panes: [view.pane],
    menu: view.menu,
    active: view.pane.id,
    hints: ['move', 'confirm', 'back', 'language'],
  }
}
