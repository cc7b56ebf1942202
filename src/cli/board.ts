import { createInterface } from 'node:readline'
import { fail, ok, type Result } from '../core/result.ts'
import { readInput, readText } from '../io/read-text.ts'
import { type Board, boardOf } from '../party/board.ts'
import { boardLines } from '../party/board-lines.ts'
import { EPOCH } from '../party/epoch.ts'
import { plain } from '../words/glossary.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { roundOpener } from './open-rounds.ts'
import { shippedShelf } from './shelf.ts'

/** `play board [--file FILE] [--json]`: what a room reached, from result codes that are pasted, typed, piped or in a file. */
export const board: Run = async (context, operands) => {
  const { t, flags, here } = context
  const [extra] = operands
  if (extra !== undefined) return wrongUse(t('cli.tooManyArguments', { command: 'play', argument: 'board' }))
  const shelf = await shippedShelf(here)
  if (shelf.campaign.pool.length === 0) return failure(t('party.noRounds'))
  const open = roundOpener(shelf)
  const text = await listed(context, list => boardOf(boardLines(list), open))
  if (!text.ok) return text.error
  const counted = boardOf(boardLines(text.value), open)
  if (flags.json) context.out(JSON.stringify({ edition: EPOCH, ...counted }))
  else tell(counted, context)
  return counted.pairs.length === 0 ? failure(t('board.none')) : null
}

/** The list of codes; typed at a terminal each line is answered, so that a slip is seen while its pair is still there. */
async function listed(context: Context, count: (text: string) => Board): Promise<Result<string, Trouble>> {
  const { flags, stdin, lang } = context
  if (flags.file === undefined && stdin.isTTY) return ok(await typed(context, count))
  const isPiped = flags.file === undefined || flags.file === '-'
  const text = isPiped ? await readInput(stdin) : readText(flags.file)
  return text.ok ? text : fail(wrongUse(text.error.say[lang]))
}

async function typed({ stdin, err, t, lang }: Context, count: (text: string) => Board): Promise<string> {
  err(t('board.paste'))
  const reader = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })
  const lines: string[] = []
  for await (const line of reader) {
    if (line.trim() === '') break
    lines.push(line)
    const { together, leftOut } = count(lines.join('\n'))
    const wrong = leftOut.find(entry => entry.line === lines.length)
    err(wrong ? wrong.why[lang] : t('board.counted', { n: together.pairs }))
  }
  reader.close()
  return lines.join('\n')
}

function tell(counted: Board, context: Context): void {
  const { out, t } = context
  const { editions, together, pairs, leftOut } = counted
  if (editions.length > 0) out(t('board.editions', { editions: editions.join(', '), ours: EPOCH }))
  if (pairs.length > 0) {
    tellTogether(counted, context)
    out('')
    out(t('board.pairs'))
    for (const [i, pair] of pairs.entries()) {
      const name = pair.name === '' ? t('board.nameless', { n: i + 1 }) : pair.name
      const { score: points, runs, agreed } = pair
      out(`  ${starsOf(pair, context)}  ${name}: ${t('board.pair', { points, runs, agreed })}`)
    }
    tellPoints(counted, together.pairs, context)
  }
  tellLeftOut(leftOut, context)
}

function tellTogether({ together, pairs }: Board, { out, t }: Context): void {
  const { rounds, stars, score: points, runs, agreed } = together
  const long = pairs.filter(({ proof }) => proof === 'replayed').length
  out(t('board.together'))
  out(`  ${t('board.reached', { pairs: together.pairs, stars, max: rounds * 3, points, runs })}`)
  out(`  ${t('board.agreed', { agreed, runs })}`)
  out(`  ${t('board.checked', { long, short: pairs.length - long })}`)
}

function starsOf({ stars, rounds }: Board['pairs'][number], { flags }: Context): string {
  const [full, empty] = flags.ascii ? ['*', '_'] : ['★', '☆']
  return full.repeat(stars) + empty.repeat(Math.max(0, rounds * 3 - stars))
}

function tellPoints({ points }: Board, pairs: number, { out, t, lang }: Context): void {
  out('')
  out(t('board.talk'))
  if (points.length === 0) out(`  ${t('board.noTalk')}`)
  for (const { title, pairs: met, rule, question } of points) {
    out(`  ${t('board.point', { level: title, met, pairs })}`)
    out(`    ${t('board.rule', { rule: plain(rule[lang], lang) })}`)
    out(`    ${t('board.ask', { question: plain(question[lang], lang) })}`)
  }
}

/** What was left out goes where the count goes: whoever reads the one should see the other. */
function tellLeftOut(leftOut: Board['leftOut'], { out, t, lang }: Context): void {
  if (leftOut.length === 0) return
  out('')
  out(t('board.left'))
  for (const { line, why } of leftOut) out(`  ${t('board.line', { n: line, why: why[lang] })}`)
}
