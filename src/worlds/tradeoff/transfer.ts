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
  let whole = 0
  let total = 0
  let atStart = 0
  const here = new Set<Base>(has)
  const add = ({ image, ready, oci }: Wanted): void => {
    const { base } = image
    const missing = image.ownMB + (base === null || here.has(base) ? 0 : image.baseMB)
    if (base !== null) here.add(base)
    whole += image.baseMB + image.ownMB
    total += missing
    if (ready === 'cold' || (ready === 'lazy' && !oci)) atStart += missing
    else if (ready === 'lazy') atStart += (missing * parameter('lazyShare').value) / 100
  }
  for (const one of wanted) if (one.ready === 'layers' || one.ready === 'running') add(one)
  for (const one of wanted) if (one.ready === 'cold') add(one)
  for (const one of wanted) if (one.ready === 'lazy') add(one)
  return { total, atStart, reused: whole - total }
}

/** Time that so many MB take over a link of so many Mbit/s, ms: bytes times eight, over the rate. */
export const linkMs = (megabytes: number, mbit: number): number => (megabytes * 8 * 1000) / mbit
