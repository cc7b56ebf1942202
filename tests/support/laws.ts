import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, type Json } from '../../src/core/json.ts'
import { stepId } from '../../src/core/product.ts'
import type { Scene } from '../../src/core/scene.ts'
import type { Text } from '../../src/core/text.ts'
import type { AnyWorld, Board, Look } from '../../src/core/world.ts'
import { readFact } from '../../src/core/world.ts'
import { deepFreeze, throughJson } from './freeze.ts'
import { tries } from './full.ts'

/** Numbers that pick a legal step each, so that a walk can be drawn, shrunk and told again. */
const walks = fc.array(fc.nat({ max: 9999 }), { maxLength: 12 })
const looks: readonly Look[] = [
  { phase: 'build', probed: [] },
  { phase: 'ran', probed: [] },
]

/**
 * Registers the contract's laws as tests for a world, opened with its sandbox and with each given setup (as JSON, as a
 * level would hold it).
 */
export function lawsHold(world: AnyWorld, setups: readonly unknown[] = []): void {
  world.with(known => {
    test('its words are there in both languages', () => {
      for (const text of [known.name, known.manual]) expect(isWorded(text)).toBe(true)
      expect(known.template).toContain('SLUG')
    })
    const opened = [
      { name: 'the sandbox', board: () => known.open(known.sandbox) },
      ...setups.map((setup, i) => ({
        name: `setup ${i + 1}`,
        board: () => known.open(known.setup.parse(throughJson(setup))),
      })),
    ]
    for (const { name, board } of opened) boardLaws(name, board)
  })
}

function boardLaws<S extends Json, M extends Json, F extends object>(
  name: string,
  open: () => Board<S, M, F>,
): void {
  const law = (says: string, holds: (board: Board<S, M, F>, walk: readonly number[]) => void): void =>
    test(`${name}: ${says}`, () => {
      const board = open()
      const everyWalk = fc.property(walks, walk => holds(board, walk))
      expect(() => fc.assert(everyWalk, { numRuns: tries(25, 400) })).not.toThrow()
    })

  law('the options of its controls are exactly its legal steps, each once', (board, walk) => {
    const state = walked(board, walk)
    const legal = board.steps(state).map(({ id }) => id)
    for (const look of looks) expect(offered(board.scene(state, look)).toSorted()).toEqual(legal.toSorted())
    expect(new Set(legal).size).toBe(legal.length)
  })
  law('equal walks give equal states, facts, scenes and runs', (board, walk) => {
    const again = open()
    expect(everything(again, walked(again, walk))).toEqual(everything(board, walked(board, walk)))
  })
  law('what it is given stays as it was', (board, walk) => {
    const state = deepFreeze(walked(board, walk))
    const steps = deepFreeze([...board.steps(state)])
    for (const { move } of steps) board.apply(state, move)
    everything(board, state)
  })
  law('state, moves and facts survive JSON, and facts are of their schema', (board, walk) => {
    const state = walked(board, walk)
    const moves = board.steps(state).map(({ move }) => move)
    expect(throughJson([state, moves])).toEqual([state, moves])
    const facts = observed(board, state)
    expect(throughJson(facts)).toEqual(facts)
    expect(board.facts.parse(facts)).toEqual(facts)
  })
  law('the key differs where facts differ', (board, walk) => {
    const known = new Map<string, string>()
    for (const state of statesAlong(board, walk)) {
      const facts = canonicalJson(observed(board, state))
      expect(known.get(board.key(state)) ?? facts).toBe(facts)
      known.set(board.key(state), facts)
    }
  })
  law('every step leads to another state', (board, walk) => {
    const state = walked(board, walk)
    for (const { move } of board.steps(state))
      expect(board.key(board.apply(state, move))).not.toBe(board.key(state))
  })
  law('scenes are data with words in both languages, unique ids, and groups that exist', (board, walk) => {
    const state = walked(board, walk)
    for (const look of looks) sceneIsSound(board.scene(state, look))
  })
  law('a run is told in words, and each probe is answered', (board, walk) => {
    const state = walked(board, walk)
    for (const beat of board.beats(state)) {
      expect(beat.ms).toBeGreaterThan(0)
      expect(isWorded(beat.say)).toBe(true)
    }
    expect(isUnique(board.probes.map(({ id }) => id))).toBe(true)
    for (const probe of board.probes) expect(isWorded(board.answer(state, probe.id).title)).toBe(true)
  })
  productLaws(name, open)
}

