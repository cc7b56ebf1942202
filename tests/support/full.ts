/** Whether the full matrices and long properties run (`npm run test:full`), not only the fast selection. */
export const isFull = process.env['BOXWRIGHT_FULL'] === '1'

/** How often a property is tried: a few hundred times in the fast selection, more in the full one. */
export const tries = (fast: number, full: number): number => (isFull ? full : fast)
