import { type CampaignChapter, type CampaignLevel, isOpen, missingToOpen } from '../../play/progress.ts'
import { sandboxId } from '../app-state.ts'
import { TITLE_ROWS } from '../chrome.ts'
import { columns, stack } from '../layout.ts'
import { barePane, innerWidth, pane } from '../pane.ts'
import { BLANK, clickable, hang, type Row, row, type Span, span, spread } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Voice } from '../voice.ts'
import type { Focused } from '../widgets/control-rows.ts'
import { starLine, starSpans } from '../widgets/score-rows.ts'
import { wordmark, WORDMARK_HEIGHT } from '../widgets/wordmark.ts'

/** The campaign: chapters in order, what is solved, what is locked and why, and what the focused level is. */
export function mapScreen(frame: Frame): BodyView {
  const { body, voice, shape, state } = frame
  const tall = frame.size.rows >= TITLE_ROWS
  const [top, rest] = stack(body, tall ? WORDMARK_HEIGHT : 0)
  const title = tall ? [barePane('title', top, wordmark(top.width - 4, voice))] : []
  const [list = rest, detail] =
    shape === 'narrow' ? [rest] : columns(rest, shape === 'wide' ? [3, 2] : [5, 3])
  const panes = [
    ...title,
    pane({
      id: 'map',
      rect: list,
      title: voice.say('map.title'),
      note: totals(frame),
      content: journey(frame, innerWidth(list)),
      scroll: state.scroll,
      focus: 'focused',
    }),
    ...(detail
      ? [
          pane({
            id: 'detail',
            rect: detail,
            title: '',
            content: detailRows(frame, innerWidth(detail)),
            scroll: {},
            focus: 'resting' as const,
          }),
        ]
      : []),
  ]
  return {
    panes,
    active: 'map',
    hints: ['move', 'open', 'sandbox', 'glossary', 'settings', 'language', 'quit', 'help'],
  }
}

function totals({ state, voice }: Frame): string {
  const ids = state.campaign.chapters.flatMap(chapter => chapter.levels.map(level => level.id))
  const stars = ids.reduce((sum, id) => sum + (state.progress.levels[id]?.stars ?? 0), 0)
  return voice.say('map.total', { stars, max: ids.length * 3 })
}

/** The journey: the levels of each chapter as stations on one way, from the first box down to the last choice. */
function journey(frame: Frame, width: number): Focused {
  const rows: Row[] = []
  let from = 0
  let to = 0
  const add = (id: string, line: Row): void => {
    if (id === frame.state.mapFocus) from = rows.length
    rows.push(clickable(line, { type: 'focus', id }))
    if (id === frame.state.mapFocus) to = rows.length
  }
  const { chapters } = frame.state.campaign
  const stationOf = stations(frame)
  chapters.forEach((chapter, index) => {
    if (index > 0) rows.push(wayOn(frame, index))
    rows.push(...chapterRows(frame, chapter, index, width))
    chapter.levels.forEach((level, i) => {
      const name = `${chapter.number}.${i + 1} ${frame.voice.text(level.title)}`
      add(level.id, levelRow(frame, level, name, stationOf(level.id), width))
    })
  })
  if (frame.state.sandboxes.length > 0) rows.push(BLANK)
  for (const entry of frame.state.sandboxes)
    add(sandboxId(entry.world), [
      ...marker(frame, sandboxId(entry.world)),
      span(
        frame.voice.say('sandbox.title', { world: frame.voice.text(entry.name) }),
        focusStyle(frame, sandboxId(entry.world)),
      ),
    ])
  return { rows, from, to }
}

/** The way from one chapter to the next: open, or still to be earned. */
function wayOn({ state, voice }: Frame, index: number): Row {
  const { frame, wire } = voice.glyphs
  return isOpen(index, state.campaign, state.progress)
    ? [span(`  ${frame.down}`, 'border')]
    : [span(`  ${wire}`, 'quiet')]
}

/** What a level is on the way. */
type Station = 'solved' | 'next' | 'open' | 'locked'

/** Which station each level is. The next one is the first open level without a star. */
function stations({ state: { campaign, progress } }: Frame): (id: string) => Station {
  const hasStar = (id: string): boolean => (progress.levels[id]?.stars ?? 0) > 0
  const open = campaign.chapters
    .filter((_, index) => isOpen(index, campaign, progress))
    .flatMap(({ levels }) => levels)
  const next = open.find(({ id, optional }) => !optional && !hasStar(id))?.id
  const known = new Set(open.map(({ id }) => id))
  return id => (hasStar(id) ? 'solved' : id === next ? 'next' : known.has(id) ? 'open' : 'locked')
}

