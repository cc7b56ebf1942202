/** What a word means, wherever it is typed. */
export const COMMANDS = [
  'run',
  'undo',
  'redo',
  'reset',
  'hint',
  'explain',
  'probe',
  'rules',
  'scene',
  'controls',
  'brief',
  'terms',
  'share',
  'sandbox',
  'help',
  'lang',
  'map',
  'next',
  'back',
  'quit',
] as const

/** A word that the plain mode acts on. */
export type Command = (typeof COMMANDS)[number]

/** What can be typed for each command: the full screen's keys, their places on a Korean keyboard, and both languages' words. */
const spellings: { readonly [C in Command]: readonly string[] } = {
  run: ['r', 'ㄱ', '실행'],
  undo: ['u', 'ㅕ', '되돌리기'],
  redo: ['U', '다시', '다시 하기'],
  reset: ['처음', '처음으로', '초기화'],
  hint: ['h', 'ㅗ', '힌트'],
  explain: ['x', 'ㅌ', '풀이', '설명'],
  probe: ['p', 'ㅔ', 'probes', '조사'],
  rules: ['규칙'],
  scene: ['look', 's', '장면', '보기'],
  controls: ['c', '조작', '항목'],
  brief: ['상황'],
  terms: ['g', 'glossary', '용어'],
  share: ['나누기', '공유'],
  sandbox: ['샌드박스'],
  help: ['?', '도움말'],
  lang: ['L', 'l', 'ㅣ', '언어'],
  map: ['m', '지도'],
  next: ['n', 'ㅜ', '다음'],
  back: ['b', '뒤로'],
  quit: ['q', 'ㅂ', 'exit', '끝내기', '종료'],
}

/** A typed line taken apart: the command it begins with, if any, and the words after that. */
export type Typed = { readonly command: Command | null; readonly rest: string; readonly line: string }

/** Reads a typed line. Capital U is redo, as on the full screen; otherwise case does not matter. */
export function readTyped(line: string): Typed {
  const exact = COMMANDS.find(name => spellings[name].includes(line))
  if (exact) return { command: exact, rest: '', line }
  const [word = '', ...rest] = line.split(/\s+/)
  const lower = word.toLowerCase()
  const command =
    COMMANDS.find(name => spellings[name].includes(word)) ??
    COMMANDS.find(name => name === lower || spellings[name].includes(lower))
  return { command: command ?? null, rest: rest.join(' '), line }
}

/** The number from 1 that a line is, as an index from 0; `null` where it is none of `count` choices. */
export function readNumber(line: string, count: number): number | null {
  if (!/^\d{1,4}$/.test(line)) return null
  const index = Number(line) - 1
  return index >= 0 && index < count ? index : null
}

/** The index of the name that a line means: the whole name, or its beginning if only one begins so. */
export function readName(line: string, names: readonly string[]): number | null {
  const wanted = line.toLowerCase()
  if (wanted === '') return null
  const lower = names.map(name => name.toLowerCase())
  const whole = lower.indexOf(wanted)
  if (whole >= 0) return whole
  const begun = lower.flatMap((name, i) => (name.startsWith(wanted) ? [i] : []))
  return begun.length === 1 ? (begun[0] ?? null) : null
}
