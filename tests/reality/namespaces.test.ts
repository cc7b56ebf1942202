import { release } from 'node:os'
import { beforeEach, describe, expect, it } from 'vitest'
import { PROBES } from '../../src/kernel/probes.ts'
import { isFull } from '../support/full.ts'
import { askKernel, askModel, nameOf, reasonToSkip, STARTS, type Told } from './ask-kernel.ts'
import { readRecord, writeRecord } from './record.ts'
import type { Tally } from './report.ts'
import { tally } from './tally.ts'

/** All 256 combinations in the full run; every 37th in the quick one. */
const EVERY = isFull ? 1 : 37

const reason = reasonToSkip()
const heard: { [start: string]: Told } = {}

/** The answers in the combination that gave the fewest; one that was refused gave its errno, and no more. */
const answersIn = (told: Told): number =>
  Math.min(
    ...told
      .filter(({ answers }) => answers['refused'] === undefined)
      .map(({ answers }) => Object.keys(answers).length),
  )

/** Every answer is a check. */
function tallyOf(told: Told, expected: Told): Tally {
  const flat = (all: Told) =>
    all.flatMap(({ answers }) => Object.entries(answers).map(pair => pair.join('=')))
  const wanted = flat(expected)
  const given = flat(told)
  return {
    checked: given.length,
    matched: given.filter((answer, i) => answer === wanted[i]).length,
    skips: [],
  }
}

describe('the kernel of this machine', () => {
  beforeEach(({ skip }) => skip(reason !== undefined, reason))

  it.each(STARTS.map(start => [nameOf(start), start] as const))(
    'agrees with the truth table: %s',
    async (name, start) => {
      const told = await askKernel(start, EVERY)
      heard[name] = told
      const expected = askModel(start, told)
      tally(tallyOf(told, expected))
      expect(told).toHaveLength(Math.ceil(256 / EVERY))
      expect(answersIn(told)).toBeGreaterThanOrEqual(45)
      expect(told).toEqual(expected)
    },
    180_000,
  )

  // Only who asks for a new record has this, and only of all combinations.
  it.each(isFull && process.env['BOXWRIGHT_RECORD'] === '1' ? ['recorded'] : [])('is %s', () => {
    expect(Object.keys(heard)).toHaveLength(STARTS.length)
    writeRecord(`Linux ${release().replace(/-.*/, '')}`, heard)
  })
})

describe('the recorded kernel', () => {
  const record = readRecord()

  it('was asked everything in all 256 combinations', () => {
    expect(Object.keys(record).toSorted()).toEqual(STARTS.map(nameOf).toSorted())
    for (const told of Object.values(record)) {
      expect(told).toHaveLength(256)
      expect(answersIn(told)).toBeGreaterThanOrEqual(45)
    }
  })

  it.each(STARTS.map(start => [nameOf(start), start] as const))(
    'agrees with the model: %s',
    (name, start) => {
      const told = record[name] ?? []
      expect(askModel(start, told)).toEqual(told)
    },
  )

  /** Rules that people believe, and that are wrong. */
  const WRONG = {
    'a pid namespace alone hides the host from ps': {
      'ps lists the host': PROBES['own pid is 1'],
    },
    'abstract sockets are files': { 'abstract socket': PROBES['path socket'] },
    'root of a user namespace may make devices': { 'mknod of a device': PROBES.chroot },
  } as const

  it.each(Object.entries(WRONG))('catches the wrong rule that %s', (_, wrong) => {
    const caught = STARTS.filter(start => {
      const told = record[nameOf(start)] ?? []
      const believed = askModel(start, told, { ...PROBES, ...wrong })
      return JSON.stringify(believed) !== JSON.stringify(told)
    })
    expect(caught).not.toEqual([])
  })
})
