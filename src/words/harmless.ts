/** Control characters but line ends and tabs; see "Control characters" in console_codes(4). */
const COMMANDS = /[^\P{Cc}\n\t]/gu

/** A text without what would be a command to a terminal: names, pasted codes and file contents come from anywhere. */
export const harmless = (text: string): string => text.replace(COMMANDS, ' ')
