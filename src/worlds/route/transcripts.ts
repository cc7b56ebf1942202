import type { Panel, TranscriptLine } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import { endpointUrl } from './endpoint.ts'
import { pauseImage } from './errors.ts'
import type { PodOutcome } from './outcome.ts'
import type { NodePlan } from './plan.ts'
import { hasPause } from './calls.ts'
import { answerAt } from './road.ts'
import { nodeFailure } from './start.ts'
import { serviceAsked } from './versions.ts'

const command = (text: string): TranscriptLine => ({ type: 'command', text })
const output = (text: string): TranscriptLine => ({ type: 'output', text })
const failed = (text: string): TranscriptLine => ({ type: 'error', text })

/** Made-up ids that stay the same for a name, in the shape of real ones. */
export function idOf(name: string): string {
  let hash = 0x9e37
  for (const letter of name) hash = (hash * 33 + letter.charCodeAt(0)) >>> 0
  return hash.toString(16).padStart(8, '0') + ((hash * 7919) >>> 0).toString(16).padStart(8, '0').slice(0, 5)
}

/** `kubectl get pod`, and the events of a pod that does not run. */
export function kubectlLines(outcome: PodOutcome): readonly TranscriptLine[] {
  const { pod, status, restarts, error, stage } = outcome
  const ready = status === 'Running' ? pod.containers : 0
  const row = `${pod.id.padEnd(12)} ${`${ready}/${pod.containers}`.padEnd(6)} ${status.padEnd(26)} ${restarts}`
  const get = [
    command(`kubectl get pod ${pod.id}`),
    output(`${'NAME'.padEnd(12)} ${'READY'.padEnd(6)} ${'STATUS'.padEnd(26)} RESTARTS`),
    output(row),
  ]
  if (error === '' || stage === 'kubelet' || stage === 'connect') return get
  const reason = REASONS[stage]
  return [
    ...get,
    command(`kubectl describe pod ${pod.id}`),
    output('Events:'),
    failed(`  Warning  ${reason}  ${error}`),
  ]
}

const REASONS = {
  schedule: 'FailedScheduling',
  network: 'NetworkNotReady',
  volumes: 'FailedMount',
  sandbox: 'FailedCreatePodSandBox',
  image: 'Failed',
  create: 'Failed',
  start: 'Failed',
  running: 'BackOff',
} as const

/** The kubelet's own log, where it does not even run. */
export function kubeletLines(outcome: PodOutcome): readonly TranscriptLine[] {
  if (outcome.stage !== 'kubelet' && outcome.stage !== 'connect') return []
  return [command('journalctl -u kubelet -n 1'), failed(outcome.error)]
}

/** `crictl ps` on a node, and `docker ps` with its blind spot, after its pods were started. */
export function psLines(node: NodePlan, pods: readonly PodOutcome[]): readonly TranscriptLine[] {
  const running = pods.filter(({ status }) => status === 'Running')
  const docker = node.dockerd === null ? [] : [command('docker ps'), ...dockerPs(running)]
  return [command('crictl ps'), ...crictlPs(node, running), ...docker]
}

/** What crictl of the node's own time says where no CRI answers. */
function crictlError(node: NodePlan): string {
  const answer = answerAt(node)
  if (answer.type === 'no-cri') return `unknown service ${serviceAsked(node.kubelet)}`
  return answer.type === 'rest' ? 'error reading server preface' : 'connect: no such file or directory'
}

function crictlPs(node: NodePlan, running: readonly PodOutcome[]): readonly TranscriptLine[] {
  const failure = nodeFailure(node)
  if (failure !== null && answerAt(node).type !== 'cri')
    return [
      failed(`FATA[0000] validate service connection: ${endpointUrl(node.endpoint)}: ${crictlError(node)}`),
    ]
  return [
    output('CONTAINER      IMAGE          STATE     NAME'),
    ...running.map(({ pod }) => output(`${idOf(pod.id)}  ${pod.image.padEnd(13)}  Running   ${pod.id}`)),
  ]
}

function dockerPs(running: readonly PodOutcome[]): readonly TranscriptLine[] {
  const seen = running.filter(({ road }) => road?.store === 'docker')
  return [
    output('CONTAINER ID   IMAGE                  NAMES'),
    ...seen.flatMap(({ pod, node, road }) => [
      output(`${idOf(pod.id).slice(0, 12)}   ${pod.image.padEnd(22)} k8s_${pod.id}_${pod.id}_default`),
      ...(road !== null && hasPause(node, pod, road.path)
        ? [
            output(
              `${idOf(`${pod.id}-pause`).slice(0, 12)}   ${pauseImage({ node }).padEnd(22)} k8s_POD_${pod.id}_default`,
            ),
          ]
        : []),
    ]),
  ]
}

/** A transcript as a panel. */
export function transcript(id: string, title: Text, lines: readonly TranscriptLine[], group?: string): Panel {
  return {
    type: 'transcript',
    id,
    title,
    seat: 'both',
    ...(group === undefined ? {} : { group }),
    say: transcriptWords(lines),
    lines,
  }
}

function transcriptWords(lines: readonly TranscriptLine[]): Text {
  const text = (hidden: string, nothing: string) =>
    lines.length === 0
      ? nothing
      : lines
          .map(line =>
            line.type === 'hidden' ? hidden : line.type === 'command' ? `$ ${line.text}` : line.text.trim(),
          )
          .join('\n')
  return { en: text('(not known yet)', '(nothing)'), ko: text('(아직 모름)', '(없음)') }
}
