import { type Command, readName, readNumber, readTyped } from './command.ts'
import type { Teller } from './teller.ts'

/** What a player answered to a list of choices: one of them, a command instead, or nothing more, ever. */
export type Answer =
  | { readonly type: 'chosen'; readonly index: number }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'end' }

/**
 * Offers numbered choices and asks until one is chosen by its number or name. `names` are further words that each
 * choice goes by. A command that ends the question (back, quit) is handed to the asker.
 */
export async function ask(
  teller: Teller,
  question: string,
  labels: readonly string[],
  names: readonly string[] = labels,
): Promise<Answer> {
  teller.head(question)
  labels.forEach((label, i) => teller.say('plain.option', { n: i + 1, label }))
  for (;;) {
    teller.say('plain.prompt')
    const line = await teller.listen()
    if (line === null) return { type: 'end' }
    const index = readNumber(line, labels.length) ?? readName(line, labels) ?? readName(line, names)
    if (index !== null) return { type: 'chosen', index }
    const { command } = readTyped(line)
    if (command === 'back' || command === 'quit') return { type: 'command', command }
    teller.say('plain.badChoice', { input: line, max: labels.length })
  }
}
