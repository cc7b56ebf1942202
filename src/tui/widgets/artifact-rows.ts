import type { Artifact } from '../../core/world.ts'
import { BLANK, type Row, row, span } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { cells, wrapText } from '../wrap.ts'

/** Files and commands that do the same for real: comments quiet, the rest as it is typed. */
export function artifactRows(artifacts: readonly Artifact[], width: number, voice: Voice): readonly Row[] {
  return artifacts.flatMap((artifact, i) => [
    ...(i > 0 ? [BLANK] : []),
    row(voice.text(artifact.title), 'strong'),
    ...voice
      .spelled(artifact.text)
      .trimEnd()
      .split('\n')
      .flatMap(line => codeRows(line, width, voice)),
  ])
}

/** A long line goes on below, further in; it breaks between words where it can. */
function codeRows(line: string, width: number, voice: Voice): readonly Row[] {
  const style = /^\s*(#|\/\/)/.test(line) ? 'quiet' : 'plain'
  const bar = span(`${voice.glyphs.frame.down} `, 'border')
  const indent = line.slice(0, line.length - line.trimStart().length)
  const lines =
    cells(line) <= width - 2 ? [line.trimStart()] : wrapText(line.trimStart(), width - 2 - cells(indent) - 4)
  return lines.map((part, i) => [bar, span(`${indent}${i > 0 ? '    ' : ''}${part}`, style)])
}
