import { COMMANDS, type Command, readName, readNumber, readTyped, type Typed } from './command.ts'
import type { Teller } from './teller.ts'

/** What a player answered to a list of choices: one of them, a command instead, or nothing more, ever. */
export type Answer =
  | { readonly type: 'chosen'; readonly index: number }
  | { readonly type: 'command'; readonly command: Command; readonly typed: Typed }
  | { readonly type: 'end' }

/** Commands that end any question. */
const LEAVING: readonly Command[] = ['back', 'quit']

/**
 * Offers numbered choices and asks until one is chosen by its number or name. `names` are further words that each
 * choice goes by. A command that ends the question is handed to the asker; `handed` are those that do.
 */
export async function ask(
  teller: Teller,
  question: string,
  labels: readonly string[],
  names: readonly string[] = labels,
  handed: readonly Command[] = LEAVING,
): Promise<Answer> {
  teller.head(question)
  labels.forEach((label, i) => teller.say('plain.option', { n: i + 1, label }))
  for (;;) {
    teller.say('plain.prompt')
    const line = await teller.listen()
    if (line === null) return { type: 'end' }
    const typed = readTyped(line)
    const { command } = typed
    const given =
      command !== null && handed.includes(command) ? ({ type: 'command', command, typed } as const) : null
    // `run` is the command, although `runc` begins like that; a choice of that very name comes first.
    const isWord = COMMANDS.some(name => name === line) && ![...labels, ...names].includes(line)
    if (given && isWord) return given
    const index = readNumber(line, labels.length) ?? readName(line, labels) ?? readName(line, names)
    if (index !== null) return { type: 'chosen', index }
    if (given) return given
    teller.say('plain.badChoice', { input: line, max: labels.length })
  }
}
