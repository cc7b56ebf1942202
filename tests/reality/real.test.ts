import { spawn } from 'node:child_process'
import { beforeEach, describe, expect, it } from 'vitest'
import { lackOf, type Machine } from '../../src/real/lack.ts'
import { bundle } from '../support/cli.ts'
import { isFull } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'
import { machineSince, machineState, processesWith, unlessNamespaces } from './machine.ts'

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

let started = 0

/** `play real` in a process of its own, marked so that all it starts can be found; with a signal after some time. */
async function playReal(
  level: string,
  stop?: { readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGKILL'; readonly after: number },
): Promise<Ended & { readonly mark: string }> {
  started += 1
  const mark = `BOXWRIGHT_TEST_RUN=${process.pid}.${started}`
  const [name = '', value = ''] = mark.split('=')
  const child = spawn(process.execPath, [bundle, 'real', level, '--lang', 'en'], {
    // A player's own language and stars are no matter of this test.
    env: { ...process.env, XDG_DATA_HOME: scratchFolder(), [name]: value },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    // The cards lie on the table: from now on there is something to be ended.
    if (stop !== undefined && text.includes('[ ? ]')) setTimeout(() => child.kill(stop.signal), stop.after)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  return { code, out, err, mark }
}

/** Waits until nobody carries the mark any more; who still does after three seconds. */
async function survivors(mark: string): Promise<readonly string[]> {
  const end = performance.now() + 3000
  let left = processesWith(mark)
  while (left.length > 0 && performance.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 20))
    left = processesWith(mark)
  }
  return left
}

const reason = unlessNamespaces()

/** Random, but the same in every run. */
function* moments(count: number): Generator<number> {
  let seed = 7
  for (let i = 0; i < count; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    yield (seed / 2_147_483_648) * 1200
  }
}

describe('a bet against this kernel', () => {
  beforeEach(({ skip }) => skip(reason !== undefined, reason))

  it('turns every card beside what the kernel says, and leaves the machine as it was', async () => {
    const before = machineState()
    const { code, out, err } = await playReal('first-box/see-only-yourself')
    expect({ code, err: err.replace(/^npm.*$/m, '') }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /the game: One process, the app\n {2}your kernel: One process, the app\n {2}They agree/,
    )
    expect(out).toMatch(/Checked \d\d, matched \d\d, skipped 0\./)
    expect(machineSince(before)).toEqual(before)
  }, 30_000)

  const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const stops = [...moments(isFull ? 50 : 2)].map((after, i) => ({
    signal: SIGNALS[i % 3] ?? 'SIGINT',
    after: Math.round(after),
  }))

  it.each(stops)(
    'ended by $signal after $after ms leaves nothing behind',
    async stop => {
      const before = machineState()
      const { mark } = await playReal('first-box/quiet-room', stop)
      expect(await survivors(mark)).toEqual([])
      expect(machineSince(before)).toEqual(before)
    },
    30_000,
  )

  it('killed outright leaves no process, and the next start clears the rest', async () => {
    const before = machineState()
    const { mark } = await playReal('first-box/quiet-room', { signal: 'SIGKILL', after: 600 })
    expect(await survivors(mark)).toEqual([])
    await playReal('first-box/name-tag')
    expect(machineSince(before)).toEqual(before)
  }, 40_000)
})

describe('a machine that cannot', () => {
  const able: Machine = { platform: 'linux', isRoot: false, has: () => true, namespaces: () => null }

  it('that can lacks nothing', () => {
    expect(lackOf(able)).toBeNull()
  })

  it.each([
    ['is no Linux', { ...able, platform: 'darwin' }, /Linux virtual machine/],
    ['has no unshare', { ...able, has: (tool: string) => tool !== 'unshare' }, /apt-get install util-linux/],
    ['refuses namespaces', { ...able, namespaces: () => 'Operation not permitted' }, /sysctl -w/],
  ] as const)('%s says what is missing and how to get it', (_, machine, words) => {
    expect(lackOf(machine)?.en).toMatch(words)
    expect(lackOf(machine)?.ko).not.toBe(lackOf(machine)?.en)
  })
})
