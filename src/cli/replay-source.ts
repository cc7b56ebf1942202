import { nearest } from '../core/nearest.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { openCode } from '../core/sealed-code.ts'
import { pathKind } from '../io/level-files.ts'
import { openLevel } from '../io/open-level.ts'
import { readText } from '../io/read-text.ts'
import { encodeCode, readCode } from '../party/game-code.ts'
import { type OpenRound, readLong, replayGame } from '../party/long-code.ts'
import type { RoundResult } from '../party/result.ts'
import { resultTrouble } from '../party/result-trouble.ts'
import { replay } from '../play/act.ts'
import type { Game } from '../play/game.ts'
import { playShared, readShareCode, type ShareProblem } from '../play/share-code.ts'
import { type Context, failure, type Trouble, wrongUse } from './context.ts'
import { logIn } from './log-file.ts'
import { open } from './open.ts'
import { roundOpener } from './open-rounds.ts'
import { fileOf, levelsOf, shippedShelf } from './shelf.ts'

/** A game to be shown again; `round` where it was one of a game of two. */
export type Replayed = {
  readonly game: Game
  readonly round?: { readonly plan: OpenRound['plan']; readonly result: RoundResult; readonly of: number }
}

type Read = Result<readonly Replayed[], Trouble>

/** Understands what is to be replayed: a code, or the path of a file that holds one or a log. */
export async function readReplay(word: string, context: Context): Promise<Read> {
  const { t, lang } = context
  if (pathKind(word) !== 'file') return fromCode(word, context, t('code.none', { found: word }))
  const text = readText(word)
  if (!text.ok) return fail(wrongUse(text.error.say[lang]))
  const log = logIn(text.value)
  if (log)
    return inLevel(log.level, context, (level, proof) => {
      if (log.playHash !== '' && log.playHash !== level.playHash)
        return fail({ type: 'version', level: level.id })
      const played = replay(level, proof, log)
      return played.ok ? played : fail({ type: 'illegal', level: level.id, ...played.error, event: null })
    })
  const code = /[a-z0-9-]+\/[a-z0-9-]+:P[0-9A-Z-]+|\bG[0-9A-Z]{3}(-[0-9A-Z]{1,4})+/i.exec(text.value)
  return fromCode(code?.[0] ?? text.value.trim(), context, t('code.notLog', { path: word }))
}

async function fromCode(text: string, context: Context, none: string): Promise<Read> {
  const { t, lang } = context
  const shared = readShareCode(text)
  if (shared.ok)
    return inLevel(shared.value.level, context, (level, proof) => playShared(shared.value, level, proof))
  if (shared.error.type !== 'shape') return fail(failure(shareTrouble(shared.error, context)))
  const game = readCode(text)
  if (game.ok) return fail(wrongUse(t('code.spoken', { code: encodeCode(game.value, lang) })))
  const opened = openCode(text)
  if (opened.ok) return opened.value.kind === 'G' ? rounds(text, context) : fail(wrongUse(t('code.short')))
  const isMeant = opened.error.type === 'seal' && /\d/.test(text)
  return fail(isMeant ? failure(t('code.seal')) : wrongUse(none))
}

type Played = Result<Game, ShareProblem>

async function inLevel(id: string, context: Context, play: Play): Promise<Read> {
  const { t } = context
  const shelf = await shippedShelf(context.here)
  const entry = levelsOf(shelf).find(level => level.id === id)
  if (!entry) {
    const near = nearest(
      id,
      levelsOf(shelf).map(level => level.id),
    )
    const hint = near.length === 0 ? [] : [t('cli.didYouMean', { names: near.join(', ') })]
    return fail(failure(t('cli.unknownLevel', { name: id }), ...hint))
  }
  const path = fileOf(shelf, entry)
  const opened = await open(path, context)
  if (!opened.ok) return opened
  const { level, proof } = opened.value
  const game = play(level, proof)
  if (game.ok) return ok([{ game: game.value }])
  const other = game.error.type === 'version' ? otherVariant(path, level.variant?.count ?? 1, play) : null
  return other ? ok([{ game: other }]) : fail(failure(shareTrouble(game.error, context)))
}

type Play = (level: Game['level'], proof: Game['proof']) => Played

/** A level with other numbers is another version of it: the code tells by its hash which of them it was. */
function otherVariant(path: string, count: number, play: Play): Game | null {
  for (let variant = 1; variant < count; variant++) {
    const opened = openLevel(path, variant)
    const game = opened.ok ? play(opened.value.level, opened.value.proof) : null
    if (game?.ok) return game.value
  }
  return null
}

function shareTrouble(problem: ShareProblem, { t }: Context): string {
  switch (problem.type) {
    case 'symbol':
      return t('code.symbol', { found: problem.found })
    case 'shape':
    case 'kind':
      return t('code.kind')
    case 'seal':
      return t('code.seal')
    case 'version':
      return t('code.version', { level: problem.level })
    case 'illegal':
      return t('code.illegal', { n: problem.index + 1, level: problem.level })
    default:
      return problem satisfies never
  }
}

/** The rounds of a long result code. */
async function rounds(text: string, { here, lang }: Context): Promise<Read> {
  const long = readLong(text)
  if (!long.ok) return fail(failure(resultTrouble(long.error)[lang]))
  const opened = roundOpener(await shippedShelf(here))(long.value.code)
  const played = replayGame(long.value, opened)
  if (!played.ok) {
    const titles = opened.map(({ level }) => level.title)
    return fail(failure(resultTrouble(played.error, titles)[lang]))
  }
  const of = played.value.rounds.length
  return ok(
    played.value.rounds.flatMap((result, i) => {
      const round = opened[i]
      if (!round) return []
      const { level, proof, plan } = round
      const game = { level, proof, log: { level: level.id, playHash: level.playHash, events: result.events } }
      return [{ game, round: { plan, result, of } }]
    }),
  )
}
