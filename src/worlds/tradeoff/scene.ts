import type { Choices } from '../../core/product.ts'
import { stepId } from '../../core/product.ts'
import type { Control, Group, Panel, Scene } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { Look } from '../../core/world.ts'
import type { OpenControl } from './controls.ts'
import { layersPanel } from './layers-panel.ts'
import { memoryPanel } from './memory-panel.ts'
import { needsPanel } from './needs-panel.ts'
import { type Placement, placementOf } from './placement.ts'
import { racePanel } from './race-panel.ts'
import type { HostStage, Stage } from './stage.ts'
import { swapsPanel } from './swaps-panel.ts'
import { workPanel } from './work-panel.ts'
import { SETTING_WORDS, valueWords } from './words.ts'

/** The whole picture of a plan: the hosts' memory, needs and layers; after a run also who met what, and the race. */
export function sceneOf(stage: Stage, choices: Choices, look: Look): Scene {
  const plan = placementOf(stage, choices)
  return {
    groups: groupsOf(stage),
    controls: stage.controls.map(control => controlOf(control, choices)),
    sides: { inside: { en: 'The workloads', ko: '워크로드' }, outside: { en: 'The hosts', ko: '호스트' } },
    panels: [
      ...(look.phase === 'ran' ? [needsPanel(stage, plan, 'ran'), racePanel(plan)] : []),
      ...(look.phase === 'ran' ? swapsPanel(stage, choices) : []),
      ...plan.hosts.map(at => memoryPanel(stage, at)),
      ...(look.phase === 'ran' ? [] : [needsPanel(stage, plan, 'build')]),
      ...plan.hosts.filter(at => at.options.length > 0).map(layersPanel),
      ...workPanels(plan),
    ],
  }
}

const workPanels = (plan: Placement): readonly Panel[] =>
  plan.options.flatMap((option, i) => {
    const at = plan.hosts[plan.at[i] ?? 0]
    return at === undefined ? [] : [workPanel(option, at)]
  })

const groupsOf = (stage: Stage): readonly Group[] => [
  ...stage.hosts.map(hostGroup),
  ...Object.entries(stage.setup.workloads).map(
    ([id, { does }]): Group => ({ id, label: same(id), about: does === undefined ? [] : [does] }),
  ),
]

function hostGroup({ id, setup }: HostStage): Group {
  const system = { linux: `Linux ${setup.kernel}`, windows: 'Windows', macos: 'macOS' }[setup.os]
  const kvm: Text = setup.kvm
    ? { en: 'has /dev/kvm', ko: '/dev/kvm 있음' }
    : { en: 'no /dev/kvm', ko: '/dev/kvm 없음' }
  const plain = `${setup.memory - setup.reserved} MiB, ${setup.arch}, ${system}, ${setup.link} Mbit/s`
  const modules = setup.modules.length === 0 ? '' : `, ${setup.modules.join(', ')}`
  return {
    id,
    label: { en: `host ${id}`, ko: `호스트 ${id}` },
    about: [
      ...(setup.does === undefined ? [] : [setup.does]),
      { en: `${plain}${modules}, ${kvm.en}`, ko: `${plain}${modules}, ${kvm.ko}` },
    ],
  }
}

function controlOf(control: OpenControl, choices: Choices): Control {
  const { values } = control.spec
  const current = choices[control.slot] ?? control.start
  return {
    type: 'choice',
    id: control.slot,
    ...SETTING_WORDS[control.name],
    group: control.owner,
    look: values.length === 2 ? 'toggle' : 'menu',
    current: values.indexOf(current),
    start: values.indexOf(control.start),
    options: values.map(value => ({
      label: valueWords(control, value),
      ...(value === current ? {} : { step: stepId(control.slot, value) }),
    })),
  }
}
