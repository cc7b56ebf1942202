/**
 * The whole scoring formula in numbers. The score card, its words and the README print these, so that no number of the
 * formula stands anywhere else.
 */
export const POINTS = {
  /** What the goals and guards of a level are worth together, split by their weights. */
  total: 1000,
  /** Earned on top for each point of weight of a bonus that holds. */
  bonus: 5,
  /** Earned when every prediction answered before the first run came true. */
  prediction: 50,
  /** For each move over par; never more than `most`. */
  moves: { each: -20, most: -200 },
  /** For each run over the level's `runs`; never more than `most`. */
  runs: { each: -30, most: -150 },
  /** For each hint, by rung (nudge, rule, control, move); never more than `most`. */
  hints: { each: [-10, -25, -50, -100], most: -300 },
} as const
