import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Artifact } from '../core/world.ts'
import { errorCode, fileProblem } from '../io/file-problem.ts'
import {
  builtFrom,
  EXPORT_FORMATS,
  type ExportFile,
  type ExportFormat,
  exportFiles,
} from '../worlds/container/exports/export.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { plannedPlace } from './planned.ts'

const formatOf = (word: string | undefined): ExportFormat | undefined =>
  EXPORT_FORMATS.find(format => format === (word ?? 'unshare'))

/**
 * `play export LEVEL [--format unshare|oci|docker] [--moves FILE] [--out DIR]`: the plan as files that run for real; of a
 * level without boxes, the files and commands that its debrief shows, in the one format they have. Without moves it is the
 * level's stored solution; without a folder the first file goes to standard output.
 */
export const exportPlan: Run = async (context, operands) => {
  const { flags, t } = context
  const format = formatOf(flags.format)
  if (format === undefined) {
    const values = EXPORT_FORMATS.join(', ')
    return wrongUse(t('cli.badValue', { option: '--format', value: flags.format ?? '', values }))
  }
  const planned = await plannedPlace('export', operands, context)
  if (!planned.ok) return planned.error
  const { level, place } = planned.value
  if (level.world !== 'container') {
    const files = place.artifacts().map(fileOf)
    const hasNone = files.length === 0 || flags.format !== undefined
    return hasNone ? failure(t('export.noBoxes', { level: level.id })) : deliver(files, context)
  }
  const built = builtFrom(level.setup, place.state)
  if (!built.ok) return failure(t('cli.internal', { reason: built.error }))
  return deliver(exportFiles(built.value.setup, built.value.plan, format), context)
}

const ENDINGS: { readonly [L in Artifact['language']]: string } = {
  sh: 'sh',
  json: 'json',
  yaml: 'yaml',
  toml: 'toml',
  text: 'txt',
}

/** What a debrief shows, as a file that is named by its id. */
const fileOf = ({ id, language, text }: Artifact): ExportFile => ({
  path: `${id.replaceAll(/[^\w.-]/g, '-')}.${ENDINGS[language]}`,
  text,
  executable: text.startsWith('#!'),
})

function deliver(files: readonly ExportFile[], context: Context): Trouble | null {
  const { flags, out, err, t, lang } = context
  if (flags.json) {
    out(JSON.stringify(files))
    return null
  }
  const folder = flags.out
  if (folder === undefined) {
    out(files[0]?.text.trimEnd() ?? '')
    const more = files.length - 1
    if (more > 0) err(t('export.more', { n: more }))
    return null
  }
  for (const { path, text, executable } of files) {
    const at = join(folder, path)
    try {
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, text, { mode: executable ? 0o755 : 0o644 })
    } catch (error) {
      return failure(fileProblem(at, errorCode(error)).say[lang])
    }
    out(at)
  }
  return null
}
