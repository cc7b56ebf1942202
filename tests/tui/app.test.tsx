import { afterEach, expect, test, vi } from 'vitest'
import { App } from '../../src/tui/App.tsx'
import type { Start } from '../../src/tui/ports.ts'
import { mountOnGrid } from '../support/grid.ts'
import { calm, fakePorts, HOG } from './fakes.ts'
import { keysOfSolution } from './tour.ts'

// Ink's colours ask once, when they load, whether this is a terminal.
vi.hoisted(() => {
  process.env['FORCE_COLOR'] = '3'
})

type Grid = ReturnType<typeof mountOnGrid>
const open: Grid[] = []

afterEach(() => {
  for (const grid of open.splice(0)) grid.unmount()
})

function start(
  size: readonly [number, number],
  how: Start = calm(),
): Grid & { readonly ports: ReturnType<typeof fakePorts> } {
  const ports = fakePorts()
  const grid = mountOnGrid(<App ports={ports} start={how} depth={24} />, ...size)
  open.push(grid)
  return { ...grid, ports }
}

const inLevel = calm({}, { type: 'level', id: HOG })

/** Longer than Ink holds a frame back, in ms. */
const QUIET = 40

/** Waits until nothing more is drawn. */
async function settled(app: Grid): Promise<void> {
  let since = performance.now()
  let last = app.bytes()
  await app.until(() => {
    if (app.bytes() !== last) since = performance.now()
    last = app.bytes()
    return performance.now() - since > QUIET
  })
}

/** Rows of the body that do not begin and end with a frame. */
const openRows = (lines: readonly string[]): readonly string[] =>
  lines.slice(1, -2).filter(line => !/^[╭│╰].*[╮│╯]$/.test(line))

test('a level is solved with the keys on the screen, and its result is saved', async () => {
  const app = start([80, 24], inLevel)
  await app.until('Enter Build')
  app.press('enter')
  await app.until('r run')
  for (const key of keysOfSolution()) {
    app.press(key)
    await settled(app)
  }
  app.press('r')
  await app.until('What will happen?')
  app.press('down', 'enter')
  await app.until('three stars')
  await app.until(() => app.ports.saved.length === 1)
  expect(app.ports.saved[0]?.levels[HOG]?.stars).toBe(3)
  app.press('enter')
  await app.until('The same for real')
})

test('every row of every frame is closed while controls move', async () => {
  const app = start([80, 24], inLevel)
  await app.until('Enter Build')
  app.press('enter')
  await app.until('r run')
  for (const key of [
    'right',
    'right',
    'down',
    'right',
    'right',
    'down',
    'down',
    'up',
    'tab',
    'tab',
    'v',
    'v',
  ]) {
    const before = app.bytes()
    app.press(key)
    await app.until(() => app.bytes() > before)
    await app.until(() => true)
    expect(openRows(app.text())).toEqual([])
  }
})

test('Korean letters are taken for the Latin keys at their places', async () => {
  const app = start([80, 24], inLevel)
  await app.until('Enter Build')
  app.press('ㅂ')
  expect(await app.until('Campaign')).toHaveLength(24)
})

test('the language changes at once, everywhere, and is kept', async () => {
  const app = start([120, 40])
  await app.until('Campaign')
  app.press('L')
  await app.until('캠페인')
  await app.until(() => app.ports.settings.length > 0)
  expect(app.ports.settings.at(-1)?.lang).toBe('ko')
})

test('a level that does not open says why, and Back leads to the map', async () => {
  const app = start([80, 24])
  await app.until('Campaign')
  app.press('down', 'enter')
  await app.until('There is no level file for limits/b.')
  app.press('q')
  expect(await app.until('Campaign')).toHaveLength(24)
})

test('a terminal that is too small says so, and the game goes on when it grows', async () => {
  const app = start([80, 24], inLevel)
  await app.until('Enter Build')
  app.resize(50, 18)
  await app.until('50×18')
  app.resize(120, 40)
  await app.until('Enter Build')
  expect(app.text().every(line => line.length <= 120)).toBe(true)
})

test('the run plays as an animation that any key ends', async () => {
  const app = start([120, 40], calm({ motion: true }, { type: 'level', id: HOG }))
  await app.until('Enter Build')
  app.press('enter')
  await app.until('r run')
  app.press('r')
  await app.until('Enter skip')
  app.press('z')
  expect((await app.until(/Score card/)).join('')).not.toContain('1/')
})

test('the focus is inverse on the grid, not only a colour', async () => {
  const app = start([80, 24], inLevel)
  await app.until('Enter Build')
  app.press('enter')
  const lines = await app.until('│ ▸')
  const y = lines.findIndex(line => line.includes('│ ▸'))
  const x = lines[y]?.indexOf('▸') ?? 0
  expect(app.cell(x + 2, y).inverse).toBe(true)
})

test('what is drawn step by step is what is drawn afresh', async () => {
  const app = start([80, 24], inLevel)
  await app.until('Enter Build')
  const keys = [
    'enter',
    'right',
    'down',
    'right',
    'tab',
    'tab',
    'down',
    'v',
    'v',
    'u',
    'g',
    'down',
    'q',
    'r',
    'down',
    'enter',
    'down',
    'x',
    'q',
    'enter',
  ]
  for (const key of keys) {
    app.press(key)
    await settled(app)
  }
  const stepwise = app.text()
  app.resize(90, 30)
  await app.until(lines => lines.length === 30 && lines[29]?.includes('q ') === true)
  app.resize(80, 24)
  await app.until(lines => lines.length === 24 && lines[23]?.includes('q ') === true)
  await settled(app)
  expect(app.text()).toEqual(stepwise)
})
