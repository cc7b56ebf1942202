import { type Run, wrongUse } from './context.ts'

/** `play board [--file FILE]`: what a room reached, from its result codes. */
export const board: Run = async ({ t }) => wrongUse(t('cli.needsBuild'))
