import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Lang } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { say } from '../words/say.ts'
import type { Context } from './context.ts'
import type { Stage } from './stage.ts'

/** A bet of this sitting: what to type for it, and the words after `play`. */
export type Bet = { readonly command: string; readonly args: readonly string[] }

/** The ports that offer `play real` on the score card. */
export type BetPorts = {
  /** The bet on a plan; `null` where the level has no boxes or this machine cannot build them. Writes a moves file. */
  findBet(level: Level, plan: readonly string[]): Promise<Bet | null>
  /** Plays a bet on the terminal as it is, and waits for Enter. */
  playBet(bet: Bet, lang: Lang): Promise<void>
}

/** The bets of one sitting. The machine is looked at when the first card stands, not before. */
export function betPorts(stage: Stage, context: Context): BetPorts {
  let isAble: boolean | undefined
  return {
    findBet: async (level, plan) => {
      if (level.world !== 'container') return null
      const { lackOf, thisMachine } = await import('../real/lack.ts')
      isAble ??= lackOf(thisMachine) === null
      if (!isAble) return null
      const path = join(dirname(context.saves.path), 'moves', `${level.id.replaceAll('/', '-')}.json`)
      const moves = { level: level.id, playHash: level.playHash, moves: plan }
      // Where nothing can be written the player hears so when the result is saved.
      if (!isWritten(path, `${JSON.stringify(moves, null, 2)}\n`)) return null
      const args = ['real', nameOf(level.id, stage), '--moves', path]
      return { args, command: ['play', ...args].map(shown).join(' ') }
    },
    playBet: (bet, lang) => playBet(bet, lang, context),
  }
}

/** Shipped levels go by their id, others by their file: an id would find the shipped one. */
const nameOf = (id: string, { named, files }: Stage): string => (named === 'id' ? id : (files.get(id) ?? id))

/** A word as a shell takes it; the home folder shortened where that needs no quotes. */
function shown(word: string): string {
  if (!/^[\w@%+=:,./-]+$/.test(word)) return `'${word.replaceAll("'", "'\\''")}'`
  const home = `${homedir()}/`
  return word.startsWith(home) ? `~/${word.slice(home.length)}` : word
}

function isWritten(path: string, text: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return true
  } catch {
    return false
  }
}

/** util-linux. */
const SETPRIV = 'setpriv'

/** As a process of its own, told to stop when this one ends, however that is: it then takes away what it made. */
async function playBet({ args }: Bet, lang: Lang, { stdin, stdout }: Context): Promise<void> {
  await letGo(stdin)
  let goOn = (): void => {}
  // Ctrl-C is for the bet; once that is over it is as good as Enter.
  const interrupt = (): void => goOn()
  process.on('SIGINT', interrupt)
  const game = [process.execPath, ...process.execArgv, process.argv[1] ?? '']
  const child = spawn(SETPRIV, ['--pdeathsig', 'TERM', ...game, ...args, '--lang', lang], {
    stdio: 'inherit',
  })
  const trouble = await new Promise<string | null>(resolve => {
    child.on('error', error => resolve(error.message))
    child.on('close', () => resolve(null))
  })
  if (trouble !== null) stdout.write(`${say(lang, 'bet.notStarted', { reason: trouble })}\n`)
  stdout.write(`\n${say(lang, 'bet.back')} `)
  // What gave the terminal away let the process end without it.
  stdin.ref()
  // Not as a terminal: that would go on reading keys that belong to the game.
  const lines = createInterface({ input: stdin, terminal: false })
  await new Promise<void>(resolve => {
    goOn = resolve
    lines.once('line', goOn)
    lines.once('close', goOn)
  })
  lines.close()
  process.off('SIGINT', interrupt)
  // Closing stops the reading a tick later, and the game is to begin its own after that.
  await nextTurn()
}

const nextTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** Node goes on reading a terminal that nobody listens to any more, and would take the keys that are meant for the bet. */
async function letGo(stdin: Context['stdin']): Promise<void> {
  // A stream notices on the next tick that its listeners are gone; before that, pausing does nothing.
  await nextTurn()
  stdin.pause()
}
