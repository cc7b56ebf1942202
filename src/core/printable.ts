/**
 * Characters that can't be shown as they are: controls, those that reorder text, and those that nobody sees (soft hyphen,
 * tags, fillers: Unicode's Default_Ignorable_Code_Point). The joiners and variation selectors of scripts and emoji are none.
 */
export const UNPRINTABLE =
  /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/u

const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, 'gu')

/** A character's name in messages: `U+202E`. */
export const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Shows a text on one line: a tab as two spaces, what can't be printed by its number, `<U+202E>`. */
export const printable = (text: string): string =>
  text.replaceAll('\t', '  ').replace(EVERY_UNPRINTABLE, char => `<${codePoint(char)}>`)
