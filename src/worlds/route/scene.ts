import { type Choices, stepId } from '../../core/product.ts'
import type { Control, Group, Panel, Scene, TranscriptLine } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Look } from '../../core/world.ts'
import type { OpenControl } from './controls.ts'
import { isEndpoint, SOCKETS } from './endpoint.ts'
import { wiring } from './graph.ts'
import { budgetPanel } from './budget.ts'
import { outcomePanels } from './outcome-panels.ts'
import { classOf, type NodePlan, type Plan, planOf } from './plan.ts'
import { ASKS, configLines } from './inspect.ts'
import { isProbed } from './probes.ts'
import { transcript } from './transcripts.ts'
import { controlWords, valueWords } from './setting-words.ts'
import { orderOf } from './settings.ts'
import { nodeName, ownerName, type Stage } from './stage.ts'

/** The whole picture of a level: its controls, each node's wiring; after a run also what came of it. */
export function sceneOf(stage: Stage, choices: Choices, look: Look): Scene {
  const plan = planOf(stage.setup, choices)
  return {
    groups: groupsOf(stage, plan, choices),
    controls: stage.controls.map(control => controlOf(control, choices)),
    sides: { inside: { en: 'On the node', ko: '노드' }, outside: { en: 'Beside it', ko: '그 밖에' } },
    panels: [
      ...(look.phase === 'ran' ? outcomePanels(stage, plan) : []),
      ...plan.nodes.map(node => nodePanel(stage, node, look)),
      budgetPanel(stage, plan),
    ],
  }
}

function nodePanel(stage: Stage, node: NodePlan, look: Look): Panel {
  const name = nodeName(stage.setup, node.id)
  const frame = {
    id: `wiring.${node.id}`,
    title: { en: `Node ${name.en}`, ko: `노드 ${name.ko}` },
    group: node.id,
  }
  if (look.phase === 'ran' || !stage.setup.hidden.includes(node.id)) return wiring(node, frame)
  const lines = ASKS.flatMap(({ id, command }): readonly TranscriptLine[] => [
    { type: 'command', text: command },
    ...(isProbed(look, node.id, id) ? configLines(node, id) : [{ type: 'hidden', text: '?' } as const]),
  ])
  return transcript(frame.id, frame.title, lines, frame.group)
}

function groupsOf(stage: Stage, plan: Plan, choices: Choices): readonly Group[] {
  const { setup, pods, controls } = stage
  const owned = (owner: string) => controls.some(control => control.owner === owner)
  const nodes = plan.nodes.map(
    ({ id }): Group => ({ id, label: nodeName(setup, id), about: present(setup.nodes[id]?.does) }),
  )
  const classes = Object.keys(setup.classes).map(
    (id): Group => ({ id, label: same(`RuntimeClass ${id}`), about: aboutClass(stage, choices, id) }),
  )
  const shared: readonly Group[] =
    setup.pod === undefined
      ? []
      : [{ id: 'pod', label: ownerName(setup, 'pod'), about: present(setup.pod.does) }]
  const own = pods
    .filter(({ owner }) => owner !== 'pod')
    .map(
      ({ id, pod }): Group => ({
        id,
        label: { en: `pod ${id}`, ko: `파드 ${id}` },
        about: [...aboutPod(pod), ...classWords(stage, choices, id)],
      }),
    )
  return [
    ...nodes,
    ...classes,
    ...[...shared, ...own].filter(({ id }) => owned(id) || id === 'pod' || setup.pods[id]),
  ]
}

const present = (text: Text | undefined): readonly Text[] => (text === undefined ? [] : [text])

/** What of a RuntimeClass stands fast; the rest has a control. */
function aboutClass({ setup, controls }: Stage, choices: Choices, id: string): readonly Text[] {
  const declared = classOf(setup, id, choices)
  const isOpen = (name: string): boolean => controls.some(({ slot }) => slot === `${id}.${name}`)
  if (declared === null) return []
  const { handler, overhead } = declared
  return [
    ...(isOpen('handler') ? [] : [{ en: `handler ${handler}`, ko: `핸들러 ${handler}` }]),
    ...(isOpen('overhead') || overhead === 0
      ? []
      : [{ en: `overhead ${overhead} MiB a pod`, ko: `오버헤드 파드당 ${overhead} MiB` }]),
  ]
}

/** A pod's class, where it cannot be chosen. */
function classWords({ setup, controls }: Stage, choices: Choices, id: string): readonly Text[] {
  const isOpen = controls.some(({ slot }) => slot === `${id}.runtimeClass`)
  const name = planOf(setup, choices).pods.find(pod => pod.id === id)?.runtimeClass?.id
  return isOpen || name === undefined ? [] : [same(`RuntimeClass ${name}`)]
}

function aboutPod(pod: Stage['pods'][number]['pod']): readonly Text[] {
  const image = { en: `image ${pod.image}`, ko: `이미지 ${pod.image}` }
  const count = pod.count === 1 ? [] : [{ en: `${pod.count} of them`, ko: `${pod.count}개` }]
  return [...present(pod.does), image, ...count]
}

function controlOf(control: OpenControl, choices: Choices): Control {
  const { values, slot, start, type, name } = control
  const current = choices[slot] ?? start
  const { label, help } = controlWords(control)
  const isLong = values.length > 2
  return {
    type: 'choice',
    id: slot,
    label,
    help: name === 'endpoint' ? withPath(help, current) : help,
    group: control.owner,
    ...(type === 'node' && name === 'endpoint' ? { at: 'kubelet' } : {}),
    look:
      name === 'endpoint'
        ? 'link'
        : isLong
          ? orderOf(type, name) === 'small-large'
            ? 'slider'
            : 'menu'
          : 'toggle',
    current: values.indexOf(current),
    start: values.indexOf(start),
    options: values.map(value => ({
      label: valueWords(control, value),
      ...(value === current ? {} : { step: stepId(slot, value) }),
    })),
  }
}

/** Endpoints are called by their last part; where they really are is said once. */
const withPath = ({ en, ko }: Text, endpoint: string): Text => {
  const path = isEndpoint(endpoint) ? SOCKETS[endpoint].path : endpoint
  return { en: `${en} Now: ${path}`, ko: `${ko} 지금: ${path}` }
}
