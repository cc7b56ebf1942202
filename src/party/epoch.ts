/**
 * Digests of the rounds of every edition there was, the present one last: play hashes of all variants of the levels that can
 * be a round, the misconceptions that they know, the points of a game of two, and how result codes are laid out. Whoever
 * changes any of them appends the new digest, which the test tells, and so raises the epoch: codes and results of older
 * rounds mean something else.
 */
export const CONTENTS: readonly string[] = ['dd944c3b1cccde1c', '8219ae2bfb3fee23']

/** How many epochs a code tells apart; older ones look like newer ones again. */
export const EPOCHS = 16

/** The number of the present content, as codes carry it. Two screens can play one game only if theirs are the same. */
export const EPOCH = CONTENTS.length % EPOCHS
