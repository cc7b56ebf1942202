import type { Choices } from '../../core/product.ts'
import { type Daemon, PRESENCE, READ_BY, RELOADED } from './daemon.ts'
import type { Operation, OrderSetup } from './order-setup.ts'
import { type CaseOutcome, playCase, type PodOutcome } from './outcome.ts'
import { type NodePlan, planOf } from './plan.ts'
import { isStoppedBy } from './restart.ts'
import type { Road } from './road.ts'
import type { CaseSetup } from './setup.ts'
import { isNodeSetting, NODE_SETTING_NAMES } from './settings.ts'
import { baseSetup } from './order-base.ts'

/** A pod while operations go on. */
export type PodLife = {
  readonly id: string
  readonly node: string
  readonly isRunning: boolean
  readonly interruptions: number
  readonly isEvicted: boolean
  /** The road that it was started over. */
  readonly road: Road | null
  readonly last: PodOutcome
}

/** A node while operations go on. */
export type NodeLife = {
  readonly id: string
  readonly isReady: boolean
  /** Steps after which it was not Ready. */
  readonly unready: number
  readonly restarted: readonly Daemon[]
  readonly plan: NodePlan
}

/** Nodes and pods after some operations: what is written, what the daemons have read, how everyone is. */
export type Life = {
  readonly written: Choices
  readonly loaded: Choices
  readonly pods: readonly PodLife[]
  readonly nodes: readonly NodeLife[]
}

const QUIET: CaseSetup = { id: 'now', registry: 'up', restart: [], crash: [] }

const played = (setup: OrderSetup, loaded: Choices): CaseOutcome =>
  playCase(planOf(baseSetup(setup), loaded), QUIET)

/** The beginning: every pod has been started. */
function birth(setup: OrderSetup): Life {
  const outcome = played(setup, {})
  return {
    written: {},
    loaded: {},
    pods: outcome.pods.map(last => ({
      id: last.pod.id,
      node: last.node.id,
      isRunning: last.status === 'Running',
      interruptions: 0,
      isEvicted: false,
      road: last.status === 'Running' ? last.road : null,
      last,
    })),
    nodes: outcome.nodes.map(({ node, isReady }) => ({
      id: node.id,
      isReady,
      unready: 0,
      restarted: [],
      plan: node,
    })),
  }
}

/** Lives that are kept of one level at most. */
const MOST = 8192

const lives = new WeakMap<OrderSetup, Map<string, Life>>()

/** Life after operations, in order. A search asks for every beginning of every order, so beginnings are remembered. */
export function lifeAfter(setup: OrderSetup, operations: readonly Operation[]): Life {
  const known = lives.get(setup) ?? new Map<string, Life>()
  lives.set(setup, known)
  const key = operations.map(({ id }) => id).join(' ')
  const before = known.get(key)
  if (before !== undefined) return before
  const last = operations.at(-1)
  const life =
    last === undefined ? birth(setup) : operate(setup, lifeAfter(setup, operations.slice(0, -1)), last)
  if (known.size >= MOST) known.clear()
  known.set(key, life)
  return life
}

function operate(setup: OrderSetup, life: Life, operation: Operation): Life {
  const stopped = stoppedPods(life, operation)
  const written = writtenAfter(life.written, operation)
  const loaded = loadedAfter(setup, { ...life, written }, operation)
  const outcome = played(setup, loaded)
  const restarted = restartedBy(operation)
  return {
    written,
    loaded,
    pods: life.pods.map(pod => {
      const after = podAfter(pod, outcome, stopped.includes(pod.id))
      return operation.do === 'drain' && operation.on === pod.node ? { ...after, isEvicted: true } : after
    }),
    nodes: life.nodes.map(node => {
      const now = outcome.nodes.find(n => n.node.id === node.id)
      const isReady = now?.isReady ?? false
      const isOn = operation.on === node.id && restarted !== null
      return {
        ...node,
        isReady,
        unready: node.unready + (isReady ? 0 : 1),
        restarted: isOn ? [...new Set([...node.restarted, restarted])] : node.restarted,
        plan: now?.node ?? node.plan,
      }
    }),
  }
}

