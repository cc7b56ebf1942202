import type { Pack } from './packs.ts'
import { inMiB, type ParameterId, parameter } from './parameters.ts'

/** The engine that starts OCI images on a host. */
export type Engine = 'docker' | 'containerd'

/** The figures that make up what one instance costs beyond its workload. */
export const OVERHEAD: { readonly [P in Pack]: readonly ParameterId[] } = {
  container: ['containerMemory', 'shimMemory'],
  userns: ['containerMemory', 'shimMemory'],
  gvisor: ['gvisorMemory', 'shimMemory'],
  kata: ['kataMemory'],
  microvm: ['firecrackerMemory', 'guestMemory'],
  vm: ['qemuMemory', 'guestMemory'],
}

/** The figures of a host's engine: dockerd stands on a containerd of its own. */
export const ENGINE_MEMORY: { readonly [E in Engine]: readonly ParameterId[] } = {
  docker: ['dockerdMemory', 'containerdMemory'],
  containerd: ['containerdMemory'],
}

const wholeMiB = (ids: readonly ParameterId[]): number =>
  Math.ceil(ids.reduce((sum, id) => sum + inMiB(id), 0))

/** Memory of one instance beyond its workload, MiB: the sum of its figures, rounded up. */
export const overheadMiB = (pack: Pack): number => wholeMiB(OVERHEAD[pack])

/** Memory of a host's engine, MiB, paid once however many containers it holds. */
export const engineMiB = (engine: Engine): number => wholeMiB(ENGINE_MEMORY[engine])

/** CPU of one instance beyond its workload, thousandths of a core. */
export const overheadCpu = (pack: Pack): number => (pack === 'kata' ? parameter('kataCpu').value : 0)

/**
 * Memory that one instance holds while it wants `now`, MiB. A process gives back what it frees; a guest was given its
 * peak at boot and keeps it (ballooning aside).
 */
export const heldMiB = (isGuest: 'guest' | 'process', now: number, peak: number): number =>
  isGuest === 'guest' ? peak : now
