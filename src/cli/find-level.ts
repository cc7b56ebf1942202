import { nearest } from '../core/nearest.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { pathKind } from '../io/level-files.ts'
import type { CampaignLevel } from '../play/progress.ts'
import { type Context, type Trouble, wrongUse } from './context.ts'
import { fileOf, levelsOf, type Shelf } from './shelf.ts'

/** What a word of the command line names. `id` is known for shipped levels only. */
export type Found =
  | { readonly type: 'level'; readonly path: string; readonly id: string }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'folder'; readonly path: string }

const slug = (id: string): string => id.split('/').at(-1) ?? id

/**
 * Understands a level's id, its last part where that is unique, or the path of a file or folder. `others` are further
 * names that a mistyped word may have meant.
 */
export function findLevel(
  word: string,
  shelf: Shelf,
  context: Context,
  others: readonly string[] = [],
): Result<Found, Trouble> {
  const levels = levelsOf(shelf)
  const named = levels.filter(level => level.id === word || slug(level.id) === word)
  const [level] = named
  if (level && named.length === 1) return ok({ type: 'level', path: fileOf(shelf, level), id: level.id })
  const kind = pathKind(word)
  if (kind !== 'missing') return ok({ type: kind, path: word })
  const { t } = context
  if (/\.ya?ml$|^[./~]|\\/.test(word))
    return fail(wrongUse(t('cli.fileNotFound', { path: word }), t('cli.seeList')))
  const near = nearestNames(word, levels, others)
  const hint = near.length === 0 ? [] : [t('cli.didYouMean', { names: near.join(', ') })]
  return fail(wrongUse(t('cli.unknownLevel', { name: word }), ...hint, t('cli.seeList')))
}

/** Names that a mistyped one may have meant; a level is also near when only its last part is. */
function nearestNames(
  word: string,
  levels: readonly CampaignLevel[],
  others: readonly string[],
): readonly string[] {
  const ids = new Map(levels.flatMap(({ id }) => [[id, id] as const, [slug(id), id] as const]))
  const near = nearest(word, [...ids.keys(), ...others]).map(name => ids.get(name) ?? name)
  return [...new Set(near)]
}

/** The one level that a command works on. */
export function oneLevel(
  command: string,
  operands: readonly string[],
  shelf: Shelf,
  context: Context,
): Result<Exclude<Found, { readonly type: 'folder' }>, Trouble> {
  const { t } = context
  const [word, extra] = operands
  if (word === undefined) {
    return fail(
      wrongUse(t('cli.missingArgument', { command: `play ${command}`, argument: 'LEVEL' }), t('cli.seeList')),
    )
  }
  if (extra !== undefined) {
    return fail(wrongUse(t('cli.tooManyArguments', { command: `play ${command}`, argument: word })))
  }
  const found = findLevel(word, shelf, context)
  if (!found.ok) return found
  if (found.value.type !== 'folder') return ok(found.value)
  const reason = context.lang === 'ko' ? '파일이 아니라 폴더입니다' : 'it is a folder, not a file'
  return fail(wrongUse(t('cli.fileUnreadable', { path: word, reason })))
}
