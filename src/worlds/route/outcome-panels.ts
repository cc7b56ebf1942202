import type { Cell, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { inBrief, journey } from './graph.ts'
import { estimateNote, memoryWords } from './memory.ts'
import { type CaseOutcome, playCase, type PodOutcome } from './outcome.ts'
import type { Plan } from './plan.ts'
import { daemonsOf, hopsOf } from './road.ts'
import type { CaseSetup } from './setup.ts'
import { caseName, nodeName, podName, type Stage } from './stage.ts'
import { treePanel } from './process-tree.ts'
import { kubectlLines, kubeletLines, psLines, transcript } from './transcripts.ts'

/** After a run: the comparison of all pods, each pod's road with the message on it, and what a person would read. */
export function outcomePanels(stage: Stage, plan: Plan): readonly Panel[] {
  const played = stage.setup.cases.map(events => ({ events, outcome: playCase(plan, events) }))
  return [
    ...played.flatMap(({ events, outcome }) => [ends(stage, events, outcome), strip(stage, events, outcome)]),
    ...played.flatMap(({ events, outcome }) => casePanels(stage, events, outcome)),
  ]
}

function casePanels(stage: Stage, events: CaseSetup, outcome: CaseOutcome): readonly Panel[] {
  return outcome.nodes.flatMap(({ node }) => {
    const pods = outcome.pods.filter(pod => pod.node.id === node.id)
    const name = nodeName(stage.setup, node.id)
    const roads = pods.map(pod =>
      inBrief(
        journey(pod, {
          id: `road.${events.id}.${pod.pod.id}`,
          title: roadTitle(stage, events, pod.pod.id),
          group: node.id,
        }),
      ),
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

/** Whose road it is; in which case only where there are several. */
function roadTitle({ setup }: Stage, events: CaseSetup, pod: string): Text {
  const name = podName(setup, pod)
  const [en, ko] = [`Road of ${name.en}`, `${name.ko}의 길`]
  if (setup.cases.length === 1) return { en, ko }
  return { en: `${en}: ${caseName(events).en}`, ko: `${ko}: ${caseName(events).ko}` }
}

/** What became of each pod, and by which road. */
function ends(stage: Stage, events: CaseSetup, { pods }: CaseOutcome): Panel {
  const name = caseName(events)
  const head: readonly Text[] = [
    { en: 'pod', ko: '파드' },
    { en: 'what came of it', ko: '결과' },
  ]
  const rows = pods.map(pod => [cell(podName(stage.setup, pod.pod.id)), ending(pod)])
  return table(`ends.${events.id}`, { en: `What came of it: ${name.en}`, ko: `결과: ${name.ko}` }, head, rows)
}

/** The comparison strip: eras, nodes or pods side by side. */
export function strip(stage: Stage, events: CaseSetup, outcome: CaseOutcome): Panel {
  const name = caseName(events)
  const nodes = outcome.nodes.map(({ node }) => node)
  const used = outcome.nodes.reduce((sum, { memory }) => sum + memory, 0)
  const head: readonly Text[] = [
    { en: 'pod', ko: '파드' },
    { en: 'hops', ko: '홉' },
    { en: 'daemons', ko: '데몬' },
    { en: 'MiB', ko: 'MiB' },
  ]
  const rows = outcome.pods.map(({ pod, node, road, status }) => {
    const memory = outcome.nodes.find(({ node: { id } }) => id === node.id)?.memory ?? 0
    return [
      cell(podName(stage.setup, pod.id), status === 'Running' ? 'good' : 'bad'),
      cell(same(road === null ? '–' : String(hopsOf(road)))),
      cell(same(road === null ? '–' : String(daemonsOf(road).length))),
      cell(same(memoryWords(memory, [node]))),
    ]
  })
  const all = [
    cell({ en: 'all nodes', ko: '모든 노드' }),
    cell(same('')),
    cell(same('')),
    cell(same(memoryWords(used, nodes))),
  ]
  const note = estimateNote(nodes)
  const title = { en: `Side by side: ${name.en}`, ko: `나란히 보기: ${name.ko}` }
  const panel = table(`strip.${events.id}`, title, head, nodes.length > 1 ? [...rows, all] : rows)
  if (note === null) return panel
  const say = { en: `${panel.say.en}\n${note.en}`, ko: `${panel.say.ko}\n${note.ko}` }
  return { ...panel, note, say }
}

const cell = (text: Text, tone: Tone = 'plain'): Cell => ({ text, tone })

function ending({ status, interruptions }: PodOutcome): Cell {
  if (status === 'Running' && interruptions > 0)
    return cell({ en: 'Running, was interrupted', ko: 'Running, 중간에 끊김' }, 'warn')
  return cell(same(status), status === 'Running' ? 'good' : 'bad')
}

type Table = Extract<Panel, { type: 'table' }>

function table(id: string, title: Text, head: readonly Text[], rows: readonly (readonly Cell[])[]): Table {
  const read = (lang: 'en' | 'ko') =>
    rows
      .map(row =>
        row
          .flatMap((c, i) => (c.text[lang] === '' ? [] : [`${head[i]?.[lang] ?? ''}: ${c.text[lang]}`]))
          .join('; '),
      )
      .join('\n')
  return { type: 'table', id, title, seat: 'both', say: { en: read('en'), ko: read('ko') }, head, rows }
}
