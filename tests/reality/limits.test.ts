import { beforeEach, describe, expect, it } from 'vitest'
import { planOf } from '../../src/worlds/container/plan.ts'
import { SetupSchema } from '../../src/worlds/container/setup-schema.ts'
import { isFull } from '../support/full.ts'
import { machineSince, machineState, unlessNamespaces } from './machine.ts'
import { type Shown, showExport } from './run-export.ts'
import { tally } from './tally.ts'

/** One limit: the machine with its boxes as a level writes it, and the facts that tell whether the limit did its work. */
type Limit = { readonly setup: object; readonly facts: readonly string[]; readonly isQuick: boolean }

const HOST = { cores: 2, memory: 1024, seconds: 20, cgroup: 'v1' } as const

const LIMITS: { readonly [name: string]: Limit } = {
  'memory.max kills inside its own cgroup': {
    isQuick: true,
    facts: ['leak.exitCode', 'leak.oomKilled', 'calm.alive', 'calm.oomKilled'],
    setup: {
      host: HOST,
      boxes: {
        leak: { build: { memory: 64 }, acts: [{ grow: { to: 400, rate: 50 } }] },
        calm: { build: { memory: 64 }, acts: [{ grow: { to: 40, rate: 50 } }] },
      },
      controls: {},
    },
  },
  'pids.max refuses forks beyond it with EAGAIN, and none below': {
    isQuick: true,
    facts: ['many.failedForks', 'many.alive', 'few.failedForks'],
    setup: {
      host: HOST,
      boxes: {
        many: { build: { pids: 12 }, acts: [{ threads: { count: 30, rate: 20 } }] },
        few: { build: { pids: 64 }, acts: [{ threads: { count: 30, rate: 20 } }] },
      },
      controls: {},
    },
  },
  'cpu.max gives its share and throttles every period': {
    isQuick: false,
    facts: ['capped.cpuPercent', 'capped.throttledPercent'],
    setup: {
      host: HOST,
      boxes: { capped: { build: { cpu: 'quarter' }, acts: [{ burn: { cores: 1 } }] } },
      controls: {},
    },
  },
  'cpu.weight shares one core three to one': {
    isQuick: false,
    facts: ['heavy.cpuPercent', 'light.cpuPercent'],
    setup: {
      host: HOST,
      boxes: {
        heavy: { build: { weight: 300, cpuset: '0' }, acts: [{ burn: { cores: 1 } }] },
        light: { build: { weight: 100, cpuset: '0' }, acts: [{ burn: { cores: 1 } }] },
      },
      controls: {},
    },
  },
  'cpuset is seen, and holds': {
    isQuick: false,
    facts: ['pinned.cpuPercent'],
    setup: {
      host: HOST,
      boxes: { pinned: { build: { cpuset: '0' }, acts: [{ burn: { cores: 2 } }] } },
      controls: {},
    },
  },
  'io.max holds back direct writes; buffered ones on v2 only': {
    isQuick: false,
    facts: ['direct.writeRate', 'buffered.writeRate'],
    setup: {
      host: { ...HOST, seconds: 40, disk: 200 },
      boxes: {
        direct: { build: { io: 40 }, acts: [{ writes: { rate: 120, how: 'direct' } }] },
        buffered: { build: { io: 20 }, acts: [{ writes: { rate: 60, how: 'buffered' } }] },
      },
      controls: {},
    },
  },
  'tc slows what leaves the end that it sits on': {
    isQuick: false,
    facts: ['up.sendRate', 'down.receiveRate'],
    setup: {
      host: { ...HOST, link: 100, seconds: 40 },
      boxes: {
        up: {
          veth: true,
          build: { net: 'own', shape: 'box-end', rate: 20 },
          acts: [{ sends: { rate: 60 } }],
        },
        down: {
          veth: true,
          build: { net: 'own', shape: 'host-end', rate: 20 },
          acts: [{ receives: { rate: 60 } }],
        },
      },
      controls: {},
    },
  },
}

const reason =
  unlessNamespaces() ??
  (process.getuid?.() === 0 ? undefined : 'skipped: an ordinary user may write no cgroup')

async function shown({ setup }: Limit): Promise<Shown> {
  const parsed = SetupSchema.parse(setup)
  return showExport(parsed, planOf(parsed, {}), 'unshare', 20)
}

describe('limits on this kernel do what the game predicts', () => {
  beforeEach(({ skip }) => skip(reason !== undefined, reason))
  it.each(Object.entries(LIMITS).filter(([, { isQuick }]) => isFull || isQuick))(
    '%s',
    async (_, limit) => {
      const before = machineState()
      const { compared, skips, notes, errors } = await shown(limit)
      const asked = compared.filter(({ path }) => limit.facts.includes(path.replace('run.day.box.', '')))
      const matched = asked.filter(({ agrees }) => agrees).length
      tally({ checked: asked.length, matched, skips })
      expect({ notes, errors, skips }).toEqual({ notes: [], errors: '', skips: [] })
      expect(asked.map(({ path }) => path.replace('run.day.box.', '')).toSorted()).toEqual(
        [...limit.facts].toSorted(),
      )
      expect(compared.filter(({ agrees }) => !agrees)).toEqual([])
      expect(machineSince(before)).toEqual(before)
    },
    60_000,
  )
})
