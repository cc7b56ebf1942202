import { type Instance, render } from 'ink'
import type { ReactElement } from 'react'
import { App } from './App.tsx'
import { type MouseInput, withMouse } from './mouse.ts'
import type { Depth } from './paint.ts'
import type { Ports, Start } from './ports.ts'

/** The terminal that the interface draws on. Passed in, so that tests and servers can give their own. */
export type Terminal = { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream }

/**
 * Puts a screen on a terminal that is on its alternate screen. `waitUntilExit` of the result resolves when the player quits;
 * `unmount` restores the terminal, for signal handlers.
 */
export function mountScreen(
  { stdin, stdout }: Terminal,
  screen: (mouse: MouseInput) => ReactElement,
): Instance {
  const mouse = withMouse(stdin)
  const options = {
    stdin: mouse.stdin,
    stdout,
    stderr: stdout,
    alternateScreen: true,
    incrementalRendering: true,
    // 30 would round an animation's 33 ms up to two frames, and let a key wait behind it.
    maxFps: 120,
    patchConsole: false,
    exitOnCtrlC: true,
    interactive: true,
    // Ink does not know this one; the build teaches it not to enter the screen again, which would clear it.
    isPainted: true,
  }
  return render(screen(mouse), options)
}

/** The game, in as many colours as `depth` says. */
export const mountTui = (ports: Ports, start: Start, terminal: Terminal, depth: Depth): Instance =>
  mountScreen(terminal, mouse => <App ports={ports} start={start} depth={depth} mouse={mouse} />)
