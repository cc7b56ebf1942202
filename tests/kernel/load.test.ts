import { describe, expect, it } from 'vitest'
import type { LoadBox, LoadHost, LoadRun } from '../../src/kernel/load.ts'
import { simulate } from '../../src/kernel/simulate.ts'
import { box, burn, fill, grow, machine, receive, send, write } from './load-boxes.ts'

const run = (host: LoadHost, boxes: readonly LoadBox[], seconds = 60): LoadRun =>
  simulate(host, boxes, seconds)
const eventsOf = (played: LoadRun, type: string): readonly string[] =>
  played.events
    .filter(event => event.type === type)
    .map(event => `${event.second} ${event.box} ${event.amount}`)

describe('CPU', () => {
  it('a box over cpu.max is throttled and never killed', () => {
    const { boxes, events } = run(machine(), [box('batch', [burn(2)], { cpuMax: 0.5 })])
    expect(boxes['batch']).toMatchObject({
      alive: true,
      exitCode: null,
      cpuPercent: 25,
      throttledPercent: 100,
    })
    expect(events).toEqual([{ second: 1, box: 'batch', type: 'throttle', amount: 25 }])
  })

  it('a quota of 20 % gives 0.20 s of CPU in a second, every period cut short', () => {
    const { boxes } = run(machine(), [box('spin', [burn(1)], { cpuMax: 0.2 })], 1)
    expect(boxes['spin']).toMatchObject({ cpuSeconds: 0.2, throttledPercent: 100 })
  })

  it('shares of 3:1 on one core come out within what was measured, 2.6 to 3 : 1', () => {
    const { boxes } = run(machine({ cores: 1 }), [
      box('a', [burn(1)], { cpuWeight: 300 }),
      box('b', [burn(1)], { cpuWeight: 100 }),
    ])
    const ratio = (boxes['a']?.cpuSeconds ?? 0) / (boxes['b']?.cpuSeconds ?? 1)
    expect(ratio).toBeGreaterThan(2.6)
    expect(ratio).toBeLessThanOrEqual(3)
  })

  it('the smallest weight costs nothing while the machine is idle', () => {
    const { boxes } = run(machine(), [box('batch', [burn(2)], { cpuWeight: 1 }), box('idle', [])])
    expect(boxes['batch']).toMatchObject({ cpuPercent: 100, throttledPercent: 0 })
  })

  it('cpu.max slows a box on an idle machine', () => {
    const { boxes } = run(machine(), [
      box('batch', [burn(1, 10), { type: 'exit', code: 0 }], { cpuMax: 0.5 }),
    ])
    expect(boxes['batch']).toMatchObject({ exitCode: 0, endedAt: 20 })
  })

  it('contention is not throttling: who gets its fair half below cpu.max is not cut short', () => {
    const { boxes } = run(machine({ cores: 1 }), [box('a', [burn(1)], { cpuMax: 0.8 }), box('b', [burn(1)])])
    expect(boxes['a']).toMatchObject({ cpuPercent: 50, throttledPercent: 0 })
  })

  it('what a capped box leaves goes to its neighbour', () => {
    const { boxes } = run(machine({ cores: 1 }), [
      box('miner', [burn(1)], { cpuMax: 0.1 }),
      box('shop', [burn(1)]),
    ])
    expect(boxes['shop']?.cpuPercent).toBe(90)
  })

  it('one thread cannot use two cores', () => {
    const { boxes } = run(machine({ cores: 4 }), [box('a', [burn(1)])], 10)
    expect(boxes['a']?.cpuSeconds).toBe(10)
  })

  it.each([
    { sets: [[0], [0]], percents: [50, 50] },
    { sets: [[0], [1]], percents: [100, 100] },
    { sets: [[0], null], percents: [100, 100] },
    { sets: [[0], [0], null], percents: [50, 50, 100] },
    { sets: [[], []], percents: [100, 100] },
    { sets: [[7], [7]], percents: [100, 100] },
  ])('single threads in cpusets $sets of two cores get $percents percent', ({ sets, percents }) => {
    const played = run(
      machine(),
      sets.map((cpuset, i) => box(`b${i}`, [burn(1)], { cpuset })),
    )
    expect(Object.values(played.boxes).map(outcome => outcome.cpuPercent)).toEqual(percents)
  })

  it('a cpuset holds many threads to its cores without throttling', () => {
    const { boxes } = run(machine({ cores: 4 }), [box('a', [burn(4)], { cpuset: [1, 2] })])
    expect(boxes['a']).toMatchObject({ cpuPercent: 50, throttledPercent: 0 })
  })
})

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

