import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { WORLDS } from '../../src/catalog/worlds.ts'
import type { Level } from '../../src/level/level.ts'
import { loadLevel } from '../../src/level/load.ts'
import { alikeFindings } from '../../src/party/alike.ts'
import { applySteps } from '../support/steps.ts'
import { handLevel } from '../support/levels.ts'
import { levelsFolder } from '../support/campaign.ts'

const wire = readFileSync(`${levelsFolder}/icebreaker/14-one-wire.yaml`, 'utf8')

function levelOf(text: string): Level {
  const level = loadLevel(text, 'wire.yaml', WORLDS)
  if (!level.ok) throw new Error(level.error[0]?.message)
  return level.value
}

describe('a level whose screen shows all that its rules depend on', () => {
  test('has no two states that look alike and differ', () => {
    expect(alikeFindings(levelOf(wire))).toEqual([])
  })
})

describe('the same level without the act that shows what the job may do', () => {
  const level = levelOf(wire.replace(' { set: clock },', ''))
  const [found, ...others] = alikeFindings(level)

  test('has two states that the driver cannot tell apart, and the finding names what is different', () => {
    expect(found?.code).toBe('looks-alike')
    expect(found?.message).toContain("'cannot-unshape' holds only in the first")
    expect(found?.message).toContain('job.caps=docker')
    expect(found?.message).toContain('job.caps=all')
    expect(others).toEqual([])
  })

  test('has a plan that leads to the second of them', () => {
    expect(applySteps(level, found?.moves ?? ['nothing'])).not.toBeNull()
  })
})

test('what tells two states apart may be a panel of the driver, not where the controls stand', () => {
  // The same rules over what stands on the controls alone: nothing on the screen says it.
  const blind = wire
    .replace('show: { shop: [ip], job: [ip, id], host: [ip] }', 'show: { shop: [], job: [], host: [] }')
    .replace(' { set: clock },', '')
  expect(alikeFindings(levelOf(blind)).map(({ code }) => code)).toEqual(['looks-alike'])
})

test('a world whose states cannot be listed is said not to be fit for two', () => {
  expect(alikeFindings(handLevel()).map(({ code }) => code)).toEqual(['looks-alike'])
})
