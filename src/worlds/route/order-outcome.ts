import type { Beat, Cell, Moment, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { effectsOf } from './order-effects.ts'
import { rowStates } from './order-observe.ts'
import { lifeAfter, type PodLife } from './order-operations.ts'
import { CARD_WORDS, type RowState } from './order-rows.ts'
import type { OrderSetup } from './order-setup.ts'
import { type Laid, operationsIn } from './order-state.ts'
import { operationWords, rowName } from './order-words.ts'
import { kubectlLines, kubeletLines, transcript } from './transcripts.ts'

/** What came of it: a timeline for each row; or one of the operations, and how the pods are after them. */
export function orderOutcome(setup: OrderSetup, state: Laid): readonly Panel[] {
  if (setup.steps.length > 0)
    return [podsPanel(setup, state), ...eventsPanels(setup, state), stepsPanel(setup, state)]
  return rowStates(setup, state).map(([id, row]) => rowPanel(setup, id, row, Infinity))
}

/** The run of an order level, card by card, until one is out of place; or step by step, and how the pods are then. */
export function orderBeats(setup: OrderSetup, state: Laid): readonly Beat[] {
  if (setup.steps.length === 0)
    return rowStates(setup, state).flatMap(([id, row]) => rowBeats(setup, id, row))
  const steps = stepMoments(setup, state).map(
    ({ say }, i): Beat => ({ ms: 700, say, changed: [stepsPanel(setup, state, i + 1)] }),
  )
  const pods = podsPanel(setup, state)
  return [...steps, { ms: 900, say: pods.say, changed: [pods, ...eventsPanels(setup, state)] }]
}

function rowBeats(setup: OrderSetup, id: string, row: RowState): readonly Beat[] {
  const name = rowName(setup, id)
  const told = (upTo: number, say: Text): Beat => ({
    ms: 450,
    say: { en: `${name.en}: ${say.en}`, ko: `${name.ko}: ${say.ko}` },
    changed: [rowPanel(setup, id, row, upTo)],
  })
  return rowMoments(row, Infinity).map(({ say }, i) => told(i + 1, say))
}

const PLAYED: Moment = {
  at: '',
  who: 'end',
  say: { en: 'Complete, and in its true order.', ko: '완성되었고 순서도 모두 맞습니다.' },
  tone: 'good',
}

function rowMoments(row: RowState, upTo: number): readonly Moment[] {
  const until = Math.min(upTo, row.right + 1)
  const moments = row.placed.slice(0, until).map((card, i): Moment => {
    const why = row.wrong !== null && i === row.right ? row.wrong.why : undefined
    const words = CARD_WORDS[card]
    return {
      at: String(i + 1),
      who: card,
      say: why === undefined ? words : { en: `${words.en}. ${why.en}`, ko: `${words.ko}. ${why.ko}` },
      tone: why === undefined ? 'good' : 'bad',
    }
  })
  return row.isComplete && upTo > row.placed.length ? [...moments, PLAYED] : moments
}

const rowPanel = (setup: OrderSetup, id: string, row: RowState, upTo: number): Panel => ({
  ...timeline(`calls.${id}`, rowName(setup, id), rowMoments(row, upTo)),
  group: id,
})

function stepMoments(setup: OrderSetup, state: Laid): readonly Moment[] {
  const operations = operationsIn(setup, state)
  return operations.map((operation, i): Moment => {
    const before = lifeAfter(setup, operations.slice(0, i))
    const effects = effectsOf(before, lifeAfter(setup, operations.slice(0, i + 1)))
    const words = operationWords(operation)
    const add = (lang: 'en' | 'ko') => [words[lang], ...effects.map(effect => effect[lang])].join('; ')
    return {
      at: String(i + 1),
      who: operation.id,
      say: { en: add('en'), ko: add('ko') },
      tone: effects.length === 0 ? 'good' : 'warn',
    }
  })
}

const stepsPanel = (setup: OrderSetup, state: Laid, upTo?: number): Panel =>
  timeline('steps.run', { en: 'Step by step', ko: '단계별로' }, stepMoments(setup, state).slice(0, upTo))

const HEAD: readonly Text[] = [
  { en: 'pod', ko: '파드' },
  { en: 'status', ko: '상태' },
  { en: 'interruptions', ko: '중단' },
]

const ROADS: Text = { en: 'road', ko: '길' }

/** How each pod is after the steps. */
function podsPanel(setup: OrderSetup, state: Laid): Panel {
  const { pods } = lifeAfter(setup, operationsIn(setup, state))
  const rows = pods.map((pod): readonly Cell[] => [
    { text: same(pod.id), tone: 'plain' },
    { text: statusOf(pod), tone: pod.isRunning ? 'good' : 'bad' },
    { text: same(String(pod.interruptions)), tone: pod.interruptions > 0 ? 'warn' : 'plain' },
  ])
  // A fourth column would break words at 80 cells: the roads stand below.
  const roads = pods.map(({ id, last }) => ({ id, path: last.road?.path ?? '–' }))
  const read = (lang: 'en' | 'ko') =>
    rows
      .map((row, i) =>
        [
          ...row.map((c, j) => `${HEAD[j]?.[lang] ?? ''}: ${c.text[lang]}`),
          `${ROADS[lang]}: ${roads[i]?.path ?? '–'}`,
        ].join('; '),
      )
      .join('\n')
  const note = (lang: 'en' | 'ko') =>
    `${ROADS[lang]}: ${roads.map(({ id, path }) => `${id} ${path}`).join(', ')}`
  return {
    note: { en: note('en'), ko: note('ko') },
    type: 'table',
    id: 'pods.run',
    title: { en: 'What came of it', ko: '결과' },
    seat: 'both',
    say: { en: read('en'), ko: read('ko') },
    head: HEAD,
    rows,
  }
}

/** A pod that runs stays Running, even where it could not be started now. */
function statusOf({ isRunning, isEvicted, last }: PodLife): Text {
  if (isEvicted) return { en: 'evicted, runs on another node', ko: '축출됨, 다른 노드에서 실행' }
  return same(isRunning ? 'Running' : last.status)
}

/** What the tools say of the pods that do not run. */
function eventsPanels(setup: OrderSetup, state: Laid): readonly Panel[] {
  const { pods } = lifeAfter(setup, operationsIn(setup, state))
  const stopped = pods.filter(({ isRunning, isEvicted }) => !isRunning && !isEvicted)
  const lines = stopped.flatMap(({ last }) => [...kubeletLines(last), ...kubectlLines(last)])
  const title = { en: 'Pods that do not run', ko: '뜨지 않은 파드' }
  return lines.length === 0 ? [] : [transcript('events.run', title, lines)]
}

function timeline(id: string, title: Text, moments: readonly Moment[]): Panel {
  const line = (lang: 'en' | 'ko') => moments.map(m => `${m.at} ${m.who}: ${m.say[lang]}`.trim()).join('\n')
  const nothing = { en: 'Nothing was placed.', ko: '놓인 것이 없습니다.' }
  return {
    type: 'timeline',
    id,
    title,
    seat: 'both',
    say: moments.length === 0 ? nothing : { en: line('en'), ko: line('ko') },
    moments,
  }
}
