import { WORLDS } from '../catalog/worlds.ts'
import type { AnyWorld } from '../core/world.ts'
import { LIMITS, type Limit } from '../level/limits.ts'
import { containerActs, containerControls } from './container-tables.ts'
import { code, table } from './markdown.ts'
import { controlsTable, factsTable, setupTable } from './world-tables.ts'

const BEGIN = '<!-- generated: begin -->'
const END = '<!-- generated: end -->'

/** How the generated part of the guide is written anew. */
export const REGENERATE = 'npx tsx src/build/facts-doc.ts'

/**
 * The authoring guide with its reference part as the worlds are now. Facts, fields and controls come from schemas and
 * tables of the worlds, so that the guide cannot promise what a level would not load.
 *
 * Throws where the guide has lost one of its two marks.
 */
export function withReference(guide: string, worlds: readonly AnyWorld[] = WORLDS): string {
  const [before, rest] = guide.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    throw new Error(`the guide must hold ${BEGIN} and ${END}, once each`)
  const note = `<!-- Written by ${REGENERATE}. Change the descriptions in src/worlds, not this. -->`
  return [
    before + BEGIN,
    note,
    '## Limits of texts',
    limitsTable(),
    ...worlds.map(reference),
    END + after,
  ].join('\n\n')
}

function reference(world: AnyWorld): string {
  const name = world.with(known => known.name.en)
  const parts = [
    `## World \`${world.id}\`: ${name}`,
    '### Facts',
    factsTable(world),
    '### Setup',
    setupTable(world),
    '### Controls',
    world.id === 'container' ? containerControls() : controlsTable(world),
    ...(world.id === 'container' ? ['### Acts', containerActs()] : []),
  ]
  return parts.join('\n\n')
}

const PLACES: { readonly [P in keyof typeof LIMITS]: string } = {
  title: 'titles of levels and chapters',
  brief: 'the brief',
  roundBrief: 'the brief of a round for two',
  line: '`text` of rules, options and objectives',
  say: '`say` of nudges, `ask` of questions, `about` of chapters',
  because: '`because` of rules',
  debrief: 'the debrief',
}

function limitsTable(): string {
  const said = ({ most, unit, single }: Limit) => `${most} ${unit}${single ? ', one line' : ''}`
  const rows = Object.entries(LIMITS).map(([name, { en, ko }]) => {
    const place = Object.entries(PLACES).find(([known]) => known === name)?.[1]
    return [place ?? code(name), said(en), said(ko)]
  })
  return table(['text', 'English', 'Korean'], rows)
}
