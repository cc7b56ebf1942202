/**
 * Limits of a box's cgroup, and the shaping of its traffic. `null` is "max", no limit.
 * Kernel cgroup v2 guide; man:cgroups(7); man:tc(8).
 */
export type Limits = {
  /** cpu.max, in cores: 0.5 is "50000 100000". */
  readonly cpuMax: number | null
  /** cpu.weight, 1 to 10000, default 100. */
  readonly cpuWeight: number
  /** cpuset.cpus. */
  readonly cpuset: readonly number[] | null
  /** memory.max, MiB. */
  readonly memoryMax: number | null
  /** pids.max; threads count. */
  readonly pidsMax: number | null
  /** io.max wbps, MB/s. */
  readonly ioMax: number | null
  /**
   * A tc token bucket. It shapes what leaves the interface that it sits on: the host's card (everybody's uploads), the
   * host's end of the box's veth pair (the box's downloads), the box's end (its uploads).
   */
  readonly shaping: { readonly at: 'card' | 'host-end' | 'box-end'; readonly mbit: number } | null
}

/** No limit at all. */
export const UNLIMITED: Limits = {
  cpuMax: null,
  cpuWeight: 100,
  cpuset: null,
  memoryMax: null,
  pidsMax: null,
  ioMax: null,
  shaping: null,
}