/** Removing is stopping for good; a daemon counts as restarted only if it runs again. */
const restartedBy = (operation: Operation): Daemon | null =>
  operation.do === 'restart' || operation.do === 'upgrade' ? operation.daemon : null

/** Pods that an operation itself stops: those behind a dockerd without live-restore, evicted ones, rewritten ones. */
function stoppedPods(life: Life, operation: Operation): readonly string[] {
  const here = life.pods.filter(pod => pod.node === operation.on && pod.isRunning && !pod.isEvicted)
  switch (operation.do) {
    case 'drain':
      return here.map(({ id }) => id)
    case 'write':
      return life.pods.filter(({ id, isRunning }) => id === operation.on && isRunning).map(({ id }) => id)
    case 'reload':
      return []
    case 'restart':
    case 'upgrade':
    case 'remove': {
      const node = life.nodes.find(({ id }) => id === operation.on)?.plan
      if (node === undefined) return []
      return here
        .filter(({ road }) => road !== null && isStoppedBy(node, road, operation.daemon))
        .map(({ id }) => id)
    }
    default:
      return operation satisfies never
  }
}

function writtenAfter(written: Choices, operation: Operation): Choices {
  switch (operation.do) {
    case 'write':
      return { ...written, [`${operation.on}.${operation.setting}`]: operation.value }
    case 'upgrade':
      return { ...written, [`${operation.on}.${PRESENCE[operation.daemon].setting}`]: operation.to }
    case 'remove': {
      const { setting, absent } = PRESENCE[operation.daemon]
      return { ...written, [`${operation.on}.${setting}`]: absent }
    }
    default:
      return written
  }
}

/** What the daemons have read: a restart reads all that is theirs, a reload a part; what nobody reads works at once. */
function loadedAfter(setup: OrderSetup, life: Life, operation: Operation): Choices {
  const read = (names: readonly string[]): Choices =>
    Object.fromEntries(
      names.flatMap(name => {
        const slot = `${operation.on}.${name}`
        const value = life.written[slot]
        return value === undefined ? [] : [[slot, value]]
      }),
    )
  const { loaded } = life
  switch (operation.do) {
    case 'write': {
      const isNode = setup.nodes[operation.on] !== undefined
      const readers = isNode && isNodeSetting(operation.setting) ? READ_BY[operation.setting] : []
      return readers.length === 0 ? { ...loaded, ...read([operation.setting]) } : loaded
    }
    case 'reload':
      return { ...loaded, ...read(RELOADED[operation.daemon] ?? []) }
    case 'restart':
    case 'upgrade':
    case 'remove':
      return {
        ...loaded,
        ...read(NODE_SETTING_NAMES.filter(name => READ_BY[name].includes(operation.daemon))),
      }
    case 'drain':
      return loaded
    default:
      return operation satisfies never
  }
}

/**
 * A pod after an operation. A kubelet that is down leaves running pods alone. One that finds another runtime than the
 * pod was started in starts it there anew.
 */
function podAfter(pod: PodLife, outcome: CaseOutcome, isStopped: boolean): PodLife {
  const last = outcome.pods.find(now => now.pod.id === pod.id) ?? pod.last
  if (pod.isEvicted) return { ...pod, last }
  const isDown = last.stage === 'kubelet' || last.stage === 'connect'
  const isMoved = !isDown && pod.road !== null && last.road !== null && last.road.store !== pod.road.store
  if (pod.isRunning && !isStopped && !isMoved) return { ...pod, last }
  const isRunning = last.status === 'Running'
  return {
    ...pod,
    last,
    isRunning,
    interruptions: pod.interruptions + (pod.isRunning ? 1 : 0),
    road: isRunning ? last.road : pod.road,
  }
}
