import type { Engine } from './memory.ts'
import { type Pack, TRAITS } from './packs.ts'
import { type ParameterId, parameter } from './parameters.ts'

/** How far an instance is prepared: nothing here, only what is read first, all layers here, or idle and running. */
export const READINESS = ['cold', 'lazy', 'layers', 'running'] as const
/** How far an instance is prepared. */
export type Ready = (typeof READINESS)[number]

/**
 * One base for all: runc, dockerd and the bridge are parts of one and the same `docker run`, measured on one machine. Of
 * a study made on another machine only what it found between runtimes is added.
 */
const RUNTIME: { readonly [P in Pack]: readonly ParameterId[] } = {
  container: ['runcStart'],
  userns: ['runcStart', 'usernsStart'],
  gvisor: ['runcStart', 'gvisorStart'],
  kata: ['runcStart', 'kataStart'],
  microvm: ['firecrackerStart', 'firecrackerSetup'],
  vm: ['vmStart'],
}

/** The figures that a warm start adds up: the runtime, for OCI images the engine, and NAT where it is set up. */
export function startFigures(pack: Pack, engine: Engine, net: 'nat' | 'host'): readonly ParameterId[] {
  if (!TRAITS[pack].oci) return RUNTIME[pack]
  const engineStart = engine === 'docker' ? 'dockerdStart' : 'containerdStart'
  return [...RUNTIME[pack], engineStart, ...(net === 'nat' ? ['natStart' as const] : [])]
}

/** Time from the order to start until the first process runs, everything being on the host, ms. */
export const warmStartMs = (pack: Pack, engine: Engine, net: 'nat' | 'host'): number =>
  startFigures(pack, engine, net).reduce((sum, id) => sum + parameter(id).value, 0)

/**
 * Time until a workload serves, ms: nothing where it already runs, else waiting for what must be pulled, the warm start,
 * and the workload's own start.
 */
export function startMs(ready: Ready, pullMs: number, warmMs: number, bootMs: number): number {
  switch (ready) {
    case 'running':
      return 0
    case 'layers':
      return warmMs + bootMs
    case 'cold':
    case 'lazy':
      return pullMs + warmMs + bootMs
  }
}
