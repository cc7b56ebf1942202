import type { Session } from '../app-state.ts'
import { menu } from '../menu.ts'
import { innerWidth } from '../pane.ts'
import type { Settings } from '../ports.ts'
import { SETTINGS, type Setting } from '../reduce-settings.ts'
import { BLANK, hang, type Row, span } from '../rows.ts'
import type { BodyView, Frame } from '../screen-view.ts'
import type { Voice } from '../voice.ts'
import { fitCells } from '../wrap.ts'
import { proseRect } from '../layout.ts'

type Items = readonly { readonly value: string; readonly label: string }[]

/** A page with a question or a title, and a menu below it. */
export function menuPage(
  frame: Frame,
  parts: {
    readonly id: string
    readonly title: string
    readonly about: Row
    readonly items: Items
    readonly initial?: number
  },
): BodyView {
  const rect = proseRect(frame.body)
  const about = parts.about.length > 0 ? [...hang([], parts.about, innerWidth(rect)), BLANK] : []
  const view = menu({ ...parts, rect, rows: about }, frame)
  return {
    panes: [view.pane],
    menu: view.menu,
    active: view.pane.id,
    hints: ['move', 'confirm', 'back', 'language'],
  }
}

/** Language, theme, animations, symbols, mouse. */
export function settingsScreen(frame: Frame): BodyView {
  const { voice, state } = frame
  const items = SETTINGS.map(setting => ({
    value: setting,
    label: `${fitCells(voice.say(NAME[setting]), 16, voice.glyphs.ellipsis)}${settingValue(state.settings, setting, voice)}`,
  }))
  return menuPage(frame, { id: 'settings', title: voice.say('settings.title'), about: [], items })
}

const NAME = {
  lang: 'settings.language',
  theme: 'settings.theme',
  motion: 'settings.motion',
  glyphs: 'settings.symbols',
  mouse: 'settings.mouse',
} as const

const THEME_NAME = {
  auto: 'settings.themeAuto',
  dark: 'settings.themeDark',
  light: 'settings.themeLight',
  mono: 'settings.themeMono',
} as const

function settingValue(settings: Settings, setting: Setting, voice: Voice): string {
  switch (setting) {
    case 'lang':
      return settings.lang === 'en' ? 'English' : '한국어'
    case 'theme':
      return voice.say(THEME_NAME[settings.theme])
    case 'motion':
      return voice.say(settings.motion ? 'app.on' : 'app.off')
    case 'glyphs':
      return voice.say(settings.glyphs === 'unicode' ? 'settings.symbolsUnicode' : 'settings.symbolsAscii')
    case 'mouse':
      return voice.say(settings.mouse ? 'app.on' : 'app.off')
    default:
      return setting satisfies never
  }
}

/** The options of a control, with the reason where one is refused. */
export function chooseScreen(frame: Frame, session: Session, id: string): BodyView {
  const { voice } = frame
  const control = session.position.scene.controls.find(other => other.id === id)
  const options = control?.options ?? []
  const current = control?.type === 'choice' ? control.current : -1
  const items = options.map((option, i) => {
    const why = option.refused
      ? ` - ${voice.text(option.refused)}`
      : i === current
        ? ` (${voice.say('level.current')})`
        : ''
    return { value: option.step ?? '', label: `${voice.text(option.label)}${why}` }
  })
  return menuPage(frame, {
    id: `choose-${id}`,
    title: control ? voice.text(control.label) : '',
    about: control ? voice.rich(control.help, 'quiet') : [],
    items,
    initial: Math.max(0, current),
  })
}

/** Everything that can be asked of the system. */
export function probeMenu(frame: Frame, session: Session): BodyView {
  const { voice } = frame
  const { probes, probed } = session.position
  const items = probes.map(({ id, label, command }) => {
    const words = voice.text(label)
    const asked = probed.includes(id) ? `${voice.glyphs.held} ` : ''
    return { value: id, label: `${asked}${words}${words.includes(command) ? '' : `: ${command}`}` }
  })
  return menuPage(frame, {
    id: 'probes',
    title: voice.say('probe.title'),
    about: [span(voice.say('probe.free'), 'quiet')],
    items,
  })
}

/** Asks before a plan is thrown away. */
export function leaveScreen(frame: Frame): BodyView {
  const { voice } = frame
  const items = [
    { value: 'stay', label: voice.say('score.keepBuilding') },
    { value: 'leave', label: voice.say('debrief.toMap') },
  ]
  return menuPage(frame, {
    id: 'leave',
    title: voice.say('menu.back'),
    about: [span(voice.say('confirm.leave'))],
    items,
  })
}
