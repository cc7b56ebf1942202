import { spawn, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { lackOf, type Machine } from '../../src/real/lack.ts'
import { bundle } from '../support/cli.ts'
import { shippedFiles, shippedLevel } from '../support/campaign.ts'
import { isFull } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'
import { tally } from './tally.ts'
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

  const short = ['limits/fork-bomb', 'limits/memory-hog', 'limits/full-house']
  it.each(isFull ? short : [])(
    'sees what the machine of %s ran short of, unless a card lies face down for a reason',
    { timeout: 60_000 },
    async level => {
      const { out } = await playReal(level)
      expect(out).toMatch(/your kernel: (?!\[)|: no cgroup may be written here/)
      expect(out).not.toMatch(/They differ/)
    },
  )

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

/** Who has no rights over this machine: whoever runs the tests, or somebody that root can become. util-linux. */
const AS_ORDINARY =
  process.getuid?.() === 0 ? ['setpriv', '--reuid', '1234', '--regid', '1234', '--clear-groups'] : ['env']

/** Runs a command line as an ordinary user. */
function asOrdinary(...words: readonly string[]): Promise<Ended> {
  const home = scratchFolder()
  chmodSync(home, 0o777)
  const [command = '', ...rest] = [...AS_ORDINARY, ...words]
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, TMPDIR: home }
  const child = spawn(command, rest, { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    out += String(text)
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err += String(text)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}

/** Why no ordinary user can play here: no namespaces for one, or a folder of the game that only we may read. */
function unlessOrdinary(): string | undefined {
  const [command = '', ...rest] = AS_ORDINARY
  const can = (...words: readonly string[]) => spawnSync(command, [...rest, ...words], { encoding: 'utf8' })
  const made = can(
    'unshare',
    '--map-root-user',
    '-m',
    '-u',
    '-i',
    '-n',
    '-p',
    '--fork',
    '--mount-proc',
    'true',
  )
  if (made.status !== 0) return `skipped: no namespaces for an ordinary user: ${made.stderr}`
  return can('test', '-r', bundle).status === 0 ? undefined : 'skipped: an ordinary user cannot read the game'
}

type Told = {
  readonly checked: number
  readonly mismatches: readonly unknown[]
  readonly asks: readonly { readonly kernel: string | null; readonly reason?: string }[]
  readonly skipped: readonly { readonly what: string; readonly reason: string }[]
}

const BOXES = shippedFiles
  .map(shippedLevel)
  .filter(({ world }) => world === 'container')
  .map(({ id }) => id)

/** In the quick selection, a level with a box that an ordinary user cannot make, and one whose limits it cannot write. */
const QUICK = ['first-box/fake-root', 'limits/limits-do-not-hide']

describe('a bet of an ordinary user', () => {
  const stopped = reason ?? unlessOrdinary()
  beforeEach(({ skip }) => skip(stopped !== undefined, stopped))

  it('found the levels of boxes', () => {
    expect(BOXES.length).toBeGreaterThan(20)
  })

  it.each(isFull ? BOXES : QUICK)(
    'on %s reports nothing that only comes of what was skipped',
    { timeout: 60_000, retry: 2 },
    async level => {
      const before = machineState()
      const { out } = await asOrdinary(process.execPath, bundle, 'real', level, '--json')
      const { checked, mismatches, asks, skipped }: Told = JSON.parse(out)
      tally({
        checked,
        matched: checked - mismatches.length,
        skips: skipped.map(({ what, reason: why }) => `${what}: ${why}`),
      })
      expect(mismatches).toEqual([])
      // What was not asked gives a reason, and something was asked or skipped.
      expect(asks.filter(ask => ask.kernel === null && (ask.reason ?? '') === '')).toEqual([])
      expect(checked + skipped.length).toBeGreaterThan(0)
      expect(machineSince(before)).toEqual(before)
    },
  )

  it('leaves a card face down and says why, in both languages', async () => {
    const bet = (lang: string) =>
      asOrdinary(process.execPath, bundle, 'real', 'first-box/fake-root', '--lang', lang)
    const { code, out, err } = await bet('en')
    expect(code).toBe(1)
    expect(out).toMatch(
      /your kernel: \[ \? \] not asked here, so this card stays face down: the ids 0 100000/,
    )
    expect(out).not.toMatch(/They (agree|differ)/)
    expect(out).toMatch(/Checked 0, matched 0, skipped \d\./)
    expect(err).toMatch(/Nothing of this plan could be asked here/)
    const korean = await bet('ko')
    expect(korean.out).toMatch(
      /내 커널: \[ \? \] 여기서는 물어볼 수 없어서 이 카드는 덮어 둡니다: .*ID를 매핑할 수 없음/,
    )
    expect(korean.err).toMatch(/하나도 물어볼 수 없었습니다/)
  }, 30_000)
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
