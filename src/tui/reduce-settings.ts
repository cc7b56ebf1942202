import type { AppState } from './app-state.ts'
import type { Settings } from './ports.ts'
import { THEMES } from './theme.ts'

/** The lines of the settings screen, in order. */
export const SETTINGS = ['lang', 'theme', 'motion', 'glyphs', 'mouse'] as const

/** A line of the settings screen. */
export type Setting = (typeof SETTINGS)[number]

/** A state with other settings; takes effect at once. */
export const withSettings = (state: AppState, settings: Settings): AppState => ({ ...state, settings })

/** The settings in the other language. */
export const nextLang = (settings: Settings): Settings => ({
  ...settings,
  lang: settings.lang === 'en' ? 'ko' : 'en',
})

/** The settings with one line moved on to its next value. */
export function cycle(settings: Settings, setting: Setting): Settings {
  switch (setting) {
    case 'lang':
      return nextLang(settings)
    case 'theme':
      return { ...settings, theme: THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] ?? 'auto' }
    case 'motion':
      return { ...settings, motion: !settings.motion }
    case 'glyphs':
      return { ...settings, glyphs: settings.glyphs === 'unicode' ? 'ascii' : 'unicode' }
    case 'mouse':
      return { ...settings, mouse: !settings.mouse }
    default:
      return setting satisfies never
  }
}

/** Whether a value names a line of the settings screen. */
export const isSetting = (value: string): value is Setting => SETTINGS.some(setting => setting === value)
