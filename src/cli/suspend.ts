import { setTimeout as sleep } from 'node:timers/promises'

/** Long enough for the signal to arrive, short enough not to be noticed after the return. */
const arrival = 50

/**
 * Stops the game as Ctrl-Z does, and resolves once it goes on. In raw mode the terminal driver sends no signal, so the
 * whole foreground group gets it from here: `npx` has processes of its own in front of ours.
 */
export async function suspend(): Promise<void> {
  try {
    process.kill(0, 'SIGTSTP')
  } catch {
    // A system without job control: there is nothing to come back from.
    return
  }
  // While we are stopped no timer fires. Where nobody could continue us the kernel ignores the signal (an orphaned
  // process group, see setpgid(2)), and the game simply goes on.
  await sleep(arrival)
}
