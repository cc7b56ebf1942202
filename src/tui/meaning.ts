import type { Command } from './keymap.ts'

/** The panes of a level that can have the focus. */
export type Slot = 'controls' | 'inside' | 'outside' | 'rules'

/** What a click on a part of a screen means. Spans carry it, so what is drawn and what is hit cannot differ. */
export type Click =
  /** As if the key were pressed, such as on the footer. */
  | { readonly type: 'command'; readonly command: Command }
  /** Goes to an entry of a list by its id: a level, a control, a term, a rule. A second click opens it. */
  | { readonly type: 'focus'; readonly id: string }
  /** Sets a control to one of its options. */
  | { readonly type: 'step'; readonly control: string; readonly step: string }
  /** Picks an entry of a menu. */
  | { readonly type: 'pick'; readonly value: string }
  /** Gives a pane the keys. */
  | { readonly type: 'slot'; readonly slot: Slot }
