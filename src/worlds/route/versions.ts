/** A version as a level writes it: `"1.24"`, `"20.10"`. Quoted in YAML, or 1.10 would be read as 1.1. */
export type Version = string

/** A generation of the Container Runtime Interface. */
export type CriVersion = 'v1alpha1' | 'v1alpha2' | 'v1'

/** True for what can be compared as a version. */
export const isVersion = (text: string): boolean => /^\d+\.\d+$/.test(text)

/** True if a version is the given one or newer. Numbers are compared part by part: 1.10 is newer than 1.9. */
export const atLeast = (version: Version, least: Version): boolean => rankOf(version) >= rankOf(least)

/** Ranks of versions met so far; a search asks for the same few millions of times. */
const ranks = new Map<Version, number>()

function rankOf(version: Version): number {
  const known = ranks.get(version)
  if (known !== undefined) return known
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const rank = major * 10_000 + minor
  ranks.set(version, rank)
  return rank
}

/** From which version on a program speaks what, and who says so. Rows are in rising order; the last that applies counts. */
export type Rung = {
  readonly since: Version
  readonly speaks: readonly CriVersion[]
  readonly source: string
}

/** Programs whose CRI versions changed over time. */
export type Speaker = 'kubelet' | 'dockershim' | 'cri-containerd' | 'containerd' | 'crio' | 'cri-dockerd'

/** Which CRI versions each program speaks. The kubelet asks in the first that it speaks and falls back to the next. */
export const SPEAKS: { readonly [S in Speaker]: readonly Rung[] } = {
  kubelet: [
    { since: '1.5', speaks: ['v1alpha1'], source: 'KBLOG 2016/12 container-runtime-interface' },
    { since: '1.10', speaks: ['v1alpha2'], source: 'containerd RELEASES.md; cri-tools#254' },
    {
      since: '1.23',
      speaks: ['v1', 'v1alpha2'],
      source: 'K8S setup/production-environment/container-runtimes',
    },
    { since: '1.26', speaks: ['v1'], source: 'KBLOG 2022/11 upcoming-changes-in-kubernetes-1-26' },
  ],
  // It lives inside the kubelet, so its versions are the kubelet's.
  dockershim: [
    { since: '1.5', speaks: ['v1alpha1'], source: 'KBLOG 2016/12 container-runtime-interface' },
    { since: '1.10', speaks: ['v1alpha2'], source: 'containerd RELEASES.md' },
    { since: '1.23', speaks: ['v1', 'v1alpha2'], source: 'cri-api log' },
    { since: '1.24', speaks: [], source: 'KEP-2221' },
  ],
  'cri-containerd': [
    { since: '1.0', speaks: ['v1alpha1'], source: 'containerd RELEASES.md; containerd/cri#619' },
  ],
  containerd: [
    { since: '1.0', speaks: [], source: 'containerd RELEASES.md: the plugin came with 1.1' },
    { since: '1.1', speaks: ['v1alpha2'], source: 'containerd RELEASES.md' },
    { since: '1.6', speaks: ['v1', 'v1alpha2'], source: 'containerd RELEASES.md; containerd#7863' },
    { since: '2.0', speaks: ['v1'], source: 'containerd docs/containerd-2.0.md' },
  ],
  crio: [
    { since: '1.0', speaks: ['v1alpha1'], source: 'CRI-O versions follow those of Kubernetes' },
    { since: '1.10', speaks: ['v1alpha2'], source: 'CRI-O versions follow those of Kubernetes' },
    { since: '1.20', speaks: ['v1', 'v1alpha2'], source: 'cri-api log: v1 came with 1.20' },
    { since: '1.26', speaks: ['v1'], source: 'cri-o#6554' },
  ],
  'cri-dockerd': [
    { since: '0.2', speaks: ['v1alpha2'], source: 'cri-dockerd#136' },
    { since: '0.3', speaks: ['v1', 'v1alpha2'], source: 'cri-dockerd#136' },
  ],
}

/** The CRI versions that a program of some version speaks. */
export function criVersions(speaker: Speaker, version: Version): readonly CriVersion[] {
  return SPEAKS[speaker].findLast(rung => atLeast(version, rung.since))?.speaks ?? []
}

/** The CRI version in which a kubelet and a runtime talk, the kubelet's first choice first; `null` if there is none. */
export function commonCri(kubelet: Version, runtime: readonly CriVersion[]): CriVersion | null {
  return criVersions('kubelet', kubelet).find(version => runtime.includes(version)) ?? null
}

/** The gRPC service that a kubelet asks for last, as errors name it. The first generation's package had no version. */
export function serviceAsked(kubelet: Version): string {
  const last = criVersions('kubelet', kubelet).at(-1) ?? 'v1'
  return last === 'v1alpha1' ? 'runtime.RuntimeService' : `runtime.${last}.RuntimeService`
}

/** The kubelet still has dockershim inside: up to 1.23. KEP-2221. */
export const hasDockershim = (kubelet: Version): boolean => !atLeast(kubelet, '1.24')

/** The kubelet still knows --network-plugin and its kin: they went with dockershim in 1.24. KEP-2221. */
export const knowsNetworkPlugin = (kubelet: Version): boolean => !atLeast(kubelet, '1.24')

/** The kubelet refuses a host on cgroup v1 unless told otherwise: from 1.35. KEP-5573. */
export const refusesCgroupV1 = (kubelet: Version): boolean => atLeast(kubelet, '1.35')

/** The kubelet takes its cgroup driver from the runtime (CRI RuntimeConfig): beta and on from 1.31. KEP-4033. */
export const asksForDriver = (kubelet: Version): boolean => atLeast(kubelet, '1.31')

/** The runtime tells its cgroup driver: containerd from 2.0, CRI-O from 1.28. KEP-4033. */
export function tellsDriver(runtime: 'containerd' | 'crio', version: Version): boolean {
  return atLeast(version, runtime === 'containerd' ? '2.0' : '1.28')
}

/** RuntimeClass exists from 1.12 (alpha) on. KEP-585. */
export const knowsRuntimeClass = (kubelet: Version): boolean => atLeast(kubelet, '1.12')

/** dockerd shares the node's containerd from 18.09 on; before, its package brought one of its own. MOBY 18.09 notes. */
export const sharesContainerd = (dockerd: Version): boolean => atLeast(dockerd, '18.09')
