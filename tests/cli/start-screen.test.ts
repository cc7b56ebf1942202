import { expect, test } from 'vitest'
import type { Ports } from '../../src/cli/ports.ts'
import { readArgs } from '../../src/cli/args.ts'
import { keepingChosen, settingsFor } from '../../src/cli/start-screen.ts'
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

test.each([
  ['nothing', {}, [], {}, { motion: true, mouse: true }],
  ['--no-motion', {}, ['--no-motion'], {}, { motion: false, mouse: true }],
  ['REDUCE_MOTION=1', {}, [], { REDUCE_MOTION: '1' }, { motion: false, mouse: true }],
  ['REDUCE_MOTION=0', {}, [], { REDUCE_MOTION: '0' }, { motion: true, mouse: true }],
  ['what was chosen before', { motion: false, mouse: false }, [], {}, { motion: false, mouse: false }],
  ['--no-mouse', {}, ['--no-mouse'], {}, { motion: true, mouse: false }],
] as const)('%s decides whether things move and the mouse is heard', (_, stored, argv, env, settings) => {
  const request = readArgs(argv)
  if (!request.ok) throw new Error(request.error.type)
  expect(settingsFor(stored, { lang: 'en', flags: request.value.flags, env })).toMatchObject(settings)
})
