import { same, type Text } from '../../core/text.ts'
import type { Setup } from './setup.ts'

const CASE_NAMES: { readonly [id: string]: Text } = {
  day: { en: 'day', ko: '낮' },
  night: { en: 'night', ko: '밤' },
  good: { en: 'good night', ko: '평소 밤' },
  bad: { en: 'bad night', ko: '나쁜 밤' },
  peak: { en: 'peak', ko: '피크' },
  quiet: { en: 'quiet', ko: '한산할 때' },
}

/** The name of a case as the player reads it. */
export function caseName(setup: Setup, id: string): Text {
  for (const found of setup.cases) if (typeof found !== 'string' && found.id === id) return found.name
  return CASE_NAMES[id] ?? same(id)
}
