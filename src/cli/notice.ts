import type { Lang, Text } from '../core/text.ts'
import type { SaveNotice } from '../io/save-file.ts'
import { type Sayer, words } from '../words/say.ts'

/** What happened to a save, for the player. */
export function noticeLine(notice: SaveNotice, t: Sayer, lang: Lang): string {
  switch (notice.type) {
    case 'set-aside':
      return t('notice.saveDamaged', { path: notice.aside })
    case 'newer':
      return t('notice.saveNewer')
    case 'not-read':
    case 'not-saved':
      return t('notice.saveFailed', { reason: notice.problem.say[lang] })
    default:
      return notice satisfies never
  }
}

/** The same in both languages, for screens that can change theirs. */
export const noticeText = (notice: SaveNotice): Text => ({
  en: noticeLine(notice, words('en'), 'en'),
  ko: noticeLine(notice, words('ko'), 'ko'),
})
