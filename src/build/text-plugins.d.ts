/** Characters one cell wide, as the inside of a character class. */
export declare const NARROW: string
/** Characters two cells wide, as the inside of a character class. */
export declare const WIDE: string
