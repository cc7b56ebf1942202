import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Choices } from '../../src/core/product.ts'
import { pauseImage } from '../../src/worlds/route/errors.ts'
import type { FailureId } from '../../src/worlds/route/failures.ts'
import { CONTAINER_NAMESPACES, type Holder, holdersOf } from '../../src/worlds/route/namespaces.ts'
import { type NodePlan, type PodPlan, planOf } from '../../src/worlds/route/plan.ts'
import { isStoppedBy } from '../../src/worlds/route/restart.ts'
import { SetupSchema } from '../../src/worlds/route/setup-schema.ts'
import { type Start, startPod } from '../../src/worlds/route/start.ts'
import { isFull } from '../support/full.ts'
import { type ContainerdHost, containerdHost, networkCondition } from './cri/containerd-host.ts'
import { type Called, endOf, eventOf, pidOf, startForReal } from './cri/pod-start.ts'
import { containerdVersion, PLUGINS, unlessContainerd } from './cri/programs.ts'
import type { Stock } from './cri/containerd-folder.ts'
import { until } from './cri/throw-away-host.ts'
import { machineState } from './machine.ts'

const skipped = unlessContainerd()

/** What was held against a real containerd, printed at the end. */
const compared: string[] = []

type Built = { readonly node: NodePlan; readonly pod: PodPlan }

/** A node of the game with this machine's version of containerd, and a pod on it, both built as given. */
function built(node: Choices = {}, pod: Choices = {}, image = 'shop:3'): Built {
  const usual = { kubelet: '1.30', runtimeDriver: 'cgroupfs', kubeletDriver: 'cgroupfs' }
  const setup = SetupSchema.parse({
    nodes: { n: { build: { ...usual, containerd: containerdVersion() ?? '1.6', ...node } } },
    pods: { shop: { image, build: { stored: 'k8s.io', ...pod } } },
    classes: { sandboxed: { build: { handler: 'kata' } } },
    controls: {},
  })
  const plan = planOf(setup, {})
  const [first] = plan.nodes
  const [shop] = plan.pods
  if (first === undefined || shop === undefined) throw new Error('no node or no pod')
  return { node: first, pod: shop }
}

const predicted = ({ node, pod }: Built, registry: 'up' | 'down' = 'up'): Start =>
  startPod(node, pod, { registry, agentRuns: false, fits: true })

/** The acts of a simulated start, call by call. The program of the app has a name for real. */
function calledIn({ acts }: Start): readonly Called[] {
  const calls = [...new Set(acts.map(({ call }) => call))]
  return calls.map(call => ({
    call,
    executes: acts
      .filter(act => act.call === call)
      .flatMap(({ executes }) => executes.map(program => (program === 'app' ? '/bin/shop' : program))),
  }))
}

/** containerd runs loopback beside the pod's network, so that its place among the CNI plugins is chance. */
const inOrder = ({ call, executes }: Called): Called => ({
  call,
  executes: executes.toSorted((a, b) => Number(b === 'loopback') - Number(a === 'loopback')),
})

/** What a run must leave as it was; folders and cgroups of other tests may come and go meanwhile. */
function machineParts(): object {
  const { mounts, interfaces, hostname } = machineState()
  return { mounts, interfaces, hostname }
}

/** Does something with a containerd of our own, and makes sure that the machine is afterwards as it was. */
async function on(
  node: NodePlan,
  stock: Omit<Stock, 'images'>,
  act: (host: ContainerdHost) => Promise<void>,
): Promise<void> {
  const before = machineParts()
  const images = [
    { name: pauseImage({ node }), command: ['/pause'] },
    { name: 'docker.io/library/shop:3', command: ['/bin/shop'] },
  ]
  const isThere = node.pause === 'cached' && node.cri
  const host = await containerdHost(node, { ...stock, images: isThere ? images : [] })
  try {
    await act(host)
  } finally {
    await host.end()
  }
  expect(machineParts()).toEqual(before)
  expect(host.leftovers()).toEqual([])
}

