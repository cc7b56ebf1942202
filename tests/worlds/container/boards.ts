import type * as z from 'zod'
import type { Choices } from '../../../src/core/product.ts'
import type { Board } from '../../../src/core/world.ts'
import { container } from '../../../src/worlds/container/index.ts'
import type { Facts } from '../../../src/worlds/container/facts.ts'
import { SetupSchema } from '../../../src/worlds/container/setup-schema.ts'
import type { SetSlot } from '../../../src/core/product.ts'

/** A board of the container world from a setup as a level writes it. */
export const boardOf = (setup: unknown): Board<Choices, SetSlot, Facts> =>
  container.open(SetupSchema.parse(setup))

/** The facts after some choices: `{ 'app.pid': 'own' }`. */
export function factsOf(setup: unknown, choices: Choices = {}): Facts {
  const board = boardOf(setup)
  const state = { ...board.start, ...choices }
  return {
    box: board.observe.box(state),
    boxes: board.observe.boxes(state),
    host: board.observe.host(state),
    run: board.observe.run(state),
  }
}

/** The text of a panel after some choices. */
export function panelText(setup: unknown, choices: Choices, panel: string): readonly string[] {
  const board = boardOf(setup)
  const scene = board.scene({ ...board.start, ...choices }, { phase: 'build', probed: [] })
  const found = scene.panels.find(p => p.id === panel)
  return found?.type === 'transcript' ? found.lines.map(l => l.text) : []
}

/** The faults of a setup, as `path: message`. */
export function faultsOf(setup: unknown): readonly string[] {
  const parsed: z.ZodSafeParseResult<unknown> = SetupSchema.safeParse(setup)
  return parsed.success ? [] : parsed.error.issues.flatMap(issue => innermost(issue, []))
}

/** The issues of the branch of a union that came nearest, or the issue itself. */
function innermost(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly string[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [`${path.join('.')}: ${issue.message}`]
  return issue.errors.slice(0, 1).flatMap(branch => branch.flatMap(inner => innermost(inner, path)))
}
