import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openLevel } from '../../src/io/open-level.ts'
import { type Bet, betOn, heldTwice, type Settled } from '../../src/real/bet.ts'
import { reasonText } from '../../src/real/reason-text.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { levelsFolder } from '../support/campaign.ts'

/** A bet on the stored solution of a level. */
function betOnSolved(file: string): Bet {
  const opened = openLevel(`${levelsFolder}/${file}`)
  if (!opened.ok) throw new Error(`${file} does not open`)
  const { level, proof } = opened.value
  const place = proof.solution.reduce<Place>((at, id) => {
    const next = at.take(id)
    if (next === null) throw new Error(`${id} is no step here`)
    return next
  }, fieldOf(level).start)
  const bet = betOn(level, place)
  if (!bet.ok) throw new Error(bet.error)
  return bet.value
}

const settle = (file: string, ...lines: readonly string[]): Settled =>
  betOnSolved(file).settle(lines.join('\n'))

const mismatches = ({ compared }: Settled): readonly string[] =>
  compared.filter(({ agrees }) => !agrees).map(({ path }) => path)

const ORDINARY = 'root of this host is an ordinary user of the machine'
const NO_CGROUP = 'no cgroup may be written here'

describe('a card', () => {
  it('has the answer of the kernel where all that it needs was observed', () => {
    const { cards } = settle('02-limits/02-cpu-hog.yaml', 'cgroups=v1', 'run.night.box.batch.exitCode=-1')
    expect(cards.map(({ game, kernel }) => ({ game, kernel }))).toEqual([
      { game: 'done', kernel: { type: 'answered', option: 'late' } },
    ])
  })

  it('is answered where what was not asked makes no difference', () => {
    const { cards } = settle('icebreaker/10-tight-night.yaml', 'cgroups=v1', 'run.bad.box.shop.alive=false')
    expect(cards.map(({ kernel }) => kernel)).toEqual([{ type: 'answered', option: 'others' }])
  })

  it.each([
    '02-limits/01-memory-hog.yaml',
    '02-limits/02-cpu-hog.yaml',
    '02-limits/03-fork-bomb.yaml',
    '02-limits/04-disk-hog.yaml',
    '02-limits/05-loud-neighbour.yaml',
    '02-limits/06-limits-do-not-hide.yaml',
    '02-limits/07-full-house.yaml',
  ])('of %s has none where nothing was observed, and the reason', file => {
    const { cards, compared } = settle(
      file,
      'cgroups=none',
      `skip load: ${NO_CGROUP}`,
      'skip a.cpuset.cpus: no',
    )
    expect(compared).toEqual([])
    expect(cards.map(({ kernel }) => kernel.type)).toEqual(['unasked'])
  })

  it('tells the reason of the step that was left out', () => {
    const { cards } = settle('02-limits/02-cpu-hog.yaml', 'cgroups=none', `skip load: ${NO_CGROUP}`)
    expect(cards[0]?.kernel).toEqual({ type: 'unasked', reason: NO_CGROUP })
  })

  it("has the game's answer for the player's own plan, whatever cgroups this machine has", () => {
    const lines = ['cgroups=v1', 'run.night.box.backup.writeRate=400']
    const [card] = settle('02-limits/04-disk-hog.yaml', ...lines).cards
    expect(card?.game).toBe('held')
    expect(card?.kernel).toMatchObject({ type: 'unasked', reason: expect.stringMatching(/cgroup v2 only/) })
  })
})

