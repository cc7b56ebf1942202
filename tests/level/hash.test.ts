import { expect, test } from 'vitest'
import { loadLevel } from '../../src/level/load.ts'
import { BASE, WORLDS } from './switches.ts'

function hashOf(text: string): string {
  const result = loadLevel(text, 'lamps.yaml', WORLDS)
  if (!result.ok) throw new Error(result.error.map(problem => problem.message).join('; '))
  return result.value.playHash
}

function edited(from: string, to: string): string {
  if (!BASE.includes(from)) throw new Error(`the base has no ${from}`)
  return hashOf(BASE.replace(from, to))
}

const playHash = hashOf(BASE)

test.each([
  ['title', 'en: Lamps', 'en: Bulbs'],
  ['brief', 'Make light', 'Make some light'],
  ['rule text', 'There is light', 'Light there is'],
  ['reason', 'It was dark.', 'It was night.'],
  ['source', 'source: man:lamp(1)', 'source: man:bulb(1)'],
  ['question', 'What will be?', 'What next?'],
  ['option text', 'en: Fire', 'en: Flames'],
  ['misconception', 'lamps-burn', 'lamps-glow'],
  ['nudge text', 'Try the other one.', 'The other one?'],
  ['debrief', 'Switches switch.', 'They switch.'],
  ['label in the setup', '왼쪽 전등', '왼편 전등'],
  ['list of facts taught', '["0.1"]', '["0.1", "0.2"]'],
  ['comment', 'rules:\n', 'rules: # what counts\n'],
  ['order of keys in the setup', 'colour: red, watts: 40', 'watts: 40, colour: red'],
])('an edit of the %s leaves the play hash as it is', (_name, from, to) => {
  expect(edited(from, to)).toBe(playHash)
})

test.each([
  ['a value of the setup', 'watts: 40', 'watts: 41'],
  ['the start', 'start: off', 'start: on'],
  ['the kind of a rule', 'kind: guard', 'kind: bonus'],
  ['the points of a rule', 'points: 20', 'points: 21'],
  ['what a rule demands', 'run.watts <= 40', 'run.watts <= 30'],
  ['who sees a rule', '    points: 20', '    points: 20\n    seat: driver'],
  ['when a question is asked', '"left.on"', '"right.on"'],
  ['what a question comes to', "? 'light' : 'night'", "? 'night' : 'light'"],
  ['the id of an option', 'id: fire', 'id: flames'],
  ['when a nudge speaks', "== 'dark'", "== 'lit'"],
  ['the runs allowed', 'teaches:', 'runs: 3\nteaches:'],
  ['that it is a tutorial', 'teaches:', 'tutorial: true\nteaches:'],
])('%s changes the play hash', (_name, from, to) => {
  expect(edited(from, to)).not.toBe(playHash)
})
