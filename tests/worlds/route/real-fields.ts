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
  PodSandboxConfig: {
    source: 'CRI api.proto: PodSandboxConfig, LinuxPodSandboxConfig, NamespaceOption',
    fields: [
      'metadata.name',
      'metadata.namespace',
      'metadata.uid',
      'metadata.attempt',
      'hostname',
      'log_directory',
      'linux.cgroup_parent',
      'linux.security_context.namespace_options.network',
      'linux.security_context.namespace_options.pid',
      'linux.security_context.namespace_options.ipc',
    ],
  },
  ContainerConfig: {
    source: 'CRI api.proto: ContainerConfig, LinuxContainerConfig, LinuxContainerResources',
    fields: [
      'metadata.name',
      'metadata.attempt',
      'image.image',
      'command.[]',
      'log_path',
      'linux.resources.memory_limit_in_bytes',
      'linux.security_context.namespace_options.network',
      'linux.security_context.namespace_options.pid',
      'linux.security_context.namespace_options.ipc',
    ],
  },
  'daemon.json': {
    source: 'DDOC reference/cli/dockerd: daemon configuration file',
    fields: ['exec-opts.[]', 'live-restore', 'runtimes.runsc.path'],
  },
}

/** Keys of containerd's and CRI-O's TOML files, and who defines them. */
export const REAL_TOML_KEYS: {
  readonly [kind: string]: { readonly source: string; readonly keys: readonly string[] }
} = {
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
