import type { Text } from '../../core/text.ts'

/** The ways to pack a workload, from the thinnest wall to the thickest. */
export const PACKS = ['container', 'userns', 'gvisor', 'kata', 'microvm', 'vm'] as const

/** A way to pack a workload. */
export type Pack = (typeof PACKS)[number]

/** True for the name of a packaging. */
export const isPack = (name: string): name is Pack => PACKS.some(pack => pack === name)

/** What a packaging is made of; every formula follows from these. */
export type Traits = {
  /** It is started from an OCI image by a container engine, so it shares layers and needs the engine on its host. */
  readonly oci: boolean
  /** It brings a kernel of its own behind hardware virtualisation, so its host needs /dev/kvm. */
  readonly guest: boolean
}

/** The traits of each packaging. */
export const TRAITS: { readonly [P in Pack]: Traits } = {
  container: { oci: true, guest: false },
  userns: { oci: true, guest: false },
  gvisor: { oci: true, guest: false },
  kata: { oci: true, guest: true },
  microvm: { oci: false, guest: true },
  vm: { oci: false, guest: true },
}

/** What players read for each packaging; short enough for a control at 80 columns. */
export const PACK_WORDS: { readonly [P in Pack]: Text } = {
  container: { en: 'container', ko: '컨테이너' },
  userns: { en: 'user namespace', ko: '사용자 네임스페이스' },
  gvisor: { en: 'gVisor', ko: 'gVisor' },
  kata: { en: 'Kata', ko: 'Kata' },
  microvm: { en: 'micro-VM', ko: '마이크로VM' },
  vm: { en: 'full VM', ko: '전체 VM' },
}
