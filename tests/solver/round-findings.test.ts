import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { WORLDS } from '../../src/catalog/worlds.ts'
import type { Level } from '../../src/level/level.ts'
import { loadLevel } from '../../src/level/load.ts'
import { roundFindings, sameVariantFindings } from '../../src/solver/round-findings.ts'
import { levelsFolder } from '../support/campaign.ts'

const night = readFileSync(`${levelsFolder}/icebreaker/10-tight-night.yaml`, 'utf8')

function levelOf(text: string, variant = 0): Level {
  const level = loadLevel(text, 'night.yaml', WORLDS, variant)
  if (!level.ok) throw new Error(level.error[0]?.message)
  return level.value
}

const long = (words: number): string => Array.from({ length: words }, () => 'word').join(' ')
const codes = (text: string, par: number): readonly string[] =>
  roundFindings(levelOf(text), par).map(({ code, message }) => `${code}: ${message}`)

test('a round with a short brief, rules for both seats and par 3 is sound', () => {
  expect(codes(night, 3)).toEqual([])
})

test.each([
  [
    'an English brief of 26 words',
    night.replace(/(brief:\n {2}en: ).*/, `$1${long(26)}`),
    3,
    'round-brief: the brief of a round is read aloud (en): the text is too long: 26 words, at most 25',
  ],
  [
    'a Korean brief of 21 words',
    night.replace(/(brief:\n.*\n {2}ko: ).*/, `$1${long(21)}`),
    3,
    'round-brief: the brief of a round is read aloud (ko): the text is too long: 21 words, at most 20',
  ],
  [
    'a navigator without rules',
    night.replaceAll('seat: navigator', 'seat: both'),
    3,
    'round-seats: the navigator has 0 of the rules, at least 2 are wanted: give rules a seat',
  ],
  [
    'a driver without rules',
    night.replaceAll('seat: driver', 'seat: both'),
    3,
    'round-seats: the driver has 0 of the rules, at least 2 are wanted: give rules a seat',
  ],
  [
    'par 4',
    night,
    4,
    'round-par: par is 4, a round has time for 3 moves: build more of the way at the start',
  ],
])('%s is a finding', (_, text, par, finding) => {
  expect(codes(text, par)).toEqual([finding])
})

test('a level that is not marked may have all of that', () => {
  const unmarked = night.replace('icebreaker: true\n', '').replaceAll('seat: driver', 'seat: both')
  expect(codes(unmarked, 5)).toEqual([])
})

test('a variant that the plan of an earlier one wins is a finding, one that asks for another plan is none', () => {
  const [first, second] = [levelOf(night), levelOf(night, 1)]
  const plan = ['shop.memory=384', 'cache.memory=128', 'report.memory=192']
  const found = sameVariantFindings([
    { level: first, solution: plan },
    { level: second, solution: ['shop.memory=192', 'cache.memory=256', 'report.memory=128'] },
    { level: first, solution: plan },
  ])
  expect(found.map(list => list.map(({ message }) => message))).toEqual([
    [],
    [],
    ['variant 2 is won by the plan of variant 0: choose numbers that ask for another one'],
  ])
})
