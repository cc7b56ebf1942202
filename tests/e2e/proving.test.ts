import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../support/scratch.ts'
import { smallLevel } from '../support/small-level.ts'
import { openTerminal } from './terminal.ts'

/** A level without a proof, of 20 states and two more choices for each of so many further boxes. */
function levelWith(boxes: number): string {
  const names = Array.from({ length: boxes }, (_, i) => `b${i}`)
  const acts = names.map(
    name =>
      `    ${name}: { build: { memory: 16 }, acts: [ { burn: { cores: 1, work: 10 } }, { exit: 0 } ] }\n`,
  )
  const controls = names.map(name => `    ${name}: { cpu: [none, half] }\n`)
  const path = join(scratchFolder(), 'long.yaml')
  const text = smallLevel
    .replace('  cases: [night]\n', `${acts.join('')}  cases: [night]\n`)
    .replace('rules:\n', `${controls.join('')}rules:\n`)
  writeFileSync(path, text)
  return path
}

test('while a level is proved, it is told how far that is, and q ends it', async () => {
  const terminal = openTerminal({ args: [levelWith(15)] })
  await terminal.until('states proved so far (q ends it): long.yaml')
  terminal.type('xq')
  expect(await terminal.ended).toBe(130)
  const stty = (await terminal.until('-extproc')).join(' ')
  expect([/ icanon /.test(stty), / echo /.test(stty)]).toEqual([true, true])
  expect(terminal.lines().join('\n')).not.toContain('xq')
})

test('a level that took long to prove is played once it is proved', async () => {
  const terminal = openTerminal({ args: [levelWith(11)] })
  await terminal.until('states proved so far')
  await terminal.until('Cap the leak. Spare the shop.')
  terminal.type('q')
  expect(await terminal.until('Small')).toBeDefined()
})
