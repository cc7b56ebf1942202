import { writeFileSync } from 'node:fs'
import { type Chance, systemChance } from '../io/chance.ts'
import { errorCode, fileProblem } from '../io/file-problem.ts'
import { EPOCH } from '../party/epoch.ts'
import { encodeCode, SEEDS } from '../party/game-code.ts'
import { type GameCode, roundsOf } from '../party/rounds.ts'
import { fitting, isLongEnough, leastMinutes, runSheet, timetable } from '../party/run-sheet.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { shippedShelf } from './shelf.ts'
import { packageVersion } from './version.ts'

/** `play icebreaker new [--rounds N] [--minutes N] [--out FILE.md]`: a game for pairs, and the page for whoever leads it. */
export const newIcebreaker: Run = async (context, operands) => newGameFor(context, operands, systemChance)

async function newGameFor(
  context: Context,
  operands: readonly string[],
  chance: Chance,
): Promise<Trouble | null> {
  const { t, flags, lang, out, here } = context
  const [extra] = operands
  if (extra !== undefined)
    return wrongUse(t('cli.tooManyArguments', { command: 'play icebreaker', argument: 'new' }))
  const length = fitting(flags)
  if (!isLongEnough(length))
    return wrongUse(t('lead.tooShort', { ...length, least: leastMinutes(length.rounds) }))
  const code: GameCode = { ...length, epoch: EPOCH, seed: chance.below(SEEDS) }
  const { campaign } = await shippedShelf(here)
  if (roundsOf(code, campaign.pool).length <= code.rounds) return failure(t('party.noRounds'))
  if (flags.json) out(JSON.stringify(forTools(code, context)))
  const page = runSheet(code, lang, packageVersion(here))
  if (flags.out !== undefined) return write(flags.out, page, code, context)
  if (!flags.json) out(page.trimEnd())
  return null
}

/** The game in the shape that tools read. */
const forTools = (code: GameCode, { lang }: Context): object => ({
  code: { en: encodeCode(code, 'en'), ko: encodeCode(code, 'ko') },
  ...code,
  timetable: timetable(code, lang).map(({ name, at, seconds }) => ({ name, at, seconds })),
})

function write(path: string, page: string, code: GameCode, { t, lang, out, flags }: Context): Trouble | null {
  try {
    writeFileSync(path, page)
  } catch (error) {
    return failure(fileProblem(path, errorCode(error)).say[lang])
  }
  if (flags.json) return null
  out(encodeCode(code, 'en'))
  out(encodeCode(code, 'ko'))
  out(t('lead.written', { path }))
  return null
}
