import { cpusSeen } from '../../kernel/cgroup.ts'
import { hostUid, uidSeen } from '../../kernel/credentials.ts'
import { open } from '../../kernel/files.ts'
import { seesIpcOf, seesShmOf } from '../../kernel/ipc.ts'
import type { BoxSpec } from '../../kernel/box.ts'
import type { Machine } from '../../kernel/machine.ts'
import { shares } from '../../kernel/membership.ts'
import { administerNet, bindPort } from '../../kernel/network.ts'
import { escapeRoot, mountLeaks, mountTmpfs, setClock, setHostname } from '../../kernel/permit.ts'
import { hostProcBroken, hostRootThroughProc, kill, processesSeen } from '../../kernel/proc.ts'
import { resolvePath } from '../../kernel/view.ts'
import type { BoxFacts, CaseFacts, Facts } from './facts.ts'
import type { Plan } from './plan.ts'
import { byBuild } from './remember.ts'
import { type BoxRun, type CaseRun, openingOf, runCase } from './run.ts'
import { caseIds, type Setup } from './setup.ts'
import type { Stage } from './stage.ts'
import { interfacesOf, isPidOne, running } from './things.ts'

/** What is true of a box as it is built, whatever its limits. */
type Built = Omit<BoxFacts, 'limits'>

/** Works out what is true of a level's boxes before anything runs. What only limits change is not worked out again. */
export function boxObserver(stage: Stage): (plan: Plan) => readonly BoxFacts[] {
  const builtBoxes = byBuild(stage.controls, (plan: Plan) =>
    plan.machine.boxes.map(spec => builtFacts(stage, plan, spec)),
  )
  return plan => {
    const built = builtBoxes(plan)
    return plan.machine.boxes.flatMap((spec, i) => {
      const facts = built[i]
      return facts ? { ...facts, limits: limitsOf(spec) } : []
    })
  }
}

function builtFacts(stage: Stage, plan: Plan, spec: BoxSpec): Built {
  const { machine } = plan
  return {
    id: spec.id,
    ns: {
      mnt: kindOf(spec.ns.mnt),
      uts: kindOf(spec.ns.uts),
      ipc: kindOf(spec.ns.ipc),
      pid: kindOf(spec.ns.pid),
      net: kindOf(spec.ns.net),
      user: kindOf(spec.ns.user),
      cgroup: kindOf(spec.ns.cgroup),
      time: kindOf(spec.ns.time),
    },
    sees: seesOf(stage, plan, spec.id),
    can: canOf(machine, spec.id),
    leaks: {
      hostname: shares(machine, spec.id, 'host', 'uts') && setHostname(machine, spec.id) === 'ok',
      mounts: mountLeaks(machine, spec.id),
      proc: spec.proc === 'fresh' && hostProcBroken({ ...machine, boxes: [spec] }),
    },
  }
}

const kindOf = (membership: string): 'host' | 'own' | 'join' =>
  membership === 'host' || membership === 'own' ? membership : 'join'

function seesOf({ setup, things }: Stage, plan: Plan, id: string): BoxFacts['sees'] {
  const { machine } = plan
  const processes = processesSeen(machine, id, running(setup))
  return {
    processes: processes.map(p => p.name),
    hostProcesses: processes.some(p => p.of === 'host'),
    pidOne: isPidOne(plan, id),
    interfaces: interfacesOf(setup, machine, id).map(i => i.name),
    ipc: things.segments.filter(t => seesIpcOf(machine, id, t.by)).map(t => t.name),
    shm: things.posts.filter(t => seesShmOf(machine, id, t.by)).map(t => t.name),
    sockets: things.sockets.filter(t => t.by !== id && reaches(machine, id, t.by, t.name)).map(t => t.name),
    cpus: cpusSeen(machine, id),
    uid: uidSeen(machine, id),
    hostUid: hostUid(machine, id),
  }
}

/** An abstract socket follows the net namespace, a socket file the root directory. */
function reaches(machine: Machine, id: string, by: string, name: string): boolean {
  if (name.startsWith('@')) return shares(machine, id, by, 'net')
  const mine = resolvePath(machine, id, name)
  if (by === 'host') return mine.type === 'host' && mine.path === name
  const theirs = resolvePath(machine, by, name)
  if (mine.type === 'own' && theirs.type === 'own') return mine.of === theirs.of && mine.path === theirs.path
  return mine.type === 'host' && theirs.type === 'host' && mine.path === theirs.path
}

