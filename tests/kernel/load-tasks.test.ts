import { describe, expect, it } from 'vitest'
import { box, eventsOf, machine, run } from './load-boxes.ts'

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
