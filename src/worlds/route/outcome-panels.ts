import type { Cell, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { journey } from './graph.ts'
import { type CaseOutcome, playCase, type PodOutcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { daemonsOf, hopsOf } from './road.ts'
import type { CaseSetup } from './setup.ts'
import { caseName, nodeName, type Stage } from './stage.ts'
import { treePanel } from './process-tree.ts'
import { kubectlLines, kubeletLines, psLines, transcript } from './transcripts.ts'

/** After a run: the comparison of all pods, each pod's road with the message on it, and what a person would read. */
export function outcomePanels(stage: Stage, plan: Plan): readonly Panel[] {
  const played = stage.setup.cases.map(events => ({ events, outcome: playCase(plan, events) }))
  return [
    ...played.map(({ events, outcome }) => strip(stage, events, outcome)),
    ...played.flatMap(({ events, outcome }) => casePanels(stage, events, outcome)),
  ]
}

function casePanels(stage: Stage, events: CaseSetup, outcome: CaseOutcome): readonly Panel[] {
  return outcome.nodes.flatMap(({ node }) => {
    const pods = outcome.pods.filter(pod => pod.node.id === node.id)
    const name = nodeName(stage.setup, node.id)
    const roads = pods.map(pod =>
      journey(pod, {
        id: `road.${events.id}.${pod.pod.id}`,
        title: { en: `The road of ${pod.pod.id}`, ko: `${pod.pod.id}의 길` },
        group: node.id,
      }),
    )
    const lines = [
      ...pods.flatMap(kubeletLines).slice(0, 2),
      ...pods.flatMap(kubectlLines),
      ...psLines(node, pods),
    ]
    const title = {
      en: `On ${name.en}: ${caseName(events).en}`,
      ko: `${name.ko}에서: ${caseName(events).ko}`,
    }
    const processes = {
      en: `Processes of ${name.en}: ${caseName(events).en}`,
      ko: `${name.ko}의 프로세스: ${caseName(events).ko}`,
    }
    return [
      ...roads,
      transcript(`shell.${events.id}.${node.id}`, title, lines, node.id),
      treePanel(`tree.${events.id}.${node.id}`, processes, node, pods),
    ]
  })
}

const HEAD: readonly Text[] = [
  { en: 'pod', ko: '파드' },
  { en: 'status', ko: '상태' },
  { en: 'road', ko: '길' },
  { en: 'CRI', ko: 'CRI' },
  { en: 'hops', ko: '홉' },
  { en: 'daemons', ko: '데몬' },
  { en: 'node MiB', ko: '노드 MiB' },
]

/** One row for each pod: eras or nodes side by side. */
function strip(stage: Stage, events: CaseSetup, outcome: CaseOutcome): Panel {
  const rows = outcome.pods.map(pod => {
    const memory = outcome.nodes.find(({ node }) => node.id === pod.node.id)?.memory ?? 0
    return [...stripRow(stage, pod), { text: same(String(memory)), tone: 'plain' } as const]
  })
  const read = (lang: 'en' | 'ko') =>
    rows.map(row => row.map((c, i) => `${HEAD[i]?.[lang] ?? ''}: ${c.text[lang]}`).join('; ')).join('\n')
  const name = caseName(events)
  const used = outcome.nodes.reduce((sum, { memory }) => sum + memory, 0)
  return {
    type: 'table',
    id: `strip.${events.id}`,
    title: { en: `What came of it: ${name.en} (${used} MiB)`, ko: `결과: ${name.ko} (${used} MiB)` },
    seat: 'both',
    say: { en: read('en'), ko: read('ko') },
    head: HEAD,
    rows,
  }
}

function stripRow({ setup }: Stage, outcome: PodOutcome): readonly Cell[] {
  const { pod, road, status, interruptions } = outcome
  const name = setup.nodes[pod.id] === undefined ? same(pod.id) : nodeName(setup, pod.id)
  const cell = (text: Text, tone: Tone = 'plain'): Cell => ({ text, tone })
  const ending: Cell =
    status === 'Running' && interruptions > 0
      ? cell({ en: 'Running, was interrupted', ko: 'Running, 중간에 끊김' }, 'warn')
      : cell(same(status), status === 'Running' ? 'good' : 'bad')
  return [
    cell(name),
    ending,
    cell(same(road?.path ?? '–')),
    cell(same(road?.cri ?? '–')),
    cell(same(road === null ? '–' : String(hopsOf(road)))),
    cell(same(road === null ? '–' : String(daemonsOf(road).length))),
  ]
}
