import { expect, test } from 'vitest'
import { celEnvironment } from '../../src/rules/environment.ts'
import type { Explanation } from '../../src/rules/expression.ts'
import { facts, makeBox, reader, schema, type TestFacts } from './facts.ts'

const cel = celEnvironment(schema)

/** An explanation as indented lines; `*` marks what decided. */
function explain(source: string, state: TestFacts = facts): readonly string[] {
  const compiled = cel.compile(source, 'bool')
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  return lines(compiled.value.explain(cel.bind(reader(state))), '')
}

function lines({ source, value, element, decided, parts }: Explanation, indent: string): readonly string[] {
  const where = element === undefined ? '' : `[${element}]${decided === true ? '*' : ''} `
  return [`${indent}${where}${source} => ${value}`, ...parts.flatMap(part => lines(part, `${indent}  `))]
}

test('a path of fields is shown whole, literals not at all', () => {
  expect(explain("box.web.alive && (host.oomKills - (1 - 2)) == 3 && status in ['Failed']")).toEqual([
    "box.web.alive && host.oomKills - (1 - 2) == 3 && status in ['Failed'] => false",
    '  box.web.alive && host.oomKills - (1 - 2) == 3 => true',
    '    box.web.alive => true',
    '    host.oomKills - (1 - 2) == 3 => true',
    '      host.oomKills - (1 - 2) => 3',
    '        host.oomKills => 2',
    '        1 - 2 => -1',
    "  status in ['Failed'] => false",
    "    status => 'Running'",
  ])
})

test('a macro shows each element, by its name, and which one decided', () => {
  expect(explain('boxes.all(b, b.limits.memory.limited || b.alive)')).toEqual([
    'boxes.all(b, b.limits.memory.limited || b.alive) => false',
    '  boxes => [web, report]',
    '  [b = web] b.limits.memory.limited || b.alive => true',
    '    b.limits.memory.limited => true',
    '    b.alive => true',
    '  [b = report]* b.limits.memory.limited || b.alive => false',
    '    b.limits.memory.limited => false',
    '    b.alive => false',
  ])
})

test('macros inside macros keep their own elements', () => {
  expect(explain('boxes.exists(b, b.ports.exists(p, p == 443))').slice(2)).toEqual([
    '  [b = web]* b.ports.exists(p, p == 443) => true',
    '    b.ports => [80, 443]',
    '    [p = 80] p == 443 => false',
    '      p => 80',
    '    [p = 443]* p == 443 => true',
    '      p => 443',
    '  [b = report] b.ports.exists(p, p == 443) => false',
    '    b.ports => []',
  ])
})

test('a map with a condition shows the condition for what it leaves out', () => {
  expect(explain("'x' in boxes.map(b, b.alive, b.name)")).toEqual([
    "'x' in boxes.map(b, b.alive, b.name) => false",
    "  boxes.map(b, b.alive, b.name) => ['web']",
    '    boxes => [web, report]',
    "    [b = web] b.name => 'web'",
    '    [b = report] b.alive => false',
  ])
})

test('a fault is shown where it happens', () => {
  expect(explain('box.web.load > 1.0 / 2.0 || 1 / (host.oomKills - 2) > 0 || boxes[7].alive')).toEqual([
    'box.web.load > 1.0 / 2.0 || 1 / (host.oomKills - 2) > 0 || boxes[7].alive => true',
    '  box.web.load > 1.0 / 2.0 || 1 / (host.oomKills - 2) > 0 => true',
    '    box.web.load > 1.0 / 2.0 => true',
    '      box.web.load => 1.5',
    '      1.0 / 2.0 => 0.5',
    '    1 / (host.oomKills - 2) > 0 => error: division by zero',
    '      1 / (host.oomKills - 2) => error: division by zero',
    '        host.oomKills - 2 => 0',
    '          host.oomKills => 2',
    '  boxes[7].alive => error: index out of range',
    '    boxes[7] => error: index out of range',
    '      boxes => [web, report]',
  ])
})

test('objects without a name and long lists are cut to a line', () => {
  const many = { ...facts, boxes: Array.from({ length: 30 }, (_, i) => makeBox(`box-${i}`)) }
  expect(explain('boxes.size() == 30', many)[2]).toBe(
    '    boxes => [box-0, box-1, box-2, box-3, box-4, box-5, … 30 in all]',
  )
  expect(explain('[box.web.limits].exists(l, l.net == "own")')[3]).toBe(
    "  [l = {memory: {…}, net: 'own'}]* l.net == 'own' => true",
  )
})

test('Hangul stays readable, and quotes are escaped', () => {
  expect(explain(`box.report.note == "메모리 '부족'"`)).toEqual([
    "box.report.note == '메모리 \\'부족\\'' => false",
    "  box.report.note => '메모리 부족'",
  ])
})
