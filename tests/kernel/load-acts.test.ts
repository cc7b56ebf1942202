import { describe, expect, it } from 'vitest'
import { box, burn, eventsOf, grow, machine, run, send } from './load-boxes.ts'

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
