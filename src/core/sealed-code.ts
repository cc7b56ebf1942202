import { bitsOf } from './bits.ts'
import { fail, ok, type Result } from './result.ts'

/**
 * The letters and digits of Crockford's base 32 (crockford.com/base32.html): no I, L, O and U, which are misread or make
 * words. Each stands for five bits.
 */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a code is for; it begins with this letter. */
export type CodeKind = 'S' | 'G' | 'P'

/** Why a text is no whole code. */
export type SealProblem =
  /** A character that no code has, such as U. */
  | { readonly type: 'symbol'; readonly found: string }
  /** Too short, or of a kind that is not known. */
  | { readonly type: 'kind' }
  /** The last four characters do not fit the others: it was mistyped, cut short or edited. */
  | { readonly type: 'seal' }

/** Characters that a code may have: more than a day of play fills. What is longer was pasted by mistake. */
const LONGEST = 60_000

/** Characters that seal a code. */
const SEAL = 4

/** Writes bits as a code of groups of four characters, sealed. `about` is sealed with it, though not written. */
export function sealCode(kind: CodeKind, bits: string, about = ''): string {
  const padded = bits.padEnd(Math.ceil(bits.length / 5) * 5, '0')
  const symbols =
    kind + (padded.match(/.{5}/g) ?? []).map(five => SYMBOLS[Number.parseInt(five, 2)] ?? '').join('')
  return (symbols + sealOf(symbols, about)).replace(/.{4}(?=.)/g, '$&-')
}

/**
 * Reads a code's bits, with up to four more zeros than were written. Case, gaps and hyphens don't matter, and O, I and L are
 * taken for the digits they look like.
 */
export function openCode(
  text: string,
  about = '',
): Result<{ readonly kind: CodeKind; readonly bits: string }, SealProblem> {
  if (text.length > LONGEST) return fail({ type: 'seal' })
  const bare = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
  const symbols = bare.replaceAll('O', '0').replace(/[IL]/g, '1')
  const found = Array.from(symbols).find(symbol => !SYMBOLS.includes(symbol))
  if (found !== undefined) return fail({ type: 'symbol', found })
  const [kind, body, seal] = [symbols[0], symbols.slice(0, -SEAL), symbols.slice(-SEAL)]
  if (!isKind(kind) || symbols.length <= SEAL) return fail({ type: 'kind' })
  if (sealOf(body, about) !== seal) return fail({ type: 'seal' })
  const bits = Array.from(body.slice(1), symbol => bitsOf(SYMBOLS.indexOf(symbol), 5)).join('')
  return ok({ kind, bits })
}

const isKind = (letter: string | undefined): letter is CodeKind =>
  letter === 'S' || letter === 'G' || letter === 'P'

/** Degree of the polynomial below: as many bits as the seal has. */
const DEGREE = 20
/**
 * x^20 + x^3 + 1. A cyclic redundancy check shows every error within as many neighbouring bits as its degree, given the
 * constant term: so one wrong character, and two that changed places, always.
 */
const POLYNOMIAL = 0b1001

function sealOf(symbols: string, about: string): string {
  const said = Array.from(about, letter => bitsOf(letter.charCodeAt(0), 16)).join('')
  const bits = said + Array.from(symbols, symbol => bitsOf(SYMBOLS.indexOf(symbol), 5)).join('')
  let rest = 2 ** DEGREE - 1
  for (const bit of bits) {
    const isOver = rest >>> (DEGREE - 1) !== Number(bit)
    rest = ((rest << 1) & (2 ** DEGREE - 1)) ^ (isOver ? POLYNOMIAL : 0)
  }
  return (bitsOf(rest, DEGREE).match(/.{5}/g) ?? [])
    .map(five => SYMBOLS[Number.parseInt(five, 2)] ?? '')
    .join('')
}
