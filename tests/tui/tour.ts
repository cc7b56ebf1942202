import type { AppState } from '../../src/tui/app-state.ts'
import { type Command, COMMANDS } from '../../src/tui/keymap.ts'
import type { Size } from '../../src/tui/layout.ts'
import type { Opened, Start } from '../../src/tui/ports.ts'
import { initial, reduce } from '../../src/tui/reducer.ts'
import { drawnOf, screen } from '../../src/tui/screen.ts'
import { isFull } from '../support/full.ts'
import { calm, fakePorts, hog, sandboxOf } from './fakes.ts'

/** A state after commands, drawn at a size between them. `pick:x` picks from a menu; `tick` lets time pass. */
export function after(state: AppState, size: Size, ...steps: readonly string[]): AppState {
  return steps.reduce((at, step) => {
    if (step === 'tick' || step === 'skip') return reduce(at, { type: step })
    if (step === 'answer') return answered(at)
    if (step.startsWith('pick:')) return reduce(at, { type: 'picked', value: step.slice(5) })
    return reduce(at, { type: 'command', command: commandNamed(step), drawn: drawnOf(screen(at, size)) })
  }, state)
}

/** Answers every prediction that is asked, each with its first option. */
function answered(state: AppState): AppState {
  const option = state.session?.phase === 'predict' ? state.session.position.asks[0]?.options[0] : undefined
  return option ? answered(reduce(state, { type: 'picked', value: option.id })) : state
}

function commandNamed(name: string): Command {
  const found = Object.keys(COMMANDS).find((command): command is Command => command === name)
  if (!found) throw new Error(`no command ${name}`)
  return found
}

/** A state at the map. */
export function atMap(start: Start): AppState {
  const { campaign, sandboxes } = fakePorts()
  return initial(campaign, sandboxes, start)
}

/** A state with a level just opened, at its brief; the test level where none is given. */
export function atBrief(start: Start, opened: Opened = hog): AppState {
  const { campaign, sandboxes } = fakePorts()
  const entrance = { type: 'level', id: opened.level.id } as const
  return reduce(initial(campaign, sandboxes, { ...start, entrance }), { type: 'opened', entrance, opened })
}

/** A state in the sandbox of the container world. */
export function atSandbox(start: Start): AppState {
  const { campaign, sandboxes } = fakePorts()
  const entrance = { type: 'sandbox', world: 'container' } as const
  const opened = sandboxOf('container')
  if (!opened) throw new Error('no container world')
  return reduce(initial(campaign, sandboxes, { ...start, entrance }), { type: 'opened', entrance, opened })
}

/** Steps that solve the test level, each by the option's own step id. */
export const solved = (state: AppState): AppState =>
  hog.proof.solution.reduce((at, step) => {
    const control = at.session?.position.scene.controls.find(({ options }) =>
      options.some(option => option.step === step),
    )
    if (!control || !at.session) throw new Error(`no control for ${step}`)
    const open: AppState = { ...at, overlay: { type: 'choose', control: control.id } }
    return reduce(open, { type: 'picked', value: step })
  }, state)

/** Every screen of the game, as a way to get there. */
export function everyScreen(start: Start, size: Size): readonly (readonly [name: string, state: AppState])[] {
  const go = (state: AppState, ...steps: readonly string[]): AppState => after(state, size, ...steps)
  const moving: Start = { ...start, settings: { ...start.settings, motion: true } }
  const build = go(atBrief(start), 'confirm')
  const done = go(solved(build), 'run', 'answer')
  const playing = go(solved(go(atBrief(moving), 'confirm')), 'run', 'answer')
  const failed = go(build, 'right', 'run')
  const loading = go(atMap(start), 'confirm')
  return [
    ['map', atMap(start)],
    ['map, end', go(atMap(start), 'bottom')],
    ['map, locked', go(atMap(start), 'right', 'confirm')],
    ['brief', atBrief(start)],
    ['build', build],
    ['build, changed', go(build, 'down', 'right')],
    ['build, inside', go(build, 'nextPane')],
    ['build, host', go(build, 'nextPane', 'nextPane')],
    ['build, rules', go(build, 'rules')],
    ['build, last control', go(build, 'bottom')],
    ['brief again', go(build, 'brief')],
    ['choose', go(build, 'confirm')],
    ['hints', go(build, 'hint', 'hint', 'hint', 'hint', 'hint')],
    ['leave', go(build, 'right', 'back')],
    ['predict', go(solved(build), 'run')],
    ['running, start', playing],
    ['running, later', go(playing, 'tick', 'tick', 'tick', 'tick')],
    ...frames(playing),
    ['loading', loading],
    [
      'failed',
      reduce(loading, {
        type: 'failed',
        say: { en: 'It is not there. '.repeat(20), ko: '파일이 없습니다. '.repeat(20) },
      }),
    ],
    ['score, first line', go(playing, 'skip', 'tick')],
    ['score', done],
    ['score, rule', go(done, 'down', 'down', 'down')],
    ['score, failed', failed],
    ['explain', go(done, 'down', 'explain')],
    ['share', go(done, 'share')],
    ['debrief', go(done, 'confirm')],
    ['debrief, end', go(done, 'confirm', 'bottom')],
    ['build after a run', go(done, 'back')],
    ['sandbox', atSandbox(start)],
    ['sandbox, ran', go(atSandbox(start), 'down', 'right', 'run')],
    ['sandbox manual', go(atSandbox(start), 'brief')],
    ['help', go(build, 'help')],
    ['help, end', go(build, 'help', 'bottom')],
    ['settings', go(build, 'settings')],
    ['settings, changed', go(build, 'settings', 'pick:theme', 'pick:motion', 'pick:mouse')],
    ['confirm a hint', go(build, 'hint', 'hint', 'hint', 'hint')],
    ['toast', go(atSandbox(start), 'probe')],
    ['glossary', go(build, 'glossary')],
    ['glossary, end', go(build, 'glossary', 'bottom')],
  ]
}

/** Frames of a run's animation: all of them, or in the fast selection some. */
function frames(playing: AppState): readonly (readonly [name: string, state: AppState])[] {
  const beats = playing.session?.beats.length ?? 0
  const every = isFull ? 1 : 9
  const states = Array.from({ length: beats - 1 }).reduce<readonly AppState[]>(
    all => [...all, reduce(all.at(-1) ?? playing, { type: 'tick' })],
    [playing],
  )
  return states.flatMap((state, i) => (i % every === 0 ? [[`running, frame ${i + 1}`, state] as const] : []))
}

/** Key presses that make the plan of the level's proof, from its first control on, in the order of the controls. */
export function keysOfSolution(): readonly string[] {
  const controls = atBrief(calm()).session?.position.scene.controls ?? []
  return controls.flatMap((control, i) => {
    const target = control.options.findIndex(
      ({ step }) => step !== undefined && hog.proof.solution.includes(step),
    )
    const from = control.type === 'choice' ? control.current : 0
    const turns = target < 0 ? 0 : Math.abs(target - from)
    return [
      ...(i > 0 ? ['down'] : []),
      ...Array.from({ length: turns }, () => (target > from ? 'right' : 'left')),
    ]
  })
}
