import type { Beat, Control, Group, Moment, Panel, Scene } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Artifact, Look } from '../../core/world.ts'
import { wiring } from './graph.ts'
import { baseSetup } from './order-base.ts'
import { lifeAfter, type Life } from './order-operations.ts'
import { rowStates } from './order-observe.ts'
import { CARD_WORDS, type RowState } from './order-rows.ts'
import type { OrderSetup } from './order-setup.ts'
import { cardsIn, cardsLeft, type Laid, laidIn, operationsIn, STEPS, tables } from './order-state.ts'
import { cardWords, operationWords, rowName, unitOf } from './order-words.ts'
import { placedPods, type Setup } from './setup.ts'
import { nodeName } from './stage.ts'

/** The step id of a card: `newer.netns`, or an operation's own id. */
export const layId = (row: string, card: string): string => (row === STEPS ? card : `${row}.${card}`)

/** The picture of an order level: its rows of cards, the nodes; after a run also how far each row came. */
export function orderScene(setup: OrderSetup, state: Laid, look: Look): Scene {
  const base = baseSetup(setup)
  // While building, the nodes stand as they did at the start: what steps do to them is told by a run.
  const done = look.phase === 'ran' ? operationsIn(setup, state) : []
  const nodes = lifeAfter(setup, done).nodes.map(({ plan }) => plan)
  return {
    groups: [
      ...tables(setup).map(({ row }): Group => ({ id: row, label: rowName(setup, row), about: [] })),
      ...nodes.map(({ id }): Group => ({ id, label: nodeName(base, id), about: aboutNode(base, id) })),
    ],
    controls: tables(setup).map(({ row }) => control(setup, state, row)),
    sides: { inside: { en: 'On the node', ko: '노드' }, outside: { en: 'Beside it', ko: '그 밖에' } },
    panels: [
      ...(look.phase === 'ran' ? outcomePanels(setup, state) : []),
      ...nodes.map(node =>
        wiring(node, {
          id: `wiring.${node.id}`,
          title: { en: `Node ${nodeName(base, node.id).en}`, ko: `노드 ${nodeName(base, node.id).ko}` },
          group: node.id,
        }),
      ),
    ],
  }
}

/** What a node is for, and the pods on it: rows and steps speak of them. */
function aboutNode(base: Setup, id: string): readonly Text[] {
  const does = base.nodes[id]?.does
  const pods = placedPods(base)
    .filter(({ node }) => node === id)
    .map(
      ({ id: pod, pod: { does: use } }): Text =>
        use === undefined
          ? { en: `pod ${pod}`, ko: `파드 ${pod}` }
          : { en: `pod ${pod}: ${use.en}`, ko: `파드 ${pod}: ${use.ko}` },
    )
  return does === undefined ? pods : [does, ...pods]
}

function control(setup: OrderSetup, state: Laid, row: string): Control {
  const given = setup.rows[row]?.given ?? []
  return {
    type: 'cards',
    id: row,
    label: rowName(setup, row),
    help: {
      en: 'Puts a card at the end of the row; undo takes it back.',
      ko: '카드를 줄 맨 뒤에 놓습니다. 되돌리면 다시 가져옵니다.',
    },
    group: row,
    placed: [
      ...given.map(card => CARD_WORDS[card]),
      ...laidIn(state, row).map(card => cardWords(setup, row, card)),
    ],
    options: cardsLeft(setup, state, row).map(card => ({
      label: cardWords(setup, row, card),
      step: layId(row, card),
    })),
  }
}

/** What came of it: a timeline for each row, or one of the operations and what they did to the pods. */
export function outcomePanels(setup: OrderSetup, state: Laid): readonly Panel[] {
  if (setup.steps.length > 0) return [stepsPanel(setup, state, laidIn(state, STEPS).length)]
  return rowStates(setup, state).map(([id, row]) => rowPanel(setup, id, row, row.placed.length))
}

function rowPanel(setup: OrderSetup, id: string, row: RowState, upTo: number): Panel {
  const until = Math.min(upTo, row.right + 1)
  const moments = row.placed.slice(0, until).map((card, i): Moment => {
    const isWrong = row.wrong !== null && i === row.right
    const words = CARD_WORDS[card]
    const why = isWrong ? row.wrong?.why : undefined
    return {
      at: String(i + 1),
      who: card,
      say: why === undefined ? words : { en: `${words.en}. ${why.en}`, ko: `${words.ko}. ${why.ko}` },
      tone: isWrong ? 'bad' : 'good',
    }
  })
  const end: readonly Moment[] =
    row.isComplete && upTo >= row.placed.length
      ? [{ at: '', who: 'pod', say: { en: 'The pod runs.', ko: '파드가 실행됩니다.' }, tone: 'good' }]
      : []
  return timeline(`calls.${id}`, rowName(setup, id), [...moments, ...end])
}

