import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { NodePlan } from '../../../src/worlds/route/plan.ts'
import { archivePath, containerdFolder, type Stock, traceOf, writeNetwork } from './containerd-folder.ts'
import { type CriClient, criClient } from './cri-client.ts'
import { pathOf, pluginFolder } from './programs.ts'
import { cgroupsNamed, removeCgroup, type ThrowAwayHost, throwAwayHost, until } from './throw-away-host.ts'

/** A containerd of our own on a throw-away host, configured as a node of the game. */
export type ContainerdHost = {
  readonly cri: CriClient
  /** The parent of its pods' cgroups. */
  readonly cgroup: string
  /** Writes the configuration of a CNI network, and waits until containerd has seen it. */
  readonly configureNetwork: () => Promise<void>
  /** The programs that were executed while something was done, in order. */
  readonly executedIn: <T>(
    act: () => Promise<T>,
  ) => Promise<readonly [result: T, executed: readonly string[]]>
  readonly processes: ThrowAwayHost['processes']
  readonly namespacesOf: ThrowAwayHost['namespacesOf']
  /** Kills the daemon, and waits until another one answers in its place. */
  readonly restart: () => Promise<void>
  /** Ends the daemon and all it started, and removes what they left. */
  readonly end: () => Promise<void>
  /** Its folder and cgroups, as far as they are there; after the end nothing. */
  readonly leftovers: () => readonly string[]
}

const Version = z.object({ runtime_name: z.string(), runtime_version: z.string() })
const Found = z.object({ image: z.object({ id: z.string() }).nullish() })
const Condition = z.object({
  type: z.string(),
  status: z.boolean().default(false),
  reason: z.string().default(''),
  message: z.string().default(''),
})
const Conditions = z.object({ status: z.object({ conditions: z.array(Condition) }) })

/** What a runtime says of its network: ready or not, and why. */
export async function networkCondition(cri: CriClient): Promise<z.infer<typeof Condition> | undefined> {
  const answer = await cri.call('RuntimeService/Status', {}, Conditions)
  if (!answer.ok) throw new Error(`rpc error: code = ${answer.error.code} desc = ${answer.error.text}`)
  return answer.value.status.conditions.find(({ type }) => type === 'NetworkReady')
}

/** Waits until the daemon answers, be it only that it knows no CRI. */
async function answered(cri: CriClient, socket: string): Promise<void> {
  await until('the socket of containerd', () => existsSync(socket))
  await until('containerd to answer', async () => {
    const answer = await cri.call('RuntimeService/Version', {}, Version)
    return answer.ok || answer.error.code === 'Unimplemented'
  })
}

/** Puts the images into the store that pods are started from; the CRI plugin hears of them a moment later. */
async function importImages(cri: CriClient, socket: string, folder: string, stock: Stock): Promise<void> {
  if (stock.images.length === 0) return
  const words = ['--address', socket, '-n', 'k8s.io', 'images', 'import', archivePath(folder)]
  const run = spawnSync('ctr', words, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`ctr images import: ${run.stderr}`)
  for (const { name } of stock.images)
    await until(`image ${name}`, async () => {
      const answer = await cri.call('ImageService/ImageStatus', { image: { image: name } }, Found)
      return answer.ok && answer.value.image
    })
}

let hosts = 0

/** Starts a containerd for a node of the game; without a CNI configuration, as nobody has installed one yet. */
export async function containerdHost(node: NodePlan, stock: Stock): Promise<ContainerdHost> {
  hosts += 1
  const cgroup = `boxwright-cri-${hosts}-${process.pid}`
  const folder = containerdFolder(node, stock)
  const program = pathOf('containerd') ?? 'containerd'
  const host = await throwAwayHost([folder, program, pluginFolder() ?? '/opt/cni/bin'])
  const socket = `/proc/${host.first}/root/run/containerd/containerd.sock`
  const cri = criClient(socket)
  const end = async (): Promise<void> => {
    cri.close()
    await host.end()
    await removeCgroup(cgroup)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await answered(cri, socket)
    await importImages(cri, socket, folder, stock)
  } catch (error) {
    const log = readFileSync(join(folder, 'containerd.log'), 'utf8')
    await end()
    throw new Error(`containerd did not come up:\n${log}`, { cause: error })
  }
  const leftovers = (): readonly string[] =>
    [folder, ...cgroupsNamed(cgroup)].filter(path => existsSync(path))
  return { ...actsOn(host, cri, socket, folder), cri, cgroup, end, leftovers }
}

function actsOn(
  host: ThrowAwayHost,
  cri: CriClient,
  socket: string,
  folder: string,
): Omit<ContainerdHost, 'cri' | 'cgroup' | 'end' | 'leftovers'> {
  const daemon = (): string | undefined =>
    host.processes().find(({ command }) => command.includes('--config'))?.pid
  return {
    processes: host.processes,
    namespacesOf: host.namespacesOf,
    configureNetwork: async () => {
      writeNetwork(folder)
      await until('the network to be ready', async () => (await networkCondition(cri))?.status)
    },
    executedIn: async act => {
      writeFileSync(traceOf(folder), '')
      const result = await act()
      const lines = readFileSync(traceOf(folder), 'utf8').split('\n')
      return [result, lines.filter(line => line !== '')]
    },
    restart: async () => {
      const old = daemon()
      if (old !== undefined) host.kill(old)
      await until('another containerd', () => daemon() !== undefined && daemon() !== old)
      await answered(cri, socket)
    },
  }
}