describe('what was skipped', () => {
  it('is no mismatch where a limit would have changed what a box sees', () => {
    const level = '02-limits/06-limits-do-not-hide.yaml'
    const seen = 'box.pool.sees.cpus=8'
    expect(mismatches(settle(level, 'cgroups=v1', seen))).toEqual(['box.pool.sees.cpus'])
    const without = settle(level, 'cgroups=none', `skip pool.cpuset.cpus: ${NO_CGROUP}`, seen)
    expect(without.compared).toEqual([])
    expect(without.cards[0]?.kernel).toEqual({ type: 'unasked', reason: NO_CGROUP })
  })

  it('takes with it all that depends on a box whose ids could not be mapped', () => {
    const settled = settle(
      '01-first-box/06-fake-root.yaml',
      'cgroups=none',
      'skip shop.ids: this host may not map ids 0 100000 65536',
      'note shop: nsenter: setgroups failed: Operation not permitted',
      `skip box.shop.can.setClock: ${ORDINARY}`,
      'box.shop.sees.processes=skipped',
      'box.shop.can.mount=skipped',
      'box.shop.leaks.hostname=false',
      'run.day.host.overwritten=',
      'run.day.box.shop.started=false',
    )
    expect(settled.compared).toEqual([])
    expect(settled.cards[0]?.kernel).toMatchObject({
      type: 'unasked',
      reason: expect.stringMatching(/may not map/),
    })
  })

  it('is a box that did not start for an ordinary user; for root that is an answer', () => {
    const lines = [
      'note agent: setpriv: setresuid failed: Invalid argument',
      'run.hacked.box.agent.started=false',
      'run.hacked.host.hostname=other',
    ]
    const level = '03-pods/03-node-agent.yaml'
    expect(mismatches(settle(level, 'cgroups=v1', ...lines))).toContain('run.hacked.box.agent.started')
    const ordinary = settle(level, 'cgroups=none', `skip box.agent.can.setClock: ${ORDINARY}`, ...lines)
    expect(ordinary.compared).toEqual([])
    const reason = 'the box did not start: setpriv: setresuid failed: Invalid argument'
    expect(ordinary.skips).toContainEqual({ what: 'agent', reason })
    expect(ordinary.cards[0]?.kernel).toEqual({ type: 'unasked', reason })
  })

  it("are an ordinary user's writes to the switches of the kernel, which belong to the real root", () => {
    const line = 'run.hacked.box.agent.did.core=EACCES'
    const level = '03-pods/03-node-agent.yaml'
    expect(mismatches(settle(level, 'cgroups=v1', line))).toEqual(['run.hacked.box.agent.did.core'])
    const ordinary = settle(level, 'cgroups=none', `skip box.agent.can.setClock: ${ORDINARY}`, line)
    expect(ordinary.compared).toEqual([])
    expect(ordinary.skips).toContainEqual({ what: '/proc/sys', reason: ORDINARY })
  })

  it('is what acts on a file find whose owner could not be set, and no more than that', () => {
    const skip = 'skip /srv/shop/orders.db: this host cannot give a file to uid 100000'
    const lines = ['run.day.box.shop.did.save=EACCES', 'run.day.box.shop.did.listen=EACCES']
    const level = '01-first-box/06-fake-root.yaml'
    expect(mismatches(settle(level, 'cgroups=v1', skip, ...lines))).toEqual(['run.day.box.shop.did.listen'])
  })
})

describe('a bet played twice', () => {
  it('holds against the game only what differed both times', () => {
    const run = (...lines: readonly string[]) => settle('02-limits/02-cpu-hog.yaml', 'cgroups=v1', ...lines)
    const late = 'run.night.box.batch.exitCode=-1'
    const done = 'run.night.box.batch.exitCode=0'
    const dead = 'run.night.box.shop.alive=false'
    expect(mismatches(heldTwice(run(late, dead), run(done, dead)))).toEqual(['run.night.box.shop.alive'])
    expect(mismatches(heldTwice(run(done), run(late)))).toEqual([])
    expect(mismatches(heldTwice(run(late), run(late)))).toEqual(['run.night.box.batch.exitCode'])
  })
})

describe('the reason why something was not asked', () => {
  it('has words in both languages wherever a script gives one', () => {
    const { script } = betOnSolved('01-first-box/06-fake-root.yaml')
    const given = [...script.matchAll(/\bskip (?:"[^"]+"|\S+) "([^"]+)"/g)].map(([, reason = '']) => reason)
    expect(given.length).toBeGreaterThan(5)
    const wordless = given.filter(reason => reasonText(reason).ko === reason)
    expect(wordless).toEqual([])
  })

  it('has words for what stands between the game and the machine', () => {
    const folder = new URL('../../src/worlds/container/exports/', import.meta.url)
    const source = ['predicted', 'outcome', 'unasked']
      .map(name => readFileSync(new URL(`${name}.ts`, folder), 'utf8'))
      .join('\n')
    const given = [
      ...source.matchAll(/['`]((?:io\.max|this disk|this machine|the box did|no run)[^'`]*)['`]/g),
    ]
    expect(given.length).toBeGreaterThan(5)
    const wordless = given.flatMap(([, reason = '']) => {
      const { ko } = reasonText(reason.replaceAll(/\$\{[^}]*\}/g, 'v1'))
      return /[가-힣]/.test(ko) ? [] : [reason]
    })
    expect(wordless).toEqual([])
  })

  it('is shown as it was said where it is not known', () => {
    expect(reasonText('something new').en).toBe('something new')
  })
})
