import { type Choices, product, type SetSlot } from '../../core/product.ts'
import type { Board, World } from '../../core/world.ts'
import { artifactsOf } from './artifacts.ts'
import { beatsOf } from './beats.ts'
import type { OpenControl } from './controls.ts'
import { type Facts, factsSchema } from './facts.ts'
import { MANUAL } from './manual.ts'
import { MANUAL_PAGE } from './manual-page.ts'
import { byId, hostFacts, runFacts, totalFacts } from './observe.ts'
import { markOf } from './marks.ts'
import { placementOf } from './placement.ts'
import { SANDBOX } from './sandbox.ts'
import { sceneOf } from './scene.ts'
import { orderOf, SETTINGS_AT } from './settings.ts'
import type { Setup } from './setup.ts'
import { SetupSchema } from './setup-schema.ts'
import { stageOf } from './stage.ts'
import { TEMPLATE } from './template.ts'
import { whyAnswer, whyProbes } from './why-panel.ts'
import { SETTING_WORDS, valueWords } from './words.ts'

/** Pack workloads onto hosts: a container, something between, or a machine. A product world. */
export const tradeoff: World<Setup, Choices, SetSlot, Facts> = {
  id: 'tradeoff',
  name: { en: 'Box or machine', ko: '상자냐 기계냐' },
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
  const plan = (state: Choices) => placementOf(stage, state)
  const slots = stage.controls.map(({ slot, name, start, spec }) => ({
    id: slot,
    values: spec.values,
    start,
    order: orderOf(name),
  }))
  return {
    ...product(slots, (slot, value) => sayStep(stage.controls, slot, value)),
    facts: factsSchema(setup),
    observe: {
      work: state => byId(stage.workloads.map(({ option }) => option(state).facts)),
      works: state => stage.workloads.map(({ option }) => option(state).facts),
      host: state => hostFacts(stage, state),
      total: state => totalFacts(stage, plan(state)),
      run: state => runFacts(stage, plan(state)),
    },
    scene: (state, look) => sceneOf(stage, state, look),
    probes: whyProbes(Object.keys(setup.workloads)),
    answer: (state, probe) => whyAnswer(plan(state), probe),
    beats: state => beatsOf(stage, plan(state)),
    artifacts: state => artifactsOf(setup, plan(state)),
    mark: (fact, state) => markOf(stage, fact, state),
    decoys: stage.controls.flatMap(({ slot, spec }) =>
      spec.decoy === undefined ? [] : [{ slot, misconception: spec.decoy }],
    ),
  }
}

function sayStep(controls: readonly OpenControl[], slot: string, value: string) {
  const control = controls.find(c => c.slot === slot)
  if (control === undefined) return { en: `${slot} = ${value}`, ko: `${slot} = ${value}` }
  const { label } = SETTING_WORDS[control.name]
  const shown = valueWords(control, value)
  return {
    en: `${control.owner}: ${label.en} → ${shown.en}`,
    ko: `${control.owner}: ${label.ko} → ${shown.ko}`,
  }
}
