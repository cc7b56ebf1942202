import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Told } from './ask-kernel.ts'

const FILE = fileURLToPath(new URL('recorded.json', import.meta.url))

/**
 * One probe over all combinations: its distinct answers, and for each combination the index of one, `.` for none; a single
 * index stands for all of them.
 */
const Column = z.object({ values: z.array(z.string()), table: z.string() })
type Column = z.infer<typeof Column>

/** All answers of a kernel, by starting conditions and probe. */
const Recorded = z.object({
  kernel: z.string(),
  combinations: z.array(z.string()),
  starts: z.record(z.string(), z.record(z.string(), Column)),
})
type Recorded = z.infer<typeof Recorded>

function columnOf(told: Told, probe: string): Column {
  const values = [...new Set(told.flatMap(({ answers }) => answers[probe] ?? []))].toSorted()
  const indexOf = (answer: string | undefined) =>
    answer === undefined ? '.' : String(values.indexOf(answer))
  const table = told.map(({ answers }) => indexOf(answers[probe])).join('')
  return { values, table: /^0+$/.test(table) ? '0' : table }
}

/** Writes what a kernel answered. */
export function writeRecord(kernel: string, all: { readonly [start: string]: Told }): void {
  const starts = Object.entries(all).map(([start, told]) => {
    const probes = [...new Set(told.flatMap(({ answers }) => Object.keys(answers)))].toSorted()
    return [start, Object.fromEntries(probes.map(probe => [probe, columnOf(told, probe)]))] as const
  })
  const [first] = Object.values(all)
  const record: Recorded = {
    kernel,
    combinations: (first ?? []).map(({ combination }) => combination),
    starts: Object.fromEntries(starts),
  }
  const text = JSON.stringify(record, null, 1).replace(
    /\[\s+("[^[\]{}]*")\s+\]/g,
    (_, list: string) => `[${list.replace(/\s*\n\s*/g, ' ')}]`,
  )
  writeFileSync(FILE, `${text}\n`)
}

/** The committed record, unpacked. */
export function readRecord(): { readonly [start: string]: Told } {
  const { combinations, starts } = Recorded.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  return Object.fromEntries(
    Object.entries(starts).map(([start, columns]) => [
      start,
      combinations.map((combination, i) => ({
        combination,
        answers: Object.fromEntries(
          Object.entries(columns).flatMap(([probe, { values, table }]) => {
            const answer = values[Number(table.length === 1 ? table : table[i])]
            return answer === undefined ? [] : [[probe, answer] as const]
          }),
        ),
      })),
    ]),
  )
}
