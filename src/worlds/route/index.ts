export { routeOrder } from './order-world.ts'
import { type Choices, product, type SetSlot } from '../../core/product.ts'
import type { Text } from '../../core/text.ts'
import type { Board, World } from '../../core/world.ts'
import { artifactsOf } from './artifacts.ts'
import { beatsOf } from './beats.ts'
import { type Facts, factsSchema } from './facts.ts'
import { MANUAL } from './manual.ts'
import { MANUAL_PAGE } from './manual-page.ts'
import { readerOf } from './observe.ts'
import { planOf } from './plan.ts'
import { probePanel, probesOf } from './probes.ts'
import { SANDBOX } from './sandbox.ts'
import { sceneOf } from './scene.ts'
import { controlWords, valueWords } from './setting-words.ts'
import { orderOf, SETTINGS_AT } from './settings.ts'
import type { Setup } from './setup.ts'
import { SetupSchema } from './setup-schema.ts'
import { ownerName, type Stage, stageOf } from './stage.ts'
import { TEMPLATE } from './template.ts'

/** A pod start through the CRI. A product world: the state is what each control is set to. */
export const route: World<Setup, Choices, SetSlot, Facts> = {
  id: 'route',
  name: { en: 'The road to a running pod', ko: '파드가 뜨기까지의 길' },
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
  const slots = stage.controls.map(({ slot, values, start, type, name }) => ({
    id: slot,
    values,
    start,
    order: orderOf(type, name),
  }))
  const reader = readerOf(stage)
  return {
    ...product(slots, (slot, value) => sayStep(stage, slot, value)),
    facts: factsSchema(setup),
    observe: {
      node: state => Object.fromEntries(reader.nodes(state).map(facts => [facts.id, facts])),
      nodes: reader.nodes,
      run: reader.run,
    },
    scene: (state, look) => sceneOf(stage, state, look),
    probes: probesOf(stage),
    answer: (state, probe) => probePanel(stage, plan(state), probe),
    beats: state => beatsOf(stage, plan(state)),
    artifacts: state => artifactsOf(stage, plan(state)),
    decoys: stage.controls.flatMap(({ slot, decoy }) =>
      decoy === undefined ? [] : [{ slot, misconception: decoy }],
    ),
  }
}

function sayStep({ setup, controls }: Stage, slot: string, value: string): Text {
  const control = controls.find(c => c.slot === slot)
  if (control === undefined) return { en: `${slot} = ${value}`, ko: `${slot} = ${value}` }
  const { label } = controlWords(control)
  const shown = valueWords(control, value)
  const owner = ownerName(setup, control.owner)
  return {
    en: `${owner.en}: ${label.en} → ${shown.en}`,
    ko: `${owner.ko}: ${label.ko} → ${shown.ko}`,
  }
}
