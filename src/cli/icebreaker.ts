import type { Run } from './context.ts'

/**
 * `play icebreaker new` makes a game for pairs, and `play icebreaker CODE` is its driver's screen. Each half is loaded
 * when it is asked for.
 */
export const icebreaker: Run = async (context, operands) => {
  const [word, ...rest] = operands
  return word === 'new'
    ? (await import('./icebreaker-new.ts')).newIcebreaker(context, rest)
    : (await import('./icebreaker-play.ts')).playIcebreaker(context, operands)
}
