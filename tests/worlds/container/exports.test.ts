import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoxSpec } from '../../../src/kernel/box.ts'
import { dockerText } from '../../../src/worlds/container/exports/docker.ts'
import { startOrder } from '../../../src/worlds/container/exports/box-lines.ts'
import { exportFiles } from '../../../src/worlds/container/exports/export.ts'
import {
  compareFacts,
  factAt,
  factsThrough,
  readObserved,
} from '../../../src/worlds/container/exports/observed.ts'
import { type Plan, planOf } from '../../../src/worlds/container/plan.ts'
import type { Setup } from '../../../src/worlds/container/setup.ts'
import { SetupSchema } from '../../../src/worlds/container/setup-schema.ts'

const own = fc.constantFrom('host', 'own')

/** What a box may be built like. */
const build = fc.record({
  mnt: own,
  uts: own,
  ipc: own,
  pid: own,
  net: own,
  user: own,
  proc: fc.constantFrom('inherited', 'fresh'),
  root: fc.constantFrom('host', 'pivot_root'),
  ids: fc.constantFrom('root', 'shifted'),
})

function planned(built: object): { readonly setup: Setup; readonly plan: Plan } {
  const setup = SetupSchema.parse({ boxes: { app: { build: built, acts: [{ listen: 80 }] } }, controls: {} })
  return { setup, plan: planOf(setup, {}) }
}

type Config = {
  readonly hostname?: string
  readonly mounts: readonly { readonly destination: string; readonly type: string }[]
  readonly linux: {
    readonly namespaces: readonly { readonly type: string }[]
    readonly maskedPaths?: unknown
  }
}

function configOf(built: object): Config {
  const { setup, plan } = planned(built)
  const file = exportFiles(setup, plan, 'oci').find(({ path }) => path === 'app/config.json')
  const config: Config = JSON.parse(file?.text ?? '{}')
  return config
}

describe('a bundle', () => {
  it('keeps the rules that runc and crun refuse to start without', () => {
    fc.assert(
      fc.property(build, built => {
        const { hostname, mounts, linux } = configOf(built)
        const has = (type: string) => linux.namespaces.some(ns => ns.type === type)
        const at = (path: string) => mounts.filter(({ destination }) => destination === path).map(m => m.type)
        expect(has('mount')).toBe(true)
        expect(hostname !== undefined).toBe(built.uts === 'own')
        expect(mounts.some(({ type }) => type === 'mqueue' || type === 'cgroup')).toBe(false)
        expect(linux.maskedPaths).toBeUndefined()
        const needsBind = (path: string, type: string) => has('user') && !has(type) && at(path)[0] !== 'bind'
        expect(needsBind('/sys', 'network') || needsBind('/proc', 'pid')).toBe(false)
        expect(at('/proc')).toHaveLength(1)
      }),
    )
  })
})

