import { type Run, wrongUse } from './context.ts'

/** `play sheet CODE [--round N] [--out FILE.md]`: the navigator's pages of a game. */
export const sheet: Run = async ({ t }) => wrongUse(t('cli.needsBuild'))
