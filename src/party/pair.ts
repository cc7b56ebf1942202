/** Bits that a pair's number takes in a code: four characters. */
export const PAIR_BITS = 20

/**
 * How many numbers there are for pairs. A room plays one game, and good plays of it are few, so results alone do not tell its
 * pairs apart: each driver's screen draws a number by chance. That any two of forty draw the same happens in fewer than one
 * room in a thousand (40 * 39 / 2 pairs of pairs over 2^20).
 */
export const PAIRS = 2 ** PAIR_BITS
