import { existsSync, writeFileSync } from 'node:fs'
import type { Result } from '../core/result.ts'
import { fail, ok } from '../core/result.ts'
import { errorCode, fileProblem } from '../io/file-problem.ts'
import { parseProgress } from '../io/progress-file.ts'
import { readText } from '../io/read-text.ts'
import { NO_PROGRESS, type Progress } from '../play/progress.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { noticeLine } from './notice.ts'
import { didYouMean } from './unknown-name.ts'

const actions = ['export', 'import', 'reset'] as const

/** `play progress`: where progress is kept; `export [FILE]`, `import FILE` (the better result wins), `reset --yes`. */
export const progress: Run = async (context, operands) => {
  const [action, path, extra] = operands
  const { t } = context
  if (extra !== undefined)
    return wrongUse(t('cli.tooManyArguments', { command: 'play progress', argument: path ?? '' }))
  switch (action) {
    case undefined:
      return show(context)
    case 'export':
      return exportTo(path, context)
    case 'import':
      return importFrom(path, context)
    case 'reset':
      return reset(context)
    default: {
      const name = `progress ${action}`
      const usage = t('cli.usage', { usage: 'play progress [export [FILE] | import FILE | reset --yes]' })
      return wrongUse(t('cli.unknownCommand', { name }), ...didYouMean(context, action, actions), usage)
    }
  }
}

/** Stored progress; a notice about it goes to stderr, so that what is piped stays clean. */
function stored(context: Context): Progress {
  const { value, notice } = context.saves.read()
  if (notice) context.err(noticeLine(notice, context.t, context.lang))
  return value
}

function show(context: Context): null {
  const { t, out, flags, saves } = context
  const value = stored(context)
  if (flags.json) {
    out(JSON.stringify(value))
    return null
  }
  out(t('progress.where', { path: saves.path }))
  const results = Object.values(value.levels)
  const stars = results.reduce((sum, level) => sum + level.stars, 0)
  out(results.length === 0 ? t('progress.none') : t('map.total', { stars, max: results.length * 3 }))
  return null
}

function exportTo(path: string | undefined, context: Context): Trouble | null {
  const text = JSON.stringify(stored(context), null, 2)
  if (path === undefined) {
    context.out(text)
    return null
  }
  try {
    writeFileSync(path, `${text}\n`)
  } catch (error) {
    return failure(fileProblem(path, errorCode(error)).say[context.lang])
  }
  context.out(context.t('progress.exported', { path }))
  return null
}

async function importFrom(path: string | undefined, context: Context): Promise<Trouble | null> {
  const { t, lang } = context
  if (path === undefined)
    return wrongUse(t('cli.missingArgument', { command: 'play progress import', argument: 'FILE' }))
  const text = readText(path)
  if (!text.ok) return wrongUse(text.error.say[lang])
  const theirs = parse(text.value)
  if (!theirs.ok) return failure(t('progress.notProgress', { path }))
  // Someone else's settings are not wanted, only the results.
  const saved = await context.saves.merge({ version: theirs.value.version, levels: theirs.value.levels })
  if (saved.notice) return failure(noticeLine(saved.notice, t, lang))
  context.out(t('progress.imported', { n: Object.keys(theirs.value.levels).length }))
  return null
}

function parse(text: string): Result<Progress, null> {
  try {
    const value = parseProgress(JSON.parse(text))
    return value.ok ? ok(value.value) : fail(null)
  } catch {
    return fail(null)
  }
}

async function reset(context: Context): Promise<Trouble | null> {
  const { t, lang, saves, out, flags } = context
  if (!existsSync(saves.path)) {
    out(t('progress.none'))
    return null
  }
  if (!flags.yes) {
    const usage = t('cli.usage', { usage: 'play progress reset --yes' })
    return wrongUse(t('confirm.resetProgress', { path: saves.path }), usage)
  }
  const { settings } = stored(context)
  const saved = await saves.replace(settings ? { ...NO_PROGRESS, settings } : NO_PROGRESS)
  if (saved.notice) return failure(noticeLine(saved.notice, t, lang))
  out(t('progress.reset'))
  return null
}
