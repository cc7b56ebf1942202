import { expect, test } from 'vitest'
import { judge } from '../../src/score/judge.ts'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { shopLevel } from '../support/levels.ts'

const level = shopLevel()
const after = (...steps: readonly string[]): Place =>
  steps.reduce((place, id) => place.take(id) ?? place, fieldOf(level).start)

test.each([
  ['the start holds nothing but the bonus', [], { held: ['thrifty'], solved: false, guarded: false }],
  [
    'goals without the guard are solved, not guarded',
    ['shop.net=own', 'job.memory=128'],
    { held: ['shop-lives', 'leak-contained', 'thrifty'], solved: true, guarded: false },
  ],
  [
    'a broken bonus counts for neither',
    ['shop.net=own', 'shop.memory=256', 'job.memory=256'],
    { held: ['shop-lives', 'leak-contained', 'fits'], solved: true, guarded: true },
  ],
])('%s', (_, steps, wanted) => {
  const { rules, solved, guarded } = judge(level.rules, after(...steps).read)
  expect({ held: rules.filter(({ held }) => held).map(({ id }) => id), solved, guarded }).toEqual(wanted)
})