describe('tasks', () => {
  it('pids.max 5 lets four forks through and refuses the next with EAGAIN', () => {
    const played = run(machine(), [box('app', [{ type: 'tasks', count: 10, rate: 5 }], { pidsMax: 5 })], 1)
    expect(played.boxes['app']).toMatchObject({ alive: true, peakTasks: 5, failedForks: 1 })
    expect(eventsOf(played, 'fork-fails')).toEqual(['1 app 1'])
  })

  it('a fork bomb under pids.max leaves the table of the machine to others', () => {
    const played = run(machine({ tasks: 200 }), [
      box('ci', [{ type: 'bomb' }], { pidsMax: 64 }),
      box('shop', [
        { type: 'wait', seconds: 20 },
        { type: 'tasks', count: 40, rate: 10 },
      ]),
    ])
    expect(played.boxes['ci']).toMatchObject({ alive: true, peakTasks: 64 })
    expect(played.boxes['ci']?.failedForks).toBeGreaterThan(0)
    expect(played.boxes['shop']).toMatchObject({ peakTasks: 41, failedForks: 0 })
    expect(played.host.taskTableFull).toBe(false)
  })

  it('without pids.max a fork bomb makes the threads of its neighbour fail', () => {
    const played = run(machine({ tasks: 200 }), [
      box('ci', [{ type: 'bomb' }], { memoryMax: 64 }),
      box('shop', [
        { type: 'wait', seconds: 20 },
        { type: 'tasks', count: 40, rate: 10 },
      ]),
    ])
    expect(played.boxes['shop']).toMatchObject({ alive: true, peakTasks: 1 })
    expect(played.boxes['shop']?.failedForks).toBeGreaterThan(0)
    expect(played.host.taskTableFull).toBe(true)
  })

  it('a bomb doubles every second', () => {
    const { samples } = run(machine(), [box('ci', [{ type: 'bomb' }])], 5)
    expect(samples.map(sample => sample.boxes['ci']?.tasks)).toEqual([2, 4, 8, 16, 32])
  })

  it('boxes take turns for the last places of the table', () => {
    const thread = { type: 'tasks', count: 9, rate: 9 } as const
    const { boxes } = run(
      machine({ tasks: 10 }),
      [box('a', [thread]), box('b', [thread]), box('c', [thread])],
      1,
    )
    expect([boxes['a']?.peakTasks, boxes['b']?.peakTasks, boxes['c']?.peakTasks]).toEqual([4, 3, 3])
  })

  it('a box that ends gives its tasks back, and who kept trying gets them', () => {
    const { boxes } = run(machine({ tasks: 12 }), [
      box('a', [
        { type: 'tasks', count: 10, rate: 10 },
        { type: 'wait', seconds: 3 },
        { type: 'exit', code: 0 },
      ]),
      box('b', [
        { type: 'wait', seconds: 1 },
        { type: 'tasks', count: 5, rate: 5 },
      ]),
    ])
    expect(boxes['b']).toMatchObject({ peakTasks: 6, failedForks: 15 })
  })
})

describe('disk', () => {
  it.each([
    { cgroup: 'v1', how: 'direct', rate: 2 },
    { cgroup: 'v1', how: 'buffered', rate: 50 },
    { cgroup: 'v2', how: 'direct', rate: 2 },
    { cgroup: 'v2', how: 'buffered', rate: 2 },
  ] as const)(
    'io.max of 2 MB/s on $cgroup lets $how writes of 50 MB/s through at $rate MB/s',
    ({ cgroup, how, rate }) => {
      const { boxes } = run(machine({ cgroup }), [box('backup', [write(how, 50)], { ioMax: 2 })])
      expect(boxes['backup']).toMatchObject({
        alive: true,
        exitCode: null,
        writeRate: rate,
        writePercent: rate * 2,
      })
    },
  )

  it('writers share a busy disk in proportion to what they push', () => {
    const { boxes, host } = run(machine(), [
      box('backup', [write('buffered', 300)]),
      box('db', [write('direct', 100)]),
    ])
    expect([boxes['backup']?.writeRate, boxes['db']?.writeRate]).toEqual([75, 25])
    expect(host.diskBusyPercent).toBe(100)
  })

  it('io.max delays: the backup ends later, and ends', () => {
    const { boxes } = run(machine(), [
      box('backup', [write('direct', 50, 200), { type: 'exit', code: 0 }], { ioMax: 10 }),
    ])
    expect(boxes['backup']).toMatchObject({ exitCode: 0, endedAt: 20, writeRate: 10, writePercent: 20 })
  })

  it('a mean rate is not lowered by a short last second', () => {
    const { boxes } = run(machine(), [box('backup', [write('direct', 30, 100)])])
    expect(boxes['backup']).toMatchObject({ writeRate: 30, writePercent: 100 })
  })
})

