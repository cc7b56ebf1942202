/** What a mouse did: its left button went down, or its wheel turned. `x` and `y` are cells from the top left, from 0. */
export type MouseEvent = {
  readonly type: 'press' | 'wheelUp' | 'wheelDown'
  readonly x: number
  readonly y: number
}

/** Hears of the mouse. */
export type MouseListener = (event: MouseEvent) => void

/** An input that the mouse was taken out of, and where it is heard of; `listen` gives the way to stop. */
export type MouseInput = {
  readonly stdin: NodeJS.ReadStream
  listen(listener: MouseListener): () => void
}

/** Asks a terminal for presses and the wheel, as decimal numbers; see "Mouse Tracking" in XTerm Control Sequences. */
export const MOUSE_ON = '\x1b[?1000h\x1b[?1006h'

/** Takes that back. */
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l'

// oxlint-disable-next-line no-control-regex -- reports are escape sequences
const REPORT = /\x1b\[<(\d+);(\d+);(\d+)([Mm])/g
// oxlint-disable-next-line no-control-regex -- the beginning of one, at the end of a chunk
const BEGUN = /\x1b\[<[\d;]{0,16}$/

/** Bits of a report's first number: the wheel, a mouse that moves, and keys that are held meanwhile. */
const WHEEL = 64
const MOVED = 32
const HELD = 4 + 8 + 16

/** What a report's numbers mean; null for what no screen acts on, such as the other buttons. */
function eventOf(bits: number, x: number, y: number, end: string): MouseEvent | null {
  const button = bits & ~HELD
  if (end === 'm' || (button & MOVED) !== 0) return null
  const at = { x: x - 1, y: y - 1 }
  if (button === 0) return { type: 'press', ...at }
  if (button === WHEEL) return { type: 'wheelUp', ...at }
  return button === WHEEL + 1 ? { type: 'wheelDown', ...at } : null
}

/** Menus of the menu library know `j` and `k`, not where a Korean layout has them. */
const MENU_KEYS: { readonly [jamo: string]: string } = { ㅓ: 'j', ㅏ: 'k' }

/**
 * Takes mouse reports out of what is read, before the drawing library, which throws them away. The stream stays the
 * same one, so that suspending and raw mode work as ever.
 */
export function withMouse(stdin: NodeJS.ReadStream): MouseInput {
  const listeners = new Set<MouseListener>()
  let begun = ''
  const filter = (chunk: string): string => {
    const text = begun + chunk
    begun = BEGUN.exec(text)?.[0] ?? ''
    const whole = begun === '' ? text : text.slice(0, -begun.length)
    const typed = whole.replace(REPORT, (_, bits: string, x: string, y: string, end: string) => {
      const event = eventOf(Number(bits), Number(x), Number(y), end)
      if (event) for (const listener of listeners) listener(event)
      return ''
    })
    return typed.replace(/[ㅓㅏ]/g, jamo => MENU_KEYS[jamo] ?? jamo)
  }
  const read = (): unknown => {
    for (;;) {
      const chunk: unknown = stdin.read()
      if (typeof chunk !== 'string') return chunk
      const rest = filter(chunk)
      if (rest !== '') return rest
    }
  }
  return {
    stdin: new Proxy(stdin, {
      get: (target, name) => {
        if (name === 'read') return read
        const value: unknown = Reflect.get(target, name)
        const bound: unknown = typeof value === 'function' ? value.bind(target) : value
        return bound
      },
    }),
    listen: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