/** Whose namespaces a container is in, by comparing it with pause and with the host's first process. */
async function holdersFor(
  host: ContainerdHost,
  sandbox: string,
  container: string,
): Promise<ReturnType<typeof holdersOf>> {
  const own = host.namespacesOf(await pidOf(host, 'container', container))
  const pause = host.namespacesOf(await pidOf(host, 'sandbox', sandbox))
  const first = host.namespacesOf('1')
  const holder = (type: (typeof CONTAINER_NAMESPACES)[number]): Holder =>
    own[type] === first[type] ? 'host' : own[type] === pause[type] ? 'pod' : 'own'
  return {
    mnt: holder('mnt'),
    pid: holder('pid'),
    net: holder('net'),
    ipc: holder('ipc'),
    uts: holder('uts'),
  }
}

const say = (what: string, how: string): void => {
  compared.push(`${what.padEnd(27)}${how}`)
}

const words = (calls: readonly Called[]): string =>
  calls
    .map(({ call, executes }) => `${call}${executes.length === 0 ? '' : ` [${executes.join(', ')}]`}`)
    .join(' → ')

/** Whom the tests of the full selection are about; the fast one does not have them, rather than skip them. */
const WHEN_FULL = isFull ? ['containerd'] : []

describe('a real containerd', () => {
  beforeEach(({ skip }) => skip(skipped !== undefined, skipped))

  const STARTS: readonly (readonly [name: string, pod: Choices])[] = [
    ['a pod', {}],
    ['a pod on the host network', { hostNetwork: 'on' }],
    ['a pod that shares pids', { sharePid: 'on' }],
  ]

  it.each(STARTS.slice(0, isFull ? STARTS.length : 1))(
    '%s starts with the calls, programs and namespaces that the game shows',
    async (name, choices) => {
      const plan = built({}, choices)
      await on(plan.node, {}, async host => {
        await host.configureNetwork()
        const real = await startForReal(host, plan.node, plan.pod)
        expect(real.refusal).toBeNull()
        expect(real.calls.map(inOrder)).toEqual(calledIn(predicted(plan)))
        say(name, words(real.calls))

        const holders = await holdersFor(host, real.sandbox ?? '', real.container ?? '')
        expect(holders).toEqual(holdersOf(plan.pod))
        say('', CONTAINER_NAMESPACES.map(type => `${type}: ${holders[type]}`).join(', '))

        // runc has gone; one shim holds pause and the app.
        const programs = host.processes().map(({ command }) => command)
        expect(programs.filter(program => program.includes('containerd-shim'))).toHaveLength(1)
        expect(programs.filter(program => /\brunc\b(?!-)/.test(program))).toEqual([])
        for (const held of ['/pause', '/bin/shop'])
          expect(programs.filter(program => program.endsWith(held))).toHaveLength(1)
      })
    },
  )

  it('fails without a network, for an unknown handler and for a bad command in the words that the game shows', async () => {
    const { node } = built()
    await on(node, {}, async host => {
      const condition = await networkCondition(host.cri)
      const text = `NetworkReady=${condition?.status} reason:${condition?.reason} message:${condition?.message}`
      const offline = predicted(built({ cni: 'none' }))
      expect(`network is not ready: container runtime network not ready: ${text}`).toBe(offline.error)
      say('network-not-ready', text)

      await host.configureNetwork()
      await fails(host, 'unknown-handler', built({}, { runtimeClass: 'sandboxed' }))
      await fails(host, 'bad-command', built({}, { command: 'bad' }))
      if (isFull) await fails(host, 'registry-down', built({}, { stored: 'none' }, 'ghost:3'), 'down')
    })
  })

  it.each(WHEN_FULL)('%s keeps its pods when it is killed: the shim holds them', async () => {
    const plan = built()
    const start = predicted(plan)
    await on(plan.node, {}, async host => {
      await host.configureNetwork()
      const { container } = await startForReal(host, plan.node, plan.pod)
      const before = await pidOf(host, 'container', container ?? '')
      await host.restart()
      const isStopped = (await pidOf(host, 'container', container ?? '')) !== before
      expect(isStopped).toBe(start.road !== null && isStoppedBy(plan.node, start.road, 'containerd'))
      expect(await endOf(host, container ?? '')).toEqual({ reason: '', exit_code: 0 })
      say('containerd killed', 'the app keeps its pid')
    })
  })

  it.each(WHEN_FULL)('%s tells of an app that took too much memory what the game tells', async () => {
    const plan = built({}, { app: 'leaks', limit: '32' })
    await on(plan.node, { app: 'leaks' }, async host => {
      await host.configureNetwork()
      const { container } = await startForReal(host, plan.node, plan.pod)
      const text = await until('the end of the app', async () => {
        const { reason, exit_code } = await endOf(host, container ?? '')
        const isTold = reason === 'OOMKilled' && exit_code !== 0
        return isTold ? `Reason: ${reason}, Exit Code: ${exit_code}` : undefined
      })
      expect(predicted(plan).failure).toBe('oom')
      expect(predicted(plan).error).toBe(`Last State: Terminated, ${text}`)
      say('oom', text)
    })
  })
})

