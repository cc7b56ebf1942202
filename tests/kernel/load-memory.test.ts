import { describe, expect, it } from 'vitest'
import { box, burn, eventsOf, fill, grow, machine, run } from './load-boxes.ts'

describe('memory', () => {
  it('a box over memory.max is killed inside its own box with 137, never slowed', () => {
    const played = run(machine(), [
      box('leak', [grow(900, 100)], { memoryMax: 320 }),
      box('shop', [grow(420, 100)]),
    ])
    expect(played.boxes['leak']).toMatchObject({
      exitCode: 137,
      oomKilled: 'own limit',
      endedAt: 4,
      peakMemory: 320,
    })
    expect(played.boxes['shop']).toMatchObject({ alive: true, peakMemory: 420 })
    expect(played.host.oomKills).toBe(0)
    expect(eventsOf(played, 'oom-kill')).toEqual(['4 leak 320'])
  })

  it('a limit that is met exactly kills nobody', () => {
    const { boxes } = run(machine(), [
      box('job', [grow(320, 100), { type: 'exit', code: 0 }], { memoryMax: 320 }),
    ])
    expect(boxes['job']).toMatchObject({ exitCode: 0, oomKilled: 'no', endedAt: 4 })
  })

  it('a leak without a limit kills the largest box, not the guilty one', () => {
    const played = run(machine(), [box('leak', [grow(9000, 50)]), box('shop', [grow(600, 200)])], 12)
    expect(played.boxes['shop']).toMatchObject({ exitCode: 137, oomKilled: 'host' })
    expect(played.boxes['leak']?.alive).toBe(true)
    expect(played.host).toMatchObject({ oomKills: 1, victims: ['shop'] })
    expect(eventsOf(played, 'host-oom-kill')).toEqual([`${played.boxes['shop']?.endedAt} shop 600`])
  })

  it('the largest is judged at the moment the machine runs dry, however fast the leak is', () => {
    const played = run(machine(), [
      box('shop', [grow(600, 600)]),
      box('leak', [{ type: 'wait', seconds: 2 }, grow(900, 900)]),
    ])
    expect(played.host.victims).toEqual(['shop'])
  })

  it('the machine kills again until it has memory', () => {
    const played = run(machine(), [box('leak', [grow(9000, 50)]), box('shop', [grow(600, 200)])])
    expect(played.host.victims).toEqual(['shop', 'leak'])
  })

  it.each([
    { adj: { shop: 0, leak: 500 }, victim: 'leak' },
    { adj: { shop: -997, leak: 0 }, victim: 'leak' },
    { adj: { shop: 0, leak: 0 }, victim: 'shop' },
    { adj: { shop: -1000, leak: -1000 }, victim: undefined },
  ])('oom_score_adj $adj makes $victim the victim', ({ adj, victim }) => {
    const played = run(
      machine(),
      [
        { ...box('leak', [grow(9000, 50)]), oomScoreAdj: adj.leak },
        { ...box('shop', [grow(600, 200)]), oomScoreAdj: adj.shop },
      ],
      12,
    )
    expect(played.host.victims[0]).toBe(victim)
  })

  it('an anonymous cache fills its limit, and only just', () => {
    const { boxes } = run(machine(), [box('cache', [fill('anonymous', 128)], { memoryMax: 128 })])
    expect(boxes['cache']).toMatchObject({ alive: true, peakMemory: 128, hitPercent: 100 })
  })

  it('an anonymous cache without a limit takes all there is, until the machine kills', () => {
    const played = run(machine(), [box('cache', [fill('anonymous', 128)]), box('shop', [grow(300, 100)])])
    expect(played.host.victims[0]).toBe('cache')
    expect(played.boxes['cache']?.hitPercent).toBe(0)
  })

  it.each([
    { memoryMax: 64, hitPercent: 50 },
    { memoryMax: 128, hitPercent: 100 },
    { memoryMax: 256, hitPercent: 100 },
  ])('a cache of 128 useful MiB under $memoryMax MiB hits $hitPercent %', ({ memoryMax, hitPercent }) => {
    const { boxes } = run(machine(), [box('cache', [fill('file', 128)], { memoryMax })])
    expect(boxes['cache']?.hitPercent).toBe(hitPercent)
  })

  it('page cache in the box is reclaimed before anybody is killed', () => {
    const played = run(machine(), [
      box('db', [fill('file', 300), { type: 'wait', seconds: 6 }, grow(250, 50)], { memoryMax: 300 }),
    ])
    expect(played.boxes['db']).toMatchObject({ alive: true, oomKilled: 'no', hitPercent: 17 })
    expect(eventsOf(played, 'reclaim')).toEqual(['7 db 50'])
  })

  it('page cache of every box is reclaimed before the machine kills', () => {
    const played = run(machine(), [box('files', [fill('file', 800, 100)]), box('shop', [grow(900, 50)])])
    expect(played.host.oomKills).toBe(0)
    expect(played.boxes['files']).toMatchObject({ alive: true, hitPercent: 13 })
    expect(played.boxes['shop']).toMatchObject({ alive: true, peakMemory: 900 })
    expect(eventsOf(played, 'reclaim')).toHaveLength(1)
  })

  it('a CPU limit does not make a leak smaller', () => {
    const leak = [burn(1), grow(900, 50)]
    const free = run(machine({ memory: 600 }), [box('leak', leak)])
    const slow = run(machine({ memory: 600 }), [box('leak', leak, { cpuMax: 0.1 })])
    expect(slow.boxes['leak']?.exitCode).toBe(137)
    expect(free.boxes['leak']?.exitCode).toBe(137)
  })
})
