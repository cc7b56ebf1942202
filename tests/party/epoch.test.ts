import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { digest } from '../../src/core/digest.ts'
import { misconceptionsOf } from '../../src/play/misconceptions.ts'
import { CONTENTS, EPOCH, EPOCHS } from '../../src/party/epoch.ts'
import { PARTY_POINTS } from '../../src/party/round-score.ts'
import { WIDTH } from '../../src/party/short-code.ts'
import { shippedLevel } from '../support/campaign.ts'
import { roundFiles } from '../support/rounds.ts'

/** The play hashes of all variants, as their stored proofs have them; that those are up to date is checked elsewhere. */
function playHashes(): readonly string[] {
  const folder = dirname(roundFiles[0] ?? '')
  const proofs = readdirSync(folder).filter(name => name.endsWith('.proof.json'))
  return proofs.sort().map(name => {
    const proof: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const hash = typeof proof === 'object' && proof !== null && 'playHash' in proof ? proof.playHash : null
    return `${name} ${String(hash)}`
  })
}

test('the epoch belongs to the rounds and to how results are written: whoever changes them appends their digest to CONTENTS in src/party/epoch.ts', () => {
  const levels = roundFiles.map(shippedLevel)
  expect(levels.length).toBeGreaterThan(11)
  const content = {
    hashes: playHashes(),
    misconceptions: levels.map(level => [level.id, ...misconceptionsOf(level)]),
    points: PARTY_POINTS,
    codes: WIDTH,
  }
  expect(CONTENTS.at(-1)).toBe(digest(content))
})

test('no two epochs have the same rounds, and a code has room for the present one', () => {
  expect(new Set(CONTENTS).size).toBe(CONTENTS.length)
  expect(EPOCH).toBe(CONTENTS.length % EPOCHS)
})