/** A text up to why nobody could be reached: that is this host's network, which knows no names, and not containerd. */
const untilCause = (text: string): string => text.replace(/ dial tcp: .*$/, ' dial tcp: …')

const CALLS: { readonly [stage: string]: string } = {
  sandbox: 'RunPodSandbox',
  image: 'PullImage',
  create: 'CreateContainer',
  start: 'StartContainer',
}

/** Starts a pod that the game says will fail, holds call and text against the game's, and returns the text. */
async function fails(
  host: ContainerdHost,
  failure: FailureId,
  plan: Built,
  registry: 'up' | 'down' = 'up',
): Promise<string> {
  const start = predicted(plan, registry)
  const real = await startForReal(host, plan.node, plan.pod)
  const event = eventOf(real, plan.pod.image).replace(`/${host.cgroup}`, '/kubepods')
  expect({ failure, call: real.calls.at(-1)?.call, event: untilCause(event) }).toEqual({
    failure: start.failure,
    call: CALLS[start.stage],
    event: untilCause(start.error),
  })
  // CNI was called before it failed only where the game calls it by then; a plugin that is missing runs nowhere.
  const hasNetwork = failure !== 'cni-add' && start.acts.some(({ id }) => id === 'cni-add')
  expect(real.calls.some(({ executes }) => executes.includes('bridge'))).toBe(hasNetwork)
  expect(real.calls.slice(0, -1).map(inOrder)).toEqual(calledIn(start).slice(0, -1))
  say(failure, untilCause(event))
  return event
}

// Without its pause image a daemon needs another configuration, and so does each of these: one host for each row.
const DAEMONS: readonly {
  readonly failure: FailureId
  readonly node: Choices
  readonly plugins: readonly string[]
}[] = [
  { failure: 'pause-image', node: { pause: 'wrong' }, plugins: PLUGINS },
  { failure: 'cni-add', node: { cni: 'broken' }, plugins: ['loopback'] },
  { failure: 'driver-mismatch', node: { runtimeDriver: 'systemd' }, plugins: PLUGINS },
]

describe('a real containerd that is set up badly', () => {
  beforeEach(({ skip }) => skip(skipped !== undefined, skipped))

  it.each(isFull ? DAEMONS : DAEMONS.slice(0, 1))(
    'fails with $failure in the words that the game shows',
    async ({ failure, node, plugins }) => {
      const plan = built(node)
      await on(plan.node, { plugins }, async host => {
        await host.configureNetwork()
        expect(await fails(host, failure, plan)).toContain('rpc error')
      })
    },
  )

  it.each(WHEN_FULL)(
    '%s answers no CRI when its plugin is off, in the words that the game shows',
    async () => {
      const plan = built({ cri: 'disabled' })
      await on(plan.node, {}, async host => {
        const refusal = await networkCondition(host.cri).then(
          () => '',
          (error: unknown) => String(error),
        )
        const text = refusal.replace('Error: ', '')
        expect(text).not.toBe('')
        expect(predicted(plan).failure).toBe('cri-disabled')
        expect(predicted(plan).error).toContain(text)
        say('cri-disabled', text)
      })
    },
  )
})

afterAll(() => {
  const lines = skipped === undefined ? compared : [skipped]
  process.stdout.write(`\nA pod start against containerd ${containerdVersion() ?? ''}:\n`)
  process.stdout.write(lines.map(line => `  ${line}\n`).join(''))
})
