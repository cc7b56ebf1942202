import { spawn } from 'node:child_process'

/** How a script ended. `stopped` is the signal that we were asked to stop by. */
export type Played = {
  readonly output: string
  readonly errors: string
  readonly stopped: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | null
}

/** util-linux. */
const SETPRIV = 'setpriv'

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Plays an exported script and waits until nothing of it is left. The script ends with this process, however that ends
 * (PR_SET_PDEATHSIG, man:prctl(2)), and all that it started lives in a pid namespace that ends with it. Asked to stop, we
 * ask the script, which takes away what it made, and wait for it.
 */
export function playScript(script: string, speed: number): Promise<Played> {
  // Not in our process group: Ctrl-C is for us, so that the script is told once and in order.
  const child = spawn(SETPRIV, ['--pdeathsig', 'KILL', 'bash', '-c', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SPEED: String(speed) },
  })
  let output = ''
  let errors = ''
  let stopped: Played['stopped'] = null
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const stop = (signal: (typeof STOPS)[number]): void => {
    stopped ??= signal
    child.kill('SIGTERM')
  }
  for (const signal of STOPS) process.on(signal, stop)
  return new Promise((resolve, reject) => {
    const letGo = (): void => {
      for (const signal of STOPS) process.off(signal, stop)
    }
    child.on('error', error => {
      letGo()
      reject(error)
    })
    child.on('close', () => {
      letGo()
      resolve({ output, errors, stopped })
    })
  })
}
