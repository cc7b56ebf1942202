import type { Limits } from '../../kernel/limits.ts'

/** A file of a cgroup and what it holds. */
export type LimitFile = readonly [file: string, value: string]

const MIB = 1_048_576
const PERIOD = 100_000

/**
 * The limit files of a cgroup, as `grep . FILES` shows them: bytes, microseconds a period, MAJ:MIN of the disk.
 * Kernel cgroup v2 guide; man:cgroups(7) for v1, where unlimited memory reads as the largest number of whole pages.
 */
export function limitFiles(limits: Limits, version: 'v1' | 'v2'): readonly LimitFile[] {
  const { memoryMax, cpuMax, cpuWeight, pidsMax, ioMax } = limits
  const quota = cpuMax === null ? null : Math.round(cpuMax * PERIOD)
  const orMax = (value: number | null): string => (value === null ? 'max' : String(value))
  const wbps = ioMax === null ? null : ioMax * 1_000_000
  if (version === 'v2')
    return [
      ['cpu.max', `${orMax(quota)} ${PERIOD}`],
      ...(wbps === null ? [] : [['io.max', `253:0 rbps=max wbps=${wbps} riops=max wiops=max`] as const]),
      ['memory.max', orMax(memoryMax === null ? null : memoryMax * MIB)],
      ['pids.max', orMax(pidsMax)],
      ['cpu.weight', String(cpuWeight)],
    ]
  return [
    ['cpu.cfs_quota_us', String(quota ?? -1)],
    ...(wbps === null ? [] : [['blkio.throttle.write_bps_device', `253:0 ${wbps}`] as const]),
    ['memory.limit_in_bytes', memoryMax === null ? '9223372036854771712' : String(memoryMax * MIB)],
    ['pids.max', orMax(pidsMax)],
    ['cpu.shares', String(sharesOf(cpuWeight))],
  ]
}

/** cpu.shares that stand for a weight: the defaults (1024 and 100) meet, the rest in proportion; 2 is the least. */
const sharesOf = (weight: number): number => Math.max(2, Math.round(weight * 10.24))
