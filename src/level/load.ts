import type { Json } from '../core/json.ts'
import { type Result, fail, ok } from '../core/result.ts'
import { type AnyBoard, type AnyWorld, type World, anyBoard } from '../core/world.ts'
import { type CelEnvironment, celEnvironment } from '../rules/environment.ts'
import type { Expression } from '../rules/expression.ts'
import { meaningFaults } from './checks.ts'
import { type Compiled, compileAll, plainFaults } from './expressions.ts'
import { playHash } from './hash.ts'
import { suggestion, wordIssue } from './issue-words.ts'
import { issueFaults } from './issues.ts'
import type { Level, Objective } from './level.ts'
import { type Located, child, dataOf, offsetOf, stringAt } from './located.ts'
import { type Fault, type LevelProblem, problemsOf, quoted } from './problem.ts'
import { type LevelData, LevelFile } from './schema.ts'
import { parseVariant } from './vary.ts'

/** Where a level is played: its board, and CEL over the board's facts. */
type Field = { readonly setup: Json; readonly board: AnyBoard; readonly cel: CelEnvironment }

/** A value that is absent where something is wrong, and what that is. */
type Checked<T> = { readonly value?: T; readonly faults: readonly Fault[] }

/**
 * Reads a level file, with the values of one of its variants. `file` is only named in problems. All faults that can be told
 * apart are reported at once, in the order of the text; nothing is thrown, whatever the text.
 */
export function loadLevel(
  text: string,
  file: string,
  worlds: readonly AnyWorld[],
  variant = 0,
): Result<Level, readonly LevelProblem[]> {
  const { parsed, source, at, count, faults: varied } = parseVariant(text, variant)
  const suffix = variant === 0 ? '' : ` (in variant ${variant})`
  const problems = (faults: readonly Fault[]) => {
    const placed = faults.map(fault => ({ ...fault, at: at(fault.at), message: fault.message + suffix }))
    return fail(problemsOf(file, source, [...varied, ...placed]))
  }
  const { root } = parsed
  if (root === undefined) return problems(parsed.faults)
  const data = checkData(root)
  const field = openField(root, worlds)
  const compiled = field.value && compileAll(parsed.text, root, field.value.cel)
  const faults = [
    ...parsed.faults,
    ...data.faults,
    ...field.faults,
    ...meaningFaults(parsed.text, root),
    ...plainFaults(root),
    ...(compiled?.faults ?? []),
  ]
  if (faults.length + varied.length > 0 || !data.value || !field.value || !compiled) return problems(faults)
  const level = levelOf(data.value, field.value, compiled)
  return ok(count === undefined ? level : { ...level, variant: { number: variant, count } })
}

function checkData(root: Located): Checked<LevelData> {
  const result = LevelFile.safeParse(dataOf(root), { error: issue => wordIssue(issue) })
  if (result.success) return { value: result.data, faults: [] }
  return { faults: issueFaults(root, [], LevelFile, result.error.issues) }
}

/** Finds the world, and opens it with the file's setup. */
function openField(root: Located, worlds: readonly AnyWorld[]): Checked<Field> {
  const id = stringAt(root, ['world'])
  const world = worlds.find(candidate => candidate.id === id)
  if (world) return world.with(known => openWorld(root, known))
  if (id === undefined || root.type !== 'map') return { faults: [] }
  const ids = worlds.map(candidate => candidate.id)
  const message = `there is no world ${quoted(id)}${suggestion(id, ids)}: choose ${ids.join(', ')}`
  return { faults: [{ at: offsetOf(root, ['world']), path: ['world'], message }] }
}

function openWorld<A, S extends Json, M extends Json, F extends object>(
  root: Located,
  world: World<A, S, M, F>,
): Checked<Field> {
  const path = ['setup']
  const part = child(root, 'setup')
  const setup = part === undefined ? undefined : dataOf(part)
  const result = world.setup.safeParse(setup, { error: issue => wordIssue(issue, 'setup') })
  if (!result.success) return { faults: issueFaults(root, path, world.setup, result.error.issues) }
  const board = world.open(result.data)
  return {
    value: { setup: setup ?? null, board: anyBoard(board), cel: celEnvironment(board.facts) },
    faults: [],
  }
}

/** Puts a faultless file together. */
function levelOf(data: LevelData, { setup, board, cel }: Field, { expressions }: Compiled): Level {
  const at = (path: string): Expression => {
    const expression = expressions.get(path)
    if (!expression) throw new Error(`${path} was checked, but not compiled`)
    return expression
  }
  const level = {
    ...headOf(data),
    rules: data.rules.map((rule, i) => ({
      ...rule,
      when: at(`rules[${i}].when`),
      seat: rule.seat ?? 'both',
    })),
    predict: (data.predict ?? []).map((question, i) => ({
      ...question,
      id: question.id ?? `p${i + 1}`,
      when: at(`predict[${i}].when`),
      answer: at(`predict[${i}].answer`),
    })),
    nudges: (data.nudges ?? []).map((nudge, i) => {
      const when = at(`nudges[${i}].when`)
      return { ...nudge, id: nudge.id ?? `n${i + 1}`, when, afterRun: when.names.includes('run') }
    }),
    setup,
    ...(data.objectives ? { objectives: data.objectives.map(one => marked(one, board)) } : {}),
  }
  return { ...level, board, cel, playHash: playHash(level) }
}

/** Wherever an objective is named, its numbers follow, so what has to be said of them belongs to its words. */
function marked(objective: Objective, board: AnyBoard): Objective {
  const mark = board.with(known => known.mark?.(objective.fact) ?? null)
  if (!mark) return objective
  const { en, ko } = objective.text
  return { ...objective, text: { en: `${en} ${mark.en}`, ko: `${ko} ${mark.ko}` } }
}

/** What of a level is taken over as it stands in the file, with defaults. */
function headOf(data: LevelData) {
  const { id, world, title, brief, debrief, sources, icebreaker, third } = data
  const { tutorial = false, optional = false, runs = 2, teaches = [] } = data
  return {
    id,
    world,
    title,
    brief,
    tutorial,
    optional,
    runs,
    debrief,
    teaches,
    sources,
    ...(icebreaker === undefined ? {} : { icebreaker }),
    ...(third === undefined ? {} : { third }),
  }
}
