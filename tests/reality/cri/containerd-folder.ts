import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { containerdFiles } from '../../../src/worlds/route/exports/containerd.ts'
import type { NodePlan } from '../../../src/worlds/route/plan.ts'
import { atLeast } from '../../../src/worlds/route/versions.ts'
import { type ImageSpec, imageArchive } from './image-archive.ts'
import { pathOf, PLUGINS, writeStandIns } from './programs.ts'

/** What a host starts with: images by name, what the shop's program does, the CNI plugins that are installed. */
export type Stock = {
  readonly images: readonly ImageSpec[]
  readonly app?: keyof typeof PROGRAMS
  readonly plugins?: readonly string[]
}

const WAITS = 'while :; do sleep 1000; done'

/** The programs that the shop can be: one that stays, and one that takes ever more memory. */
const PROGRAMS = { serves: WAITS, leaks: 'exec tail /dev/zero' } as const

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

/** Busybox, with a pause and a shop that are scripts. */
function archiveOf({ images, app = 'serves' }: Stock): Buffer {
  return imageArchive(images, [
    { path: 'bin/busybox', data: readFileSync(pathOf('busybox') ?? '/bin/busybox') },
    ...['sh', 'sleep', 'tail'].map(applet => ({ path: `bin/${applet}`, link: 'busybox' })),
    { path: 'bin/shop', data: `#!/bin/sh\n${PROGRAMS[app]}\n` },
    { path: 'pause', data: `#!/bin/sh\n${WAITS}\n` },
  ])
}

/** Makes the folder that `host.sh` takes, with an archive of the images; no CNI network is configured yet. */
export function containerdFolder(node: NodePlan, stock: Stock): string {
  const folder = mkdtempSync(join(tmpdir(), 'boxwright-cri-'))
  writeFileSync(traceOf(folder), '')
  mkdirSync(join(folder, 'net.d'))
  writeStandIns(folder, traceOf(folder), stock.plugins ?? PLUGINS)
  writeFileSync(join(folder, 'config.toml'), configOf(node, folder))
  writeFileSync(archivePath(folder), archiveOf(stock))
  return folder
}

/** The file that notes which programs were executed. */
export const traceOf = (folder: string): string => join(folder, 'trace')

/** The archive of the images. */
export const archivePath = (folder: string): string => join(folder, 'images.tar')

/** Configures the pods' network, as an agent would. */
export const writeNetwork = (folder: string): void =>
  writeFileSync(join(folder, 'net.d', '10-pods.conflist'), JSON.stringify(NETWORK))
