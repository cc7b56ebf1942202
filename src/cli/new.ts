import { existsSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { WORLDS } from '../catalog/worlds.ts'
import { errorCode, fileProblem } from '../io/file-problem.ts'
import { shippedLevels } from '../io/level-files.ts'
import { schemaPath, storedSchema, writeSchema } from '../io/schema-file.ts'
import { formatProblem } from '../level/problem.ts'
import { checkFile } from './check-file.ts'
import { type Context, failure, type Run, type Trouble, wrongUse } from './context.ts'
import { didYouMean } from './unknown-name.ts'

/**
 * `play new WORLD SLUG`: writes SLUG.yaml here, a small level of the world that checks clean, and its proof; outside a
 * checkout also the schema that editors check it with.
 */
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
  if (slug === 'chapter') return wrongUse(CHAPTER[lang])
  const file = `${slug}.yaml`
  if (existsSync(file)) return failure(`${file}: ${EXISTS[lang]}`)
  const schema = schemaFor(context)
  try {
    writeFileSync(file, schema.line + template.replaceAll('SLUG', slug), { flag: 'wx' })
  } catch (error) {
    return failure(fileProblem(file, errorCode(error)).say[lang])
  }
  const checked = checkFile(file, { write: true, progress: () => {} })
  if (checked.type === 'problems') return failure(...checked.problems.map(formatProblem))
  out(`${file}: ${WRITTEN[lang]}`)
  if (schema.written) out(`${schema.written}: ${SCHEMA[lang]}`)
  out(`  play ${file}`)
  out(`  play check --watch ${file}`)
  return null
}

/**
 * The line that tells editors with the YAML language server which schema to complete and check with: that of the
 * checkout, else one that is stored beside the level. Without either the level is as good, only the editor knows less.
 */
function schemaFor({ here }: Context): { readonly line: string; readonly written?: string } {
  const levels = shippedLevels(here)
  if (levels !== null && storedSchema(levels) !== 'none')
    return { line: modeline(pathToFileURL(schemaPath(levels)).href) }
  const path = schemaPath('.')
  const stored = storedSchema('.')
  if (stored === 'foreign') return { line: '' }
  if (stored === 'current') return { line: modeline(path) }
  return writeSchema('.').ok ? { line: modeline(path), written: path } : { line: '' }
}

const modeline = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`

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
const CHAPTER = {
  en: 'chapter.yaml tells what a folder of levels is about; give the level another name.',
  ko: 'chapter.yaml은 레벨 폴더를 설명하는 파일입니다. 레벨에는 다른 이름을 붙이세요.',
}
const SCHEMA = { en: 'the schema that editors check it with', ko: '에디터가 검사에 쓰는 스키마' }
const EXISTS = {
  en: 'there is such a file already; choose another name',
  ko: '같은 파일이 이미 있습니다. 다른 이름을 고르세요',
}
const WRITTEN = { en: 'a small level to start from', ko: '출발점이 될 작은 레벨' }
