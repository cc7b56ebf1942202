import { EPSILON, type LiveBox } from './live-box.ts'

/**
 * Cores that a group of boxes has to make do with: every box whose cpuset lies within them. Shares are possible exactly
 * when no group is given more than its cores (Hall's condition), so checking the unions of cpusets is enough. At most 31 cores.
 */
export type CoreGroup = {
  readonly cores: number
  readonly members: readonly LiveBox[]
  used: number
  weight: number
}

/** The groups of a machine; without cpusets it is one, the whole machine. Made once a run. */
export function coreGroups(boxes: readonly LiveBox[], cores: number): readonly CoreGroup[] {
  const masks = boxes.map(box => coreMask(box.limits.cpuset, cores))
  const unions = new Set<number>()
  for (const mask of masks) for (const union of [0, ...unions]) unions.add(union | mask)
  return [...unions].map(union => ({
    cores: countCores(union),
    members: boxes.filter((_, i) => ((masks[i] ?? 0) & ~union) === 0),
    used: 0,
    weight: 0,
  }))
}

/** A set without a core of this machine means the parent's set: all of them. Kernel cgroup v2 guide, cpuset.cpus. */
function coreMask(cpuset: readonly number[] | null, cores: number): number {
  const all = 2 ** cores - 1
  let mask = 0
  for (const core of cpuset ?? []) if (core >= 0 && core < cores) mask |= 1 << core
  return mask === 0 ? all : mask
}

function countCores(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * Gives each box its CPU: everybody's share rises in step with cpu.weight until the box has what it
 * wants, meets cpu.max, or its cores are full; what it leaves is free for the others. A box that meets cpu.max while
 * its cores are not full is throttled. Kernel cgroup v2 guide, cpu.weight and cpu.max.
 */
export function shareCpu(boxes: readonly LiveBox[], groups: readonly CoreGroup[]): void {
  let open = 0
  for (const box of boxes) {
    box.throttled = false
    box.open = box.cpu.want > EPSILON && box.cpu.cap > 0
    if (box.open) open++
  }
  while (open > 0) {
    rise(boxes, riseTo(boxes, groups))
    const closed = closeFull(groups) + closeSated(boxes)
    if (closed === 0) return
    open -= closed
  }
}

/** How far the water level can rise until the first box or group is full. */
function riseTo(boxes: readonly LiveBox[], groups: readonly CoreGroup[]): number {
  let level = Infinity
  for (const box of boxes) {
    if (box.open) level = Math.min(level, (most(box) - box.cpu.share) / box.limits.cpuWeight)
  }
  for (const group of groups) {
    measure(group)
    if (group.weight > 0) level = Math.min(level, (group.cores - group.used) / group.weight)
  }
  return level
}

const most = (box: LiveBox): number => Math.min(box.cpu.want, box.cpu.cap)

function measure(group: CoreGroup): void {
  group.used = 0
  group.weight = 0
  for (const box of group.members) {
    group.used += box.cpu.share
    if (box.open) group.weight += box.limits.cpuWeight
  }
}

function rise(boxes: readonly LiveBox[], level: number): void {
  for (const box of boxes) if (box.open) box.cpu.share += level * box.limits.cpuWeight
}

/** Boxes whose cores are full got what their weight is worth: contention, not throttling. */
function closeFull(groups: readonly CoreGroup[]): number {
  let closed = 0
  for (const group of groups) {
    measure(group)
    if (group.weight === 0 || group.used < group.cores - EPSILON) continue
    for (const box of group.members) {
      if (!box.open) continue
      box.open = false
      closed++
    }
  }
  return closed
}

function closeSated(boxes: readonly LiveBox[]): number {
  let closed = 0
  for (const box of boxes) {
    if (!box.open || box.cpu.share < most(box) - EPSILON) continue
    box.open = false
    box.throttled = box.cpu.cap < box.cpu.want - EPSILON
    closed++
  }
  return closed
}
