import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proofPath } from '../../src/io/level-files.ts'
import { type OpenLevel, openLevel } from '../../src/io/open-level.ts'
import { writeProof } from '../../src/io/proof-file.ts'
import { levelsFolder, shippedFiles } from '../support/campaign.ts'
import { scratchFolder } from '../support/scratch.ts'
import { smallLevel } from '../support/small-level.ts'

function opened(path: string): OpenLevel {
  const level = openLevel(path)
  if (!level.ok) throw new Error(`${path}: ${level.error.type}`)
  return level.value
}

/** A level file with a proof beside it that says something else in some parts. */
function withProof(
  text: string,
  changes: object,
): { readonly path: string; readonly proof: OpenLevel['proof'] } {
  const path = join(scratchFolder(), 'level.yaml')
  writeFileSync(path, text)
  const { proof } = opened(path)
  writeProof(proofPath(path), { ...proof, ...changes })
  return { path, proof }
}

const frontierLevel = (): string =>
  readFileSync(join(levelsFolder, '06-box-or-machine/07-middle-ground.yaml'), 'utf8')

test('a stored proof is taken as it is', () => {
  const { path, proof } = withProof(smallLevel, {})
  const { par, solution } = proof
  expect(opened(path)).toMatchObject({ proof: { par, solution }, isStored: true })
})

test.each([
  ['a step that does not exist', { par: 1, solution: ['zzz'] }],
  ['a plan that breaks a goal', { solution: ['shop.memory=256', 'report.memory=128'] }],
  ['another par', { par: 1 }],
  [
    'a slot that is set twice',
    { par: 3, solution: ['shop.memory=256', 'shop.memory=448', 'report.memory=128'] },
  ],
  ['no plan that wins', { optimal: 0 }],
  ['a frontier without objectives', { frontier: [] }],
])('a stored proof with %s is made anew', (_, changes) => {
  const { path, proof } = withProof(smallLevel, changes)
  expect(opened(path)).toMatchObject({ proof, isStored: false })
})

test.each([
  ['values that its plan does not come to', [{ values: [1, 2, 3], count: 1, plan: [] }]],
  ['no frontier', undefined],
])('a frontier with %s is made anew', (_, frontier) => {
  const { path, proof } = withProof(frontierLevel(), { frontier })
  expect(opened(path)).toMatchObject({ proof, isStored: false })
})

test('every shipped proof is borne out by its solution', () => {
  expect(shippedFiles.length).toBeGreaterThan(15)
  expect(shippedFiles.filter(file => !opened(file).isStored)).toEqual([])
})