const stationMark = (station: Station, { glyphs }: Voice): Span => {
  const marks: { readonly [S in Station]: Span } = {
    solved: span(`${glyphs.knob} `, 'good'),
    next: span(`${glyphs.on} `, 'accent'),
    open: span(`${glyphs.sealed} `, 'quiet'),
    locked: span(`${glyphs.dot} `, 'quiet'),
  }
  return marks[station]
}

const marker = (frame: Frame, id: string): Row => [
  span(frame.state.mapFocus === id ? `${frame.voice.glyphs.focus} ` : '  ', 'accent'),
]

const focusStyle = (frame: Frame, id: string): 'focus' | 'plain' =>
  frame.state.mapFocus === id ? 'focus' : 'plain'

function chapterRows(frame: Frame, chapter: CampaignChapter, index: number, width: number): readonly Row[] {
  const { state, voice } = frame
  const missing = missingToOpen(index, state.campaign, state.progress)
  const open = missing === 0
  const solved = chapter.levels.filter(level => (state.progress.levels[level.id]?.stars ?? 0) > 0).length
  const name = span(voice.say('map.chapter', { n: chapter.number, title: chapter.title }), 'strong')
  const right = open ? tally(frame, chapter) : [span(voice.say('map.locked'), 'quiet')]
  const head = spread([name], right, width, voice.glyphs.ellipsis)
  if (open || solved > 0) return [head]
  return [head, ...hang([span('  ')], [span(voice.say('map.opensAfter', { n: missing }), 'quiet')], width)]
}

/** What a chapter has brought, of what it can. */
function tally({ state, voice }: Frame, chapter: CampaignChapter): Row {
  const stars = chapter.levels.reduce((sum, { id }) => sum + (state.progress.levels[id]?.stars ?? 0), 0)
  const max = chapter.levels.length * 3
  return [
    span(`${stars}`, stars > 0 ? 'star' : 'quiet'),
    span(`/${max} `, 'quiet'),
    span(stars === max ? voice.glyphs.star : voice.glyphs.noStar, stars === max ? 'star' : 'quiet'),
  ]
}

function levelRow(frame: Frame, level: CampaignLevel, name: string, station: Station, width: number): Row {
  const { state, voice } = frame
  const optional = level.optional ? [span(`  ${voice.say('map.optional')}`, 'quiet')] : []
  const style = state.mapFocus === level.id ? 'focus' : station === 'locked' ? 'quiet' : 'plain'
  return spread(
    [...marker(frame, level.id), stationMark(station, voice), span(name, style), ...optional],
    station === 'locked' ? [] : starSpans(state.progress.levels[level.id]?.stars ?? 0, voice),
    width,
    voice.glyphs.ellipsis,
  )
}

function detailRows(frame: Frame, width: number): readonly Row[] {
  const { state, voice } = frame
  const sandbox = state.sandboxes.find(entry => sandboxId(entry.world) === state.mapFocus)
  if (sandbox)
    return [
      ...hang([], [span(voice.say('sandbox.title', { world: sandbox.name }), 'strong')], width),
      BLANK,
      ...hang([], [span(voice.say('sandbox.about'))], width),
    ]
  const chapter = state.campaign.chapters.find(({ levels }) => levels.some(({ id }) => id === state.mapFocus))
  const level = chapter?.levels.find(({ id }) => id === state.mapFocus)
  if (!chapter || !level) return [row(voice.say('map.empty'), 'quiet')]
  const best = state.progress.levels[level.id]
  const older = best && best.stars > 0 && best.playHash !== level.playHash
  return [
    ...hang([], voice.rich(level.title, 'strong'), width),
    ...hang([], [span(level.id, 'quiet')], width),
    BLANK,
    starLine(best?.stars ?? 0, voice),
    row(voice.say('map.par', { par: level.par }), 'quiet'),
    ...(best
      ? [row(voice.say('score.points', { n: best.points }), 'quiet')]
      : [row(voice.say('map.unplayed'), 'quiet')]),
    ...(older ? hang([], [span(voice.say('map.earlier'), 'warn')], width) : []),
    BLANK,
    ...hang([], voice.rich(chapter.title, 'strong'), width),
    ...hang([], voice.rich(chapter.about, 'quiet'), width),
  ]
}
