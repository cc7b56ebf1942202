import { type Run, wrongUse } from './context.ts'

/** `play icebreaker new`: makes a game for pairs. */
export const newIcebreaker: Run = async ({ t }) => wrongUse(t('cli.needsBuild'))
