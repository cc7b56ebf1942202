import type { Control, Scene } from '../core/scene.ts'
import { readName, readNumber } from './command.ts'
import type { Reader } from './panel.ts'
import type { Teller } from './teller.ts'

/** A control's name with the group it belongs to: `shop, memory.max`. */
export function controlName(control: Control, scene: Scene, read: Reader): string {
  const group = scene.groups.find(({ id }) => id === control.group)
  return group ? `${read(group.label)}, ${read(control.label)}` : read(control.label)
}

/** Tells all controls, numbered, each with what it is set to and its numbered options. */
export function tellControls(scene: Scene, teller: Teller): void {
  const read: Reader = text => teller.text(text)
  teller.head(teller.word('level.controls'))
  if (scene.controls.length === 0) teller.say('level.noControls')
  for (const [i, control] of scene.controls.entries()) {
    teller.say('plain.option', { n: i + 1, label: controlLine(control, scene, teller, read) })
  }
}

function controlLine(control: Control, scene: Scene, teller: Teller, read: Reader): string {
  const name = controlName(control, scene, read)
  const options = control.options.map((option, i) => `${i + 1} ${read(option.label)}`).join(', ')
  return `${setLine(control, name, teller, read)} [${options}]`
}

function setLine(control: Control, name: string, teller: Teller, read: Reader): string {
  if (control.type === 'cards') {
    const value = control.placed.map(read).join(', ')
    return teller.word('plain.controlNow', { control: name, value })
  }
  const option = control.options[control.current]
  const value = option ? read(option.label) : ''
  const key = control.current === control.start ? 'plain.controlNow' : 'plain.controlChanged'
  return teller.word(key, { control: name, value })
}

/** What a line asks to set. */
export type Wish =
  | { readonly type: 'step'; readonly step: string }
  | { readonly type: 'already'; readonly control: Control }
  | { readonly type: 'refused'; readonly control: Control; readonly option: Control['options'][number] }
  /** The control is clear, the value is not; `value` is what was typed for it, empty if nothing was. */
  | { readonly type: 'which-value'; readonly control: Control; readonly value: string }
  | { readonly type: 'unclear'; readonly line: string }

/** Understands `3 2`, `3`, `memory 448`, `shop, memory.max 448` and step ids such as `shop.memory=448`. */
export function readWish(line: string, scene: Scene, read: Reader): Wish {
  for (const control of scene.controls) {
    if (control.options.some(option => option.step === line)) return { type: 'step', step: line }
  }
  const words = line.split(/\s+/)
  for (let cut = words.length; cut > 0; cut--) {
    const control = findControl(words.slice(0, cut).join(' '), scene, read)
    if (control) return readValue(words.slice(cut).join(' '), control, read)
  }
  return { type: 'unclear', line }
}

function findControl(line: string, scene: Scene, read: Reader): Control | null {
  const { controls } = scene
  const index =
    readNumber(line, controls.length) ??
    readName(
      line,
      controls.map(control => control.id),
    ) ??
    readName(
      line,
      controls.map(control => controlName(control, scene, read)),
    ) ??
    readName(
      line,
      controls.map(control => read(control.label)),
    )
  return index === null ? null : (controls[index] ?? null)
}

/** Understands a value for a control: its number, its label, or the value in a step's id. */
export function readValue(line: string, control: Control, read: Reader): Wish {
  const { options } = control
  const index =
    readNumber(line, options.length) ??
    readName(
      line,
      options.map(option => read(option.label)),
    ) ??
    readName(
      line,
      options.map(option => option.step?.split('=')[1] ?? ''),
    )
  const option = index === null ? undefined : options[index]
  if (!option) return { type: 'which-value', control, value: line }
  if (option.step !== undefined) return { type: 'step', step: option.step }
  return option.refused ? { type: 'refused', control, option } : { type: 'already', control }
}
