import { digest } from '../core/digest.ts'
import type { AnyWorld } from '../core/world.ts'
import { anyBoard } from '../core/world.ts'
import type { Level } from '../level/level.ts'
import { celEnvironment } from '../rules/environment.ts'
import type { Proof } from '../solver/proof.ts'

/** A world with every control and no goals, as a level: it has no rules, so nothing is scored and nothing hinted. */
export function sandbox(world: AnyWorld): { readonly level: Level; readonly proof: Proof } {
  return world.with(({ id, name, manual, sandbox: setup, open }) => {
    const board = open(setup)
    const playHash = digest({ world: id, sandbox: setup })
    const level: Level = {
      id: `sandbox/${id}`,
      world: id,
      title: name,
      brief: manual,
      tutorial: false,
      optional: true,
      runs: Number.MAX_SAFE_INTEGER,
      rules: [],
      predict: [],
      nudges: [],
      debrief: manual,
      teaches: [],
      sources: [],
      setup: null,
      board: anyBoard(board),
      cel: celEnvironment(board.facts),
      playHash,
    }
    return { level, proof: { playHash, states: 0, solved: 0, par: 0, optimal: 0, solution: [] } }
  })
}
