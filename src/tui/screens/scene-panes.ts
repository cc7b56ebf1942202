import type { Panel, Scene } from '../../core/scene.ts'
import { focusedControl, type Session } from '../app-state.ts'
import { BLANK, type Row, span } from '../rows.ts'
import type { Voice } from '../voice.ts'
import { cells } from '../wrap.ts'
import { panelRows } from '../widgets/panel-rows.ts'

/** Panels in two heaps: about the box that is looked at, and the rest. */
export type Heaps = {
  readonly inside: readonly Panel[]
  readonly outside: readonly Panel[]
  readonly insideTitle: string
  readonly outsideTitle: string
}

/** Sorts panels into the two heaps. The box looked at is the one whose control has the focus. */
export function heaps(session: Session, scene: Scene, panels: readonly Panel[], voice: Voice): Heaps {
  const wanted = focusedControl(session)?.group
  const has = (group: string | undefined): boolean => panels.some(panel => panel.group === group)
  const first = panels.find(panel => panel.group !== undefined)?.group
  const group = wanted !== undefined && has(wanted) ? wanted : first
  const inside = panels.filter(panel => panel.group !== undefined && panel.group === group)
  const outside = panels.filter(panel => !inside.includes(panel))
  const box = scene.groups.find(({ id }) => id === group)
  return {
    inside,
    outside,
    insideTitle: onlyTitle(inside, voice) ?? (box ? voice.text(box.label) : voice.say('level.inside')),
    outsideTitle: onlyTitle(outside, voice) ?? voice.say('level.host'),
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
    const head = title === frameTitle ? [] : [heading(title, width, voice)]
    return [...(i > 0 ? [BLANK] : []), ...head, ...panelRows(panel, width, voice)]
  })
}

function heading(title: string, width: number, voice: Voice): Row {
  const rest = Math.max(0, Math.min(width, 60) - cells(title) - 1)
  return [span(`${title} `, 'strong'), span(voice.glyphs.frame.across.repeat(rest), 'border')]
}