function stepsPanel(setup: OrderSetup, state: Laid, upTo: number): Panel {
  const operations = operationsIn(setup, state).slice(0, upTo)
  const moments = operations.map((operation, i): Moment => {
    const before = lifeAfter(setup, operations.slice(0, i))
    const after = lifeAfter(setup, operations.slice(0, i + 1))
    const effects = effectsOf(before, after)
    const words = operationWords(operation)
    const add = (lang: 'en' | 'ko') => [words[lang], ...effects.map(effect => effect[lang])].join('; ')
    return {
      at: String(i + 1),
      who: operation.id,
      say: { en: add('en'), ko: add('ko') },
      tone: effects.length === 0 ? 'good' : 'warn',
    }
  })
  return timeline('steps.run', { en: 'Step by step', ko: '단계별로' }, moments)
}

/** What a step did to pods and nodes that is worth a word. */
function effectsOf(before: Life, after: Life): readonly Text[] {
  const pods = after.pods.flatMap((pod): readonly Text[] => {
    const was = before.pods.find(({ id }) => id === pod.id)
    if (was === undefined || was.interruptions === pod.interruptions) {
      const isNew = was !== undefined && !was.isRunning && pod.isRunning
      return isNew ? [{ en: `${pod.id} runs now`, ko: `${pod.id} 실행됨` }] : []
    }
    return pod.isRunning
      ? [{ en: `${pod.id} was stopped and started anew`, ko: `${pod.id} 멈췄다가 다시 시작됨` }]
      : [{ en: `${pod.id} was stopped: ${pod.last.status}`, ko: `${pod.id} 멈춤: ${pod.last.status}` }]
  })
  const nodes = after.nodes.flatMap((node): readonly Text[] => {
    const was = before.nodes.find(({ id }) => id === node.id)
    if (!node.isReady) return [{ en: `${node.id} is NotReady`, ko: `${node.id} NotReady` }]
    return was?.isReady === false ? [{ en: `${node.id} is Ready again`, ko: `${node.id} 다시 Ready` }] : []
  })
  return [...pods, ...nodes]
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

/** The run of an order level, card by card, until one is out of place. */
export function orderBeats(setup: OrderSetup, state: Laid): readonly Beat[] {
  if (setup.steps.length > 0)
    return operationsIn(setup, state).map((operation, i) => ({
      ms: 700,
      say: operationWords(operation),
      changed: [stepsPanel(setup, state, i + 1)],
    }))
  return rowStates(setup, state).flatMap(([id, row]) => {
    const shown = row.placed.slice(0, row.right + (row.wrong === null ? 0 : 1))
    return shown.map((card, i) => ({
      ms: 450,
      say: row.wrong !== null && i === row.right ? row.wrong.why : CARD_WORDS[card],
      changed: [rowPanel(setup, id, row, i + 1)],
    }))
  })
}

/** The same for real: an admin's commands, or what to watch to see the calls. */
export function orderArtifacts(setup: OrderSetup, state: Laid): readonly Artifact[] {
  if (setup.steps.length > 0)
    return [
      {
        id: 'steps',
        title: { en: 'The commands', ko: '명령' },
        language: 'sh',
        text: operationsIn(setup, state)
          .map(operation => `# ${operationWords(operation).en}\n${commandOf(operation)}\n`)
          .join(''),
      },
    ]
  return tables(setup).map(({ row }) => ({
    id: `calls.${row}`,
    title: rowName(setup, row),
    language: 'text',
    text: cardsIn(state, row)
      .map(card => `${CARD_WORDS[card].en}\n`)
      .join(''),
  }))
}

function commandOf(operation: ReturnType<typeof operationsIn>[number]): string {
  switch (operation.do) {
    case 'restart':
      return `systemctl restart ${unitOf(operation.daemon)}`
    case 'reload':
      return `systemctl reload ${unitOf(operation.daemon)}`
    case 'remove':
      return `systemctl disable --now ${unitOf(operation.daemon)}`
    case 'upgrade':
      return `apt-get install -y ${operation.daemon}='${operation.to}*' && systemctl restart ${unitOf(operation.daemon)}`
    case 'drain':
      return `kubectl drain ${operation.on} --ignore-daemonsets`
    case 'write':
      return operation.setting === 'liveRestore'
        ? `echo '{ "live-restore": ${operation.value === 'on'} }' > /etc/docker/daemon.json`
        : `# set ${operation.setting} to ${operation.value}`
    default:
      return operation satisfies never
  }
}

/** A probe that is not there. */
export const noProbe: Panel = {
  id: 'none',
  type: 'transcript',
  title: { en: 'Probe', ko: '조사' },
  seat: 'both',
  say: same('no probe'),
  lines: [{ type: 'error', text: 'no probe' }],
}