function canOf(machine: Machine, id: string): BoxFacts['can'] {
  const reachable = (path: string) => {
    const resolved = resolvePath(machine, id, path)
    return resolved.type === 'host' ? resolved : null
  }
  const secrets = reachable('/etc/shadow')
  const files = reachable('/etc/passwd')
  return {
    setHostname: setHostname(machine, id) === 'ok',
    mount: mountTmpfs(machine, id) === 'ok',
    bindLow: bindPort(machine, id, 80) === 'ok',
    signalHost: kill(machine, id, 'host', 0) === 'ok',
    readHostSecrets:
      secrets !== null && open(machine, id, { path: '/etc/shadow', owner: 0, mode: 0o640 }, 'read') === 'ok',
    writeHostFiles:
      files !== null &&
      !files.readOnly &&
      open(machine, id, { path: '/etc/passwd', owner: 0, mode: 0o644 }, 'write') === 'ok',
    reachHostRoot: hostRootThroughProc(machine, id) === 'ok' || escapeRoot(machine, id) === 'ok',
    administerNet: administerNet(machine, id) === 'ok',
    setClock: setClock(machine, id) === 'ok',
  }
}

const limited = (max: number | null, unit = 1): { limited: boolean; max: number } => ({
  limited: max !== null,
  max: max === null ? 0 : Math.round(max * unit),
})

function limitsOf({ limits }: BoxSpec): BoxFacts['limits'] {
  return {
    memory: limited(limits.memoryMax),
    cpu: limited(limits.cpuMax, 100),
    weight: limits.cpuWeight,
    pids: limited(limits.pidsMax),
    io: limited(limits.ioMax),
    rate: limited(limits.shaping?.mbit ?? null),
  }
}

/** What is true of the machine before anything runs. */
export function hostFacts(setup: Setup, plan: Plan): Facts['host'] {
  const { memory, reserved, cores, tasks, disk, link } = setup.host
  const promised = plan.machine.boxes.reduce((sum, box) => sum + (box.limits.memoryMax ?? 0), 0)
  return {
    cgroup: plan.machine.host.cgroup,
    cores,
    tasks,
    disk,
    link,
    memory: { total: memory, reserved, allocatable: memory - reserved, promised },
  }
}

/** Runs every case of a level to its end. How cases begin is not worked out again where only limits change. */
export function runObserver({ setup, controls }: Stage): (plan: Plan) => Facts['run'] {
  const cases = caseIds(setup).map(name => ({
    name,
    opening: byBuild(controls, (plan: Plan) => openingOf(setup, plan, name)),
  }))
  return plan =>
    Object.fromEntries(
      cases.map(({ name, opening }) => [name, caseFacts(runCase(setup, plan, name, opening(plan)))]),
    )
}

/** A finished case as rules read it. */
export function caseFacts(run: CaseRun): CaseFacts {
  const { hostname, psWorks, oomKills, victims, taskTableFull, diskBusyPercent, linkBusyPercent } = run.host
  const { deleted, overwritten, killed, mounts } = run.aftermath
  return {
    box: Object.fromEntries(run.boxes.map(box => [box.id, boxRunFacts(box)])),
    host: {
      hostname,
      psWorks,
      oomKills,
      victims: [...victims],
      taskTableFull,
      diskBusyPercent: Math.round(diskBusyPercent),
      linkBusyPercent: Math.round(linkBusyPercent),
      deleted: [...deleted],
      overwritten: [...overwritten],
      killed: [...killed],
      mounts: [...mounts],
    },
  }
}

function boxRunFacts({ id, start, load, did }: BoxRun): CaseFacts['box'][string] {
  return {
    id,
    started: start === 'ok',
    alive: load.alive,
    exitCode: load.exitCode ?? -1,
    oomKilled: load.oomKilled !== 'no',
    endedAt: load.endedAt ?? -1,
    peakMemory: Math.round(load.peakMemory),
    cpuPercent: load.cpuPercent,
    throttledPercent: load.throttledPercent,
    peakTasks: load.peakTasks,
    failedForks: load.failedForks,
    writeRate: Math.round(load.writeRate),
    writePercent: load.writePercent,
    sendRate: Math.round(load.sendRate),
    sendPercent: load.sendPercent,
    receiveRate: Math.round(load.receiveRate),
    receivePercent: load.receivePercent,
    hitPercent: load.hitPercent,
    did: { ...did },
  }
}
