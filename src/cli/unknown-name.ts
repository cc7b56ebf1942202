import { nearest } from '../core/nearest.ts'
import type { Context } from './context.ts'

/** "Did you mean …?" as a line, or none where no known name is near. */
export function didYouMean({ t }: Context, name: string, known: readonly string[]): readonly string[] {
  const near = nearest(name, known)
  return near.length === 0 ? [] : [t('cli.didYouMean', { names: near.join(', ') })]
}