describe('link', () => {
  it('no cgroup limit slows an upload', () => {
    const { boxes } = run(machine(), [
      box('upload', [send(80)], { cpuMax: 0.1, cpuWeight: 1, memoryMax: 16, pidsMax: 1, ioMax: 1 }),
    ])
    expect(boxes['upload']).toMatchObject({ sendRate: 80, sendPercent: 100 })
  })

  it.each([
    { at: 'host-end', sendRate: 40, receiveRate: 16 },
    { at: 'box-end', sendRate: 16, receiveRate: 40 },
    { at: 'card', sendRate: 16, receiveRate: 40 },
  ] as const)(
    '16 Mbit/s at the $at: sends $sendRate, receives $receiveRate',
    ({ at, sendRate, receiveRate }) => {
      const { boxes } = run(machine(), [box('app', [send(40), receive(40)], { shaping: { at, mbit: 16 } })])
      expect(boxes['app']).toMatchObject({ sendRate, receiveRate })
    },
  )

  it('shaping the card slows everybody, the tightest bucket counts', () => {
    const { boxes } = run(machine(), [
      box('upload', [send(90)], { shaping: { at: 'card', mbit: 20 } }),
      box('shop', [send(20)], { shaping: { at: 'card', mbit: 50 } }),
    ])
    expect([boxes['upload']?.sendRate, boxes['shop']?.sendRate]).toEqual([10, 10])
  })

  it('who wants less than an even share of the card gets all of it', () => {
    const { boxes, host } = run(machine(), [
      box('upload', [send(500)]),
      box('shop', [send(20)]),
      box('log', [send(60)]),
    ])
    expect([boxes['upload']?.sendRate, boxes['shop']?.sendRate, boxes['log']?.sendRate]).toEqual([40, 20, 40])
    expect(host.linkBusyPercent).toBe(100)
  })

  it.each(['host-end', 'box-end'] as const)('without an own network there is no %s to shape', at => {
    const shared = { ...box('app', [send(40), receive(40)], { shaping: { at, mbit: 16 } }), ownNet: false }
    const { boxes, events } = run(machine(), [shared])
    expect(boxes['app']).toMatchObject({ sendRate: 40, receiveRate: 40 })
    expect(events).toEqual([{ second: 0, box: 'app', type: 'no-device', amount: 16 }])
  })
})

describe('acts', () => {
  it('an act with an end holds the next back, one without goes on beside it', () => {
    const { samples } = run(
      machine(),
      [
        box('job', [
          burn(1),
          grow(100, 50),
          { type: 'wait', seconds: 1 },
          send(10, 20),
          { type: 'exit', code: 3 },
        ]),
      ],
      5,
    )
    expect(samples.map(({ boxes: { job } }) => [job?.alive, job?.cpu, job?.memory, job?.send])).toEqual([
      [true, 1, 50, 0],
      [true, 1, 100, 0],
      [true, 1, 100, 0],
      [true, 1, 100, 10],
      [false, 1, 0, 10],
    ])
  })

  it('exit ends the box with its code, at the second it is reached', () => {
    const played = run(machine(), [
      box('job', [{ type: 'wait', seconds: 7 }, { type: 'exit', code: 3 }, burn(1)]),
    ])
    expect(played.boxes['job']).toMatchObject({
      alive: false,
      exitCode: 3,
      endedAt: 7,
      oomKilled: 'no',
      cpuSeconds: 0,
    })
    expect(eventsOf(played, 'exit')).toEqual(['7 job 3'])
  })

  it('a box that is done in the very last second has exited', () => {
    const { boxes } = run(machine(), [box('job', [burn(1, 10), { type: 'exit', code: 0 }])], 10)
    expect(boxes['job']).toMatchObject({ exitCode: 0, endedAt: 10 })
  })

  it('a script that runs out leaves the box alive', () => {
    const { boxes } = run(machine(), [box('server', [grow(10, 10)])])
    expect(boxes['server']).toMatchObject({ alive: true, exitCode: null, endedAt: null })
  })

  it('a killed box stops whatever it did', () => {
    const { samples } = run(
      machine(),
      [box('job', [burn(1), send(10), grow(500, 100)], { memoryMax: 100 })],
      3,
    )
    expect(samples.at(-1)?.boxes['job']).toEqual({
      alive: false,
      memory: 0,
      cpu: 0,
      tasks: 0,
      write: 0,
      send: 0,
      receive: 0,
      throttled: false,
    })
  })
})
