import type { Text } from '../core/text.ts'
import type { Progress } from '../play/progress.ts'

/** What is opened first: the map, a level (`play LEVEL`, the first launch), or a sandbox. */
export type Entrance =
  | { readonly type: 'map' }
  | { readonly type: 'level'; readonly id: string }
  | { readonly type: 'sandbox'; readonly world: string }

/** How either kind of screen starts. */
export type Start = { readonly progress: Progress; readonly entrance: Entrance; readonly notice?: Text }
