import { EventEmitter } from 'node:events'
import { Readable } from 'node:stream'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import { render } from 'ink'
import type { ReactNode } from 'react'

/** A cell of the grid as it is drawn. */
export type GridCell = { readonly char: string; readonly inverse: boolean }

/** Bytes of the keys that tests press by name; any other string is sent as it is. */
const BYTES: { readonly [key: string]: string } = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  enter: '\r',
  esc: '\x1b',
  tab: '\t',
  space: ' ',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  home: '\x1b[H',
  end: '\x1b[F',
}

/** Standard input that a test types into. */
class Keys extends Readable {
  readonly isTTY = true
  override _read(): void {}
  setRawMode(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** Standard output that writes into a headless terminal. */
class Screen extends EventEmitter {
  readonly isTTY = true
  columns: number
  rows: number
  readonly terminal: xterm.Terminal
  pending = 0
  raw = ''
  bytes = 0

  constructor(columns: number, rows: number) {
    super()
    this.columns = columns
    this.rows = rows
    this.terminal = new xterm.Terminal({
      cols: columns,
      rows,
      allowProposedApi: true,
      scrollback: 0,
      convertEol: true,
    })
    this.terminal.loadAddon(new Unicode11Addon())
    this.terminal.unicode.activeVersion = '11'
  }

  write(text: string, done?: () => void): boolean {
    this.pending += 1
    this.bytes += Buffer.byteLength(text)
    this.raw += text
    this.terminal.write(text, () => {
      this.pending -= 1
      done?.()
    })
    return true
  }
}

/** Mounts a component on a terminal of a size, in process: the true grid without a pty. */
export function mountOnGrid(node: ReactNode, columns: number, rows: number) {
  const screen = new Screen(columns, rows)
  const keys = new Keys()
  const instance = render(node, {
    // Ink asks for Node's own stream types; the parts it uses are here.
    // @ts-expect-error a stream of our own
    stdout: screen,
    stdin: keys,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 120,
    patchConsole: false,
    interactive: true,
  })
  const line = (y: number) => screen.terminal.buffer.active.getLine(y)
  const text = (): readonly string[] =>
    Array.from({ length: screen.rows }, (_, y) => line(y)?.translateToString(true) ?? '')
  const cell = (x: number, y: number): GridCell => {
    const found = line(y)?.getCell(x)
    return { char: found?.getChars() ?? '', inverse: Boolean(found?.isInverse()) }
  }

  /** Waits until the screen says so; fails with the screen when it does not within ten seconds. */
  async function until(
    is: string | RegExp | ((lines: readonly string[]) => boolean),
  ): Promise<readonly string[]> {
    const end = performance.now() + 10_000
    const holds = (lines: readonly string[]): boolean =>
      typeof is === 'function'
        ? is(lines)
        : typeof is === 'string'
          ? lines.some(one => one.includes(is))
          : is.test(lines.join('\n'))
    for (;;) {
      if (screen.pending === 0 && holds(text())) return text()
      if (performance.now() > end) throw new Error(`never saw ${String(is)}\n${text().join('\n')}`)
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Types keys, by name or as they are, one chunk each. */
  const press = (...names: readonly string[]): void => {
    for (const name of names) keys.push(BYTES[name] ?? name)
  }

  const resize = (width: number, height: number): void => {
    screen.columns = width
    screen.rows = height
    screen.terminal.resize(width, height)
    screen.emit('resize')
  }

  return {
    text,
    cell,
    until,
    press,
    resize,
    bytes: () => screen.bytes,
    raw: () => screen.raw,
    unmount: () => instance.unmount(),
  }
}
