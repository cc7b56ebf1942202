import { UNLIMITED, type Limits } from '../../src/kernel/limits.ts'
import type { LoadAct, LoadBox, LoadHost } from '../../src/kernel/load.ts'

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
