import { homedir } from 'node:os'
import { systemClock } from '../io/clock.ts'
import { errorCode, type FileProblem, fileProblem } from '../io/file-problem.ts'
import type { Recording } from '../io/recording.ts'
import type { Result } from '../core/result.ts'
import { dataFolder } from '../io/data-folder.ts'
import { progressFile } from '../io/progress-file.ts'
import { harmless } from '../words/harmless.ts'
import { words } from '../words/say.ts'
import { readArgs, type Request } from './args.ts'
import { argsTrouble } from './args-trouble.ts'
import { type Context, failure, type Run, type Trouble } from './context.ts'
import { defaultLang, type Env, isScreenReader } from './environment.ts'
import { splash } from './splash-hold.ts'
import type { Lang } from '../core/text.ts'
import type { Progress } from '../play/progress.ts'
import type { SaveFile } from '../io/save-file.ts'

// The entry of the bundle. It imports little: what a command needs is loaded when it runs, so that the first screen
// waits for nothing it does not show.

/** The command behind a name. */
async function commandFor({ command }: Request): Promise<Run> {
  switch (command) {
    case 'play':
      return (await import('./play.ts')).play
    case 'tour':
      return (await import('./play.ts')).tour
    case 'sandbox':
      return (await import('./play.ts')).sandbox
    case 'list':
      return (await import('./list.ts')).list
    case 'solve':
      return (await import('./solve.ts')).solve
    case 'run':
      return (await import('./run.ts')).run
    case 'facts':
      return (await import('./facts.ts')).facts
    case 'check':
      return (await import('./check.ts')).check
    case 'export':
      return (await import('./export.ts')).exportPlan
    case 'real':
      return (await import('./real.ts')).real
    case 'new':
      return (await import('./new.ts')).newLevel
    case 'icebreaker':
      return (await import('./icebreaker.ts')).icebreaker
    case 'sheet':
      return (await import('./sheet.ts')).sheet
    case 'board':
      return (await import('./board.ts')).board
    case 'replay':
      return (await import('./replay.ts')).replay
    case 'progress':
      return (await import('./progress.ts')).progress
    case 'help':
      return (await import('./help.ts')).help
    case 'version':
      return (await import('./version.ts')).version
    default:
      return command satisfies never
  }
}

/** The language: the option, else what was chosen in the game, else the locale. */
function langFor(asked: Lang | undefined, saves: SaveFile<Progress>, env: Env): Lang {
  // A damaged save is told of by the command that uses it; asking for the language must not set it aside.
  const chosen = saves.peek()?.settings?.['lang']
  return asked ?? (chosen === 'en' || chosen === 'ko' ? chosen : defaultLang(env))
}

/** Records what the terminal gets from here on. */
async function recordTo(path: string): Promise<Result<Recording, FileProblem>> {
  const { record } = await import('../io/recording.ts')
  return record(path, process.stdout, process.env, systemClock)
}

async function main(argv: readonly string[]): Promise<number> {
  const { env, stdin, stdout, stderr } = process
  const folder = dataFolder({ platform: process.platform, home: homedir(), env })
  const saves = progressFile(folder, systemClock)
  const request = readArgs(argv)
  const lang = langFor(request.ok ? request.value.flags.lang : undefined, saves, env)
  const t = words(lang)
  const report = ({ exit, lines }: Trouble): number => {
    // What is said on the alternate screen is lost with it.
    splash()?.leave()
    for (const line of lines) stderr.write(`${harmless(line)}\n`)
    return exit
  }
  if (!request.ok) return report(argsTrouble(request.error, t))
  const { flags, operands } = request.value
  const recording = flags.record === undefined ? null : await recordTo(flags.record)
  if (recording && !recording.ok)
    return report(failure(t('cli.cannotRecord', { reason: recording.error.say[lang] })))
  const context: Context = {
    lang,
    t,
    flags: { ...flags, plain: flags.plain || isScreenReader(env) },
    env,
    here: import.meta.url,
    saves,
    stdin,
    stdout,
    out: line => stdout.write(`${harmless(line)}\n`),
    err: line => stderr.write(`${harmless(line)}\n`),
  }
  try {
    const run = await commandFor(request.value)
    const trouble = await run(context, operands)
    const broken = recording?.value.problem()
    if (broken) context.err(t('cli.recordingStopped', { reason: broken.say[lang] }))
    return trouble ? report(trouble) : 0
  } catch (error) {
    return report({
      exit: 1,
      lines: [t('cli.internal', { reason: error instanceof Error ? error.message : String(error) })],
    })
  }
}

process.stdout.on('error', error => {
  const code = errorCode(error)
  // Whoever reads our output may stop early (`play list | head -1`); that is no error.
  if (code === 'EPIPE') process.exit(0)
  // A terminal that went away has nobody to tell; the game hears of it in other ways.
  if (code === 'EIO') return
  process.stderr.write(`${fileProblem('stdout', code).say[defaultLang(process.env)]}\n`)
  process.exit(1)
})
// Not awaited: what the command loads shares modules with this one, and would wait for it in turn.
void main(process.argv.slice(2)).then(code => {
  process.exitCode = code
})
