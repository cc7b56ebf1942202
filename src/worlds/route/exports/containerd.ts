import type { Text } from '../../../core/text.ts'
import type { Artifact } from '../../../core/world.ts'
import { pauseImage } from '../errors.ts'
import type { Handler, NodePlan } from '../plan.ts'
import { atLeast } from '../versions.ts'

/**
 * containerd's config.toml in the format of its version: 1 up to 1.2, 2 from 1.3, 3 from 2.0. containerd docs/cri/config.md,
 * docs/containerd-2.0.md.
 */
export function containerdFiles(node: NodePlan, name: Text): readonly Artifact[] {
  const { containerd } = node
  if (containerd === null) return []
  const lines = atLeast(containerd, '2.0')
    ? version3(node)
    : atLeast(containerd, '1.3')
      ? version2(node)
      : version1(node)
  return [
    {
      id: `${node.id}.containerd`,
      title: { en: `${name.en}: /etc/containerd/config.toml`, ko: `${name.ko}: /etc/containerd/config.toml` },
      language: 'toml',
      text: `${lines.join('\n')}\n`,
    },
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
