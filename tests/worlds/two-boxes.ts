import * as z from 'zod'
import { type Choices, product, type SetSlot, type Slot } from '../../src/core/product.ts'
import type { Control, Panel } from '../../src/core/scene.ts'
import { same } from '../../src/core/text.ts'
import type { Board, World } from '../../src/core/world.ts'
import { SIDES } from '../support/sides.ts'

/** A small product world: boxes with a network and a memory limit on one host. */
const setup = z.object({
  /** MiB of the host. */
  memory: z.int().min(1),
  /** MiB that each box wants; `leak` wants everything. */
  boxes: z.record(z.string().regex(/^[a-z]+$/), z.union([z.int().min(1), z.literal('leak')])),
  /** The port clash is not shown before it was probed. */
  hidden: z.boolean(),
})

/** What a level of the product world declares. */
export type TwoBoxesSetup = z.infer<typeof setup>

const box = z.object({ net: z.enum(['host', 'own']), limited: z.boolean(), max: z.int() })
const outcome = z.object({ alive: z.boolean(), error: z.string() })
const shape = z.object({
  box: z.record(z.string(), box),
  host: z.object({ promised: z.int() }),
  run: z.object({ box: z.record(z.string(), outcome) }),
})
type Facts = z.infer<typeof shape>

/** Box ids are fields, so the schema is the setup's own. It outputs what `Facts` says. */
function factsOf(ids: readonly string[]): z.ZodType<Facts> {
  const each = <T extends z.ZodType>(type: T): z.ZodObject<Record<string, T>> =>
    z.object(Object.fromEntries(ids.map(id => [id, type])))
  return z.object({
    box: each(box),
    host: z.object({ promised: z.int() }),
    run: z.object({ box: each(outcome) }),
  })
}

const LIMITS = ['none', '128', '256', '512']
const NETS = ['host', 'own']

function slotsOf(ids: readonly string[]): readonly Slot[] {
  return [
    ...ids.flatMap((id): readonly Slot[] => [
      { id: `${id}.net`, values: NETS, start: 'host', order: 'off-on' },
      { id: `${id}.memory`, values: LIMITS, start: 'none', order: 'small-large' },
    ]),
    { id: 'host.colour', values: ['grey', 'red'], start: 'grey', order: 'none' },
  ]
}

const limitOf = (state: Choices, id: string): number => Number(state[`${id}.memory`]) || 0
const isOwn = (state: Choices, id: string): boolean => state[`${id}.net`] === 'own'

function run(setup: TwoBoxesSetup, state: Choices): Facts['run'] {
  const ids = Object.keys(setup.boxes)
  const leaks = ids.some(id => setup.boxes[id] === 'leak' && limitOf(state, id) === 0)
  const tight = (id: string): boolean => {
    const want = setup.boxes[id] ?? 0
    return limitOf(state, id) > 0 && (want === 'leak' || want > limitOf(state, id))
  }
  const clashes = (id: string, i: number): boolean =>
    !isOwn(state, id) && ids.slice(0, i).some(earlier => !isOwn(state, earlier))
  const result = (id: string, i: number): string =>
    clashes(id, i) ? 'EADDRINUSE' : leaks ? 'host OOM' : tight(id) ? 'OOMKilled' : ''
  return {
    box: Object.fromEntries(ids.map((id, i) => [id, { alive: result(id, i) === '', error: result(id, i) }])),
  }
}

function controls(slots: readonly Slot[], state: Choices): readonly Control[] {
  return slots.map(slot => ({
    id: slot.id,
    type: 'choice',
    look: slot.order === 'small-large' ? 'slider' : 'toggle',
    group: slot.id.split('.')[0] ?? '',
    label: same(slot.id.split('.')[1] ?? ''),
    help: { en: 'Sets it.', ko: '값을 정합니다.' },
    current: slot.values.indexOf(state[slot.id] ?? ''),
    start: slot.values.indexOf(slot.start),
    options: slot.values.map(value =>
      value === state[slot.id] ? { label: same(value) } : { label: same(value), step: `${slot.id}=${value}` },
    ),
  }))
}

function portPanel(setup: TwoBoxesSetup, state: Choices, known: boolean): Panel {
  const hosts = Object.keys(setup.boxes).filter(id => !isOwn(state, id))
  const text = known ? `:80 ${hosts.join(' ')}` : '?'
  return {
    id: 'ports',
    title: { en: 'Ports on the host', ko: '호스트의 포트' },
    seat: 'both',
    say: same(text),
    type: 'transcript',
    lines: [{ type: known ? 'output' : 'hidden', text }],
  }
}

function open(setup: TwoBoxesSetup): Board<Choices, SetSlot, Facts> {
  const ids = Object.keys(setup.boxes)
  const slots = slotsOf(ids)
  return {
    ...product(slots, (slot, value) => ({
      en: `Set ${slot} to ${value}`,
      ko: `${slot} 값을 ${value}(으)로`,
    })),
    facts: factsOf(ids),
    observe: {
      box: state =>
        Object.fromEntries(
          ids.map(id => [
            id,
            {
              net: isOwn(state, id) ? 'own' : 'host',
              limited: limitOf(state, id) > 0,
              max: limitOf(state, id),
            },
          ]),
        ),
      host: state => ({ promised: ids.reduce((sum, id) => sum + limitOf(state, id), 0) }),
      run: state => run(setup, state),
    },
    scene: (state, look) => ({
      groups: [...ids, 'host'].map(id => ({ id, label: same(id), about: [] })),
      controls: controls(slots, state),
      sides: SIDES,
      panels: [portPanel(setup, state, !setup.hidden || look.probed.includes('ports'))],
    }),
    probes: setup.hidden ? [{ id: 'ports', label: { en: 'Ports', ko: '포트' }, command: 'ss -ltn' }] : [],
    answer: state => portPanel(setup, state, true),
    beats: state =>
      ids.map(id => ({ ms: 200, say: same(`${id} ${run(setup, state).box[id]?.error ?? ''}`), changed: [] })),
    artifacts: state => [
      { id: 'json', title: same('boxes.json'), language: 'json', text: JSON.stringify(state) },
    ],
    decoys: [{ slot: 'host.colour', misconception: 'red-hosts-run-faster' }],
  }
}

/** A shop that needs 200 MiB and a job that leaks; both want the same port. */
export const SHOP_AND_LEAK: TwoBoxesSetup = { memory: 512, boxes: { shop: 200, job: 'leak' }, hidden: false }

/** The product world of the test suite. */
export const twoBoxes: World<TwoBoxesSetup, Choices, SetSlot, Facts> = {
  id: 'two-boxes',
  name: { en: 'Two boxes', ko: '상자 둘' },
  manual: { en: 'Boxes on one host.', ko: '호스트 하나에 상자 여럿.' },
  setup,
  sandbox: SHOP_AND_LEAK,
  template: 'id: SLUG',
  open,
}
