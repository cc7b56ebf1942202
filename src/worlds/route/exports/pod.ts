import type { Json } from '../../../core/json.ts'
import type { Artifact } from '../../../core/world.ts'
import type { ClassPlan, PodPlan } from '../plan.ts'
import { toYaml } from './yaml.ts'

type Fields = { readonly [key: string]: Json | undefined }

/** A pod and its RuntimeClass as manifests. K8S reference/kubernetes-api: Pod v1, RuntimeClass node.k8s.io/v1. */
export function podFiles(pod: PodPlan): readonly Artifact[] {
  const { runtimeClass } = pod
  const manifests = [...(runtimeClass === null ? [] : [runtimeClassManifest(runtimeClass)]), podManifest(pod)]
  return [
    {
      id: `${pod.id}.pod`,
      title: { en: `${pod.id}: pod.yaml`, ko: `${pod.id}: pod.yaml` },
      language: 'yaml',
      text: manifests.map(toYaml).join('---\n'),
    },
  ]
}

const runtimeClassManifest = ({ id, handler, overhead }: ClassPlan): Fields => ({
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  metadata: { name: id.toLowerCase() },
  handler,
  ...(overhead === 0 ? {} : { overhead: { podFixed: { memory: `${overhead}Mi` } } }),
})

/** Names of objects are of DNS: small letters, digits and hyphens. */
const objectName = (id: string): string => id.toLowerCase().replaceAll('_', '-')

function podManifest(pod: PodPlan): Fields {
  const name = objectName(pod.id)
  const secret = `${name}-secret`
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: {
      nodeName: objectName(pod.node),
      ...(pod.runtimeClass === null ? {} : { runtimeClassName: objectName(pod.runtimeClass.id) }),
      ...(pod.hostNetwork ? { hostNetwork: true } : {}),
      ...(pod.sharePid ? { shareProcessNamespace: true } : {}),
      ...(pod.pullSecret ? { imagePullSecrets: [{ name: 'registry' }] } : {}),
      containers: Array.from({ length: pod.containers }, (_, i) => container(pod, i, secret)),
      ...(pod.secret === 'volume' ? { volumes: [{ name: 'secret', secret: { secretName: secret } }] } : {}),
    },
  }
}

function container(pod: PodPlan, i: number, secret: string): Fields {
  return {
    name: i === 0 ? objectName(pod.id) : `${objectName(pod.id)}-${i + 1}`,
    image: pod.image,
    imagePullPolicy: pod.pull,
    command: [pod.command === 'bad' ? '/bin/shp' : '/bin/shop'],
    ...(pod.secret === 'env'
      ? { env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: secret, key: 'token' } } }] }
      : {}),
    ...(pod.secret === 'volume' ? { volumeMounts: [{ name: 'secret', mountPath: '/etc/secret' }] } : {}),
    resources: {
      requests: { memory: `${pod.request}Mi` },
      ...(pod.limit === null ? {} : { limits: { memory: `${pod.limit}Mi` } }),
    },
  }
}
