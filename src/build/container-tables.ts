import * as z from 'zod'
import { ActSchema } from '../worlds/container/acts.ts'
import { SETTING_WORDS } from '../worlds/container/control-words.ts'
import { BIND_VALUES, DEFAULTS, misfit, SETTINGS, type Setting } from '../worlds/container/settings.ts'
import { code, table } from './markdown.ts'
import { takes } from './schema-rows.ts'

/** Every control that a level of the container world can open on a box, and where it stands without a word. */
export function containerControls(): string {
  const rows = SETTINGS.map(setting => [
    code(setting),
    takenBy(setting),
    code(DEFAULTS[setting]),
    `${SETTING_WORDS[setting].label.en}. ${SETTING_WORDS[setting].help.en}`,
  ])
  const bind = ['`binds.<name>`', BIND_VALUES.join(', '), '`off`', 'A host path, bind-mounted into the box.']
  return table(['control', 'values', 'start', 'what it does'], [...rows, bind])
}

/** The world itself words what a setting takes, when it refuses a value. */
function takenBy(setting: Setting): string {
  const refusal = misfit(setting, '?', []) ?? ''
  return refusal.replace(`${setting} is `, '').replace('one of ', '').replace(", found '?'", '')
}

/** Everything that a workload of the container world can do. */
export function containerActs(): string {
  const { properties = {} } = z.toJSONSchema(ActSchema, { io: 'input', unrepresentable: 'any' })
  const rows = Object.entries(properties).map(([name, field]) => {
    const schema = typeof field === 'object' ? field : {}
    return [code(name), takes(schema), schema.description ?? '']
  })
  return table(['act', 'with', 'what it does'], rows)
}
