import { expect, test } from 'vitest'
import * as z from 'zod'
import { describeFacts } from '../../src/rules/describe.ts'

const box = z.object({
  alive: z.boolean().describe('Whether it runs.'),
  limits: z.object({ max: z.int(), min: z.int() }),
  net: z.enum(['own', 'host']).meta({ description: 'Its network.' }),
})
const schema = z.object({
  run: z.object({ good: z.object({ box: z.object({ web: box, db: box }) }) }),
  boxes: z.array(box).describe('All boxes.'),
  names: z.array(z.string()),
})

test('facts are listed by path, those that a level names once for all', () => {
  expect(describeFacts(schema).map(fact => Object.values(fact).join(' | '))).toEqual([
    'run | object | ',
    'run.<case> | object | ',
    'run.<case>.box | object | ',
    'run.<case>.box.<id> | object | ',
    'run.<case>.box.<id>.alive | bool | Whether it runs.',
    'run.<case>.box.<id>.limits | object | ',
    'run.<case>.box.<id>.limits.max | int | ',
    'run.<case>.box.<id>.limits.min | int | ',
    "run.<case>.box.<id>.net | 'own' | 'host' | Its network.",
    'boxes | list of object | All boxes.',
    'boxes[].alive | bool | Whether it runs.',
    'boxes[].limits | object | ',
    'boxes[].limits.max | int | ',
    'boxes[].limits.min | int | ',
    "boxes[].net | 'own' | 'host' | Its network.",
    'names | list of string | ',
  ])
})

test('an object with fields of the same shape keeps their names when the world names them', () => {
  const limit = z.object({ max: z.int() })
  const paths = describeFacts(z.object({ limits: z.object({ memory: limit, pids: limit }) })).map(
    fact => fact.path,
  )
  expect(paths).toContain('limits.pids.max')
})
