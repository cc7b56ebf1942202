import { writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fail, ok, type Result } from '../core/result.ts'
import { errorCode, fileProblem } from '../io/file-problem.ts'
import { pageLines, sheetMarkdown } from '../party/page-text.ts'
import type { RoundPlan } from '../party/rounds.ts'
import { type SheetPage, sheetPage } from '../party/sheet.ts'
import { plain } from '../words/glossary.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { hasTerminal } from './environment.ts'
import { openRound, type SpokenGame, spokenGame } from './party-game.ts'
import { prepareTerminal } from './terminal.ts'

/** `play sheet CODE [--round N] [--out FILE.md]`: the navigator's pages of a game, on a screen, in lines, or as a file. */
export const sheet: Run = async (context, operands) => {
  const { flags, stdin, stdout, env } = context
  const game = await spokenGame('play sheet', operands, context)
  if (!game.ok) return game.error
  const pages = await pagesOf(game.value, context)
  if (!pages.ok) return pages.error
  if (flags.out !== undefined) return write(flags.out, pages.value, context)
  if (flags.json) {
    context.out(JSON.stringify(pages.value))
    return null
  }
  if (flags.plain || !hasTerminal(stdin, stdout, env)) return tell(pages.value, context)
  prepareTerminal(process.env)
  await (await import('./start-party.ts')).startSheet(pages.value, context)
  return null
}

/** The pages that were asked for: one round's, or all. */
async function pagesOf(
  game: SpokenGame,
  { flags, t, lang }: Context,
): Promise<Result<readonly SheetPage[], Trouble>> {
  const { plans } = game
  const total = plans.filter(({ number }) => number > 0).length
  const wanted = plans.filter(({ number }) => flags.round === undefined || number === flags.round)
  if (wanted.length === 0) return fail(wrongUse(t('sheet.noRound', { n: flags.round ?? '', last: total })))
  const pages: SheetPage[] = []
  for (const plan of wanted) {
    const page = await pageOf(game, plan, total)
    if (!page.ok) return fail(failure(page.error[lang]))
    pages.push(page.value)
  }
  return ok(pages)
}

async function pageOf(game: SpokenGame, plan: RoundPlan, total: number) {
  const opened = await openRound(game, plan)
  return opened.ok ? ok(sheetPage({ plan, ...opened.value }, total)) : opened
}

function write(path: string, pages: readonly SheetPage[], { lang, t, out }: Context): Trouble | null {
  try {
    writeFileSync(path, sheetMarkdown(pages, lang))
  } catch (error) {
    return failure(fileProblem(path, errorCode(error)).say[lang])
  }
  out(t('sheet.written', { path, n: pages.length }))
  return null
}

/**
 * The pages in lines. On a terminal a page comes when Enter is pressed, so that a round's goals are not read before their
 * time; into a pipe or a file all of them at once.
 */
async function tell(pages: readonly SheetPage[], context: Context): Promise<null> {
  const { stdin, stdout, out, lang, t, flags } = context
  const waits = stdin.isTTY && stdout.isTTY && flags.round === undefined
  const reader = waits ? createInterface({ input: stdin }) : null
  const lines = reader?.[Symbol.asyncIterator]()
  for (const { cover, page } of pages) {
    if (lines) {
      out(plain(cover.title[lang], lang))
      for (const line of pageLines(cover, lang)) out(line)
      out(t('party.pressEnter'))
      if ((await lines.next()).done === true) break
    }
    out(plain(page.title[lang], lang))
    for (const line of pageLines(page, lang)) out(line)
    out('')
  }
  reader?.close()
  return null
}
