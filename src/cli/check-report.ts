import { formatProblem, type LevelProblem } from '../level/problem.ts'
import { type CheckedLevel, checkedName } from '../solver/check.ts'
import type { Finding } from '../solver/finding.ts'

/** What a check found: the levels in the order of their files, and the problems of files that are no levels. */
export type CheckReport = {
  readonly levels: readonly CheckedLevel[]
  readonly problems: readonly LevelProblem[]
}

/** Whether nothing at all was found. */
export const isClean = ({ levels, problems }: CheckReport): boolean =>
  problems.length === 0 && levels.every(({ findings }) => findings.length === 0)

/** A report for programs. */
export function reportJson({ levels, problems }: CheckReport): string {
  return JSON.stringify({
    levels: levels.map(({ id, variant, states, solved, par, optimal, findings }) => ({
      id,
      ...(variant === undefined ? {} : { variant }),
      states,
      solved,
      par,
      optimal,
      findings,
    })),
    problems: problems.map(({ file, line, col, path, message }) => ({ file, line, col, path, message })),
  })
}

/** A report for authors, line by line. */
export function reportLines({ levels, problems }: CheckReport): readonly string[] {
  const found = levels.reduce((sum, { findings }) => sum + findings.length, 0)
  const faulty =
    problems.length === 0
      ? []
      : [`!!  ${counted(problems.length, 'problem')} in files that cannot be read as levels`]
  return [
    ...levels.flatMap(levelLines),
    ...faulty,
    ...problems.flatMap(problem => indented(problemText(problem), 4)),
    '',
    `${counted(levels.length, 'level')} checked, ${counted(found, 'finding')}, ${counted(problems.length, 'problem')}`,
  ]
}

function levelLines(level: CheckedLevel): readonly string[] {
  const { states, solved, par, optimal, findings } = level
  const counts =
    states === null || solved === null
      ? 'not proved'
      : `${par === null ? 'no par' : `par ${par}`}, ${states} states, ${solved} solved, ${optimal ?? 0} at par`
  const mark = findings.length === 0 ? 'ok' : '!!'
  return [`${mark}  ${checkedName(level)}  ${counts}`, ...findings.flatMap(findingLines)]
}

function findingLines({ code, message, moves }: Finding): readonly string[] {
  const shown =
    moves === undefined ? [] : [moves.length === 0 ? 'seen at the start' : `seen after: ${moves.join(' ')}`]
  return [`    ${code}: ${message}`, ...shown.map(line => `        ${line}`)]
}

/** A problem of a file as a whole has no place to show. */
const problemText = (problem: LevelProblem): string =>
  problem.excerpt === '' ? `${problem.file}: ${problem.message}` : formatProblem(problem)

const indented = (text: string, columns: number): readonly string[] =>
  text.split('\n').map(line => (line === '' ? '' : ' '.repeat(columns) + line))

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
