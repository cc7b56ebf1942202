/**
 * Digests of the rounds of every content there was, the present one last: ids and play hashes of all variants of the levels
 * that can be a round. Whoever changes rounds appends the new digest (its test tells it), and so raises the epoch.
 */
export const CONTENTS: readonly string[] = ['']

/** How many epochs a code tells apart; older ones look like newer ones again. */
export const EPOCHS = 16

/** The number of the present content, as codes carry it. Two screens can play one game only if theirs are the same. */
export const EPOCH = CONTENTS.length % EPOCHS
