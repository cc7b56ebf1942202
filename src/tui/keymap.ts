import type { Key } from 'ink'
import type { WordKey } from '../words/say.ts'
import type { Glyphs } from './glyphs.ts'

/** Everything a key can ask for. What it does depends on the screen; `reducer.ts` decides. */
export const COMMANDS = {
  up: { keys: ['up', 'k'], help: 'help.move' },
  down: { keys: ['down', 'j'], help: 'help.move' },
  left: { keys: ['left', 'h'], help: 'help.change' },
  right: { keys: ['right', 'l'], help: 'help.change' },
  confirm: { keys: ['enter'], help: 'help.choose' },
  toggle: { keys: ['space'], help: 'help.choose' },
  nextPane: { keys: ['tab'], help: 'help.nextPanel' },
  prevPane: { keys: ['shift-tab'], help: 'help.nextPanel' },
  pageUp: { keys: ['pageup', 'ctrl-u'], help: 'help.scroll' },
  pageDown: { keys: ['pagedown', 'ctrl-d'], help: 'help.scroll' },
  top: { keys: ['home'], help: 'help.scroll' },
  bottom: { keys: ['end'], help: 'help.scroll' },
  run: { keys: ['r'], help: 'help.run' },
  undo: { keys: ['u'], help: 'help.undo' },
  redo: { keys: ['U', 'y'], help: 'help.redo' },
  reset: { keys: ['R', '0'], help: 'help.reset' },
  hint: { keys: ['h', 'i'], help: 'help.hint' },
  explain: { keys: ['x'], help: 'help.explain' },
  probe: { keys: ['p'], help: 'help.probe' },
  rules: { keys: ['v'], help: 'help.rules' },
  brief: { keys: ['b'], help: 'help.brief' },
  glossary: { keys: ['g'], help: 'help.glossary' },
  sandbox: { keys: ['s'], help: 'help.sandbox' },
  settings: { keys: [','], help: 'help.settings' },
  help: { keys: ['?'], help: 'help.help' },
  language: { keys: ['L', 'ctrl-l'], help: 'help.language' },
  bet: { keys: ['t'], help: 'help.bet' },
  share: { keys: ['c'], help: 'help.share' },
  next: { keys: ['n'], help: 'help.next' },
  suspend: { keys: ['ctrl-z'], help: 'help.suspend' },
  back: { keys: ['q', 'esc'], help: 'help.back' },
} as const satisfies {
  readonly [command: string]: { readonly keys: readonly string[]; readonly help: WordKey }
}

/** A command, by name. */
export type Command = keyof typeof COMMANDS

// biome-ignore format: the layout reads as rows of the keyboard.
/** Letters of the two-set Korean layout, at the places of the Latin ones. */
const JAMO: { readonly [jamo: string]: string } = {
  ㅂ: 'q', ㅈ: 'w', ㄷ: 'e', ㄱ: 'r', ㅅ: 't', ㅛ: 'y', ㅕ: 'u', ㅑ: 'i', ㅐ: 'o', ㅔ: 'p',
  ㅁ: 'a', ㄴ: 's', ㅇ: 'd', ㄹ: 'f', ㅎ: 'g', ㅗ: 'h', ㅓ: 'j', ㅏ: 'k', ㅣ: 'l',
  ㅋ: 'z', ㅌ: 'x', ㅊ: 'c', ㅍ: 'v', ㅠ: 'b', ㅜ: 'n', ㅡ: 'm',
  ㅃ: 'Q', ㅉ: 'W', ㄸ: 'E', ㄲ: 'R', ㅆ: 'T', ㅒ: 'O', ㅖ: 'P',
}

type Pressed = Pick<
  Key,
  | 'upArrow'
  | 'downArrow'
  | 'leftArrow'
  | 'rightArrow'
  | 'pageUp'
  | 'pageDown'
  | 'home'
  | 'end'
  | 'return'
  | 'escape'
  | 'tab'
  | 'shift'
  | 'ctrl'
  | 'meta'
>

