import { type Run, wrongUse } from './context.ts'

/** `play icebreaker CODE`: the driver's screen of a game. */
export const playIcebreaker: Run = async ({ t }) => wrongUse(t('cli.needsBuild'))
