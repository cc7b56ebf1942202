import type { Text } from '../core/text.ts'
import type { RuleLight } from '../play/game.ts'

/** A piece of a page of a game of two. Screens draw it, the plain mode tells it. */
export type Block =
  | { readonly type: 'head' | 'text' | 'strong' | 'quiet'; readonly say: Text }
  /** Paragraphs and commands, as authors write them. */
  | { readonly type: 'prose'; readonly say: Text }
  | { readonly type: 'stars'; readonly stars: 0 | 1 | 2 | 3 }
  | {
      readonly type: 'rule'
      readonly light: RuleLight['light']
      readonly say: Text
      readonly because?: Text
    }
  | { readonly type: 'points'; readonly say: Text; readonly points: number; readonly kind: 'line' | 'total' }
  /** A row of a manual: a symptom or a control, where it is found, and what it means. */
  | { readonly type: 'row'; readonly what: Text; readonly where?: Text; readonly means: Text }
  /** Something to be copied letter by letter. */
  | { readonly type: 'verbatim'; readonly text: string }
  | { readonly type: 'gap' }

/** A page of a game of two. */
export type Page = { readonly title: Text; readonly blocks: readonly Block[] }

/** Air between two parts of a page. */
export const GAP: Block = { type: 'gap' }

/** A block of words. */
export const block = (type: 'head' | 'text' | 'strong' | 'quiet' | 'prose', say: Text): Block => ({
  type,
  say,
})

/** A time span as a clock shows it: `2:05`. In seconds. */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
