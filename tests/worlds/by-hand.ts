import * as z from 'zod'
import { same } from '../../src/core/text.ts'
import type { Board, Step, World } from '../../src/core/world.ts'
import { SIDES } from '../support/sides.ts'

/** A small order world: cards are put in a row, and the run stops at the first one whose needs were not met before it. */
const setup = z.object({
  cards: z
    .array(z.object({ id: z.string(), needs: z.array(z.string()), spoils: z.array(z.string()) }))
    .min(1)
    .readonly(),
  /** Cards that fit in the row. */
  room: z.int().min(1),
})

/** What a level of the order world declares. */
export type ByHandSetup = z.infer<typeof setup>
type State = { readonly placed: readonly string[] }
type Place = { readonly card: string }
const facts = z.object({
  placed: z.array(z.string()),
  run: z.object({ ok: z.boolean(), done: z.array(z.string()), stoppedAt: z.string() }),
})
type Facts = z.infer<typeof facts>

/** Cards take effect in order; a card also fails once a card that spoils it was played. */
function play({ cards }: ByHandSetup, { placed }: State): Facts['run'] {
  const done: string[] = []
  for (const id of placed) {
    const card = cards.find(candidate => candidate.id === id)
    const spoilt = cards.some(({ id: earlier, spoils }) => done.includes(earlier) && spoils.includes(id))
    if (spoilt || !card?.needs.every(need => done.includes(need))) return { ok: false, done, stoppedAt: id }
    done.push(id)
  }
  return { ok: true, done, stoppedAt: '' }
}

function open(setup: ByHandSetup): Board<State, Place, Facts> {
  const steps = ({ placed }: State): readonly Step<Place>[] =>
    placed.length >= setup.room
      ? []
      : setup.cards
          .filter(({ id }) => !placed.includes(id))
          .map(({ id }) => ({ id, slot: 'row', move: { card: id }, say: same(`play ${id}`) }))
  return {
    facts,
    start: { placed: [] },
    steps,
    apply: ({ placed }, { card }) => ({ placed: [...placed, card] }),
    key: ({ placed }) => placed.join(' '),
    observe: { placed: ({ placed }) => [...placed], run: state => play(setup, state) },
    scene: state => ({
      groups: [{ id: 'table', label: { en: 'The table', ko: '탁자' }, about: [] }],
      controls: [
        {
          id: 'row',
          type: 'cards',
          group: 'table',
          label: { en: 'The row', ko: '카드 줄' },
          help: { en: 'Puts a card at the end.', ko: '카드를 맨 뒤에 놓습니다.' },
          placed: state.placed.map(same),
          options: steps(state).map(({ id }) => ({ label: same(id), step: id })),
        },
      ],
      sides: SIDES,
      panels: [],
    }),
    probes: [],
    answer: () => ({
      id: 'none',
      title: same('-'),
      seat: 'both',
      say: same('-'),
      type: 'transcript',
      lines: [],
    }),
    beats: state => play(setup, state).done.map(id => ({ ms: 100, say: same(id), changed: [] })),
    artifacts: ({ placed }) => [
      { id: 'script', title: same('by-hand.sh'), language: 'sh', text: placed.join('\n') },
    ],
    decoys: [],
  }
}

/** A container by hand, in four cards and a trap: entering the root before /proc is mounted spoils the mount. */
export const BY_HAND: ByHandSetup = {
  cards: [
    { id: 'unshare', needs: [], spoils: [] },
    { id: 'mount-proc', needs: ['unshare'], spoils: [] },
    { id: 'pivot', needs: ['unshare'], spoils: ['mount-proc'] },
    { id: 'drop-caps', needs: [], spoils: ['unshare', 'mount-proc', 'pivot'] },
    { id: 'dance', needs: [], spoils: [] },
  ],
  room: 4,
}

/** The order world that shows that the contract carries more than products. */
export const byHand: World<ByHandSetup, State, Place, Facts> = {
  id: 'by-hand',
  name: { en: 'By hand', ko: '손으로' },
  manual: { en: 'Cards are played in order.', ko: '카드는 순서대로 실행됩니다.' },
  setup,
  sandbox: BY_HAND,
  template: 'id: SLUG',
  open,
}
