import { digest } from '../../src/core/digest.ts'
import type { Json } from '../../src/core/json.ts'
import { same } from '../../src/core/text.ts'
import { anyBoard, type Board, type World } from '../../src/core/world.ts'
import type { Level, Nudge, Prediction, Rule } from '../../src/level/level.ts'
import { type CelEnvironment, celEnvironment } from '../../src/rules/environment.ts'
import type { Expression } from '../../src/rules/expression.ts'
import { prove } from '../../src/solver/prove.ts'
import type { FullProof } from '../../src/solver/proof.ts'
import { BY_HAND, byHand } from '../worlds/by-hand.ts'
import { SHOP_AND_LEAK, twoBoxes } from '../worlds/two-boxes.ts'

/** A rule as a test writes it: kind, weight and CEL. */
export type RuleSource = readonly [id: string, kind: Rule['kind'], points: number, when: string]

/** What a test level says besides its rules. */
export type LevelExtras = {
  readonly tutorial?: boolean
  readonly runs?: number
  readonly predict?: (cel: (source: string) => Expression) => readonly Prediction[]
  readonly nudges?: (cel: (source: string) => Expression) => readonly Nudge[]
}

/** Compiles an expression of a test; one that does not compile is a bug of the test. */
export function compiled(cel: CelEnvironment, source: string, type: 'bool' | 'string'): Expression {
  const result = cel.compile(source, type)
  if (!result.ok) throw new Error(`${source}: ${result.error.map(({ message }) => message).join('; ')}`)
  return result.value
}

/** A level over a test world's board, without a level file. */
export function levelOf<S extends Json, M extends Json, F extends object>(
  board: Board<S, M, F>,
  rules: readonly RuleSource[],
  extras: LevelExtras = {},
): Level {
  const cel = celEnvironment(board.facts)
  const compile = (source: string): Expression =>
    compiled(cel, source, source.includes(' ? ') ? 'string' : 'bool')
  return {
    id: 'test/level',
    world: 'test',
    title: { en: 'Test', ko: '시험' },
    brief: { en: 'Test it.', ko: '시험하세요.' },
    tutorial: extras.tutorial ?? false,
    optional: false,
    runs: extras.runs ?? 2,
    rules: rules.map(([id, kind, points, when]) => ({
      id,
      kind,
      points,
      when: compile(when),
      text: same(`rule ${id}`),
      because: same('because'),
      source: 'man:test(7)',
      seat: 'both',
    })),
    predict: extras.predict?.(compile) ?? [],
    nudges: extras.nudges?.(compile) ?? [],
    debrief: same('done'),
    teaches: [],
    sources: [],
    setup: {},
    board: anyBoard(board),
    cel,
    playHash: digest(rules),
  }
}

/** The proof of a test level, which has to have one. */
export function proofOf(level: Level): FullProof {
  const proved = prove(level)
  if (!proved.ok) throw new Error(`${level.id}: ${proved.error.type}`)
  return proved.value
}

/** Opens a test world with its sandbox. */
const opened = <A, S, M, F>(world: World<A, S, M, F>, setup: A): Board<S, M, F> => world.open(setup)

/** The rules of the product level: own networks clear the port, a limit contains the leak, the shop keeps enough. */
export const SHOP_RULES: readonly RuleSource[] = [
  ['shop-lives', 'goal', 50, 'run.box.shop.alive'],
  ['leak-contained', 'goal', 30, "run.box.job.error == 'OOMKilled'"],
  ['fits', 'guard', 20, 'box.shop.limited && host.promised <= 512'],
  ['thrifty', 'bonus', 10, 'host.promised <= 384'],
]

/** The product level: par 3 (shop.memory=256, one own network, job.memory). */
export const shopLevel = (extras: LevelExtras = {}, rules = SHOP_RULES): Level =>
  levelOf(opened(twoBoxes, SHOP_AND_LEAK), rules, extras)

/** The product level with a hidden panel. */
export const hiddenLevel = (): Level =>
  levelOf(opened(twoBoxes, { ...SHOP_AND_LEAK, hidden: true }), SHOP_RULES)

/** The rules of the order level. */
export const HAND_RULES: readonly RuleSource[] = [
  ['built', 'goal', 60, "run.ok && 'pivot' in run.done && 'mount-proc' in run.done"],
  ['dropped', 'guard', 40, "'drop-caps' in run.done"],
]

/** The order level: par 4; entering the root before /proc is mounted cannot be mended but by undo. */
export const handLevel = (extras: LevelExtras = {}, rules = HAND_RULES): Level =>
  levelOf(opened(byHand, BY_HAND), rules, extras)