const NAMED: readonly (readonly [keyof Pressed, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
]

/** Names the keys of one input event: several where letters came in one chunk, none for what is no key of ours. */
export function keyNames(input: string, key: Pressed): readonly string[] {
  if (key.tab) return [key.shift ? 'shift-tab' : 'tab']
  for (const [flag, name] of NAMED) if (key[flag]) return [name]
  if (key.ctrl) return [`ctrl-${input}`]
  if (key.meta) return []
  return Array.from(input.normalize('NFC').slice(0, LONGEST_CHUNK), letter =>
    letter === ' ' ? 'space' : letter === '\r' || letter === '\n' ? 'enter' : (JAMO[letter] ?? letter),
  )
}

/** A chunk longer than this is a paste, not typing; the rest of it is dropped. */
const LONGEST_CHUNK = 16

const isCommand = (name: string): name is Command => Object.hasOwn(COMMANDS, name)

/** Every key with the commands it stands for, in the table's order. */
const BY_KEY: ReadonlyMap<string, readonly Command[]> = Object.entries(COMMANDS).reduce(
  (map, [name, entry]) => {
    if (!isCommand(name)) return map
    for (const key of entry.keys) map.set(key, [...(map.get(key) ?? []), name])
    return map
  },
  new Map<string, readonly Command[]>(),
)

/**
 * The command of a key. `h` is two things, as the design has it: the hint where a level offers one (`prefer`), and
 * left everywhere else.
 */
export function commandOf(key: string, prefer: 'hint' | 'left'): Command | undefined {
  const found = BY_KEY.get(key)
  return found?.find(command => command === prefer) ?? found?.[0]
}

/** A hint in the footer: the keys of some commands, and what they do together. */
export type KeyHint = { readonly commands: readonly Command[]; readonly say: WordKey }

/** The hints that screens can show. The keys that are drawn come from `COMMANDS`, so they cannot differ. */
export const KEY_HINTS = {
  move: { commands: ['up', 'down'], say: 'key.move' },
  scroll: { commands: ['up', 'down'], say: 'key.scroll' },
  choose: { commands: ['left', 'right'], say: 'key.choose' },
  confirm: { commands: ['confirm'], say: 'key.confirm' },
  open: { commands: ['confirm'], say: 'menu.play' },
  start: { commands: ['confirm'], say: 'stage.build' },
  goOn: { commands: ['confirm'], say: 'key.next' },
  debrief: { commands: ['confirm'], say: 'stage.debrief' },
  build: { commands: ['confirm'], say: 'stage.build' },
  next: { commands: ['next'], say: 'key.next' },
  begin: { commands: ['confirm'], say: 'party.begin' },
  endRound: { commands: ['next'], say: 'party.endKey' },
  turnOver: { commands: ['confirm'], say: 'sheet.turn' },
  nextPage: { commands: ['confirm'], say: 'sheet.nextPage' },
  lastPage: { commands: ['left'], say: 'sheet.lastPage' },
  skip: { commands: ['confirm'], say: 'key.skip' },
  nextPane: { commands: ['nextPane'], say: 'key.nextPanel' },
  run: { commands: ['run'], say: 'key.run' },
  undo: { commands: ['undo'], say: 'key.undo' },
  redo: { commands: ['redo'], say: 'key.redo' },
  reset: { commands: ['reset'], say: 'key.reset' },
  hint: { commands: ['hint'], say: 'key.hint' },
  explain: { commands: ['explain'], say: 'key.explain' },
  probe: { commands: ['probe'], say: 'key.probe' },
  rules: { commands: ['rules'], say: 'key.rules' },
  brief: { commands: ['brief'], say: 'key.brief' },
  bet: { commands: ['bet'], say: 'key.bet' },
  share: { commands: ['share'], say: 'key.share' },
  glossary: { commands: ['glossary'], say: 'key.glossary' },
  sandbox: { commands: ['sandbox'], say: 'key.sandbox' },
  settings: { commands: ['settings'], say: 'key.settings' },
  help: { commands: ['help'], say: 'key.help' },
  language: { commands: ['language'], say: 'key.language' },
  back: { commands: ['back'], say: 'key.back' },
  quit: { commands: ['back'], say: 'key.quit' },
} as const satisfies { readonly [id: string]: KeyHint }

/** The name of a footer hint. */
export type HintId = keyof typeof KEY_HINTS

/** A key as it is printed on a keyboard. */
export function keyCap(key: string, glyphs: Glyphs): string {
  if (key === 'up') return glyphs.keyUp
  if (key === 'down') return glyphs.keyDown
  if (key === 'left') return glyphs.left
  if (key === 'right') return glyphs.right
  return CAPS[key] ?? key
}

const CAPS: { readonly [key: string]: string } = {
  enter: 'Enter',
  esc: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift+Tab',
  space: 'Space',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
}

/** The caps of a hint's keys: the first key of each of its commands. */
export const hintCaps = (hint: KeyHint, glyphs: Glyphs): string =>
  hint.commands
    .map(command => keyCap(COMMANDS[command].keys[0], glyphs))
    .join(hint.commands.length > 1 && glyphs.keyUp.length > 1 ? '/' : '')
