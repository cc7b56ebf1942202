import type { Control } from '../../src/core/scene.ts'
import type { Level } from '../../src/level/level.ts'
import { act, newGame } from '../../src/play/act.ts'
import type { Game } from '../../src/play/game.ts'
import { position } from '../../src/play/position.ts'
import type { Proof } from '../../src/solver/proof.ts'

/** A key of the build screen by the cap that the game draws. */
export type Cap = '↑' | '↓' | '←' | '→' | 'Enter'

const times = (count: number, cap: Cap): readonly Cap[] => Array.from({ length: count }, () => cap)

/** Presses that take a step at a control: arrows along its values, or an entry of the list that Enter opens. */
function take(control: Control, step: string): readonly Cap[] {
  const { options } = control
  const target = options.findIndex(option => option.step === step)
  if (control.type === 'cards') return ['Enter', ...times(target, '↓'), 'Enter']
  const { current } = control
  // Left and right pass over values that are refused.
  const count = (from: number, to: number): number =>
    options.slice(from, to).filter(option => option.step !== undefined).length
  return target < current ? times(count(target, current), '←') : times(count(current + 1, target + 1), '→')
}

/** Keys that take a step from a focused control, and the control they end on. */
function keysOfStep(game: Game, focus: number, step: string): readonly [caps: readonly Cap[], at: number] {
  const { controls } = position(game).scene
  const at = controls.findIndex(({ options }) => options.some(option => option.step === step))
  const control = controls[at]
  if (!control) throw new Error(`${game.level.id}: no control offers ${step}`)
  const walk = at < focus ? times(focus - at, '↑') : times(at - focus, '↓')
  return [[...walk, ...take(control, step)], at]
}

/** The keys that build a level's stored solution from its start, as a player would press them. */
export function solutionKeys(level: Level, proof: Proof): readonly Cap[] {
  let game = newGame(level, proof)
  let focus = 0
  return proof.solution.flatMap(step => {
    const [caps, at] = keysOfStep(game, focus, step)
    const next = act(game, { type: 'step', id: step })
    if (!next.ok) throw new Error(`${level.id}: ${step}: ${next.error.say.en}`)
    game = next.value
    focus = at
    return caps
  })
}
