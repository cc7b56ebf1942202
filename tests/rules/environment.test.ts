import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { celEnvironment } from '../../src/rules/environment.ts'

describe('a schema that rules cannot read is a bug in its world, named at once', () => {
  const tree: z.ZodType = z.object({
    get children() {
      return z.array(tree)
    },
  })
  test.each([
    [
      'a field that is no identifier',
      z.object({ box: z.object({ 'web-1': z.int() }) }),
      "fact 'box.web-1' has a name",
    ],
    [
      'a keyword',
      z.object({ box: z.object({ in: z.int() }) }),
      "fact 'box.in' has a name that CEL does not allow",
    ],
    [
      'a reserved word',
      z.object({ namespace: z.int() }),
      "fact 'namespace' has a name that CEL does not allow",
    ],
    ['a name of CEL itself', z.object({ int: z.int() }), "fact 'int' has a name that CEL uses itself"],
    ['a record', z.object({ box: z.record(z.string(), z.int()) }), "fact 'box' is a record"],
    ['unlike types', z.object({ x: z.union([z.int(), z.string()]) }), "fact 'x' is a union of unlike types"],
    ['null', z.object({ x: z.int().nullable() }), "fact 'x'"],
    ['recursion', z.object({ tree }), 'refers to itself'],
    ['no object', z.int(), 'must be one z.object'],
  ])('%s', (_, schema, message) => {
    expect(() => celEnvironment(schema)).toThrow(message)
  })
})

describe('what a schema can be made of', () => {
  test.each([
    ['a literal', z.object({ x: z.literal('a') }), { x: 'a' }, "x == 'a'"],
    ['integer literals', z.object({ x: z.literal([1, 2]) }), { x: 2 }, 'x + 1 == 3'],
    ['an optional fact', z.object({ x: z.object({ y: z.int().optional() }) }), { x: {} }, '!has(x.y)'],
    ['an empty object', z.object({ x: z.object({}), y: z.int() }), { x: {}, y: 1 }, 'y == 1'],
    [
      'lists of lists',
      z.object({ x: z.array(z.array(z.int())) }),
      { x: [[1], []] },
      '[1] in x && x[0][0] == 1',
    ],
    [
      'shared types with an id',
      z.object({ x: z.object({ n: z.int() }).meta({ id: 'N' }) }),
      { x: { n: 1 } },
      'x.n == 1',
    ],
    [
      'shapes that stand in one list',
      z.object({ x: z.object({ n: z.int() }), y: z.object({ n: z.int() }) }),
      { x: { n: 1 }, y: { n: 2 } },
      '[x, y].exists(o, o.n == 2)',
    ],
    [
      'enums of different members in objects of like fields',
      z.object({ x: z.object({ n: z.enum(['a']) }), y: z.object({ n: z.enum(['b']) }) }),
      { x: { n: 'a' }, y: { n: 'b' } },
      "x.n == 'a' && y.n == 'b'",
    ],
    [
      'fields named like methods',
      z.object({ x: z.object({ size: z.int(), all: z.int() }) }),
      { x: { size: 1, all: 2 } },
      'x.size + x.all == 3',
    ],
  ])('%s', (_, schema, state, source) => {
    const cel = celEnvironment(schema)
    const read = (name: string): unknown => new Map<string, unknown>(Object.entries(state)).get(name)
    const compiled = cel.compile(source, 'bool')
    expect(compiled).toMatchObject({ ok: true })
    expect(compiled.ok && [compiled.value.evaluate(cel.bind(read)), compiled.value.plain(read)]).toEqual([
      true,
      true,
    ])
  })
})
