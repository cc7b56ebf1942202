import { describe, expect, it } from 'vitest'
import { box, machine, receive, run, send } from './load-boxes.ts'

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
