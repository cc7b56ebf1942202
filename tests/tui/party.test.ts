import { describe, expect, test } from 'vitest'
import { same } from '../../src/core/text.ts'
import { savedParty } from '../../src/party/round.ts'
import { sheetPage } from '../../src/party/sheet.ts'
import { clickAt } from '../../src/tui/click.ts'
import { GLYPHS } from '../../src/tui/glyphs.ts'
import type { Command } from '../../src/tui/keymap.ts'
import type { Click } from '../../src/tui/meaning.ts'
import type { Size } from '../../src/tui/layout.ts'
import type { PartyStart } from '../../src/tui/party-ports.ts'
import { reduceParty } from '../../src/tui/party-reducer.ts'
import { partyScreen } from '../../src/tui/party-screen.ts'
import { type PartyState, startParty } from '../../src/tui/party-state.ts'
import type { Settings } from '../../src/tui/ports.ts'
import { drawnOf } from '../../src/tui/screen.ts'
import { screenRows } from '../../src/tui/screen-rows.ts'
import type { ScreenView } from '../../src/tui/screen-view.ts'
import { reduceSheet, sheetScreen, startSheet } from '../../src/tui/sheet-state.ts'
import { cells } from '../../src/tui/wrap.ts'
import { isFull } from '../support/full.ts'
import { SPLIT_SOLUTION, splitLevel } from '../support/split-level.ts'
import { calm } from './fakes.ts'
import { rowText, viewFaults } from './faults.ts'

const SIZES: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
]
const size: Size = { columns: 80, rows: 24 }
const plans = [0, 1].map(number => ({ number, level: 'mine/small', variant: 0 }))
const codes = { short: 'SHORT-CODE', long: 'LONG'.repeat(40) }

const startWith = (settings: Partial<Settings> = {}, saved: PartyStart['saved'] = null): PartyStart => ({
  settings: { ...calm().settings, ...settings },
  code: { rounds: 1, minutes: 10, epoch: 1, seed: 7 },
  pair: 1234,
  spoken: { en: 'truck hospital 4959', ko: '트럭 병원 4959' },
  plans,
  titles: { 'mine/small': same('Small') },
  saved,
})

/** What a click on the last place means where a text stands. */
function clickOn(view: ScreenView, text: string): Click {
  const rows = screenRows(view, size, GLYPHS.unicode)
  const y = rows.findLastIndex(row => rowText(row).includes(text))
  const row = rowText(rows[y] ?? [])
  const click = clickAt(view, rows, cells(row.slice(0, row.lastIndexOf(text))), y)
  if (!click) throw new Error(`a click on ${text} means nothing`)
  return click
}

/** A step of a test: a command by its name, `pick:x` from a menu, `click:text`, `wheel:pane`, or `open`. */
function step(state: PartyState, what: string, now: number): PartyState {
  if (what === 'open') return reduceParty(state, { now, what: { type: 'opened-round', opened: splitLevel } })
  if (what === 'second') return reduceParty(state, { now, what: { type: 'second' } })
  if (what === 'codes') return reduceParty(state, { now, what: { type: 'codes', codes } })
  if (what.startsWith('pick:'))
    return reduceParty(state, { now, what: { type: 'picked', value: what.slice(5) } })
  const view = partyScreen(state, size)
  const drawn = drawnOf(view)
  const [does, at = ''] = what.split(/:(.*)/s)
  if (does === 'click')
    return reduceParty(state, { now, what: { type: 'clicked', click: clickOn(view, at), drawn } })
  if (does === 'wheel')
    return reduceParty(state, { now, what: { type: 'turned', pane: at, command: 'down', drawn } })
  return reduceParty(state, { now, what: { type: 'command', command: named(what), drawn } })
}

function named(what: string): Command {
  switch (what) {
    case 'confirm':
    case 'run':
    case 'next':
    case 'back':
    case 'hint':
    case 'explain':
    case 'down':
    case 'glossary':
    case 'help':
    case 'language':
      return what
    default:
      throw new Error(`no command ${what}`)
  }
}

const after = (state: PartyState, ...steps: readonly string[]): PartyState =>
  steps.reduce((at, what) => step(at, what, 0), state)

const chosen = (control: string): readonly string[] =>
  SPLIT_SOLUTION.filter(id => id.startsWith(control)).map(id => `pick:${id}`)

/** Into the first round, past its brief. */
const BUILD = [
  'confirm',
  'confirm',
  'open',
  'confirm',
  'next',
  'pick:end',
  'confirm',
  'confirm',
  'open',
  'confirm',
]
/** Both moves of the solution, from the list of each control. */
const SOLVE = ['confirm', ...chosen('shop'), 'down', 'confirm', ...chosen('report')]
const ASKED = ['run', 'pick:killed', 'pick:killed']

const words = (view: ScreenView): string =>
  [view.header, ...view.panes.flatMap(({ rows }) => rows), view.footer].map(rowText).join('\n')
const menuWords = (view: ScreenView): string =>
  (view.menu?.items ?? []).map(({ lines }) => lines.join(' ')).join('\n')

