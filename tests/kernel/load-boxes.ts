import { UNLIMITED, type Limits } from '../../src/kernel/limits.ts'
import type { LoadAct, LoadBox, LoadEvent, LoadHost, LoadRun } from '../../src/kernel/load.ts'
import { simulate } from '../../src/kernel/simulate.ts'

/** A small v2 machine; tests name only what they are about. */
export const machine = (parts: Partial<LoadHost> = {}): LoadHost => ({
  cgroup: 'v2',
  cores: 2,
  memory: 1000,
  tasks: 500,
  disk: 100,
  link: 100,
  ...parts,
})

/** A box with a network of its own and no limit but those named. */
export const box = (id: string, acts: readonly LoadAct[], limits: Partial<Limits> = {}): LoadBox => ({
  id,
  limits: { ...UNLIMITED, ...limits },
  ownNet: true,
  oomScoreAdj: 0,
  acts,
})

export const burn = (cores: number, work: number | null = null): LoadAct => ({ type: 'burn', cores, work })
export const grow = (to: number, rate: number): LoadAct => ({ type: 'grow', to, rate })
export const fill = (pages: 'anonymous' | 'file', useful: number, rate = 50): LoadAct => ({
  type: 'fill',
  useful,
  rate,
  pages,
})
export const write = (how: 'buffered' | 'direct', rate: number, total: number | null = null): LoadAct => ({
  type: 'write',
  rate,
  total,
  how,
})
export const send = (rate: number, total: number | null = null): LoadAct => ({ type: 'send', rate, total })
export const receive = (rate: number, total: number | null = null): LoadAct => ({
  type: 'receive',
  rate,
  total,
})

/** A minute, unless a test says otherwise. */
export const run = (host: LoadHost, boxes: readonly LoadBox[], seconds = 60): LoadRun =>
  simulate(host, boxes, seconds)

/** Events of one type, as `second box amount`. */
export const eventsOf = (played: LoadRun, type: LoadEvent['type']): readonly string[] =>
  played.events
    .filter(event => event.type === type)
    .map(event => `${event.second} ${event.box} ${event.amount}`)
