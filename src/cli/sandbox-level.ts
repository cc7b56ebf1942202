import { digest } from '../core/digest.ts'
import { type AnyWorld, anyBoard } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import { celEnvironment } from '../rules/environment.ts'
import type { Proof } from '../solver/proof.ts'
import { inBoth } from '../words/say.ts'

/** A world opened with every control, as a level without rules. */
export function sandboxLevel(world: AnyWorld): Level {
  return world.with(({ id, name, open, sandbox }) => {
    const board = open(sandbox)
    return {
      id: `sandbox/${id}`,
      world: id,
      title: inBoth('sandbox.title', { world: name }),
      brief: inBoth('sandbox.about'),
      tutorial: false,
      optional: true,
      runs: 99,
      rules: [],
      predict: [],
      nudges: [],
      debrief: { en: '', ko: '' },
      teaches: [],
      sources: [],
      setup: null,
      board: anyBoard(board),
      cel: celEnvironment(board.facts),
      playHash: digest(['sandbox', id]),
    }
  })
}

/** What is known of a sandbox: there is nothing to reach. */
export const sandboxProof = ({ playHash }: Level): Proof => ({
  playHash,
  states: 0,
  solved: 0,
  par: 0,
  optimal: 0,
  solution: [],
})
