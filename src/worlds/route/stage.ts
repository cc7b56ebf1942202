import { same, type Text } from '../../core/text.ts'
import { type OpenControl, openControls } from './controls.ts'
import { type CaseSetup, type Placed, placedPods, type Setup } from './setup.ts'

/** All that stays the same while a level is played, worked out once when its board is opened. */
export type Stage = {
  readonly setup: Setup
  readonly controls: readonly OpenControl[]
  readonly pods: readonly Placed[]
}

/** Works out a level's stage. */
export const stageOf = (setup: Setup): Stage => ({
  setup,
  controls: openControls(setup),
  pods: placedPods(setup),
})

/** A node's name as the player reads it. */
export const nodeName = (setup: Setup, id: string): Text => setup.nodes[id]?.name ?? same(id)

/** A pod's name as the player reads it: one that stands on every node is called by its node's. */
export const podName = (setup: Setup, id: string): Text =>
  setup.nodes[id] === undefined ? same(id) : nodeName(setup, id)

/** The name of an owner of controls. */
export const ownerName = (setup: Setup, owner: string): Text =>
  owner === 'pod' ? { en: 'the pod', ko: '파드' } : nodeName(setup, owner)

const CASE_NAMES: { readonly [id: string]: Text } = {
  night: { en: 'night', ko: '밤' },
  day: { en: 'day', ko: '낮' },
  noon: { en: 'noon', ko: '정오' },
  start: { en: 'start', ko: '시작' },
}

/** The name of a case as the player reads it. */
export const caseName = ({ id, name }: CaseSetup): Text => name ?? CASE_NAMES[id] ?? same(id)
