import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** What a test compared with this machine, and what of it could not be asked here, each with its reason. */
export type Tally = {
  readonly checked: number
  readonly matched: number
  readonly skips: readonly string[]
}

declare module 'vitest' {
  interface TaskMeta {
    reality?: Tally
  }
}

/** A line of the closing table: everything that is checked under one heading of a file. */
type Line = {
  readonly name: string
  checked: number
  matched: number
  readonly skips: string[]
}

const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1'

/**
 * The closing report of the reality tests: for each file and heading the checks run, matched and skipped, then the
 * reasons. In CI a skip that gives no reason fails the run. `BOXWRIGHT_REPORT` names a file to keep the table in.
 */
export class RealityReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = linesOf(modules.filter(({ project }) => project.name === 'reality'))
    if (lines.length === 0) return
    const text = tableOf(lines)
    process.stdout.write(`\n${text}`)
    const path = process.env['BOXWRIGHT_REPORT']
    if (path !== undefined) writeFileSync(path, text)
    if (isCi && lines.some(({ skips }) => skips.includes(UNEXPLAINED))) process.exitCode = 1
  }
}

const UNEXPLAINED = 'no reason given'

function linesOf(modules: readonly TestModule[]): readonly Line[] {
  const lines = new Map<string, Line>()
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const name = `${basename(module.moduleId, '.test.ts')}: ${headingOf(test)}`
      const line = lines.get(name) ?? { name, checked: 0, matched: 0, skips: [] }
      lines.set(name, line)
      add(line, test)
    }
  }
  return [...lines.values()]
}

/** The outermost heading that a test stands under; its own name where it stands alone. */
function headingOf(test: TestCase): string {
  let heading = test.name
  for (let at = test.parent; at.type === 'suite'; at = at.parent) heading = at.name
  return heading
}

function add(line: Line, test: TestCase): void {
  const result = test.result()
  if (result.state === 'skipped') {
    line.skips.push(result.note ?? UNEXPLAINED)
    return
  }
  const isGood = result.state === 'passed' ? 1 : 0
  const { checked, matched, skips } = test.meta().reality ?? { checked: 1, matched: isGood, skips: [] }
  line.checked += checked
  line.matched += matched
  line.skips.push(...skips)
}

function tableOf(lines: readonly Line[]): string {
  const width = Math.max(...lines.map(({ name }) => name.length))
  const cells = (...numbers: readonly (number | string)[]) => numbers.map(n => String(n).padStart(9)).join('')
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  const reasons = lines.flatMap(({ skips }) => skips)
  const times = (reason: string) => reasons.filter(other => other === reason).length
  return [
    `${'Against this machine'.padEnd(width)}${cells('checked', 'matched', 'skipped')}`,
    ...lines.map(
      ({ name, checked, matched, skips }) => `${name.padEnd(width)}${cells(checked, matched, skips.length)}`,
    ),
    `${'all'.padEnd(width)}${cells(
      sum(({ checked }) => checked),
      sum(({ matched }) => matched),
      sum(({ skips }) => skips.length),
    )}`,
    ...[...new Set(reasons)].map(reason => `skipped, ${times(reason)} times: ${reason}`),
    '',
  ].join('\n')
}
