import { afterEach, expect, test } from 'vitest'
import { App } from '../../src/tui/App.tsx'
import { MOUSE_OFF, MOUSE_ON } from '../../src/tui/mouse.ts'
import type { Bet } from '../../src/tui/ports.ts'
import { mountOnGrid } from '../support/grid.ts'
import { calm, fakePorts, HOG } from './fakes.ts'

type Grid = ReturnType<typeof mountOnGrid>
const open: Grid[] = []

/** A mouse that never moves. */
const pointer = { stdin: process.stdin, listen: () => () => {} }

afterEach(() => {
  for (const grid of open.splice(0)) grid.unmount()
})

/** A level whose start was run, with its card on the screen, and what became of its bet. */
async function card(
  bet: Bet | null,
): Promise<{ readonly app: Grid; readonly log: string[]; readonly mouse: string[] }> {
  const log: string[] = []
  const mouse: string[] = []
  const reports = (): string =>
    app.raw().lastIndexOf(MOUSE_ON) > app.raw().lastIndexOf(MOUSE_OFF) ? 'on' : 'off'
  const ports = {
    ...fakePorts(),
    findBet: async (_: unknown, plan: readonly string[]) => {
      log.push(`asked for ${plan.length} moves`)
      return bet
    },
    playBet: async ({ command }: Bet) => {
      log.push(`played ${command}`)
      mouse.push(reports())
    },
  }
  const app = mountOnGrid(
    <App ports={ports} start={calm({}, { type: 'level', id: HOG })} depth={1} mouse={pointer} />,
    80,
    // High enough for the whole card: the offer stands last.
    60,
  )
  open.push(app)
  await app.until('Enter Build')
  expect(log).toEqual([])
  app.press('enter')
  await app.until('r run')
  app.press('r')
  await app.until('Not solved yet.')
  mouse.push(reports())
  return { app, log, mouse }
}

test('the card offers the bet with its command line, and a key plays it and comes back', async () => {
  const { app, log } = await card({ command: 'play real x --moves y.json', args: [] })
  await app.until('play real x --moves y.json')
  await app.until('t your kernel')
  app.press('t')
  await app.until(() => log.length === 2)
  expect(log).toEqual(['asked for 0 moves', 'played play real x --moves y.json'])
  await app.until('Not solved yet.')
})

test('a bet has the terminal without reports of the mouse', async () => {
  const { app, mouse } = await card({ command: 'play real x --moves y.json', args: [] })
  await app.until('t your kernel')
  app.press('t')
  await app.until(() => mouse.length === 2)
  expect(mouse).toEqual(['on', 'off'])
  await app.until(() => app.raw().lastIndexOf(MOUSE_ON) > app.raw().lastIndexOf(MOUSE_OFF))
})

test('a machine that cannot take it is offered nothing, and the key does nothing', async () => {
  const { app, log } = await card(null)
  await app.until(() => log.length === 1)
  app.press('t', 'enter')
  await app.until('r run')
  expect(log).toEqual(['asked for 0 moves'])
})
