import type { Limits } from '../../kernel/limits.ts'

/** A file of a cgroup, what it holds, and the setting that it follows. */
export type LimitFile = {
  readonly setting: 'cpu' | 'io' | 'memory' | 'pids' | 'weight' | 'cpuset'
  readonly file: string
  readonly value: string
  /** It stands as the kernel makes it. */
  readonly unset: boolean
}

const MIB = 1_048_576
const PERIOD = 100_000

/**
 * The limit files of a cgroup: bytes, microseconds a period, MAJ:MIN of the disk. io.max and cpuset.cpus are there, and
 * empty, while no limit stands in them. Kernel cgroup v2 guide; man:cgroups(7) for v1, where unlimited memory reads as
 * the largest number of whole pages.
 */
export const limitFiles = (limits: Limits, version: 'v1' | 'v2'): readonly LimitFile[] =>
  version === 'v2' ? filesV2(limits) : filesV1(limits)

const orMax = (value: number | null): string => (value === null ? 'max' : String(value))
const quotaOf = ({ cpuMax }: Limits): number | null => (cpuMax === null ? null : Math.round(cpuMax * PERIOD))
const bytes = (mib: number | null): number | null => (mib === null ? null : mib * MIB)

/** Numbers in the kernel's list format: CPUs 0, 1 and 3 are `0-1,3`. man:cpuset(7). */
function listOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const starts = sorted.filter(n => !sorted.includes(n - 1))
  const ends = sorted.filter(n => !sorted.includes(n + 1))
  return starts.map((from, i) => (ends[i] === from ? `${from}` : `${from}-${ends[i] ?? from}`)).join(',')
}

function filesV2(limits: Limits): readonly LimitFile[] {
  const { memoryMax, cpuMax, cpuWeight, cpuset, pidsMax, ioMax } = limits
  const io = ioMax === null ? '' : `253:0 rbps=max wbps=${ioMax * 1_000_000} riops=max wiops=max`
  return [
    { setting: 'cpu', file: 'cpu.max', value: `${orMax(quotaOf(limits))} ${PERIOD}`, unset: cpuMax === null },
    { setting: 'weight', file: 'cpu.weight', value: String(cpuWeight), unset: cpuWeight === 100 },
    { setting: 'cpuset', file: 'cpuset.cpus', value: listOf(cpuset ?? []), unset: cpuset === null },
    { setting: 'io', file: 'io.max', value: io, unset: ioMax === null },
    { setting: 'memory', file: 'memory.max', value: orMax(bytes(memoryMax)), unset: memoryMax === null },
    { setting: 'pids', file: 'pids.max', value: orMax(pidsMax), unset: pidsMax === null },
  ]
}

function filesV1(limits: Limits): readonly LimitFile[] {
  const { memoryMax, cpuMax, cpuWeight, cpuset, pidsMax, ioMax } = limits
  const io = ioMax === null ? '' : `253:0 ${ioMax * 1_000_000}`
  const memory = memoryMax === null ? '9223372036854771712' : String(memoryMax * MIB)
  return [
    {
      setting: 'cpu',
      file: 'cpu.cfs_quota_us',
      value: String(quotaOf(limits) ?? -1),
      unset: cpuMax === null,
    },
    { setting: 'weight', file: 'cpu.shares', value: String(sharesOf(cpuWeight)), unset: cpuWeight === 100 },
    { setting: 'cpuset', file: 'cpuset.cpus', value: listOf(cpuset ?? []), unset: cpuset === null },
    { setting: 'io', file: 'blkio.throttle.write_bps_device', value: io, unset: ioMax === null },
    { setting: 'memory', file: 'memory.limit_in_bytes', value: memory, unset: memoryMax === null },
    { setting: 'pids', file: 'pids.max', value: orMax(pidsMax), unset: pidsMax === null },
  ]
}

/** cpu.shares that stand for a weight: the defaults (1024 and 100) meet, the rest in proportion; 2 is the least. */
const sharesOf = (weight: number): number => Math.max(2, Math.round(weight * 10.24))
