import { expect, test } from 'vitest'
import type { Ports } from '../../src/cli/ports.ts'
import { keepingChosen } from '../../src/cli/start-screen.ts'
import { fail, ok } from '../../src/core/result.ts'
import type { Settings as Stored } from '../../src/play/progress.ts'
import type { Settings } from '../../src/tui/ports.ts'

test('what the command line asked for is not stored; what the player chose is, and stays so', async () => {
  const stored: Stored[] = []
  const nothing = { en: 'nothing', ko: '없음' }
  const ports: Ports = {
    campaign: { chapters: [] },
    sandboxes: [],
    loadLevel: async () => fail(nothing),
    loadSandbox: async () => fail(nothing),
    saveResult: async () => fail(nothing),
    saveSettings: async settings => {
      stored.push(settings)
      return ok(null)
    },
    suspend: async () => {},
    findBet: async () => null,
    playBet: async () => {},
  }
  const initial: Settings = { lang: 'en', theme: 'mono', motion: false, glyphs: 'ascii', mouse: true }
  const { saveSettings } = keepingChosen(ports, initial)
  await saveSettings({ ...initial, lang: 'ko' })
  await saveSettings({ ...initial, lang: 'en', glyphs: 'unicode' })
  expect(stored).toEqual([{ lang: 'ko' }, { lang: 'en', glyphs: 'unicode' }])
})
