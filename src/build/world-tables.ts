import * as z from 'zod'
import type { AnyWorld } from '../core/world.ts'
import { plain } from '../words/glossary.ts'
import { describeFacts, type FactDescription } from '../rules/describe.ts'
import { code, table } from './markdown.ts'
import { schemaRows } from './schema-rows.ts'

/** The facts that rules of a world can read, from the schema of its sandbox. */
export function factsTable(world: AnyWorld): string {
  const facts = world.with(({ open, sandbox }) => open(sandbox).facts)
  const rows = withoutRepeats(describeFacts(facts, keysOf(facts)))
  return table(
    ['fact', 'type', 'what it says'],
    rows.map(({ path, type, description }) => [code(path), type.replaceAll(' | ', ', '), description]),
  )
}

/** Facts whose fields are ids: their descriptions say "Each box by its id". */
function keysOf(facts: z.ZodType): { readonly [name: string]: string } {
  const described = describeFacts(facts, {}).flatMap(({ path, description }) => {
    const thing = /\beach (\w+) by its id\b/i.exec(description)?.[1]
    const name = path.split('.').at(-1) ?? ''
    return thing === undefined ? [] : [[name, thing === 'case' ? 'case' : 'id'] as const]
  })
  const keys: { readonly [name: string]: string } = Object.fromEntries(described)
  return keys
}

/** A list of things (`boxes[]`, `pods[]`) beside the same things by their ids (`box.<id>`). */
const PLURALS = [/(\w+)es\[\]/, /(\w+)s\[\]/]

/** Leaves out what says nothing, and the fields of a list whose elements stand by their ids as well. */
function withoutRepeats(facts: readonly FactDescription[]): readonly FactDescription[] {
  const paths = new Set(facts.map(({ path }) => path))
  return facts.flatMap(fact => {
    const { path, type, description } = fact
    if (PLURALS.some(plural => plural.test(path) && paths.has(path.replace(plural, '$1.<id>')))) return []
    if (type === 'object' && description === '') return []
    const element = PLURALS.map(plural => `${path}[]`.replace(plural, '$1.<id>')).find(one => paths.has(one))
    const isTwin = type === 'list of object' && element !== undefined
    return [isTwin ? { ...fact, type: `list of ${code(element)}` } : fact]
  })
}

/** What a level of a world may declare under `setup`. */
export function setupTable(world: AnyWorld): string {
  const schema = world.with(({ setup }) => z.toJSONSchema(setup, { io: 'input', unrepresentable: 'any' }))
  return table(
    ['field', 'takes', 'without it', 'what it is for'],
    schemaRows(schema).map(({ path, takes, start, about }) => [code(path), takes, code(start), about]),
  )
}

/** The controls that a world's sandbox opens, each kind once, with all its values there. */
export function controlsTable(world: AnyWorld): string {
  const controls = world.with(({ open, sandbox }) => {
    const board = open(sandbox)
    const scene = board.scene(board.start, { phase: 'build', probed: [] })
    return (board.axes?.list ?? []).map(({ slot, values }) => {
      const { label, help } = scene.controls.find(({ id }) => id === slot) ?? {}
      const about = [label, help].map(text => (text === undefined ? '' : plain(text.en, 'en')))
      return { name: slot.replace(/^[^.]*\./, ''), values, about: about.filter(Boolean).join(': ') }
    })
  })
  const names = [...new Set(controls.map(({ name }) => name))]
  return table(
    ['control', 'values in the sandbox', 'what it does'],
    names.map(name => {
      const same = controls.filter(control => control.name === name)
      const values = [...new Set(same.flatMap(control => control.values))]
      return [code(name), values.map(code).join(', '), same[0]?.about ?? '']
    }),
  )
}
