import type { Panel } from '../core/scene.ts'
import type { Text } from '../core/text.ts'

/** Turns a text into the language being spoken. */
export type Reader = (text: Text) => string

/** A panel in lines: what it says in words; a shell session as it stands, since its words are its lines. */
export function panelLines(panel: Panel, read: Reader): readonly string[] {
  const title = read(panel.title)
  const said = panel.type === 'transcript' ? panel.lines.map(transcriptLine) : read(panel.say).split('\n')
  const [only, ...more] = said
  if (panel.type !== 'transcript' && more.length === 0) return [`${title}: ${only ?? ''}`]
  return [`${title}:`, ...said.map(line => `  ${line}`)]
}

function transcriptLine({ type, text }: { readonly type: string; readonly text: string }): string {
  if (type === 'hidden') return '?'
  return type === 'command' ? `$ ${text}` : text
}

/** The panels that read differently than before, in words. */
export function changedPanels(
  before: readonly Panel[],
  after: readonly Panel[],
  read: Reader,
): readonly Panel[] {
  const words = (panel: Panel): string => panelLines(panel, read).join('\n')
  const old = new Map(before.map(panel => [panel.id, words(panel)]))
  return after.filter(panel => old.get(panel.id) !== words(panel))
}
