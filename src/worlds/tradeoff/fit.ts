import { type Pack, TRAITS } from './packs.ts'

/** Why a packaging cannot run on a host. */
export const MISFITS = ['arch', 'os', 'kernel', 'module', 'kvm', 'hostNet'] as const
/** Why a packaging cannot run on a host. */
export type Misfit = (typeof MISFITS)[number]

/** A processor architecture. Hardware virtualisation runs guests of the host's own only. */
export type Arch = 'amd64' | 'arm64'

/** What a host is. `kvm`: bare metal, or a VM whose provider allows nested virtualisation. */
export type Ground = {
  readonly os: 'linux' | 'windows' | 'macos'
  readonly arch: Arch
  readonly kernel: string
  readonly modules: readonly string[]
  readonly kvm: boolean
}

/** What a workload asks of the system below it. */
export type Demand = {
  /** Architectures that its image is built for. */
  readonly arch: readonly Arch[]
  readonly os: 'linux' | 'windows'
  /** The one kernel it runs on. */
  readonly version?: string | undefined
  /** The oldest kernel that has what it calls. */
  readonly atLeast?: string | undefined
  readonly module?: string | undefined
}

/** Guest kernels that Firecracker is validated with: its kernel policy, since 1.10. Kata is held to the same list. */
export const MICRO_KERNELS: readonly string[] = ['5.10', '6.1']

/** The reasons why a packaging cannot run a demand on a ground; none where it can. */
export function misfits(pack: Pack, demand: Demand, ground: Ground, net: 'nat' | 'host'): readonly Misfit[] {
  const found: Misfit[] = []
  if (!demand.arch.includes(ground.arch)) found.push('arch')
  if (!hasSystem(pack, demand, ground)) found.push('os')
  const kernels = kernelsOf(pack, ground)
  if (kernels !== 'any') {
    if (asksForKernel(demand) && !kernels.some(kernel => runsOn(demand, kernel))) found.push('kernel')
    if (!hasModule(pack, demand, ground)) found.push('module')
  }
  if (TRAITS[pack].guest && !ground.kvm) found.push('kvm')
  // userns: dockerd refuses it (userns-remap, known limitations), Kubernetes too (hostUsers); Kata: its limitations.
  if (net === 'host' && (pack === 'userns' || pack === 'kata')) found.push('hostNet')
  return found
}

/** A container shares its host's system; gVisor, Kata and micro-VMs run Linux on Linux; a full VM runs any on any. */
function hasSystem(pack: Pack, { os }: Demand, ground: Ground): boolean {
  if (pack === 'vm') return true
  if (pack === 'container' || pack === 'userns') return os === ground.os
  return os === 'linux' && ground.os === 'linux'
}

/** The kernels that a workload can meet: the host's, those that a micro-VM boots, or any. gVisor has its own answers. */
function kernelsOf(pack: Pack, ground: Ground): readonly string[] | 'any' {
  if (pack === 'vm') return 'any'
  if (pack === 'gvisor') return []
  return TRAITS[pack].guest ? MICRO_KERNELS : [ground.kernel]
}

const asksForKernel = ({ version, atLeast }: Demand): boolean =>
  version !== undefined || atLeast !== undefined

const runsOn = ({ version, atLeast }: Demand, kernel: string): boolean =>
  (version === undefined || sameRelease(version, kernel)) &&
  (atLeast === undefined || !isOlder(kernel, atLeast))

/** A module is part of one kernel: a container gets the host's, a micro-VM's is built with it, gVisor loads none. */
function hasModule(pack: Pack, { module }: Demand, ground: Ground): boolean {
  if (module === undefined || TRAITS[pack].guest) return true
  return pack !== 'gvisor' && ground.modules.includes(module)
}

const release = (version: string): readonly [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return [major, minor]
}

function sameRelease(a: string, b: string): boolean {
  const [major, minor] = release(a)
  const [otherMajor, otherMinor] = release(b)
  return major === otherMajor && minor === otherMinor
}

function isOlder(a: string, b: string): boolean {
  const [major, minor] = release(a)
  const [otherMajor, otherMinor] = release(b)
  return major < otherMajor || (major === otherMajor && minor < otherMinor)
}
