import { type Run, wrongUse } from './context.ts'

/** `play replay CODE|FILE`: a game again, from its code or log. */
export const replay: Run = async ({ t }) => wrongUse(t('cli.needsBuild'))
