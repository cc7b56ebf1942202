import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { containerdFiles } from '../../../src/worlds/route/exports/containerd.ts'
import type { NodePlan } from '../../../src/worlds/route/plan.ts'
import { atLeast } from '../../../src/worlds/route/versions.ts'
import { type CriClient, criClient } from './cri-client.ts'
import { imageArchive, type ImageSpec } from './image-archive.ts'
import { pathOf, PLUGINS, pluginFolder, writeStandIns } from './programs.ts'
import { removeCgroup, throwAwayHost, until } from './throw-away-host.ts'

/** Namespaces of a process, by type, as the kernel numbers them. */
export type Namespaces = { readonly [type: string]: string }

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
  /** The namespaces of a process, by the pid that it has on that host. */
  readonly namespacesOf: (pid: number) => Namespaces
  /** Programs of all processes there. */
  readonly processes: () => readonly string[]
  /** Ends the daemon and all it started, and removes what they left. */
  readonly end: () => Promise<void>
}

const NETWORK = {
  cniVersion: '0.4.0',
  name: 'pods',
  plugins: [
    {
      type: 'bridge',
      bridge: 'cni0',
      isGateway: true,
      ipam: { type: 'host-local', ranges: [[{ subnet: '10.88.0.0/24' }]], routes: [{ dst: '0.0.0.0/0' }] },
    },
  ],
}

/** The game's configuration of a node, with what keeps its daemon on the throw-away host. containerd docs/cri/config.md. */
function configOf(node: NodePlan, folder: string): string {
  const [file] = containerdFiles(node, { en: 'node', ko: '노드' })
  const text = file?.text ?? ''
  const own = '  restrict_oom_score_adj = true\n  disable_apparmor = true'
  const isNew = atLeast(node.containerd ?? '1.6', '2.0')
  const table = isNew ? "plugins.'io.containerd.cri.v1.runtime'" : 'plugins."io.containerd.grpc.v1.cri"'
  const cni = `[${table}.cni]\n  conf_dir = "${folder}/net.d"\n`
  return isNew
    ? `${text}\n[${table}]\n${own}\n${cni}`
    : `${text.replace(/^( {2}sandbox_image = .*)$/m, `$1\n${own}`)}\n${cni}`
}

const SCRIPT = '#!/bin/sh\nwhile :; do sleep 1000; done\n'

/** Images of the tests: a pause and a shop, both a script that waits. */
function importImages(socket: string, folder: string, images: readonly ImageSpec[]): void {
  const busybox = readFileSync(pathOf('busybox') ?? '/bin/busybox')
  const archive = imageArchive(images, [
    { path: 'bin/busybox', data: busybox },
    ...['sh', 'sleep', 'true', 'tail'].map(applet => ({ path: `bin/${applet}`, link: 'busybox' })),
    { path: 'bin/shop', data: SCRIPT },
    { path: 'pause', data: SCRIPT },
  ])
  writeFileSync(join(folder, 'images.tar'), archive)
  const words = ['--address', socket, '-n', 'k8s.io', 'images', 'import', join(folder, 'images.tar')]
  const run = spawnSync('ctr', words, { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`ctr images import: ${run.stderr}`)
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

let hosts = 0

/** What a host starts with: images by name, and the CNI plugins that are installed. */
export type Stock = { readonly images: readonly ImageSpec[]; readonly plugins?: readonly string[] }

/** Starts a containerd for a node of the game; without a CNI configuration, as nobody has installed one yet. */
export async function containerdHost(node: NodePlan, stock: Stock): Promise<ContainerdHost> {
  hosts += 1
  const cgroup = `boxwright-cri-${hosts}-${process.pid}`
  const folder = mkdtempSync(join(tmpdir(), 'boxwright-cri-'))
  const trace = join(folder, 'trace')
  writeFileSync(trace, '')
  mkdirSync(join(folder, 'net.d'))
  writeStandIns(folder, trace, stock.plugins ?? PLUGINS)
  writeFileSync(join(folder, 'config.toml'), configOf(node, folder))
  const host = await throwAwayHost([
    folder,
    pathOf('containerd') ?? 'containerd',
    pluginFolder() ?? '/opt/cni/bin',
  ])
  const socket = `/proc/${host.first}/root/run/containerd/containerd.sock`
  const cri = criClient(socket)
  const end = async (): Promise<void> => {
    cri.close()
    await host.end()
    await removeCgroup(cgroup)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await until('the socket of containerd', () => existsSync(socket))
    await until('containerd to answer', async () => {
      const answer = await cri.call('RuntimeService/Version', {}, Version)
      return answer.ok || answer.error.code === 'Unimplemented'
    })
    if (stock.images.length > 0) importImages(socket, folder, stock.images)
    for (const { name } of stock.images)
      await until(`image ${name}`, async () => {
        const answer = await cri.call('ImageService/ImageStatus', { image: { image: name } }, Found)
        return answer.ok && answer.value.image
      })
  } catch (error) {
    console.error(readFileSync(join(folder, 'containerd.log'), 'utf8'))
    await end()
    throw error
  }
  const proc = `/proc/${host.first}/root/proc`
  return {
    cri,
    cgroup,
    end,
    configureNetwork: async () => {
      writeFileSync(join(folder, 'net.d', '10-pods.conflist'), JSON.stringify(NETWORK))
      await until('the network to be ready', async () => (await networkCondition(cri))?.status)
    },
    executedIn: async act => {
      writeFileSync(trace, '')
      const result = await act()
      return [
        result,
        readFileSync(trace, 'utf8')
          .split('\n')
          .filter(line => line !== ''),
      ]
    },
    namespacesOf: pid =>
      Object.fromEntries(
        ['cgroup', 'ipc', 'mnt', 'net', 'pid', 'user', 'uts'].map(type => [
          type,
          readlinkSync(`${proc}/${pid}/ns/${type}`),
        ]),
      ),
    processes: () =>
      readdirSync(proc)
        .filter(name => /^\d+$/.test(name))
        .map(pid =>
          readFileSync(`${proc}/${pid}/cmdline`, 'utf8')
            .split('\0')
            .filter(word => word !== '')
            .join(' '),
        ),
  }
}