const fresh = (settings: Partial<Settings> = {}): PartyState => startParty(startWith(settings), 0)

const TOUR: readonly (readonly [string, readonly string[]])[] = [
  ['welcome', []],
  ['seats', ['confirm']],
  ['loading', ['confirm', 'confirm']],
  ['brief', ['confirm', 'confirm', 'open']],
  ['building', BUILD],
  ['help', [...BUILD, 'help']],
  ['a hint', [...BUILD, 'hint']],
  ['the driver is asked', [...BUILD, ...SOLVE, 'run']],
  ['the navigator is asked', [...BUILD, ...SOLVE, 'run', 'pick:killed']],
  ['verdict', [...BUILD, ...SOLVE, ...ASKED]],
  ['a goal in the verdict', [...BUILD, 'run', 'pick:yes', 'pick:both', 'down']],
  ['explained', [...BUILD, 'run', 'pick:yes', 'pick:both', 'explain']],
  ['leaving', [...BUILD, 'back']],
  ['ending', [...BUILD, 'next']],
  ['over', [...BUILD, ...SOLVE, ...ASKED, 'confirm']],
  ['card without codes', [...BUILD, ...SOLVE, ...ASKED, 'confirm', 'confirm']],
  ['card', [...BUILD, ...SOLVE, ...ASKED, 'confirm', 'confirm', 'codes']],
]

const FAST = [
  ['en', 'unicode'],
  ['ko', 'ascii'],
] as const
const LOOKS = isFull ? ([...FAST, ['ko', 'unicode'], ['en', 'ascii']] as const) : FAST

describe("the driver's screen", () => {
  test.each(TOUR)('%s fits every size, in both languages and in ASCII', (_, steps) => {
    for (const [lang, glyphs] of LOOKS) {
      const state = after(fresh({ lang, glyphs }), ...steps)
      for (const one of SIZES) expect(viewFaults(partyScreen(state, one), state.app, one)).toEqual([])
    }
  })

  test.each(TOUR.filter(([name]) => name !== 'over' && !name.startsWith('card')))(
    '%s shows no goal of the navigator',
    (_, steps) => {
      const view = partyScreen(after(fresh(), ...steps), { columns: 120, rows: 40 })
      expect(words(view)).not.toContain('The report is killed')
      expect(words(view)).not.toContain('137 is 128')
    },
  )

  test("the driver's answer is nowhere on the page on which the navigator's is entered", () => {
    const asked = partyScreen(after(fresh(), ...BUILD, ...SOLVE, 'run', 'pick:killed'), size)
    const before = partyScreen(after(fresh(), ...BUILD, ...SOLVE, 'run'), size)
    expect(menuWords(asked)).toBe(menuWords(before))
    expect(words(asked)).not.toContain('It is killed')
  })

  test('a run tells how many of the navigator’s goals hold', () => {
    const lost = partyScreen(after(fresh(), ...BUILD, 'run', 'pick:yes', 'pick:both'), size)
    expect(words(lost)).toContain("The navigator's own: 0 of 1 hold")
    const won = partyScreen(after(fresh(), ...BUILD, ...SOLVE, ...ASKED), size)
    expect(words(won)).toContain("The navigator's own: 1 of 1 hold")
    expect(words(won)).toContain('Enter ends the round')
  })

  test('the end of a round shows the goals of both seats, its points and its debrief', () => {
    const over = words(partyScreen(after(fresh(), ...BUILD, ...SOLVE, ...ASKED, 'confirm'), SIZES[2] ?? size))
    for (const text of [
      'The shop is up',
      'The report is killed',
      'three stars',
      'Memory cannot wait',
      '1000',
    ])
      expect(over).toContain(text)
  })

  test('the card has the total, what each round earned, how points come about, and both codes', () => {
    const steps = [...BUILD, ...SOLVE, ...ASKED, 'confirm', 'confirm', 'codes']
    const card = words(partyScreen(after(fresh(), ...steps), { columns: 120, rows: 60 })).replace(/\s+/g, ' ')
    for (const text of ['1000 points', '3 of 3 stars', 'Round 1, Small', 'Time earns nothing', codes.short])
      expect(card).toContain(text)
  })

  test.each([
    ['the brief', ['confirm', 'confirm', 'open']],
    ['building', BUILD],
    ['the verdict', [...BUILD, 'run', 'pick:yes', 'pick:both']],
  ])('keeps the glossary closed while a round is played (%s)', (_, steps) => {
    const view = partyScreen(after(fresh(), ...steps), { columns: 160, rows: 40 })
    expect(view.hints).not.toContain('glossary')
    const asked = after(fresh(), ...steps, 'glossary')
    expect(asked.app.overlay).toBeNull()
    expect(asked.app.toast?.say.en).toContain('after the round')
  })

  test('opens the glossary again when the round is over', () => {
    const over = after(fresh(), ...BUILD, ...SOLVE, ...ASKED, 'confirm', 'glossary')
    expect(over.app.overlay?.type).toBe('glossary')
  })

  test('leaving asks first, and the game can be gone on with', () => {
    const left = after(fresh(), ...BUILD, 'confirm', ...chosen('shop'), 'back', 'pick:leave')
    expect(left.app.quitting).toBe(true)
    const again = startParty(startWith({}, savedParty(left.party)), 900)
    expect(words(partyScreen(again, size))).toContain('This game was begun before')
    const back = after(again, 'pick:resume', 'open')
    expect(back.app.session?.position.plan).toEqual(['shop.memory=448'])
    expect(after(again, 'pick:anew').party.stage.type).toBe('welcome')
  })
})

