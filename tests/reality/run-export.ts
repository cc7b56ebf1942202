import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { type OpenLevel, openLevel } from '../../src/io/open-level.ts'
import type { Level } from '../../src/level/level.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { builtFrom, exportFiles } from '../../src/worlds/container/exports/export.ts'
import { ociPlan } from '../../src/worlds/container/exports/oci-plan.ts'
import { type Compared, type Observed, readObserved } from '../../src/worlds/container/exports/observed.ts'
import { outcomeOf } from '../../src/worlds/container/exports/outcome.ts'
import type { Plan } from '../../src/worlds/container/plan.ts'
import type { Setup } from '../../src/worlds/container/setup.ts'
import { scratchFolder } from '../support/scratch.ts'
import { isCi } from './machine.ts'

/** Who builds the boxes of an export. */
export type Engine = 'unshare' | 'runc' | 'crun'

/** What a run showed, held against the game. */
export type Shown = {
  /** All that was said, whether the game has a fact for it or not. */
  readonly facts: Observed['facts']
  readonly compared: readonly Compared[]
  readonly skips: readonly string[]
  /** Those of them that CI, which is root and has what it needs, has no excuse for. */
  readonly unexpected: readonly string[]
  readonly notes: readonly string[]
  readonly errors: string
}

/** What a kernel may lack though whoever asks is root: a queueing discipline, a cgroup tree that can be written. */
const EXCUSED = /no tbf in this kernel|no cgroup may be written here/

/** What is built: a level's setup and a plan for it. */
type Built = { readonly setup: Setup; readonly plan: Plan }

function builtAt(level: Level, place: Place): Built {
  const built = builtFrom(level.setup, place.state)
  if (!built.ok) throw new Error(built.error)
  return built.value
}

function opened(path: string): OpenLevel {
  const found = openLevel(path)
  if (!found.ok) throw new Error(`${path} does not open`)
  return found.value
}

/** A level's setup with the plan of its stored solution. */
export function solvedPlan(path: string): Built {
  const { proof } = opened(path)
  return movedPlan(path, proof.solution)
}

/** A level's setup with the plan that moves lead to. */
export function movedPlan(path: string, moves: readonly string[]): Built {
  const { level } = opened(path)
  const start = fieldOf(level).start
  return builtAt(
    level,
    moves.reduce<Place>((at, id) => at.take(id) ?? at, start),
  )
}

/** A level's setup with so many plans that chance made: any that a player could make. The same seed gives the same. */
export function chancePlans(path: string, count: number, seed: number): readonly Built[] {
  const { level } = opened(path)
  const { axes, at } = fieldOf(level)
  if (axes === null) throw new Error(`${path} has no axes`)
  const choice = fc.tuple(...axes.map(({ values }) => fc.nat(values.length - 1)))
  return fc.sample(choice, { numRuns: count, seed }).map(values => {
    const place = at(values)
    if (place === null) throw new Error(`${path} has no place at ${values.join()}`)
    return builtAt(level, place)
  })
}

type Ended = { readonly output: string; readonly errors: string }

function run(script: string, env: { readonly [name: string]: string }): Promise<Ended> {
  const child = spawn('bash', [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve({ output, errors }))
  })
}

/** Builds a plan for real and holds all that is seen against what the game predicts for the same build. */
export async function showExport(setup: Setup, plan: Plan, engine: Engine, speed: number): Promise<Shown> {
  const folder = scratchFolder()
  try {
    for (const file of exportFiles(setup, plan, engine === 'unshare' ? 'unshare' : 'oci')) {
      const at = join(folder, file.path)
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, file.text)
    }
    const { output, errors } = await run(join(folder, 'run.sh'), { RUNTIME: engine, SPEED: String(speed) })
    const built = engine === 'unshare' ? plan : ociPlan(plan).plan
    const { compared, unasked, notes } = outcomeOf(setup, built, output)
    const skips = unasked.map(({ what, reason }) => `${what}: ${reason}`)
    const observed = readObserved(output)
    const printed = observed.skips.map(({ what, reason }) => `${what}: ${reason}`)
    return {
      facts: observed.facts,
      compared,
      unexpected: isCi && process.getuid?.() === 0 ? printed.filter(skip => !EXCUSED.test(skip)) : [],
      skips,
      notes,
      errors,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
