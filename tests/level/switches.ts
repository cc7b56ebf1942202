import * as z from 'zod'
import { product, type SetSlot, type Choices } from '../../src/core/product.ts'
import { same } from '../../src/core/text.ts'
import { anyWorld, type World } from '../../src/core/world.ts'
import { SIDES } from '../support/sides.ts'

const Text = z.strictObject({ en: z.string(), ko: z.string() })

const Lamp = z.strictObject({
  colour: z.enum(['red', 'green']),
  watts: z.int().min(1).max(100),
  label: Text.optional(),
  cares: z.union([z.string(), z.strictObject({ about: z.string(), much: z.boolean() })]).optional(),
})

const Setup = z
  .strictObject({ lamps: z.record(z.string().regex(/^[a-z]+$/), Lamp), start: z.enum(['off', 'on']) })
  .superRefine((setup, context) => {
    const total = Object.values(setup.lamps).reduce((sum, lamp) => sum + lamp.watts, 0)
    if (total > 100)
      context.addIssue({ code: 'custom', path: ['lamps'], message: `${total} W blow the fuse: at most 100` })
  })

type Setup = z.infer<typeof Setup>

const Facts = z.object({
  left: z.object({ on: z.boolean() }).meta({ id: 'Left' }),
  right: z.object({ on: z.boolean() }).meta({ id: 'Right' }),
  run: z.object({ watts: z.int(), status: z.enum(['dark', 'lit']) }).meta({ id: 'Run' }),
})

type Facts = z.infer<typeof Facts>

/** A tiny world for level files: two switches, two lamps. */
const switches: World<Setup, Choices, SetSlot, Facts> = {
  id: 'switches',
  name: same('Switches'),
  manual: same('Two switches.'),
  setup: Setup,
  sandbox: { lamps: {}, start: 'off' },
  template: '',
  open: setup => {
    const slots = ['left', 'right'].map(id => ({
      id,
      values: ['off', 'on'],
      start: setup.start,
      order: 'off-on' as const,
    }))
    const isOn = (state: Choices, slot: string): boolean => state[slot] === 'on'
    return {
      ...product(slots, (slot, value) => same(`${slot} ${value}`)),
      facts: Facts,
      observe: {
        left: state => ({ on: isOn(state, 'left') }),
        right: state => ({ on: isOn(state, 'right') }),
        run: state => ({ watts: isOn(state, 'left') ? 40 : 0, status: isOn(state, 'left') ? 'lit' : 'dark' }),
      },
      scene: () => ({ groups: [], controls: [], panels: [], sides: SIDES }),
      probes: [],
      answer: (_state, probe) => ({
        id: probe,
        title: same(probe),
        seat: 'both',
        say: same(''),
        type: 'tree',
        lines: [],
      }),
      beats: () => [],
      artifacts: () => [],
      decoys: [],
    }
  },
}

/** The worlds that the tests of level files know. */
export const WORLDS = [anyWorld(switches)]

/** A small level without a fault; tests break it by edits. */
export const BASE = `id: first/lamps
world: switches
title: { en: Lamps, ko: 전등 }
brief:
  en: Make light with one switch.
  ko: 스위치 하나로 불을 켜세요.
setup:
  start: off
  lamps:
    left: { colour: red, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }
    right: { colour: green, watts: 20 }
rules:
  - id: light
    kind: goal
    points: 80
    when: "run.status == 'lit'"
    text: { en: There is light, ko: 불이 켜져 있다 }
    because: { en: It was dark., ko: 어두웠습니다. }
    source: man:lamp(1)
  - id: save
    kind: guard
    points: 20
    when: |
      !right.on &&
        run.watts <= 40
    text: { en: The right lamp is off, ko: 오른쪽 전등은 꺼져 있다 }
    because: { en: Power costs money., ko: 전기는 공짜가 아닙니다. }
    source: man:lamp(1)
predict:
  - ask: { en: What will be?, ko: 어떻게 될까요? }
    when: "left.on"
    options:
      - { id: light, text: { en: Light, ko: 밝다 } }
      - { id: night, text: { en: Night, ko: 어둡다 } }
      - { id: fire, text: { en: Fire, ko: 불이 난다 }, misconception: lamps-burn }
    answer: "run.status == 'lit' ? 'light' : 'night'"
nudges:
  - when: "right.on && run.status == 'dark'"
    say: { en: Try the other one., ko: 다른 쪽을 보세요. }
    misconception: right-is-right
debrief:
  en: Switches switch.
  ko: 스위치는 켜고 끕니다.
teaches: ["0.1"]
sources: ["man:lamp(1)"]
`
