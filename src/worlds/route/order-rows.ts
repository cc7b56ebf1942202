import type { Text } from '../../core/text.ts'
import { ACT_WORDS, actsOf } from './calls.ts'
import type { Card, RowSetup } from './order-setup.ts'
import type { NodePlan, Plan, PodPlan } from './plan.ts'
import { type PathId, roadOf } from './road.ts'
import { handlerFor } from './start.ts'

/** What a card is, in words. */
export const CARD_WORDS: { readonly [C in Card]: Text } = {
  ...ACT_WORDS,
  'runc-create': { en: 'the low-level runtime makes the box', ko: '하위 런타임이 상자를 만듦' },
}

/** How a row stands: how many cards are right from the beginning on, and where it goes wrong. */
export type RowState = {
  readonly placed: readonly Card[]
  readonly right: number
  /** The card at which it goes wrong, and why. */
  readonly wrong: { readonly card: Card; readonly why: Text } | null
  readonly isComplete: boolean
}

/** The true order of a row: the acts of its pod's start that its cards show. */
export function trueOrder({ nodes, pods }: Plan, row: RowSetup): readonly Card[] {
  const pod = pods.find(({ id }) => id === row.pod)
  const node = nodes.find(({ id }) => id === pod?.node)
  if (pod === undefined || node === undefined) return []
  const shown = new Set<Card>([...row.given, ...row.cards])
  return allCards(node, pod).filter(card => shown.has(card))
}

function allCards(node: NodePlan, pod: PodPlan): readonly Card[] {
  const handler = handlerFor(node, pod)
  const road = roadOf(node, handler)
  if (road === null) return []
  return actsOf(node, pod, road.path, handler, true).flatMap(({ id, executes }): readonly Card[] => {
    const makesBox = id !== 'start-pause' && executes.some(program => program.endsWith(' create'))
    return makesBox ? [id, 'runc-create'] : [id]
  })
}

/** Compares a row with the truth. */
export function judgeRow(plan: Plan, row: RowSetup, laid: readonly Card[]): RowState {
  const truth = trueOrder(plan, row)
  const placed = [...row.given, ...laid]
  const at = placed.findIndex((card, i) => card !== truth[i])
  const card = placed[at]
  if (card === undefined)
    return { placed, right: placed.length, wrong: null, isComplete: placed.length === truth.length }
  const why = truth.includes(card) ? tooEarly(card, pathOf(plan, row)) : NOT_HERE
  return { placed, right: at, wrong: { card, why }, isComplete: false }
}

function pathOf({ nodes, pods }: Plan, row: RowSetup): PathId | null {
  const pod = pods.find(({ id }) => id === row.pod)
  const node = nodes.find(({ id }) => id === pod?.node)
  return node === undefined ? null : (roadOf(node, 'plain')?.path ?? null)
}

const NOT_HERE: Text = {
  en: 'On this road that never happens.',
  ko: '이 길에서는 일어나지 않는 일입니다.',
}

/** Why a card cannot be where it was put, without naming the one that can. */
function tooEarly(card: Card, path: PathId | null): Text {
  const isDocker = path === 'dockershim' || path === 'cri-dockerd' || path === 'cri-containerd'
  switch (card) {
    case 'cni-add':
      return isDocker
        ? {
            en: 'Here the namespace comes with a process, and none runs yet.',
            ko: '여기서는 네임스페이스가 프로세스와 함께 생기는데, 아직 도는 프로세스가 없습니다.',
          }
        : {
            en: 'There is no network namespace yet to plug into.',
            ko: '아직 연결할 네트워크 네임스페이스가 없습니다.',
          }
    case 'start-pause':
      return { en: 'Something that it needs is not there yet.', ko: '필요한 것이 아직 준비되지 않았습니다.' }
    case 'runc-create':
      return { en: 'Nobody has asked for the box yet.', ko: '아직 아무도 상자를 만들라고 하지 않았습니다.' }
    case 'netns':
    case 'pause-image':
      return { en: 'This runtime does something else first.', ko: '이 런타임은 다른 일을 먼저 합니다.' }
    case 'image-status':
    case 'pull-image':
    case 'create-container':
    case 'start-container':
      return {
        en: 'The kubelet makes another call before this one.',
        ko: 'kubelet은 이보다 먼저 다른 호출을 합니다.',
      }
    default:
      return card satisfies never
  }
}
