import type { Panel, TranscriptLine } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import type { PodOutcome } from './outcome.ts'
import { containersOf, type NodePlan } from './plan.ts'
import { eventsOf } from './pod-events.ts'
import { crictlRefused, type Refusal, refusalAt, silence } from './refusals.ts'
import { nodeFailure } from './start.ts'

const command = (text: string): TranscriptLine => ({ type: 'command', text })
const output = (text: string): TranscriptLine => ({ type: 'output', text })
const failed = (text: string): TranscriptLine => ({ type: 'error', text })

/** Made-up ids that stay the same for a name, in the shape of real ones. */
export function idOf(name: string): string {
  let hash = 0x9e37
  for (const letter of name) hash = (hash * 33 + letter.charCodeAt(0)) >>> 0
  return hash.toString(16).padStart(8, '0') + ((hash * 7919) >>> 0).toString(16).padStart(8, '0').slice(0, 5)
}

/** `kubectl get pod`, and what `kubectl describe` tells of a pod that does not run. */
export function kubectlLines(outcome: PodOutcome): readonly TranscriptLine[] {
  const { pod, status, restarts } = outcome
  const { count } = pod
  const ready = status === 'Running' ? pod.containers : 0
  const columns = (name: string, up: string, state: string) =>
    `${name.padEnd(Math.max(4, pod.id.length) + 3)}${up.padEnd(8)}${state.padEnd(Math.max(6, status.length) + 3)}`
  const described = [...lastState(outcome), ...eventLines(outcome)]
  return [
    command(`kubectl get pod ${pod.id}${onlyOneOf(count > 1 ? [`×${count}`] : [])}`),
    output(`${columns('NAME', 'READY', 'STATUS')}RESTARTS`),
    output(`${columns(pod.id, `${ready}/${pod.containers}`, status)}${restarts}`),
    ...(described.length === 0 ? [] : [command(`kubectl describe pod ${pod.id}`), ...described]),
  ]
}

/** What stands at a container that was killed: kubectl pkg/describe. */
function lastState({ failure, pod }: PodOutcome): readonly TranscriptLine[] {
  if (failure !== 'oom') return []
  return [
    output('Containers:'),
    output(`  ${pod.id}:`),
    failed('    Last State:  Terminated'),
    failed('      Reason:    OOMKilled'),
    failed('      Exit Code: 137'),
  ]
}

function eventLines(outcome: PodOutcome): readonly TranscriptLine[] {
  const events = eventsOf(outcome)
  if (events.length === 0) return []
  const rows = events.map(({ type, reason, message }) =>
    (type === 'Warning' ? failed : output)(`  ${type.padEnd(7)}  ${reason}  ${message}`),
  )
  return [output('Events:'), ...rows]
}

/** The kubelet's own log, where it does not even run. */
export function kubeletLines(outcome: PodOutcome): readonly TranscriptLine[] {
  if (outcome.stage !== 'kubelet' && outcome.stage !== 'connect') return []
  return [command('journalctl -u kubelet -n 1'), failed(outcome.error)]
}

/**
 * `crictl ps` on a node, and `docker ps` with its blind spot, after its pods were started. Of many like pods one is listed;
 * a comment behind the command says how many there are.
 */
export function psLines(node: NodePlan, pods: readonly PodOutcome[]): readonly TranscriptLine[] {
  const running = pods.filter(({ status }) => status === 'Running')
  const inDocker = running.filter(({ road }) => road?.store === 'docker')
  const docker =
    node.dockerd === null
      ? []
      : [command(`docker ps --format '{{.Names}}'${many(inDocker)}`), ...dockerPs(inDocker)]
  const seen = refusalOn(node) === null ? running : []
  return [command(`crictl ps${many(seen)}`), ...crictlPs(node, running), ...docker]
}

/** A comment on how many pods one row stands for; nothing where each has its own. */
const onlyOneOf = (counts: readonly string[]): string =>
  counts.length === 0 ? '' : `  # ${counts.join(', ')}`

const many = (pods: readonly PodOutcome[]): string =>
  onlyOneOf(pods.flatMap(({ pod: { id, count } }) => (count > 1 ? [`${id} ×${count}`] : [])))

/** dockershim's socket is there while its kubelet runs. */
const refusalOn = (node: NodePlan): Refusal | null =>
  node.endpoint === 'dockershim' && nodeFailure(node) !== null ? silence(node) : refusalAt(node)

function crictlPs(node: NodePlan, running: readonly PodOutcome[]): readonly TranscriptLine[] {
  const refusal = refusalOn(node)
  if (refusal !== null) return [failed(crictlRefused(node, refusal, 'ps'))]
  const rows = running.flatMap(({ pod, restarts }) =>
    containersOf(pod).map(name => ({ id: containerId(name, restarts), image: pod.image, name, restarts })),
  )
  const width = Math.max(4, ...rows.map(({ name }) => name.length)) + 3
  return [
    output(`CONTAINER      IMAGE          STATE     ${'NAME'.padEnd(width)}ATTEMPT`),
    ...rows.map(({ id, image, name, restarts }) =>
      output(`${id}  ${image.padEnd(13)}  Running   ${name.padEnd(width)}${restarts}`),
    ),
  ]
}

/** An app that is started again is a new container, with an id of its own. */
const containerId = (name: string, attempt: number): string =>
  idOf(attempt === 0 ? name : `${name}/${attempt}`)

/**
 * Docker's names for containers of pods, from dockershim and cri-dockerd; others it does not know. A name ends in the
 * attempt: pause has a new one only where something else than the app stopped it. kubernetes 1.23 dockershim/naming.go.
 */
function dockerPs(seen: readonly PodOutcome[]): readonly TranscriptLine[] {
  return seen.flatMap(({ pod, restarts, interruptions }) => [
    ...containersOf(pod).map(name => output(`k8s_${name}_${pod.id}_default_${idOf(pod.id)}_${restarts}`)),
    output(`k8s_POD_${pod.id}_default_${idOf(pod.id)}_${interruptions}`),
  ])
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
  const words = (hidden: string, silence: string) =>
    lines
      .map((line, i) => {
        if (line.type === 'hidden') return hidden
        if (line.type !== 'command') return line.text.trim()
        const next = lines[i + 1]
        return `$ ${line.text}${next === undefined || next.type === 'command' ? `\n${silence}` : ''}`
      })
      .join('\n')
  if (lines.length === 0) return { en: '(nothing)', ko: '(없음)' }
  return { en: words('(not known yet)', '(prints nothing)'), ko: words('(아직 모름)', '(출력 없음)') }
}
