import { type Instance, render } from 'ink'
import { App } from './App.tsx'
import { withMouse } from './mouse.ts'
import type { Depth } from './paint.ts'
import type { Ports, Start } from './ports.ts'

/** The terminal that the interface draws on. Passed in, so that tests and servers can give their own. */
export type Terminal = { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream }

/** How the drawing library is set up for every full screen of the game. The terminal is on its alternate screen already. */
export const screenOptions = ({ stdin, stdout }: Terminal) => ({
  stdin,
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
})

/**
 * Puts the interface on a terminal that is on its alternate screen, in as many colours as `depth` says. `waitUntilExit` of the result resolves when the player quits;
 * `unmount` restores the terminal, for signal handlers.
 */
export function mountTui(ports: Ports, start: Start, terminal: Terminal, depth: Depth): Instance {
  const mouse = withMouse(terminal.stdin)
  const options = screenOptions({ ...terminal, stdin: mouse.stdin })
  return render(<App ports={ports} start={start} depth={depth} mouse={mouse} />, options)
}
