/** The drawing characters of a screen. Every glyph is one cell wide in the terminals that its set is for. */
export type Glyphs = {
  readonly focus: string
  readonly star: string
  readonly noStar: string
  readonly sealed: string
  readonly held: string
  readonly broken: string
  readonly warn: string
  readonly dot: string
  readonly changed: string
  readonly up: string
  readonly down: string
  readonly keyUp: string
  readonly keyDown: string
  readonly left: string
  readonly right: string
  readonly arrow: string
  readonly turn: string
  /** An arrow down along a link, and a link that nothing has passed yet. */
  readonly fall: string
  readonly wire: string
  readonly bar: string
  readonly rest: string
  readonly mark: string
  readonly knob: string
  readonly ellipsis: string
  readonly on: string
  readonly off: string
  readonly less: string
  readonly more: string
  readonly frame: {
    readonly topLeft: string
    readonly topRight: string
    readonly bottomLeft: string
    readonly bottomRight: string
    readonly across: string
    readonly down: string
    readonly tee: string
    readonly foot: string
  }
}

const unicode: Glyphs = {
  focus: '▸',
  star: '★',
  noStar: '☆',
  sealed: '○',
  held: '✓',
  broken: '✗',
  warn: '!',
  dot: '·',
  changed: '•',
  up: '▲',
  down: '▼',
  keyUp: '↑',
  keyDown: '↓',
  left: '←',
  right: '→',
  arrow: '→',
  turn: '↳',
  fall: '↓',
  wire: '┆',
  bar: '█',
  rest: '░',
  mark: '┃',
  knob: '●',
  ellipsis: '…',
  on: '◉',
  off: '○',
  less: '‹',
  more: '›',
  frame: {
    topLeft: '╭',
    topRight: '╮',
    bottomLeft: '╰',
    bottomRight: '╯',
    across: '─',
    down: '│',
    tee: '┬',
    foot: '┴',
  },
}

const ascii: Glyphs = {
  focus: '>',
  star: '*',
  noStar: '_',
  sealed: 'o',
  held: '+',
  broken: 'x',
  warn: '!',
  dot: '-',
  changed: '*',
  up: '^',
  down: 'v',
  keyUp: 'Up',
  keyDown: 'Down',
  left: 'Left',
  right: 'Right',
  arrow: '>',
  turn: '`',
  fall: 'v',
  wire: ':',
  bar: '#',
  rest: '.',
  mark: '|',
  knob: 'O',
  ellipsis: '~',
  on: '@',
  off: 'o',
  less: '<',
  more: '>',
  frame: {
    topLeft: '+',
    topRight: '+',
    bottomLeft: '+',
    bottomRight: '+',
    across: '-',
    down: '|',
    tee: '+',
    foot: '+',
  },
}

/** Both sets. ASCII is for terminals that draw `★ ● ─` two cells wide, as some CJK terminals do. */
export const GLYPHS = { unicode, ascii } as const

/** The name of a glyph set. */
export type GlyphSet = keyof typeof GLYPHS
