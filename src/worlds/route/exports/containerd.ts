import type { Text } from '../../../core/text.ts'
import type { Artifact } from '../../../core/world.ts'
import { SOCKETS } from '../endpoint.ts'
import { pauseImage } from '../errors.ts'
import type { Handler, NodePlan } from '../plan.ts'
import { atLeast, type Version } from '../versions.ts'

/** containerd's config.toml, and that of cri-containerd, which has a file of its own. */
export function containerdFiles(node: NodePlan, name: Text): readonly Artifact[] {
  const { containerd } = node
  if (containerd === null) return []
  const plugin = tomlFile(
    `${node.id}.containerd`,
    name,
    '/etc/containerd/config.toml',
    configLines(node, containerd),
  )
  if (!node.criContainerd) return [plugin]
  const adapter = tomlFile(
    `${node.id}.cri-containerd`,
    name,
    '/etc/cri-containerd/config.toml',
    criContainerd(node),
  )
  return [plugin, adapter]
}

const tomlFile = (id: string, name: Text, path: string, lines: readonly string[]): Artifact => ({
  id,
  title: { en: `${name.en}: ${path}`, ko: `${name.ko}: ${path}` },
  language: 'toml',
  text: `${lines.join('\n')}\n`,
})

/**
 * The format follows the version: 1.0 knows of no CRI; then format 1 up to 1.2, 2 from 1.3, 3 from 2.0. containerd
 * server/config.go 1.0, docs/cri/config.md, docs/containerd-2.0.md.
 */
function configLines(node: NodePlan, containerd: Version): readonly string[] {
  if (atLeast(containerd, '2.0')) return version3(node)
  if (atLeast(containerd, '1.3')) return version2(node)
  return atLeast(containerd, '1.1') ? version1(node) : ['[grpc]', `  address = "${SOCKETS.containerd.path}"`]
}

/** What cri-containerd of its time reads. containerd/cri v1.0.0-beta.1 cmd/cri-containerd/options/options.go. */
function criContainerd(node: NodePlan): readonly string[] {
  return [
    `socket_path = "${SOCKETS['cri-containerd'].path}"`,
    `sandbox_image = "${pauseImage({ node })}"`,
    `systemd_cgroup = ${node.runtimeDriver === 'systemd'}`,
    '',
    '[containerd]',
    `  endpoint = "${SOCKETS.containerd.path}"`,
    ...(node.ociRuntime === 'runc' ? [] : [`  runtime_engine = "${node.ociRuntime}"`]),
    '',
    '[cni]',
    '  bin_dir = "/opt/cni/bin"',
    '  conf_dir = "/etc/cni/net.d"',
  ]
}

const RUNTIME_TYPES: { readonly [H in Handler]: string } = {
  plain: 'io.containerd.runc.v2',
  runsc: 'io.containerd.runsc.v1',
  kata: 'io.containerd.kata.v2',
}

const handlerName = (handler: Handler): string => (handler === 'plain' ? 'runc' : handler)

/** Up to 1.2 there is one untrusted or default runtime by type, and no systemd switch for each runtime. */
function version1(node: NodePlan): readonly string[] {
  return [
    `disabled_plugins = [${node.cri ? '' : '"cri"'}]`,
    '',
    '[plugins.cri]',
    `  sandbox_image = "${pauseImage({ node })}"`,
    `  systemd_cgroup = ${node.runtimeDriver === 'systemd'}`,
  ]
}

function version2(node: NodePlan): readonly string[] {
  return [
    'version = 2',
    `disabled_plugins = [${node.cri ? '' : '"io.containerd.grpc.v1.cri"'}]`,
    '',
    '[plugins."io.containerd.grpc.v1.cri"]',
    `  sandbox_image = "${pauseImage({ node })}"`,
    '',
    ...runtimes(node, 'plugins."io.containerd.grpc.v1.cri".containerd'),
  ]
}

function version3(node: NodePlan): readonly string[] {
  const disabled =
    '"io.containerd.cri.v1.images", "io.containerd.cri.v1.runtime", "io.containerd.grpc.v1.cri"'
  return [
    'version = 3',
    `disabled_plugins = [${node.cri ? '' : disabled}]`,
    '',
    "[plugins.'io.containerd.cri.v1.images'.pinned_images]",
    `  sandbox = "${pauseImage({ node })}"`,
    '',
    ...runtimes(node, "plugins.'io.containerd.cri.v1.runtime'.containerd"),
  ]
}

function runtimes(node: NodePlan, table: string): readonly string[] {
  return [
    `[${table}]`,
    `  default_runtime_name = "${handlerName(node.defaultHandler)}"`,
    ...node.handlers.flatMap(handler => [
      '',
      `[${table}.runtimes.${handlerName(handler)}]`,
      `  runtime_type = "${RUNTIME_TYPES[handler]}"`,
      ...(handler === 'plain'
        ? [
            '',
            `[${table}.runtimes.runc.options]`,
            `  BinaryName = "${node.ociRuntime}"`,
            `  SystemdCgroup = ${node.runtimeDriver === 'systemd'}`,
          ]
        : []),
    ]),
  ]
}
