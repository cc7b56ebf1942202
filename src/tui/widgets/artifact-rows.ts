import type { Artifact } from '../../core/world.ts'
import { BLANK, type Row, row, span } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { wrapVerbatim } from '../wrap.ts'

/** Files and commands that do the same for real: comments quiet, the rest as it is typed. */
export function artifactRows(artifacts: readonly Artifact[], width: number, voice: Voice): readonly Row[] {
  return artifacts.flatMap((artifact, i) => [
    ...(i > 0 ? [BLANK] : []),
    row(voice.text(artifact.title), 'strong'),
    ...artifact.text
      .trimEnd()
      .split('\n')
      .flatMap(line => codeRows(line, width, voice)),
  ])
}

function codeRows(line: string, width: number, voice: Voice): readonly Row[] {
  const style = /^\s*(#|\/\/)/.test(line) ? 'quiet' : 'plain'
  return wrapVerbatim(line, width - 2).map(part => [
    span(`${voice.glyphs.frame.down} `, 'border'),
    span(part, style),
  ])
}
