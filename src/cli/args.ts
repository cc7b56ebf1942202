import { parseArgs } from 'node:util'
import { nearest } from '../core/nearest.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { LANGS, type Lang } from '../core/text.ts'
import { MINUTES, ROUNDS } from '../party/rounds.ts'

/** Every command, in the order of the help. `play` is what a level, file or folder alone stands for. */
export const COMMANDS = [
  'play',
  'tour',
  'sandbox',
  'list',
  'solve',
  'run',
  'facts',
  'check',
  'export',
  'real',
  'new',
  'icebreaker',
  'sheet',
  'board',
  'replay',
  'progress',
  'help',
  'version',
] as const

/** The name of a command. */
export type Command = (typeof COMMANDS)[number]

/** The options, as given. */
export type Flags = {
  /** Absent where the environment decides. */
  readonly lang?: Lang
  readonly plain: boolean
  readonly ascii: boolean
  readonly noMotion: boolean
  readonly noMouse: boolean
  readonly json: boolean
  /** Of `check`: write the proofs. */
  readonly write: boolean
  /** Of `check`: check again whenever a level is saved. */
  readonly watch: boolean
  /** Of `run`: take every rule apart. */
  readonly explain: boolean
  /** Of `progress reset`: don't ask. */
  readonly yes: boolean
  /** The path of a moves file. */
  readonly moves?: string
  /** Of `export`: what to write. */
  readonly format?: string
  /** Of `export`: the folder to write to. Of `icebreaker new` and `sheet`: the file. */
  readonly out?: string
  /** The path of a recording of the session. */
  readonly record?: string
  /** Of `icebreaker new`: how many rounds are played. */
  readonly rounds?: number
  /** Of `icebreaker new`: how long the whole takes. */
  readonly minutes?: number
  /** Of `sheet`: the round whose page is wanted; 0 is the warm-up. */
  readonly round?: number
  /** Of `board`: the path of a list of result codes. */
  readonly file?: string
}

/** A command line, understood. `operands` are the words after the command. */
export type Request = {
  readonly command: Command
  readonly operands: readonly string[]
  readonly flags: Flags
}

/** A command line that cannot be understood. `near` are options that may have been meant. */
export type ArgsProblem =
  | { readonly type: 'unknown-option'; readonly name: string; readonly near: readonly string[] }
  | { readonly type: 'missing-value'; readonly name: string }
  | { readonly type: 'unwanted-value'; readonly name: string; readonly value: string }
  | {
      readonly type: 'bad-value'
      readonly name: string
      readonly value: string
      readonly can: readonly string[]
    }

const options = {
  lang: { type: 'string' },
  moves: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  record: { type: 'string' },
  rounds: { type: 'string' },
  minutes: { type: 'string' },
  round: { type: 'string' },
  file: { type: 'string' },
  plain: { type: 'boolean' },
  ascii: { type: 'boolean' },
  'no-motion': { type: 'boolean' },
  'no-mouse': { type: 'boolean' },
  'screen-reader': { type: 'boolean' },
  json: { type: 'boolean' },
  explain: { type: 'boolean' },
  write: { type: 'boolean' },
  watch: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

/** What the options that count can be. */
const counts: { readonly [name: string]: readonly number[] } = {
  rounds: ROUNDS,
  minutes: MINUTES,
  round: [0, ...ROUNDS],
}

const names = Object.keys(options)
const isCommand = (word: string | undefined): word is Command => COMMANDS.some(command => command === word)
const isLang = (word: string): word is Lang => LANGS.some(lang => lang === word)

/** Understands the words after `play`. */
export function readArgs(argv: readonly string[]): Result<Request, ArgsProblem> {
  // Not strict, since its errors are English sentences for developers; the tokens tell us what is wrong.
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    const problem = token.kind === 'option' ? optionProblem(token.name, token.rawName, token.value) : null
    if (problem) return fail(problem)
  }
  const [first, ...rest] = positionals
  const named = isCommand(first)
  const command = values.help ? 'help' : values.version ? 'version' : named ? first : 'play'
  return ok({ command, operands: named ? rest : positionals, flags: flagsOf(values) })
}

type Values = { readonly [name: string]: string | boolean | undefined | readonly (string | boolean)[] }

function flagsOf(values: Values): Flags {
  const { lang, moves, format, out, record, file } = values
  const counted = (name: 'rounds' | 'minutes' | 'round'): { readonly [N in typeof name]?: number } =>
    typeof values[name] === 'string' ? { [name]: Number(values[name]) } : {}
  const on = (name: string): boolean => values[name] === true
  return {
    ...(typeof lang === 'string' && isLang(lang) ? { lang } : {}),
    ...(typeof moves === 'string' ? { moves } : {}),
    ...(typeof format === 'string' ? { format } : {}),
    ...(typeof out === 'string' ? { out } : {}),
    ...(typeof record === 'string' ? { record } : {}),
    ...(typeof file === 'string' ? { file } : {}),
    ...counted('rounds'),
    ...counted('minutes'),
    ...counted('round'),
    // What a screen reader needs is what the plain mode is: lines, and every change in words.
    plain: on('plain') || on('screen-reader'),
    ascii: on('ascii'),
    noMotion: on('no-motion'),
    noMouse: on('no-mouse'),
    json: on('json'),
    explain: on('explain'),
    write: on('write'),
    watch: on('watch'),
    yes: on('yes'),
  }
}

function optionProblem(name: string, rawName: string, value: string | undefined): ArgsProblem | null {
  const wanted = Object.entries(options).find(([known]) => known === name)?.[1]
  if (!wanted) {
    const near = nearest(name, names).map(known => `--${known}`)
    return { type: 'unknown-option', name: rawName, near }
  }
  if (wanted.type === 'boolean') {
    return value === undefined ? null : { type: 'unwanted-value', name: rawName, value }
  }
  if (value === undefined || value === '') return { type: 'missing-value', name: rawName }
  if (name === 'lang' && !isLang(value)) return { type: 'bad-value', name: rawName, value, can: LANGS }
  const can = counts[name]?.map(String)
  return !can || can.includes(value) ? null : { type: 'bad-value', name: rawName, value, can }
}