describe('the head of a script', () => {
  const head = (format: 'unshare' | 'oci') => {
    const { setup, plan } = planned({})
    const text = exportFiles(setup, plan, format)[0]?.text ?? ''
    return text.slice(0, text.indexOf('set -u'))
  }

  it('says what it runs on, and what it adds to the bundles', () => {
    expect(head('unshare')).toMatch(/^#!.*\n# The plan for real, on unshare/)
    expect(head('oci')).toMatch(
      /^#!.*\n# The plan for real, by an OCI runtime: RUNTIME names it \(runc; crun/,
    )
    expect(head('oci')).toContain('makes the rootfs of each')
    expect(head('oci')).not.toContain('on unshare')
  })

  it('ends where the bundles are not', () => {
    const { setup, plan } = planned({})
    const text = exportFiles(setup, plan, 'oci')[0]?.text ?? ''
    expect(text).toContain('[ -f "$BUNDLES/workload.sh" ] || {')
  })
})

describe('docker run', () => {
  it('says where Docker builds something else', () => {
    const { plan } = planned({ net: 'host', user: 'own', mnt: 'host' })
    const text = dockerText(plan)
    expect(text).toContain('--network host')
    expect(text).toMatch(/^# app: .*userns-remap/m)
    expect(text).toMatch(/^# app: .*always has a mount namespace/m)
  })

  it.each([
    [
      'userns-remap forbids the host pid namespace',
      { user: 'own', pid: 'host' },
      /userns-remap.*refuses --pid host/,
    ],
    ['the disk is a guess', { io: 40 }, /\/dev\/vda is a guess/],
    ['swap comes on top of memory', { memory: 64 }, /as much swap again.*--memory-swap 64m/],
  ])('%s: said', (_, built, words) => {
    expect(dockerText(planned(built).plan)).toMatch(words)
  })

  it('says what comes along with the ipc of another, and that its uts does not', () => {
    const setup = SetupSchema.parse({
      boxes: {
        shop: { build: { ipc: 'own', uts: 'own' }, acts: [] },
        helper: { build: { ipc: 'join:shop', uts: 'join:shop' }, acts: [] },
      },
      controls: {},
    })
    const text = dockerText(planOf(setup, {}))
    expect(text).toMatch(/^# helper: .*--ipc container:shop brings the \/dev\/shm of shop along/m)
    expect(text).toMatch(/^# helper: .*uts namespace.*no container joins/m)
  })
})

describe('the order of starting', () => {
  const box = (id: string, net: BoxSpec['ns']['net']): BoxSpec => {
    const [spec] = planned({}).plan.machine.boxes
    if (spec === undefined) throw new Error('no box')
    return { ...spec, id, ns: { ...spec.ns, net } }
  }

  it('puts whoever is joined first, and survives a circle', () => {
    const ids = (boxes: readonly BoxSpec[]) => startOrder(boxes).map(({ id }) => id)
    expect(ids([box('app', 'join:pause'), box('pause', 'own')])).toEqual(['pause', 'app'])
    expect(ids([box('a', 'join:b'), box('b', 'join:a')]).toSorted()).toEqual(['a', 'b'])
  })
})

describe('the limits of a script', () => {
  const limited = {
    memory: 64,
    cpu: 'half',
    weight: 10,
    cpuset: '0-1',
    pids: 32,
    io: 40,
  }
  const { setup, plan } = planned(limited)
  const script = exportFiles(setup, plan, 'unshare')[0]?.text ?? ''

  // Files and values as the kernel's cgroup-v2 guide has them; "max" and unset ones are not written at all.
  it.each([
    ['limit_memory app 64 24', 'limit "$1" memory.max "$bytes"'],
    ['limit_quota app 50000', 'limit "$1" cpu.max "$(($2 * REAL / CORES)) 100000"'],
    ['limit app cpu.weight 10 cpu.shares 102', 'limit() { # box, v2 file, value, v1 file, value'],
    ['limit_cpuset app 0-1 2', 'limit "$1" cpuset.cpus "$list"'],
    ['limit app pids.max 32 pids.max 32', 'local file=$2 value=$3'],
    ['limit_io app 40000000', 'limit "$1" io.max "$device wbps=$(($2 / DISK_PART))"'],
  ])('%s is written to the file of v2', (call, file) => {
    expect(script).toContain(`  ${call}\n`)
    expect(script).toContain(file)
  })

  it('lie below one folder that holds no process itself, with every controller handed down', () => {
    expect(script).toContain('then echo "/sys/fs/cgroup/$PARENT${2:+/$2}"')
    expect(script).toContain('for c in cpu cpuset memory pids io; do echo "+$c"')
    expect(script).toContain('CGROUP=v2 CONTROLLERS=unified')
    expect(script).not.toMatch(/echo [0$]+ *>"?\/sys\/fs\/cgroup\/\$PARENT\/cgroup\.procs/)
  })

  it('are read back from the files of v2', () => {
    for (const read of ['memory.events" oom_kill', 'cpu.stat" usage_usec', 'pids.events" max', 'memory.peak'])
      expect(script).toContain(read)
  })

  it('are none where none was set', () => {
    const plain = planned({})
    expect(exportFiles(plain.setup, plain.plan, 'unshare')[0]?.text).not.toMatch(/limit\w* app/)
  })
})

describe('what a run tells', () => {
  const facts = {
    run: { day: { box: { app: { exitCode: 0, cpuPercent: 25, failedForks: 9, did: { a: 'ok' } } } } },
    boxes: [],
  }
  const observed = readObserved(
    [
      'cgroups=v1',
      'run.day.box.app.exitCode=137',
      'run.day.box.app.cpuPercent=28',
      'run.day.box.app.failedForks=4000',
      'run.day.box.app.did.a=EPERM',
      'skip tc on eth0: no tbf in this kernel',
    ].join('\n'),
  )

  it('is held against the facts, with room for clocks and schedulers only', () => {
    const differ = compareFacts(observed, facts, new Set()).filter(({ agrees }) => !agrees)
    expect(differ.map(({ path }) => path)).toEqual(['run.day.box.app.exitCode', 'run.day.box.app.did.a'])
    expect(observed.skips).toEqual([{ what: 'tc on eth0', reason: 'no tbf in this kernel' }])
  })

  it("counts kills and refused forks as some or none: how many processes a box is made of is the script's", () => {
    const dry = { run: { day: { host: { oomKills: 1 } } } }
    const agreesWith = (said: string) =>
      compareFacts(readObserved(`run.day.host.oomKills=${said}`), dry, new Set()).map(({ agrees }) => agrees)
    expect([agreesWith('3'), agreesWith('0')]).toEqual([[true], [false]])
  })

  it('may have gone on as long as it was watched', () => {
    const late = readObserved('watched=1.4\nrun.day.box.app.exitCode=0')
    const running = { run: { day: { box: { app: { exitCode: -1 } } } } }
    const done = { run: { day: { box: { app: { exitCode: 0 } } } } }
    expect(late.watched).toBe(1.4)
    expect(compareFacts(late, running, new Set(), done).map(({ agrees }) => agrees)).toEqual([true])
    expect(compareFacts(late, running, new Set()).map(({ agrees }) => agrees)).toEqual([false])
  })

  it('has no fact of what nobody was asked, and tells once what every case repeats', () => {
    const told = readObserved('skip load: no\nrun.a.box.app.did.x=skipped\nskip load: no\nnote a\nnote a')
    expect(told).toEqual({ facts: [], skips: [{ what: 'load', reason: 'no' }], notes: ['a'], watched: 1 })
  })

  it('is looked up when it is read, and is absent where nobody has it', () => {
    const asked: string[] = []
    const through = factsThrough({ ...facts, boxes: [{ id: 'app', sees: { cpus: 2 } }] }, path => {
      asked.push(path)
      return path.endsWith('exitCode') ? 137 : undefined
    })
    expect(asked).toEqual([])
    expect(factAt(factAt(through, 'run.day.box.app'), 'exitCode')).toBe(137)
    expect(factAt(through, 'boxes.0.sees.cpus')).toBeUndefined()
    expect(asked).toContain('box.app.sees.cpus')
  })
})
