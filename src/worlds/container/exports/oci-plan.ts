import type { Bind, BoxSpec } from '../../../kernel/box.ts'
import type { Plan } from '../plan.ts'
import { joinedOf } from './box-lines.ts'

/** A plan as an OCI runtime can build it, and what had to differ, in words. */
export type OciPlan = {
  readonly plan: Plan
  readonly differences: { readonly [box: string]: readonly string[] }
}

/** The folders of a machine that a box finds who has no root directory of its own. /dev is made anew. */
const HOST_FOLDERS = [
  '/etc',
  '/home',
  '/mnt',
  '/opt',
  '/root',
  '/run',
  '/srv',
  '/sys',
  '/tmp',
  '/var',
] as const

/** What every runtime does, whether asked or not: a mount namespace, another root directory, `lo` up. */
function asBuilt(box: BoxSpec): BoxSpec {
  const hasOwnRoot = box.root !== 'host'
  const all: readonly Bind[] = hasOwnRoot
    ? []
    : HOST_FOLDERS.map(path => ({ from: path, to: path, readOnly: false }))
  const proc: readonly Bind[] =
    box.proc === 'inherited' ? [{ from: '/proc', to: '/proc', readOnly: false }] : []
  const shm: readonly Bind[] =
    !hasOwnRoot && box.shm === 'inherited' ? [{ from: '/dev/shm', to: '/dev/shm', readOnly: false }] : []
  return {
    ...box,
    ns: { ...box.ns, mnt: 'own', time: 'host' },
    root: 'pivot_root',
    binds: [...all, ...proc, ...shm, ...box.binds],
    lo: box.ns.net === 'own' ? 'up' : box.lo,
  }
}

function differencesOf(box: BoxSpec): readonly string[] {
  return [
    ...(box.ns.mnt === 'host' ? ['it has a mount namespace all the same: without one runc refuses'] : []),
    ...(joinedOf(box.ns.mnt) === undefined
      ? []
      : ['its mount namespace is its own: runtimes join every type but that one']),
    ...(box.root === 'pivot_root'
      ? []
      : [
          "its root directory is a folder of its own; the folders of the host are bound in where it had the host's root",
        ]),
    ...(box.ns.net === 'own' && box.lo === 'down' ? ['lo is up: the runtime raises it'] : []),
    ...(box.ns.time === 'host' ? [] : ['no time namespace: runc 1.1 and crun 1.8 make none']),
    ...(box.limits.shaping === null ? [] : ['tc is no part of a bundle; shape the veth pair from outside']),
  ]
}

/** Turns a plan into the nearest one that runc and crun build. Facts of the result are what a bundle must show. */
export function ociPlan(plan: Plan): OciPlan {
  const { boxes } = plan.machine
  return {
    plan: { ...plan, machine: { ...plan.machine, boxes: boxes.map(asBuilt) } },
    differences: Object.fromEntries(boxes.map(box => [box.id, differencesOf(box)])),
  }
}
