import type { Panel, Scene } from '../../core/scene.ts'
import { focusedControl, type Session } from '../app-state.ts'
import { BLANK, type Row, rowCells, span, wrapRow } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { panelRows } from '../widgets/panel-rows.ts'

/** Panels in two heaps: inside the boxes, the one that is looked at first, and the rest. */
export type Heaps = {
  readonly inside: readonly Panel[]
  readonly outside: readonly Panel[]
  readonly insideTitle: string
  readonly outsideTitle: string
}

/** Sorts panels into the two heaps. The box looked at is the one whose control has the focus. */
export function heaps(session: Session, scene: Scene, voice: Voice): Heaps {
  const { panels } = scene
  const wanted = focusedControl(session)?.group
  const grouped = panels.filter(panel => panel.group !== undefined)
  const isWanted = (panel: Panel): boolean => panel.group === wanted
  const rest = panels.filter(panel => panel.group === undefined)
  const looked = [...grouped.filter(isWanted), ...grouped.filter(panel => !isWanted(panel))]
  // A world without insides leads with its main picture; one without an outside shows the other boxes there.
  const own = grouped.filter(isWanted)
  const leading = own.length > 0 ? own : looked.slice(0, 1)
  const inside = looked.length > 0 ? (rest.length > 0 ? looked : leading) : rest.slice(0, 1)
  const outside = panels.filter(panel => !inside.includes(panel))
  return {
    inside,
    outside,
    insideTitle: onlyTitle(inside, voice) ?? voice.text(scene.sides.inside),
    outsideTitle: onlyTitle(outside, voice) ?? voice.text(scene.sides.outside),
  }
}

/** A single panel gives its title to the frame around it. */
function onlyTitle([first, ...others]: readonly Panel[], voice: Voice): string | undefined {
  return first && others.length === 0 ? voice.text(first.title) : undefined
}

/** Panels one below the other; each with its title when the frame does not say it. */
export function heapRows(
  panels: readonly Panel[],
  frameTitle: string,
  width: number,
  voice: Voice,
): readonly Row[] {
  if (panels.length === 0) return [[span(voice.say('run.quiet'), 'quiet')]]
  return panels.flatMap((panel, i) => {
    const title = voice.text(panel.title)
    const head = title === frameTitle ? [] : heading(title, width, voice)
    return [...(i > 0 ? [BLANK] : []), ...head, ...panelRows(panel, width, voice)]
  })
}

function heading(title: string, width: number, voice: Voice): readonly Row[] {
  const lines = wrapRow([span(title, 'strong')], width)
  return lines.map((line, i) => {
    const rest = i === lines.length - 1 ? Math.max(0, Math.min(width, 60) - rowCells(line) - 1) : 0
    return rest > 0 ? [...line, span(` ${voice.glyphs.frame.across.repeat(rest)}`, 'border')] : line
  })
}
