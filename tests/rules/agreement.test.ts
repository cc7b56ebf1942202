import fc from 'fast-check'
import { expect, test } from 'vitest'
import { celEnvironment } from '../../src/rules/environment.ts'
import { makeBox, reader, schema, type TestFacts } from './facts.ts'

const cel = celEnvironment(schema)

const box = fc.record({
  name: fc.constantFrom('web', 'report', '메모리', '😀'),
  alive: fc.boolean(),
  load: fc.constantFrom(0, 0.5, 1, 2),
  max: fc.integer({ min: -2, max: 3 }),
  ports: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
  net: fc.constantFrom('own' as const, 'host' as const),
  note: fc.option(fc.constantFrom('', 'x', 'web')),
})
const boxes = box.map(({ name, max, net, note, ...own }) =>
  makeBox(name, {
    ...own,
    limits: { memory: { limited: max > 0, max }, net },
    tags: max > 1 ? ['web', 'db'] : [],
    ...(note === null ? {} : { note }),
  }),
)
const states: fc.Arbitrary<TestFacts> = fc.record({
  box: fc.record({ web: boxes, report: boxes }),
  boxes: fc.array(boxes, { maxLength: 3 }),
  host: fc.record({ oomKills: fc.integer({ min: 0, max: 3 }), free: fc.constantFrom(0, 0.5, 1) }),
  calm: fc.boolean(),
  status: fc.constantFrom('Running' as const, 'Failed' as const),
})

type Kind = 'bool' | 'int' | 'double' | 'string' | 'ints' | 'strings'
const FIELDS: { readonly [K in Kind]: readonly string[] } = {
  bool: ['alive', 'limits.memory.limited'],
  int: ['limits.memory.max', 'ports[0]', 'ports.size()'],
  double: ['load'],
  string: ['name', 'note', 'limits.net'],
  ints: ['ports'],
  strings: ['tags'],
}
const LITERALS: { readonly [K in Kind]: readonly string[] } = {
  bool: ['true', 'false', 'calm', 'has(box.web.note)'],
  int: ['0', '1', '2', '-3', '9007199254740991', 'host.oomKills'],
  double: ['0.0', '0.5', '2.0', 'host.free'],
  string: ["'web'", "'x'", "''", "'메모리'"],
  ints: ['[]', '[0, 1]', '[3]'],
  strings: ['[]', "['web']"],
}

/** Expressions of a kind. `variables` are the boxes in scope, whose number is the depth of macros. */
function expression(kind: Kind, depth: number, variables: readonly string[]): fc.Arbitrary<string> {
  const owners = ['box.web', 'box.report', 'boxes[0]', ...variables]
  const leaf = fc.oneof(
    fc.constantFrom(...LITERALS[kind]),
    fc.tuple(fc.constantFrom(...owners), fc.constantFrom(...FIELDS[kind])).map(path => path.join('.')),
  )
  if (depth === 0) return leaf
  const sub = (of: Kind): fc.Arbitrary<string> => expression(of, depth - 1, variables)
  const join = (of: Kind, ...operators: readonly string[]): fc.Arbitrary<string> =>
    fc.tuple(sub(of), fc.constantFrom(...operators), sub(of)).map(([a, op, b]) => `(${a} ${op} ${b})`)
  const choice = fc.tuple(sub('bool'), sub(kind), sub(kind)).map(([c, a, b]) => `(${c} ? ${a} : ${b})`)
  return fc.oneof(leaf, choice, ...compound(kind, { depth, variables, sub, join }))
}

type Making = {
  readonly depth: number
  readonly variables: readonly string[]
  readonly sub: (of: Kind) => fc.Arbitrary<string>
  readonly join: (of: Kind, ...operators: readonly string[]) => fc.Arbitrary<string>
}

function compound(kind: Kind, { depth, variables, sub, join }: Making): readonly fc.Arbitrary<string>[] {
  const macro = (body: Kind, ...names: readonly string[]): readonly fc.Arbitrary<string>[] => {
    if (variables.length === 2) return []
    const variable = `v${variables.length}`
    const inner = expression(body, depth - 1, [...variables, variable])
    return [
      fc.tuple(fc.constantFrom(...names), inner).map(([name, of]) => `boxes.${name}(${variable}, ${of})`),
    ]
  }
  switch (kind) {
    case 'bool':
      return [
        join('bool', '&&', '||', '==', '!=', '<'),
        sub('bool').map(of => `!(${of})`),
        join('int', '==', '!=', '<', '<=', '>', '>='),
        join('double', '==', '!=', '<', '>='),
        join('string', '<', '>='),
        join('ints', '==', '!='),
        fc.tuple(sub('int'), sub('double')).map(([a, b]) => `(${a} < ${b})`),
        fc.tuple(sub('int'), sub('ints')).map(([a, b]) => `(${a} in ${b})`),
        fc.tuple(sub('string'), sub('string')).map(([a, b]) => `(${a}).contains(${b})`),
        fc.tuple(sub('string'), sub('string')).map(([a, b]) => `(${a}).startsWith(${b})`),
        ...macro('bool', 'all', 'exists', 'exists_one'),
      ]
    case 'int':
      return [
        join('int', '+', '-', '*', '/', '%'),
        sub('int').map(of => `-(${of})`),
        sub('string').map(of => `size(${of})`),
        sub('double').map(of => `int(${of})`),
        ...macro('bool', 'filter').map(list => list.map(of => `${of}.size()`)),
      ]
    case 'double':
      return [
        join('double', '+', '-', '*', '/'),
        sub('double').map(of => `-(${of})`),
        sub('int').map(of => `double(${of})`),
      ]
    case 'string':
      return [
        join('string', '+'),
        fc
          .tuple(fc.constant('string'), fc.oneof(sub('int'), sub('double'), sub('bool')))
          .map(([f, of]) => `${f}(${of})`),
      ]
    case 'ints':
      return [join('ints', '+'), ...macro('int', 'map')]
    case 'strings':
      return []
  }
}

test('our own evaluation agrees with the library on every expression and state, and so does the explanation', () => {
  let compiledCount = 0
  const property = fc.property(expression('bool', 4, []), states, (source, state) => {
    const compiled = cel.compile(source, 'bool')
    if (!compiled.ok) return
    compiledCount++
    const facts = cel.bind(reader(state))
    const value = compiled.value.evaluate(facts)
    expect(compiled.value.plain(reader(state))).toBe(value)
    const explained = compiled.value.explain(facts).value
    const explainedValue = explained.startsWith('error: ') ? 'false' : explained
    expect([compiled.value.plain(reader(state)), explainedValue]).toEqual([value, String(value)])
  })
  fc.assert(property, { numRuns: 1000 })
  expect(compiledCount).toBeGreaterThan(900)
})

test('an expression written back and compiled again has the same value', () => {
  const property = fc.property(expression('bool', 3, []), states, (source, state) => {
    const compiled = cel.compile(source, 'bool')
    if (!compiled.ok) return
    const again = cel.compile(compiled.value.explain(cel.bind(reader(state))).source, 'bool')
    expect(again.ok && again.value.plain(reader(state))).toBe(compiled.value.plain(reader(state)))
  })
  fc.assert(property, { numRuns: 1000 })
})
