import * as z from 'zod'
import { crictlFiles } from '../../../src/worlds/route/exports/crictl.ts'
import type { NodePlan, PodPlan } from '../../../src/worlds/route/plan.ts'
import type { ContainerdHost } from './containerd-host.ts'
import type { Refusal } from './cri-client.ts'

/** A call of a start, and the programs that were executed in its course. */
export type Called = { readonly call: string; readonly executes: readonly string[] }

/** How a pod's start went for real. */
export type RealStart = {
  readonly calls: readonly Called[]
  readonly sandbox: string | null
  readonly container: string | null
  /** What the last call was refused with. */
  readonly refusal: Refusal | null
}

const Options = z.looseObject({ namespace_options: z.looseObject({}) })
const PodConfig = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  linux: z.looseObject({ security_context: Options }),
})
const ContainerConfig = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  image: z.object({ image: z.string() }),
})
const NewSandbox = z.object({ pod_sandbox_id: z.string() })
const NewContainer = z.object({ container_id: z.string() })
const Found = z.object({ image: z.object({ id: z.string() }).nullish() })
const Anything = z.looseObject({})

const read = <T>(text: string | undefined, schema: z.ZodType<T>): T => schema.parse(JSON.parse(text ?? ''))

let starts = 0

/**
 * Starts a pod as a kubelet does, with the JSON that the game exports for crictl; only the parent of its cgroups is the
 * test's own, and names differ from start to start.
 */
export async function startForReal(host: ContainerdHost, node: NodePlan, pod: PodPlan): Promise<RealStart> {
  starts += 1
  const [podFile, containerFile] = crictlFiles(node, pod)
  const exported = read(podFile?.text, PodConfig)
  const config = {
    ...exported,
    metadata: { ...exported.metadata, uid: `start-${starts}`, attempt: starts },
    linux: { ...exported.linux, cgroup_parent: `/${host.cgroup}/burstable` },
  }
  const container = read(containerFile?.text, ContainerConfig)
  const calls: Called[] = []
  const call = async <T>(service: string, name: string, request: object, answer: z.ZodType<T>) => {
    const [result, executes] = await host.executedIn(() =>
      host.cri.call(`${service}/${name}`, request, answer),
    )
    calls.push({ call: name, executes })
    return result
  }
  const handler = pod.runtimeClass?.handler ?? ''
  const sandbox = await call(
    'RuntimeService',
    'RunPodSandbox',
    { config, runtime_handler: handler },
    NewSandbox,
  )
  if (!sandbox.ok) return { calls, sandbox: null, container: null, refusal: sandbox.error }
  const { pod_sandbox_id } = sandbox.value
  const stopped = (refusal: Refusal, made: string | null = null): RealStart => ({
    calls,
    sandbox: pod_sandbox_id,
    container: made,
    refusal,
  })

  const { image } = container
  const found = await call('ImageService', 'ImageStatus', { image }, Found)
  if (!found.ok) return stopped(found.error)
  if (!found.value.image) {
    const pulled = await call('ImageService', 'PullImage', { image }, Anything)
    if (!pulled.ok) return stopped(pulled.error)
  }
  const create = { pod_sandbox_id, config: container, sandbox_config: config }
  const created = await call('RuntimeService', 'CreateContainer', create, NewContainer)
  if (!created.ok) return stopped(created.error)
  const { container_id } = created.value
  const started = await call('RuntimeService', 'StartContainer', { container_id }, Anything)
  return started.ok
    ? { calls, sandbox: pod_sandbox_id, container: container_id, refusal: null }
    : stopped(started.error, container_id)
}

const Info = z.object({ info: z.object({ info: z.string() }) })
const Pid = z.object({ pid: z.number() })

/** The process of a sandbox (pause) or of a container, as its host numbers it. */
export async function pidOf(
  host: ContainerdHost,
  type: 'sandbox' | 'container',
  id: string,
): Promise<string> {
  const answer =
    type === 'sandbox'
      ? await host.cri.call('RuntimeService/PodSandboxStatus', { pod_sandbox_id: id, verbose: true }, Info)
      : await host.cri.call('RuntimeService/ContainerStatus', { container_id: id, verbose: true }, Info)
  if (!answer.ok) throw new Error(answer.error.text)
  return String(read(answer.value.info.info, Pid).pid)
}

const Ended = z.object({
  status: z.object({ reason: z.string().default(''), exit_code: z.number().default(0) }),
})

/** How a container ended: reason and exit code, empty and 0 while it runs. */
export async function endOf(host: ContainerdHost, id: string): Promise<z.infer<typeof Ended>['status']> {
  const answer = await host.cri.call('RuntimeService/ContainerStatus', { container_id: id }, Ended)
  if (!answer.ok) throw new Error(answer.error.text)
  return answer.value.status
}

/** A refusal in the words of the kubelet's event, as `kubectl describe` shows it; the id of a sandbox is left out. */
export function eventOf({ calls, refusal }: RealStart, image: string): string {
  if (refusal === null) return ''
  const { code, text } = refusal
  const words = text.replace(/ "[0-9a-f]{64}"/g, '').replace(/\/[0-9a-f]{64}/g, '')
  const rpc = `rpc error: code = ${code} desc = ${words}`
  switch (calls.at(-1)?.call) {
    case 'RunPodSandbox':
      return `Failed to create pod sandbox: ${rpc}`
    case 'PullImage':
      // As a kubelet from 1.28 on words it: the code that says nothing is left out.
      return `Failed to pull image "${image}": ${code === 'Unknown' ? words : rpc}`
    default:
      return `Error: ${words}`
  }
}
