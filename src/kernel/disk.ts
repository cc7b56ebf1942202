import type { LoadHost } from './load.ts'
import type { LiveBox } from './live-box.ts'

/**
 * Shares the disk: io.max delays what each box pushes, and the disk serves in proportion to what is left of it.
 * Direct writes are counted against the box everywhere; buffered ones are written back later by the kernel, which only
 * cgroup v2 attributes to the box. Kernel cgroup v2 guide, writeback.
 */
export function shareDisk(host: LoadHost, boxes: readonly LiveBox[]): void {
  let pushed = 0
  for (const { direct, buffered } of boxes) {
    if (direct.want + buffered.want === 0) continue
    const limited = host.cgroup === 'v2' ? direct.want + buffered.want : direct.want
    const kept = limited > direct.cap ? direct.cap / limited : 1
    direct.share = direct.want * kept
    buffered.share = host.cgroup === 'v2' ? buffered.want * kept : buffered.want
    pushed += direct.share + buffered.share
  }
  if (pushed > host.disk) {
    const served = host.disk / pushed
    for (const { direct, buffered } of boxes) {
      direct.share *= served
      buffered.share *= served
    }
  }
}
