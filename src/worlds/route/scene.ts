import { type Choices, stepId } from '../../core/product.ts'
import type { Control, Group, Panel, Scene, TranscriptLine } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Look } from '../../core/world.ts'
import type { OpenControl } from './controls.ts'
import { wiring } from './graph.ts'
import { budgetPanel } from './budget.ts'
import { outcomePanels } from './outcome-panels.ts'
import { type NodePlan, type Plan, planOf } from './plan.ts'
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
    groups: groupsOf(stage, plan),
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

function groupsOf({ setup, pods, controls }: Stage, plan: Plan): readonly Group[] {
  const owned = (owner: string) => controls.some(control => control.owner === owner)
  const nodes = plan.nodes.map(
    ({ id }): Group => ({ id, label: nodeName(setup, id), about: present(setup.nodes[id]?.does) }),
  )
  const classes = Object.keys(setup.classes).map(
    (id): Group => ({ id, label: same(`RuntimeClass ${id}`), about: [] }),
  )
  const shared: readonly Group[] =
    setup.pod === undefined
      ? []
      : [{ id: 'pod', label: ownerName(setup, 'pod'), about: present(setup.pod.does) }]
  const own = pods
    .filter(({ owner }) => owner !== 'pod')
    .map(({ id, pod }): Group => ({ id, label: { en: `pod ${id}`, ko: `파드 ${id}` }, about: aboutPod(pod) }))
  return [
    ...nodes,
    ...[...classes, ...shared, ...own].filter(({ id }) => owned(id) || id === 'pod' || setup.pods[id]),
  ]
}

const present = (text: Text | undefined): readonly Text[] => (text === undefined ? [] : [text])

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
    help,
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
