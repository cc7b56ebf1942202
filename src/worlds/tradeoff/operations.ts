import { type Pack, TRAITS } from './packs.ts'

/** A workload as those see it who patch it: its packaging and how many instances run in all. */
export type Patched = { readonly pack: Pack; readonly instances: number }

/** What a round of kernel patches is about, on one host. */
export type Burden = {
  /** Kernels, each of which needs its patch: the host's, those of guests, and gVisor's. */
  readonly kernels: number
  /** Instances that stop for a kernel patch: all when their host reboots, a full VM once more for its own kernel. */
  readonly interruptions: number
}

/**
 * The burden of one host. Kata and micro-VMs boot one kernel file that a host holds for all of them, and gVisor is one
 * binary; a full VM has a kernel on its own disk.
 */
export function burdenOf(workloads: readonly Patched[]): Burden {
  let kernels = workloads.length > 0 ? 1 : 0
  let interruptions = 0
  const seen = new Set<Pack>()
  for (const { pack, instances } of workloads) {
    const own = pack === 'vm' ? instances : 0
    const shares = pack === 'gvisor' || pack === 'kata' || pack === 'microvm'
    if (shares && !seen.has(pack)) kernels++
    seen.add(pack)
    kernels += own
    interruptions += instances + own
  }
  return { kernels, interruptions }
}

/** Userlands that a workload adds: an image is rebuilt once for all its instances, a full VM is patched in each. */
export const userlandsOf = ({ pack, instances }: Patched): number => (pack === 'vm' ? instances : 1)

/** Time to patch everything once, minutes, at the level's own pace. */
export const patchMinutes = (
  count: { readonly kernels: number; readonly userlands: number },
  pace: { readonly kernel: number; readonly userland: number },
): number => count.kernels * pace.kernel + count.userlands * pace.userland

/** Whether what ran can be proved and put back: only a digest names one content; tags move, disks are written to. */
export const isProvable = (pack: Pack, ref: 'tag' | 'digest'): boolean => TRAITS[pack].oci && ref === 'digest'

/** Whether logs outlive the instance: what is shipped does; what is inside goes with a short-lived one. */
export const keepsLogs = (life: 'long' | 'short', logs: 'inside' | 'shipped'): boolean =>
  logs === 'shipped' || life === 'long'
