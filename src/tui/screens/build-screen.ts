import type { Session } from '../app-state.ts'
import type { Slot } from '../meaning.ts'
import { columns, type Rect, share, stack } from '../layout.ts'
import type { HintId } from '../keymap.ts'
import { innerWidth, pane, type PaneView, type Tab } from '../pane.ts'
import { BLANK, hang, type Row, span } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import { controlRows, type Focused } from '../widgets/control-rows.ts'
import { lights, ruleRows } from '../widgets/rule-rows.ts'
import { type Heaps, heapRows, heaps } from './scene-panes.ts'

type Build = {
  readonly frame: Frame
  readonly session: Session
  readonly heaps: Heaps
  readonly slots: readonly Slot[]
}

/** Controls beside the live picture: inside the box, on the host, and the rules. */
export function buildScreen(frame: Frame, session: Session): BodyView {
  const { scene, rules } = session.position
  const build: Build = {
    frame,
    session,
    heaps: heaps(session, scene, frame.voice),
    slots: rules.length > 0 ? ['controls', 'inside', 'outside', 'rules'] : ['controls', 'inside', 'outside'],
  }
  const panes = { narrow, medium, wide }[frame.shape](build)
  return { panes, active: session.slot, hints: buildHints(session) }
}

function buildHints(session: Session): readonly HintId[] {
  const { position, slot, entrance } = session
  const play = entrance.type === 'level'
  return [
    slot === 'controls' ? 'move' : 'scroll',
    ...(slot === 'controls' ? (['choose'] as const) : []),
    'run',
    'nextPane',
    ...(position.canUndo ? (['undo'] as const) : []),
    ...(play ? (['hint'] as const) : []),
    ...(position.probes.length > 0 ? (['probe'] as const) : []),
    ...(play ? (['rules'] as const) : []),
    'back',
    ...(position.canRedo ? (['redo'] as const) : []),
    'brief',
    'glossary',
    ...(position.canUndo ? (['reset'] as const) : []),
    ...(position.ran ? (['explain'] as const) : []),
    'language',
  ]
}

function slotTitle({ frame: { voice }, heaps: sorted }: Build, slot: Slot): string {
  switch (slot) {
    case 'controls':
      return voice.say('level.controls')
    case 'inside':
      return sorted.insideTitle
    case 'outside':
      return sorted.outsideTitle
    case 'rules':
      return voice.say('level.rules')
    default:
      return slot satisfies never
  }
}

function slotContent(build: Build, slot: Slot, width: number): readonly Row[] | Focused {
  const { frame, session, heaps: sorted } = build
  const { voice } = frame
  switch (slot) {
    case 'controls':
      return controlRows(
        {
          scene: session.position.scene,
          focus: session.focus,
          active: session.slot === 'controls' ? 'active' : 'resting',
        },
        width,
        voice,
      )
    case 'inside':
      return heapRows(sorted.inside, sorted.insideTitle, width, voice)
    case 'outside':
      return heapRows(sorted.outside, sorted.outsideTitle, width, voice)
    case 'rules':
      return [...ruleRows(session.position.rules, width, voice), ...rulesNote(build, width)]
    default:
      return slot satisfies never
  }
}

function rulesNote({ frame: { voice }, session }: Build, width: number): readonly Row[] {
  if (session.position.ran) return []
  const note = session.opened.level.tutorial ? 'rules.lit' : 'rules.whySealed'
  return [BLANK, ...hang([], [span(voice.say(note), 'quiet')], width)]
}

function slotPane(build: Build, slot: Slot, rect: Rect, title?: readonly Tab[]): PaneView {
  const { frame, session } = build
  return pane({
    id: slot,
    rect,
    title: title ?? slotTitle(build, slot),
    note: slot === 'rules' || title ? lights(session.position.rules, frame.voice) : '',
    content: paged(slotContent(build, slot, innerWidth(rect)), frame.state.scroll[slot]),
    scroll: frame.state.scroll,
    focus: session.slot === slot ? 'focused' : 'resting',
  })
}

/** A list that was paged stays where it was put, instead of following its focus. */
const paged = (content: readonly Row[] | Focused, offset: number | undefined): readonly Row[] | Focused =>
  'rows' in content && offset !== undefined ? content.rows : content

/** One pane; the others are tabs in its frame. */
function narrow(build: Build): readonly PaneView[] {
  const tabs = build.slots.map(
    (slot): Tab => ({
      label: slotTitle(build, slot),
      state: slot === build.session.slot ? 'shown' : 'other',
      ...(slot === build.session.slot ? {} : { click: { type: 'slot', slot } }),
    }),
  )
  return [slotPane(build, build.session.slot, build.frame.body, tabs)]
}

/** Controls on the left; on the right the two pictures, or the rules when they are looked at. */
function medium(build: Build): readonly PaneView[] {
  const { body } = build.frame
  const [left = body, right = body] = columns(body, [1, 1])
  const rulesBelow = body.height >= 32 && build.slots.includes('rules')
  const [controls, rules] = rulesBelow ? stack(left, body.height - rulesHeight(build, left)) : [left, null]
  const list = slotPane(build, 'controls', controls)
  if (rules) return [list, slotPane(build, 'rules', rules), ...pictures(build, right)]
  return build.session.slot === 'rules'
    ? [list, slotPane(build, 'rules', right)]
    : [list, ...pictures(build, right)]
}

/** The two pictures, one above the other; the one looked at gets the room it wants. */
function pictures(build: Build, rect: Rect): readonly PaneView[] {
  if (build.heaps.outside.length === 0) return [slotPane(build, 'inside', rect)]
  const { slot } = build.session
  const favour = slot === 'inside' ? 'upper' : slot === 'outside' ? 'lower' : 'both'
  const [upper, lower] = stack(
    rect,
    share(rect.height, wanted(build, 'inside', rect), wanted(build, 'outside', rect), favour),
  )
  return [slotPane(build, 'inside', upper), slotPane(build, 'outside', lower)]
}

/** Controls over rules, then inside the box beside on the host. */
function wide(build: Build): readonly PaneView[] {
  const { body } = build.frame
  const [left = body, middle = body, right = body] = columns(body, [1, 1, 1])
  const sides = [slotPane(build, 'inside', middle), slotPane(build, 'outside', right)]
  if (!build.slots.includes('rules')) return [slotPane(build, 'controls', left), ...sides]
  const [controls, rules] = stack(left, body.height - rulesHeight(build, left))
  return [slotPane(build, 'controls', controls), ...sides, slotPane(build, 'rules', rules)]
}

/** Rows of a slot's pane if it could have all it wants, frame included. */
function wanted(build: Build, slot: Slot, rect: Rect): number {
  const content = slotContent(build, slot, innerWidth(rect))
  return ('rows' in content ? content.rows.length : content.length) + 2
}

/** Where the rules share a column with the controls, the controls come first, unless the rules are looked at. */
function rulesHeight(build: Build, rect: Rect): number {
  const rules = wanted(build, 'rules', rect)
  if (build.session.slot === 'rules') return Math.min(rules, Math.floor(rect.height * 0.7))
  return Math.min(rules, Math.max(LEAST_RULES, rect.height - wanted(build, 'controls', rect)))
}

/** Rows that the rules keep beside a long list of controls. */
const LEAST_RULES = 9
