import type { Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { daemonMemory, daemonsOn, estimateNote, memoryWords } from './memory.ts'
import type { NodePlan, Plan } from './plan.ts'
import { nodeName, type Stage } from './stage.ts'

/** What stands on each node before anything runs: its daemons and their memory; several nodes side by side. */
export function budgetPanel({ setup }: Stage, { nodes }: Plan): Panel {
  const known = nodes.filter(({ id }) => !setup.hidden.includes(id))
  const note = estimateNote(known)
  const frame = {
    id: 'budget',
    title: { en: 'Daemons and their memory', ko: '데몬과 그 메모리' },
    seat: 'both',
    say: known.length === 0 ? UNKNOWN : { en: words('en'), ko: words('ko') },
  } as const

  function words(lang: 'en' | 'ko'): string {
    const lines = known.map(
      node =>
        `${nodeName(setup, node.id)[lang]}: ${memoryWords(daemonMemory(node), [node])} / ${node.memory} MiB, ${countWords(node)[lang]}`,
    )
    return [...lines, ...(note === null ? [] : [note[lang]])].join('\n')
  }

  const [only] = known
  if (only === undefined)
    return { ...frame, type: 'tree', lines: [{ depth: 0, label: UNKNOWN, tone: 'hidden' }] }
  return known.length > 1
    ? { ...frame, ...comparison(known, id => nodeName(setup, id), note) }
    : { ...frame, type: 'gauges', gauges: [gauge(only, setup, note)] }
}

type Gauges = Extract<Panel, { type: 'gauges' }>
type Table = Extract<Panel, { type: 'table' }>

function gauge(node: NodePlan, setup: Stage['setup'], note: Text | null): Gauges['gauges'][number] {
  const daemons = countWords(node)
  return {
    id: node.id,
    label: nodeName(setup, node.id),
    value: daemonMemory(node),
    max: node.memory,
    unit: 'MiB',
    tone: 'plain',
    note: note === null ? daemons : { en: `${daemons.en}; ${note.en}`, ko: `${daemons.ko}, ${note.ko}` },
  }
}

const countWords = (node: NodePlan): Text => {
  const count = daemonsOn(node).length
  return { en: `${count} daemons with the kubelet`, ko: `kubelet까지 데몬 ${count}개` }
}

/** Eras or nodes side by side. What only a run can tell, the hops, is not among it. */
function comparison(
  nodes: readonly NodePlan[],
  name: (id: string) => Text,
  note: Text | null,
): Pick<Table, 'type' | 'head' | 'rows' | 'note'> {
  const plain = (text: Text) => ({ text, tone: 'plain' }) as const
  return {
    type: 'table',
    head: [
      { en: 'node', ko: '노드' },
      { en: 'daemons', ko: '데몬' },
      { en: 'MiB', ko: 'MiB' },
    ],
    rows: nodes.map(node => [
      plain(name(node.id)),
      plain(same(String(daemonsOn(node).length))),
      plain(same(memoryWords(daemonMemory(node), [node]))),
    ]),
    ...(note === null ? {} : { note }),
  }
}

const UNKNOWN = { en: 'Not known yet.', ko: '아직 모릅니다.' }
