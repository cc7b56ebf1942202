import { type Result, fail, ok } from '../core/result.ts'
import type { AnyBoard, AnyWorld } from '../core/world.ts'
import type { Expression } from '../rules/expression.ts'
import { meaningFaults } from './checks.ts'
import { checkAll, type Compiled, compileAll, plainFaults } from './expressions.ts'
import { playHash } from './hash.ts'
import { suggestion, wordIssue } from './issue-words.ts'
import { issueFaults } from './issues.ts'
import type { Level, Objective } from './level.ts'
import { type Located, dataOf, offsetOf, stringAt } from './located.ts'
import { type Field, type Opened, openWorld } from './open-world.ts'
import { type Fault, type LevelProblem, problemsOf, quoted } from './problem.ts'
import { type LevelData, LevelFile } from './schema.ts'
import { parseVariant } from './vary.ts'

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
  const opened = openField(root, worlds)
  const { field, cel } = opened
  const compiled = cel
    ? compileAll(parsed.text, root, cel)
    : { expressions: new Map<string, Expression>(), faults: checkAll(parsed.text, root) }
  const faults = [
    ...parsed.faults,
    ...data.faults,
    ...opened.faults,
    ...meaningFaults(parsed.text, root),
    ...plainFaults(root),
    ...compiled.faults,
  ]
  if (faults.length + varied.length > 0 || !data.value || !field) return problems(faults)
  const level = levelOf(data.value, field, compiled)
  return ok(count === undefined ? level : { ...level, variant: { number: variant, count } })
}

function checkData(root: Located): Checked<LevelData> {
  const result = LevelFile.safeParse(dataOf(root), { error: issue => wordIssue(issue) })
  if (result.success) return { value: result.data, faults: [] }
  return { faults: issueFaults(root, [], LevelFile, result.error.issues) }
}

/** Finds the world, and opens it with the file's setup. */
function openField(root: Located, worlds: readonly AnyWorld[]): Opened {
  const id = stringAt(root, ['world'])
  const world = worlds.find(candidate => candidate.id === id)
  if (world) return world.with(known => openWorld(root, known))
  if (id === undefined || root.type !== 'map') return { faults: [] }
  const ids = worlds.map(candidate => candidate.id)
  const message = `there is no world ${quoted(id)}${suggestion(id, ids)}: choose ${ids.join(', ')}`
  return { faults: [{ at: offsetOf(root, ['world']), path: ['world'], message }] }
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
    ...(data.plot ? { plot: data.plot.map(one => marked(one, board)) } : {}),
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
