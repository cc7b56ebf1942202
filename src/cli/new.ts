import { existsSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { WORLDS } from '../catalog/worlds.ts'
import { errorCode, fileProblem } from '../io/file-problem.ts'
import { shippedLevels } from '../io/level-files.ts'
import { schemaPath, storedSchema, writeSchema } from '../io/schema-file.ts'
import { checkFile } from './check-file.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { didYouMean } from './unknown-name.ts'

/** `play new WORLD SLUG`: writes SLUG.yaml here, a small level of the world that checks clean, and its proof. */
export const newLevel: Run = async (context, operands) => {
  const { lang, out, t } = context
  const [worldId, slug, extra] = operands
  if (worldId === undefined || slug === undefined) {
    const argument = worldId === undefined ? 'WORLD SLUG' : 'SLUG'
    return wrongUse(t('cli.missingArgument', { command: 'play new', argument }))
  }
  if (extra !== undefined) return wrongUse(t('cli.tooManyArguments', { command: 'play new', argument: slug }))
  const template = templateOf(worldId, context)
  if (typeof template !== 'string') return template
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return wrongUse(BAD_SLUG[lang])
  const file = `${slug}.yaml`
  if (existsSync(file)) return failure(`${file}: ${EXISTS[lang]}`)
  try {
    writeFileSync(file, modeline(context) + template.replaceAll('SLUG', slug), { flag: 'wx' })
  } catch (error) {
    return failure(fileProblem(file, errorCode(error)).say[lang])
  }
  checkFile(file, { write: true, progress: () => {} })
  out(`${file}: ${WRITTEN[lang]}`)
  out(`  play ${file}`)
  out(`  play check --watch ${file}`)
  return null
}

/**
 * Tells editors with the YAML language server which schema to complete and check with: that of the checkout, else one that
 * is stored beside the level. Without either the level is as good, only the editor knows less.
 */
function modeline({ here }: Context): string {
  const levels = shippedLevels(here)
  const ours =
    levels !== null && storedSchema(levels) !== 'none' ? pathToFileURL(schemaPath(levels)).href : null
  const schema = ours ?? (writeSchema('.').ok ? schemaPath('.') : null)
  return schema === null ? '' : `# yaml-language-server: $schema=${schema}\n`
}

function templateOf(id: string, context: Context): string | Trouble {
  const world = WORLDS.find(candidate => candidate.id === id)
  if (world) return world.with(({ template }) => template)
  const ids = WORLDS.map(candidate => candidate.id)
  return wrongUse(context.t('cli.unknownWorld', { name: id }), ...didYouMean(context, id, ids))
}

const BAD_SLUG = {
  en: 'A level is named in lower-case words with hyphens: like-this.',
  ko: '레벨 이름은 소문자 낱말을 하이픈으로 이어 씁니다: like-this',
}
const EXISTS = {
  en: 'there is such a file already; choose another name',
  ko: '같은 파일이 이미 있습니다. 다른 이름을 고르세요',
}
const WRITTEN = { en: 'a small level to start from', ko: '출발점이 될 작은 레벨' }
