import { type Pack, TRAITS } from './packs.ts'
import { inMB, parameter } from './parameters.ts'
import type { Ready } from './start.ts'

/** Base images that a workload's image can stand on. */
export const BASES = ['alpine', 'debian', 'ubuntu'] as const
/** A base image. */
export type Base = (typeof BASES)[number]

/** True for the name of a base image. */
export const isBase = (name: string): name is Base => BASES.some(base => base === name)

/** An image as it is moved: a base layer that others can share, and what is its own. MB. */
export type Image = { readonly base: Base | null; readonly baseMB: number; readonly ownMB: number }

/**
 * The image of a workload. OCI images share their base layer by digest; a micro-VM's root file system is one file with
 * the base in it; a full VM carries a whole operating system.
 */
export function imageOf(pack: Pack, base: Base, appMB: number): Image {
  if (TRAITS[pack].oci) return { base, baseMB: inMB(base), ownMB: appMB }
  const system = pack === 'vm' ? inMB('vmImage') : inMB(base)
  return { base: null, baseMB: 0, ownMB: system + appMB }
}

/** Everything of an image, MB. */
export const imageMB = (image: Image): number => image.baseMB + image.ownMB

/** An image that a host must have, and how it is prepared there. */
export type Wanted = { readonly image: Image; readonly ready: Ready; readonly oci: boolean }

/** What a host moves, MB. */
export type Transfer = {
  /** Over the link in all, ahead of time and at start: each layer once. */
  readonly total: number
  /** While workloads wait for it at their start. */
  readonly atStart: number
  /** What sharing layers saved. */
  readonly reused: number
}

/**
 * What one host must pull: each shared base once, and not at all where the host has it; own layers always. What is
 * prepared (`layers`, `running`) is pulled ahead of time. A lazy start waits for the share of its image that is read first.
 */
export function transferOf(has: readonly Base[], wanted: readonly Wanted[]): Transfer {
  const sum = { total: 0, atStart: 0, reused: 0 }
  // Bits instead of a set, since a proof asks for it half a million times.
  let here = has.reduce((bits, base) => bits | BIT[base], 0)
  for (const when of ORDER)
    for (const one of wanted) {
      if (when !== waits(one)) continue
      const { base, baseMB, ownMB } = one.image
      const bit = base === null ? 0 : BIT[base]
      const saved = (here & bit) === 0 ? 0 : baseMB
      here |= bit
      const missing = ownMB + baseMB - saved
      sum.reused += saved
      sum.total += missing
      sum.atStart += missing * WAITED[when]()
    }
  return sum
}

const BIT: { readonly [B in Base]: number } = { alpine: 1, debian: 2, ubuntu: 4 }

/** Which part of an image is waited for, in the order in which images reach a host. */
const ORDER = ['none', 'all', 'share'] as const
const WAITED: { readonly [W in (typeof ORDER)[number]]: () => number } = {
  none: () => 0,
  all: () => 1,
  share: () => parameter('lazyShare').value / 100,
}

/** Only layers can be pulled as they are read; the disk of a guest is one file. */
function waits({ ready, oci }: Wanted): (typeof ORDER)[number] {
  if (ready === 'layers' || ready === 'running') return 'none'
  return ready === 'lazy' && oci ? 'share' : 'all'
}

/** Time that so many MB take over a link of so many Mbit/s, ms: bytes times eight, over the rate. */
export const linkMs = (megabytes: number, mbit: number): number => (megabytes * 8 * 1000) / mbit
