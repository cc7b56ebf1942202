import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundle, playCli } from '../support/cli.ts'
import { scratchFolder } from '../support/scratch.ts'
import { smallLevel } from '../support/small-level.ts'

const escape = '\u001b'

function levelIn(home: string): string {
  const path = join(home, 'small.yaml')
  writeFileSync(path, smallLevel)
  return path
}

test('without a terminal the plain mode starts by itself, says so, and ends with its input', async () => {
  const home = scratchFolder()
  const { code, out, err } = await playCli([], { home })
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('no terminal')
  expect(out).not.toContain(escape)
})

test('a level is won from a pipe, and its stars are kept', async () => {
  const home = scratchFolder()
  const input = 'shop.memory=448\nreport.memory=128\nrun\nquit\n'
  const { code, out } = await playCli([levelIn(home), '--plain'], { home, input })
  expect(code).toBe(0)
  expect(out).toContain('three stars')
  const saved: unknown = JSON.parse(readFileSync(join(home, 'boxwright', 'progress.json'), 'utf8'))
  expect(saved).toMatchObject({
    levels: { 'mine/small': { stars: 3, moves: ['shop.memory=448', 'report.memory=128'] } },
  })
})

test('a level from elsewhere with the id of a shipped one is played, but its stars are not kept', async () => {
  const home = scratchFolder()
  const path = join(home, 'copy.yaml')
  writeFileSync(path, smallLevel.replace('mine/small', 'limits/memory-hog'))
  const input = 'shop.memory=448\nreport.memory=128\nrun\nquit\n'
  expect((await playCli([path, '--plain'], { home, input })).out).toContain('three stars')
  const { out } = await playCli(['list', '--json'], { home })
  expect(JSON.parse(out)).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: 'limits/memory-hog', stars: 0 })]),
  )
})

test('a folder of levels is a map of its own; a faulty file in it is named', async () => {
  const home = scratchFolder()
  mkdirSync(join(home, 'mine'))
  writeFileSync(join(home, 'mine', 'a.yaml'), smallLevel)
  writeFileSync(join(home, 'mine', 'b.yaml'), 'id: 7')
  const { code, out } = await playCli([join(home, 'mine'), '--plain'], { home })
  expect(code).toBe(0)
  expect(out).toContain('Small (mine/small)')
  expect(out).toContain('b.yaml:1:')
})

test('a folder without levels is an error', async () => {
  const home = scratchFolder()
  const { code, err } = await playCli([home], { home })
  expect(code).toBe(1)
  expect(err).toContain('no level files')
})

test('where nothing can be written, play goes on and says so', async () => {
  const home = scratchFolder()
  const path = levelIn(home)
  writeFileSync(join(home, 'blocked'), '')
  const input = 'shop.memory=448\nreport.memory=128\nrun\nquit\n'
  const { code, out } = await playCli([path, '--plain'], { home: join(home, 'blocked'), input })
  expect(code).toBe(0)
  expect(out).toContain('three stars')
  expect(out).toContain('could not be saved')
})

test('quitting ends the process although the input stays open', async () => {
  const home = scratchFolder()
  const child = spawn(process.execPath, [bundle, levelIn(home), '--plain'], {
    env: { ...process.env, XDG_DATA_HOME: home },
  })
  child.stdout.resume()
  child.stdin.write('quit\n')
  expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0)
  child.stdin.destroy()
})

test('an input that is no pipe, such as /dev/null, ends the game cleanly', async () => {
  const home = scratchFolder()
  const child = spawn(process.execPath, [bundle, levelIn(home), '--plain'], {
    env: { ...process.env, XDG_DATA_HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  expect(await new Promise(resolve => child.on('exit', resolve))).toBe(0)
})
