/** Marks that stand on the letter before them, and characters without a width. */
const NARROWEST = /[\p{M}\p{Cf}\u1160-\u11ff]/u

/** Characters of East Asian width W or F, and emoji. Unicode Standard Annex 11. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u

/** How many terminal cells a printable text takes. Carets and titles need it; screens have a finer measure of their own. */
export function cells(text: string): number {
  let count = 0
  for (const char of text) count += NARROWEST.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return count
}
