import { stringify } from 'yaml'
import type { Choices, SetSlot } from '../../../src/core/product.ts'
import type { Panel } from '../../../src/core/scene.ts'
import { anyWorld, type Board, type Look } from '../../../src/core/world.ts'
import type { Level } from '../../../src/level/level.ts'
import { loadLevel } from '../../../src/level/load.ts'
import type { Facts } from '../../../src/worlds/tradeoff/facts.ts'
import { tradeoff } from '../../../src/worlds/tradeoff/index.ts'
import { SetupSchema } from '../../../src/worlds/tradeoff/setup-schema.ts'

/** A board of the tradeoff world from a setup as a level writes it. */
export const boardOf = (setup: unknown): Board<Choices, SetSlot, Facts> =>
  tradeoff.open(SetupSchema.parse(setup))

/** The facts after some choices: `{ 'web.pack': 'vm' }`. */
export function factsOf(setup: unknown, choices: Choices = {}): Facts {
  const board = boardOf(setup)
  const state = { ...board.start, ...choices }
  return {
    work: board.observe.work(state),
    works: board.observe.works(state),
    host: board.observe.host(state),
    total: board.observe.total(state),
    run: board.observe.run(state),
  }
}

/** A panel after some choices. */
export function panelOf(setup: unknown, id: string, phase: Look['phase'], choices: Choices = {}): Panel {
  const board = boardOf(setup)
  const scene = board.scene({ ...board.start, ...choices }, { phase, probed: [] })
  const found = scene.panels.find(panel => panel.id === id)
  if (found === undefined)
    throw new Error(`no panel '${id}'; there are ${scene.panels.map(p => p.id).join(', ')}`)
  return found
}

/** The faults of a setup, as `path: message`. */
export function faultsOf(setup: unknown): readonly string[] {
  const parsed = SetupSchema.safeParse(setup)
  return parsed.success ? [] : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
}

/** A rule as a test writes it: kind and CEL. */
export type RuleSource = readonly [id: string, kind: 'goal' | 'guard', when: string]

/** What a test level says besides its setup and rules. */
export type LevelMore = { readonly [part: string]: unknown }

const words = (text: string) => ({ en: text, ko: text })

/** A level of this world, written as a file and loaded as one. */
export function levelOf(setup: unknown, rules: readonly RuleSource[], more: LevelMore = {}): Level {
  const file = {
    id: 'test/level',
    world: 'tradeoff',
    title: words('Test'),
    brief: words('Test it.'),
    setup,
    rules: rules.map(([id, kind, when]) => ({
      id,
      kind,
      points: 50,
      when,
      text: words(id),
      because: words(id),
      source: 'man:test(7)',
    })),
    debrief: words('Done.'),
    sources: ['man:test(7)'],
    ...more,
  }
  const text = stringify(file, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    aliasDuplicateObjects: false,
  })
  return loaded(text)
}

/** A level from its text. */
export function loaded(text: string): Level {
  const level = loadLevel(text, 'level.yaml', [anyWorld(tradeoff)])
  if (!level.ok) throw new Error(level.error.map(problem => JSON.stringify(problem)).join('\n'))
  return level.value
}