describe('the mouse', () => {
  const shown = (...steps: readonly string[]): string => words(partyScreen(after(fresh(), ...steps), size))

  test('does what keys do, from the welcome to the end of a round', () => {
    const brief = ['click:Enter', 'click:Enter', 'open']
    expect(shown(...brief)).toBe(shown('confirm', 'confirm', 'open'))
    expect(shown(...BUILD, 'click:r run')).toBe(shown(...BUILD, 'run'))
    expect(shown(...BUILD, 'click:q back')).toBe(shown(...BUILD, 'back'))
    const solved = [...BUILD, ...SOLVE, ...ASKED]
    expect(shown(...solved, 'click:Enter')).toBe(shown(...solved, 'confirm'))
  })

  test('a second click on a goal of the verdict explains it', () => {
    const verdict = [...BUILD, 'run', 'pick:yes', 'pick:both']
    expect(shown(...verdict, 'click:The shop is up', 'click:The shop is up')).toBe(
      shown(...verdict, 'down', 'explain'),
    )
  })

  test('the wheel moves through a list, as arrows do', () => {
    expect(shown(...BUILD, 'wheel:controls')).toBe(shown(...BUILD, 'down'))
  })
})

describe('the clock', () => {
  const begun = after(fresh({ motion: true }), ...BUILD)
  const still = after(fresh({ motion: false }), ...BUILD)
  const clock = (state: PartyState): string => rowText(partyScreen(state, size).header)

  test('counts seconds while a round runs', () => {
    expect(clock(begun)).toContain('6:00 left')
    expect(clock(step(begun, 'second', 61))).toContain('4:59 left')
  })

  test('draws nothing anew where it would read the same', () => {
    expect(step(begun, 'second', 0)).toBe(begun)
    expect(step(still, 'second', 59)).toBe(still)
  })

  test('without motion it shows whole minutes', () => {
    expect(clock(still)).toContain('6 min left')
    expect(clock(step(still, 'second', 60))).toContain('5 min left')
  })

  test('ends the round, whatever stands on the screen', () => {
    for (const steps of [[], ['help'], ['run'], ['next'], ['back'], ['run', 'pick:yes']]) {
      const over = step(after(begun, ...steps), 'second', 360)
      expect(words(partyScreen(over, size))).toContain('Time is up')
    }
  })
})

describe('the sheet on a screen', () => {
  const pages = plans.map(plan => sheetPage({ plan, ...splitLevel }, 1))
  const sheet = startSheet({ settings: calm().settings, pages })
  const press = (state: typeof sheet, command: Command): typeof sheet =>
    reduceSheet(state, { type: 'command', command, drawn: drawnOf(sheetScreen(state, size)) })
  const up = press(sheet, 'confirm')

  test('lies face down until it is turned over, page by page', () => {
    expect(words(sheetScreen(sheet, size))).not.toContain('The report is killed')
    expect(words(sheetScreen(up, size))).toContain('The report is killed')
    const next = press(up, 'confirm')
    expect(words(sheetScreen(next, size))).toContain('Round 1')
    expect(words(sheetScreen(next, size))).not.toContain('The report is killed')
  })

  test('is turned over by a click, and scrolled by the wheel', () => {
    const click = clickOn(sheetScreen(sheet, size), 'Enter')
    const drawn = drawnOf(sheetScreen(sheet, size))
    expect(reduceSheet(sheet, { type: 'clicked', click, drawn })).toEqual(up)
    const low = { columns: 60, rows: 20 }
    const upDrawn = drawnOf(sheetScreen(up, low))
    const wheel = { type: 'turned', pane: upDrawn.active, command: 'down', drawn: upDrawn } as const
    expect(words(sheetScreen(reduceSheet(up, wheel), low))).not.toBe(words(sheetScreen(up, low)))
  })

  test('never shows a goal of the driver', () => {
    expect(words(sheetScreen(up, { columns: 120, rows: 60 }))).not.toContain('The shop is up')
  })

  test('fits every size, in both languages', () => {
    for (const lang of ['en', 'ko'] as const)
      for (const state of [sheet, up, press(press(up, 'confirm'), 'confirm')])
        for (const one of SIZES) {
          const app = { ...state.app, settings: { ...state.app.settings, lang } }
          expect(viewFaults(sheetScreen({ ...state, app }, one), app, one)).toEqual([])
        }
  })

  test('goes back a page, and stays at its ends', () => {
    expect(press(up, 'left').face).toBe('down')
    expect(press(sheet, 'left').at).toBe(0)
    const last = [1, 2, 3, 4].reduce(at => press(at, 'confirm'), sheet)
    expect([last.at, last.face]).toEqual([1, 'up'])
  })
})
