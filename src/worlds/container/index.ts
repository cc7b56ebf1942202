import { type Choices, product, type SetSlot } from '../../core/product.ts'
import type { Board, Look, World } from '../../core/world.ts'
import { artifactsOf } from './artifacts.ts'
import { beatsOf } from './beats.ts'
import { controlWords, valueWords } from './control-words.ts'
import type { OpenControl } from './controls.ts'
import { type Facts, factsSchema } from './facts.ts'
import { MANUAL } from './manual.ts'
import { MANUAL_PAGE } from './manual-page.ts'
import { boxObserver, hostFacts, runObserver } from './observe.ts'
import { planOf } from './plan.ts'
import { probePanel, probesOf } from './probes.ts'
import { SANDBOX } from './sandbox.ts'
import { sceneOf } from './scene.ts'
import { isSetting, orderOf, SETTINGS_AT } from './settings.ts'
import type { Setup } from './setup.ts'
import { SetupSchema } from './setup-schema.ts'
import { stageOf } from './stage.ts'
import { TEMPLATE } from './template.ts'

/** Assemble namespaces and cgroups into containers. A product world: the state is what each control is set to. */
export const container: World<Setup, Choices, SetSlot, Facts> = {
  id: 'container',
  name: { en: 'Boxes on one host', ko: '한 호스트의 상자들' },
  manual: MANUAL,
  manualPage: MANUAL_PAGE,
  setup: SetupSchema,
  settings: SETTINGS_AT,
  sandbox: SANDBOX,
  template: TEMPLATE,
  open,
}

function open(setup: Setup): Board<Choices, SetSlot, Facts> {
  const stage = stageOf(setup)
  const plan = (state: Choices) => planOf(setup, state)
  const slots = stage.controls.map(control => ({
    id: control.slot,
    values: control.spec.values,
    start: control.start,
    order: orderOfControl(control),
  }))
  const boxes = boxObserver(stage)
  const run = runObserver(stage)
  return {
    ...product(slots, (slot, value) => sayStep(stage.controls, slot, value)),
    facts: factsSchema(setup),
    observe: {
      box: state => Object.fromEntries(boxes(plan(state)).map(facts => [facts.id, facts])),
      boxes: state => [...boxes(plan(state))],
      host: state => hostFacts(setup, plan(state)),
      run: state => run(plan(state)),
    },
    scene: (state, look: Look) => sceneOf(stage, state, look),
    probes: probesOf(stage),
    answer: (state, probe) => probePanel(stage, plan(state), probe),
    beats: state => beatsOf(stage, plan(state)),
    artifacts: state => artifactsOf(plan(state)),
    decoys: stage.controls.flatMap(({ slot, spec }) =>
      spec.decoy === undefined ? [] : [{ slot, misconception: spec.decoy }],
    ),
  }
}

function orderOfControl({ type, name }: OpenControl) {
  if (type === 'bind') return orderOf('bind')
  return type === 'setting' && isSetting(name) ? orderOf(name) : orderOf('host')
}

function sayStep(controls: readonly OpenControl[], slot: string, value: string) {
  const control = controls.find(c => c.slot === slot)
  if (control === undefined) return { en: `${slot} = ${value}`, ko: `${slot} = ${value}` }
  const { label } = controlWords(control)
  const shown = valueWords(control, value)
  return {
    en: `${control.owner}: ${label.en} → ${shown.en}`,
    ko: `${control.owner}: ${label.ko} → ${shown.ko}`,
  }
}
