import type { Choices } from '../../core/product.ts'
import { stepId } from '../../core/product.ts'
import type { Control, Group, Panel, Scene, TranscriptLine } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Look } from '../../core/world.ts'
import { describeAct } from './act-words.ts'
import { controlWords, valueWords } from './control-words.ts'
import type { OpenControl } from './controls.ts'
import { caseName } from './case-name.ts'
import { budgetPanels } from './budget.ts'
import { outcomePanels } from './outcome-panels.ts'
import { type Plan, planOf } from './plan.ts'
import { isProbed } from './probes.ts'
import { actsOf, stage as stageCase } from './run.ts'
import { isSetting, orderOf } from './settings.ts'
import { type BoxSetup, caseIds, type Setup } from './setup.ts'
import { type Command, COMMAND_LINES } from './commands.ts'
import { NO_TRACES, type Place, type Traces } from './place.ts'
import { shell, transcriptWords } from './shell.ts'
import type { Stage } from './stage.ts'
import { wallPanels } from './walls.ts'

/** The whole picture of a level: its controls, the boxes from inside, the host; after a run also what came of it. */
export function sceneOf(stage: Stage, choices: Choices, look: Look): Scene {
  const plan = planOf(stage.setup, choices)
  return {
    groups: groupsOf(stage, look),
    controls: stage.controls.map(control => controlOf(control, choices)),
    sides: { inside: { en: 'Inside the box', ko: '상자 안' }, outside: { en: 'On the host', ko: '호스트' } },
    panels: [
      ...(look.phase === 'ran' ? outcomePanels(stage, plan) : []),
      ...wallPanels(stage, plan),
      ...viewPanels(stage, plan, look),
      ...budgetPanels(stage, plan),
    ],
  }
}

function groupsOf(stage: Stage, look: Look): readonly Group[] {
  const boxes = Object.entries(stage.setup.boxes).map(
    ([id, box]): Group => ({
      id,
      label: same(id),
      about: aboutBox(stage.setup, id, box, look),
    }),
  )
  return [...(stage.controls.some(c => c.owner === 'host') ? [hostGroup(stage.setup)] : []), ...boxes]
}

const hostGroup = ({ host }: Setup): Group => ({
  id: 'host',
  label: { en: `host ${host.hostname}`, ko: `호스트 ${host.hostname}` },
  about: [],
})

function aboutBox(setup: Setup, id: string, box: BoxSetup, look: Look): readonly Text[] {
  const purpose = box.does === undefined ? [] : [box.does]
  if (setup.hidden.includes(`${id}.acts`) && look.phase === 'build')
    return [...purpose, { en: 'What it does: ?', ko: '하는 일: ?' }]
  if (Array.isArray(box.acts)) return [...purpose, actsLine(box.acts.map(describeAct))]
  return [
    ...purpose,
    ...caseIds(setup).map(name => {
      const line = actsLine(actsOf(box, name).map(describeAct))
      const label = caseName(setup, name)
      return { en: `${label.en}: ${line.en}`, ko: `${label.ko}: ${line.ko}` }
    }),
  ]
}

const actsLine = (acts: readonly Text[]): Text =>
  acts.length === 0
    ? { en: 'does nothing', ko: '하는 일 없음' }
    : { en: acts.map(a => a.en).join('; '), ko: acts.map(a => a.ko).join(', ') }

function controlOf(control: OpenControl, choices: Choices): Control {
  const { values } = control.spec
  const current = choices[control.slot] ?? control.start
  const { label, help } = controlWords(control)
  return {
    type: 'choice',
    id: control.slot,
    label,
    help,
    group: control.owner,
    look: lookOf(control),
    current: values.indexOf(current),
    start: values.indexOf(control.start),
    options: values.map(value => ({
      label: valueWords(control, value),
      ...(value === current ? {} : { step: stepId(control.slot, value) }),
    })),
  }
}

function lookOf({ type, name, spec }: OpenControl): 'toggle' | 'menu' | 'slider' {
  if (type === 'setting' && spec.values.length > 2) {
    return isSetting(name) && orderOf(name) === 'small-large' ? 'slider' : 'menu'
  }
  return spec.values.length === 2 ? 'toggle' : 'menu'
}

function viewPanels(stage: Stage, plan: Plan, look: Look): readonly Panel[] {
  const { setup } = stage
  const left = look.phase === 'ran' ? tracesOf(setup, plan) : NO_TRACES
  return [...Object.keys(setup.boxes), 'host'].flatMap((who): Panel[] => {
    const commands = stage.commands[who] ?? []
    if (commands.length === 0) return []
    const isHidden = setup.hidden.includes(`${who}.view`) && look.phase === 'build'
    const place: Place = { setup, plan, things: stage.things, who, left }
    const lines = commands.flatMap(c => (isHidden && !isProbed(look, who, c) ? veiled(c) : shell(place, c)))
    return [viewPanel(who, lines, plan)]
  })
}

/** The names that the last case left behind, and the harm that any case did. */
function tracesOf(setup: Setup, plan: Plan): Traces {
  const all = caseIds(setup).map(name => stageCase(setup, plan, name).aftermath)
  return {
    hostnames: all.at(-1)?.hostnames ?? {},
    deleted: all.flatMap(({ deleted }) => deleted),
    mounts: [...new Set(all.flatMap(({ mounts }) => mounts))],
  }
}

const veiled = (command: Command): readonly TranscriptLine[] => [
  { type: 'command', text: COMMAND_LINES[command] },
  { type: 'hidden', text: '?' },
]

function viewPanel(who: string, lines: readonly TranscriptLine[], plan: Plan): Panel {
  const isHost = who === 'host'
  const name = plan.machine.host.hostname
  return {
    type: 'transcript',
    id: `view.${who}`,
    title: isHost
      ? { en: `On the host ${name}`, ko: `호스트 ${name}에서` }
      : { en: `Inside ${who}`, ko: `${who} 안에서` },
    seat: 'both',
    ...(isHost ? {} : { group: who }),
    say: transcriptWords(lines),
    lines,
  }
}
