/** The messages of a start in one version of the CRI, whose NamespaceOption has fields of its own. */
function criFields(version: string, source: string, namespaces: readonly string[]) {
  const options = namespaces.map(field => `linux.security_context.namespace_options.${field}`)
  return {
    [`PodSandboxConfig ${version}`]: {
      source: `${source}: PodSandboxConfig, LinuxPodSandboxConfig, NamespaceOption`,
      fields: [
        'metadata.name',
        'metadata.namespace',
        'metadata.uid',
        'metadata.attempt',
        'hostname',
        'log_directory',
        'linux.cgroup_parent',
        ...options,
      ],
    },
    [`ContainerConfig ${version}`]: {
      source: `${source}: ContainerConfig, LinuxContainerConfig, LinuxContainerResources`,
      fields: [
        'metadata.name',
        'metadata.attempt',
        'image.image',
        'command.[]',
        'log_path',
        'linux.resources.memory_limit_in_bytes',
        ...options,
      ],
    },
  }
}

/** The fields that exported files may carry, and who defines them. A list's elements stand under `[]`. */
export const REAL_FIELDS: {
  readonly [kind: string]: { readonly source: string; readonly fields: readonly string[] }
} = {
  KubeletConfiguration: {
    source: 'K8S reference/config-api/kubelet-config.v1beta1',
    fields: ['apiVersion', 'kind', 'cgroupDriver', 'containerRuntimeEndpoint'],
  },
  RuntimeClass: {
    source: 'K8S reference/kubernetes-api: RuntimeClass node.k8s.io/v1',
    fields: ['apiVersion', 'kind', 'metadata.name', 'handler', 'overhead.podFixed.memory'],
  },
  Pod: {
    source: 'K8S reference/kubernetes-api: Pod v1, PodSpec, Container',
    fields: [
      'apiVersion',
      'kind',
      'metadata.name',
      'spec.nodeName',
      'spec.runtimeClassName',
      'spec.hostNetwork',
      'spec.shareProcessNamespace',
      'spec.imagePullSecrets.[].name',
      'spec.containers.[].name',
      'spec.containers.[].image',
      'spec.containers.[].imagePullPolicy',
      'spec.containers.[].command.[]',
      'spec.containers.[].env.[].name',
      'spec.containers.[].env.[].valueFrom.secretKeyRef.name',
      'spec.containers.[].env.[].valueFrom.secretKeyRef.key',
      'spec.containers.[].volumeMounts.[].name',
      'spec.containers.[].volumeMounts.[].mountPath',
      'spec.containers.[].resources.requests.memory',
      'spec.containers.[].resources.limits.memory',
      'spec.volumes.[].name',
      'spec.volumes.[].secret.secretName',
    ],
  },
  ...criFields('v1alpha1', 'CRI v1alpha1 api.proto', ['host_network', 'host_pid', 'host_ipc']),
  ...criFields('v1alpha2', 'CRI v1alpha2 api.proto, and v1', ['network', 'pid', 'ipc']),
  'daemon.json': {
    source: 'DDOC reference/cli/dockerd: daemon configuration file',
    fields: ['exec-opts.[]', 'live-restore', 'runtimes.runsc.path'],
  },
}

/** Keys of containerd's and CRI-O's TOML files, and who defines them. */
export const REAL_TOML_KEYS: {
  readonly [kind: string]: { readonly source: string; readonly keys: readonly string[] }
} = {
  'containerd 1.0': { source: 'containerd release/1.0 server/config.go', keys: ['address'] },
  'cri-containerd': {
    source: 'containerd/cri v1.0.0-beta.1 cmd/cri-containerd/options/options.go',
    keys: [
      'socket_path',
      'sandbox_image',
      'systemd_cgroup',
      'endpoint',
      'runtime_engine',
      'bin_dir',
      'conf_dir',
    ],
  },
  containerd: {
    source: 'containerd docs/cri/config.md, docs/containerd-2.0.md',
    keys: [
      'version',
      'disabled_plugins',
      'sandbox_image',
      'systemd_cgroup',
      'sandbox',
      'default_runtime_name',
      'runtime_type',
      'BinaryName',
      'SystemdCgroup',
    ],
  },
  crio: {
    source: 'CRI-O docs/crio.conf.5.md',
    keys: [
      'pause_image',
      'cgroup_manager',
      'default_runtime',
      'drop_infra_ctr',
      'runtime_path',
      'runtime_type',
    ],
  },
}
