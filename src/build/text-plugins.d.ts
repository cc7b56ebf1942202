import type { Plugin } from 'rolldown'

/** Characters one cell wide, as the inside of a character class. */
export declare const NARROW: string
/** Characters two cells wide, as the inside of a character class. */
export declare const WIDE: string
/** Short ways through the text libraries, for the characters that the game is drawn with. */
export declare const textPlugins: readonly Plugin[]
