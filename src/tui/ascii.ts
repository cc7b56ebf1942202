/** Characters that texts use and the ASCII theme is there to avoid: terminals differ in how wide they draw them. */
const SPELLED: { readonly [char: string]: string } = {
  '…': '...',
  '→': '->',
  '←': '<-',
  '↑': '^',
  '↓': 'v',
  '★': '*',
  '☆': '_',
  '·': '-',
  '•': '*',
  '–': '-',
  '—': '--',
  '×': 'x',
  '÷': '/',
  '±': '+/-',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '≈': '~',
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '°': ' deg',
  '§': 'section ',
  µ: 'u',
  μ: 'u',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '└': '`',
  '├': '|',
  '─': '-',
  '│': '|',
}

const ANY = new RegExp(`[${Object.keys(SPELLED).join('')}]`, 'g')

/** A text without the characters that a terminal may draw wider than they are counted. Letters stay as they are. */
export const asciiText = (text: string): string => text.replace(ANY, char => SPELLED[char] ?? char)
