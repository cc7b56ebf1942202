import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The built game, as the launcher starts it. */
export const bundle = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** What a command did. */
export type Done = { readonly code: number | null; readonly out: string; readonly err: string }

/** How a command is started; `home` is the folder that its data folder lies in. */
export type Started = {
  readonly home: string
  readonly input?: string
  /** How long the input keeps the command waiting, in ms. */
  readonly late?: number
  readonly env?: { readonly [name: string]: string }
  readonly cwd?: string
}

/** Runs the built game without a terminal and waits for its end. */
export function playCli(
  args: readonly string[],
  { home, input = '', late = 0, env = {}, cwd }: Started,
): Promise<Done> {
  if (!existsSync(bundle)) throw new Error('dist/cli.js is missing. Run: npm run build')
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_DATA_HOME: home, ...env },
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    out += String(text)
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err += String(text)
  })
  // A command that ends without reading its input closes the pipe; that is its right.
  child.stdin.on('error', () => {})
  setTimeout(() => child.stdin.end(input), late)
  return new Promise(resolve => child.on('close', code => resolve({ code, out, err })))
}
