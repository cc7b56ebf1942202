import type { Text } from '../../core/text.ts'
import { cardPage } from '../../party/card.ts'
import { clockText, type Page } from '../../party/page.ts'
import { keptAt, overPage, roundTitle, seatsPage, verdictPage, welcomePage } from '../../party/pages.ts'
import { gameResult, type Party, secondsLeft } from '../../party/round.ts'
import { OTHER_SEAT } from '../../party/seat-view.ts'
import type { Session } from '../app-state.ts'
import type { HintId } from '../keymap.ts'
import { fittingRect, proseRect } from '../layout.ts'
import { menu } from '../menu.ts'
import { innerWidth, pane } from '../pane.ts'
import type { PartyState } from '../party-state.ts'
import { BLANK, hang, type Row, span, wrapRow } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Voice } from '../voice.ts'
import { pageRows } from '../widgets/block-rows.ts'
import { verdictRows } from '../widgets/rule-rows.ts'
import { menuPage } from './menu-screens.ts'

/** A page in the middle, with the keys that go on from it. */
export function pageScreen(frame: Frame, id: string, page: Page, hints: readonly HintId[]): BodyView {
  const { voice, state } = frame
  const room = proseRect(frame.body)
  const content = pageRows(page.blocks, innerWidth(room), voice)
  const rect = fittingRect(room, content.length)
  const view = pane({
    id,
    rect,
    title: voice.text(page.title),
    content,
    scroll: state.scroll,
    focus: 'focused',
  })
  const scrolls = view.limit > 0 ? (['scroll'] as const) : []
  return { panes: [view], active: id, hints: [...hints.slice(0, 1), ...scrolls, ...hints.slice(1)] }
}

/** The pages between rounds. */
export function betweenScreen(frame: Frame, { party, start, codes }: PartyState): BodyView {
  switch (party.stage.type) {
    case 'welcome':
      return pageScreen(frame, 'welcome', welcomePage(party, start.spoken), [
        'goOn',
        'back',
        'language',
        'help',
      ])
    case 'seats':
      return pageScreen(frame, 'seats', seatsPage(party), ['begin', 'back', 'language'])
    case 'over':
      return pageScreen(frame, 'over', overPage(party), ['goOn', 'back', 'glossary', 'language'])
    case 'card': {
      const result = gameResult(party)
      const page = cardPage(result, start.titles, codes)
      return pageScreen(frame, 'card', page, ['quit', 'language'])
    }
    case 'playing':
    case 'asking':
      return pageScreen(frame, 'round', { title: roundTitle(party), blocks: [] }, ['back'])
    default:
      return party.stage satisfies never
  }
}

/** Before a run: the question, to one seat after the other. What the driver said is not on the navigator's page. */
export function askingScreen(frame: Frame, { party }: PartyState): BodyView {
  const { voice } = frame
  const { stage } = party
  if (stage.type !== 'asking') return { panes: [], active: '', hints: ['back'] }
  const seat = stage.driver === undefined ? 'driver' : 'navigator'
  const n = (frame.state.session?.position.runs ?? 0) + 1
  const rect = proseRect(frame.body)
  const width = innerWidth(rect)
  const rows = [
    ...wrapRow(voice.rich(stage.ask.ask, 'strong'), width),
    ...hang(
      [],
      [span(voice.say(seat === 'driver' ? 'party.driverSays' : 'party.navigatorSays'), 'accent')],
      width,
    ),
    BLANK,
  ]
  const items = stage.ask.options.map(({ id, text }) => ({ value: id, label: voice.text(text) }))
  const title = voice.say(seat === 'driver' ? 'party.driverFirst' : 'party.navigatorNext', { n })
  const view = menu({ id: `ask-${seat}`, rect, title, rows, items }, frame)
  return {
    panes: [view.pane],
    menu: view.menu,
    active: view.pane.id,
    hints: ['move', 'confirm', 'back', 'language'],
  }
}

/** After a run: what both said and what came, the driver's own goals, the other's as a number. */
export function verdictScreen(frame: Frame, { party }: PartyState, session: Session): BodyView {
  const { voice, body, state } = frame
  const page = verdictPage(party)
  if (!page) return { panes: [], active: '', hints: ['back'] }
  const rect = proseRect(body)
  const width = innerWidth(rect)
  const own = session.position.rules.filter(({ id }) => id !== OTHER_SEAT)
  const list = verdictRows(session.opened.level, own, session.rule, width, voice)
  const above = [...pageRows(page.blocks, width, voice), BLANK]
  const rows: readonly Row[] = [...above, ...list.rows]
  const content = list.to === 0 ? rows : { rows, from: above.length + list.from, to: above.length + list.to }
  const title = voice.text(page.title)
  const view = pane({ id: 'after-run', rect, title, content, scroll: state.scroll, focus: 'focused' })
  return {
    panes: [view],
    active: 'after-run',
    hints: ['goOn', 'move', 'explain', 'back', 'language'],
  }
}

/** Questions that stand before the game: go on with a kept one, leave, end the round. */
export function frontScreen(frame: Frame, { front, start, party }: PartyState): BodyView {
  const { voice } = frame
  const page = (id: string, about: string, items: readonly { value: string; label: string }[]): BodyView =>
    menuPage(frame, { id, title: voice.say('party.title'), about: [span(about)], items })
  switch (front.type) {
    case 'resume': {
      const where = start.saved ? keptAt(start.saved, start.plans) : roundTitle(party)
      return page('resume', voice.say('party.resumeAsk', { where }), [
        { value: 'resume', label: voice.say('party.resume') },
        { value: 'anew', label: voice.say('party.anew') },
      ])
    }
    case 'leave':
      return page('leave', voice.say('party.leave'), [
        { value: 'stay', label: voice.say('party.stay') },
        { value: 'leave', label: voice.say('party.quit') },
      ])
    case 'end':
      return page('end', voice.say('party.endAsk'), [
        { value: 'stay', label: voice.say('party.stay') },
        { value: 'end', label: voice.say('party.endNow') },
      ])
    case 'failed':
      return notePage(frame, front.say)
    case 'loading':
    case 'stage':
      return notePage(frame, { en: voice.say('app.loading'), ko: voice.say('app.loading') })
    default:
      return front satisfies never
  }
}

const notePage = (frame: Frame, say: Text): BodyView =>
  pageScreen(frame, 'note', { title: { en: '', ko: '' }, blocks: [{ type: 'text', say }] }, ['back'])

/** The clock of a round: seconds, or where nothing should move whole minutes. */
export function clockWords(party: Party, motion: boolean, voice: Voice): string {
  const left = secondsLeft(party)
  return motion
    ? voice.say('party.timeLeft', { time: clockText(left) })
    : voice.say('party.minutesLeft', { n: Math.ceil(left / 60) })
}
