import { type Card, CARDS, type Operation, type OrderSetup } from './order-setup.ts'

/** State of an order level: what was placed in each row. Operations are one row, `steps`. */
export type Laid = { readonly rows: { readonly [row: string]: readonly string[] } }

/** The only move: a card goes to the end of a row. */
export type Lay = { readonly row: string; readonly card: string }

/** The row that operations are placed in. */
export const STEPS = 'steps'

/** The rows of a level, each with the cards on its table. */
export const tables = (
  setup: OrderSetup,
): readonly { readonly row: string; readonly cards: readonly string[] }[] =>
  setup.steps.length > 0
    ? [{ row: STEPS, cards: setup.steps.map(({ id }) => id) }]
    : Object.entries(setup.rows).map(([row, { cards }]) => ({ row, cards }))

/** The beginning: every row empty. */
export const nothingLaid = (setup: OrderSetup): Laid => ({
  rows: Object.fromEntries(tables(setup).map(({ row }) => [row, []])),
})

/** What was placed in a row, in order. */
export const laidIn = ({ rows }: Laid, row: string): readonly string[] => rows[row] ?? []

/** The cards of a row of calls. */
export const cardsIn = (state: Laid, row: string): readonly Card[] =>
  laidIn(state, row).flatMap(name => CARDS.find(card => card === name) ?? [])

/** The operations done so far, in order. */
export const operationsIn = (setup: OrderSetup, state: Laid): readonly Operation[] =>
  laidIn(state, STEPS).flatMap(id => setup.steps.find(step => step.id === id) ?? [])

/** Cards of a row that can still be placed: those left on the table, while there is room. */
export function cardsLeft(setup: OrderSetup, state: Laid, row: string): readonly string[] {
  const laid = laidIn(state, row)
  const cards = tables(setup).find(table => table.row === row)?.cards ?? []
  if (row === STEPS && setup.room !== undefined && laid.length >= setup.room) return []
  return cards.filter(card => !laid.includes(card))
}

/** A card at the end of a row. */
export const lay = (state: Laid, { row, card }: Lay): Laid => ({
  rows: { ...state.rows, [row]: [...laidIn(state, row), card] },
})