function productLaws<S extends Json, M extends Json, F extends object>(
  name: string,
  open: () => Board<S, M, F>,
): void {
  const { axes } = open()
  if (!axes) return
  test(`${name}: every value is one step away, and every combination is legal`, () => {
    const board = open()
    const choices = fc.tuple(...axes.list.map(axis => fc.nat({ max: axis.values.length - 1 })))
    fc.assert(
      fc.property(choices, choice => {
        const state = axes.state(choice)
        const others = axes.list.flatMap((axis, i) =>
          axis.values.filter((_, value) => value !== choice[i]).map(value => stepId(axis.slot, value)),
        )
        expect(board.steps(state).map(({ id }) => id)).toEqual(others)
        for (const { id, move } of board.steps(state)) {
          const turned = axes.list.map((axis, i) => {
            const set = axis.values.findIndex(value => stepId(axis.slot, value) === id)
            return set < 0 ? (choice[i] ?? 0) : set
          })
          expect(board.key(board.apply(state, move))).toBe(board.key(axes.state(turned)))
        }
      }),
      { numRuns: tries(10, 100) },
    )
  })
  test(`${name}: its decoys are among its slots`, () => {
    const slots = axes.list.map(({ slot }) => slot)
    for (const { slot } of open().decoys) expect(slots).toContain(slot)
  })
}

function* statesAlong<S extends Json, M extends Json, F extends object>(
  board: Board<S, M, F>,
  walk: readonly number[],
): Generator<S> {
  let state = board.start
  yield state
  for (const pick of walk) {
    const steps = board.steps(state)
    const step = steps[pick % Math.max(1, steps.length)]
    if (!step) return
    state = board.apply(state, step.move)
    yield state
  }
}

function walked<S extends Json, M extends Json, F extends object>(
  board: Board<S, M, F>,
  walk: readonly number[],
): S {
  return [...statesAlong(board, walk)].at(-1) ?? board.start
}

function observed<S extends Json, M extends Json, F extends object>(
  board: Board<S, M, F>,
  state: S,
): { readonly [name: string]: unknown } {
  return Object.fromEntries(Object.keys(board.observe).map(name => [name, readFact(board, state, name)]))
}

/** All that a board tells of a state, for comparing. */
function everything<S extends Json, M extends Json, F extends object>(
  board: Board<S, M, F>,
  state: S,
): unknown {
  return {
    state,
    key: board.key(state),
    steps: board.steps(state),
    facts: observed(board, state),
    scenes: looks.map(look => board.scene(state, look)),
    beats: board.beats(state),
    artifacts: board.artifacts(state),
    answers: board.probes.map(({ id }) => board.answer(state, id)),
  }
}

const offered = (scene: Scene): readonly string[] =>
  scene.controls.flatMap(({ options }) => options.flatMap(({ step }) => (step === undefined ? [] : [step])))

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length
const isWorded = ({ en, ko }: Text): boolean => en.trim() !== '' && ko.trim() !== ''

function sceneIsSound(scene: Scene): void {
  expect(throughJson(scene)).toEqual(scene)
  const { groups, controls, panels } = scene
  for (const part of [groups, controls, panels]) expect(isUnique(part.map(({ id }) => id))).toBe(true)
  const known = groups.map(({ id }) => id)
  for (const panel of panels) {
    expect(isWorded(panel.title) && isWorded(panel.say)).toBe(true)
    if (panel.group !== undefined) expect(known).toContain(panel.group)
  }
  for (const control of controls) {
    expect(known).toContain(control.group)
    expect(isWorded(control.label) && isWorded(control.help)).toBe(true)
    if (control.type !== 'choice') continue
    expect(control.options[control.start]).toBeDefined()
    expect(control.options[control.current]?.step).toBeUndefined()
    expect(control.options[control.current]?.refused).toBeUndefined()
  }
}
