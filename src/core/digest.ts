import { canonicalJson } from './json.ts'

/** One 32-bit FNV-1a pass over the UTF-16 code units of a text, from a given starting value. */
function fnv1a(text: string, basis: number): number {
  let hash = basis >>> 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  // A last mix, so that short texts spread over all bits too.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * A 16-digit hexadecimal digest of JSON data; key order does not matter. It tells versions of a level apart; it is no
 * protection against forgery.
 */
export function digest(value: unknown): string {
  const text = canonicalJson(value)
  return [0x811c9dc5, 0x9747b28c].map(basis => fnv1a(text, basis).toString(16).padStart(8, '0')).join('')
}
