import { describe, expect, test } from 'vitest'
import { celEnvironment } from '../../src/rules/environment.ts'
import { facts, reader, schema } from './facts.ts'

const cel = celEnvironment(schema)

function values(source: string, type: 'bool' | 'string'): readonly unknown[] {
  const compiled = cel.compile(source, type)
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.error)}`)
  return [compiled.value.evaluate(cel.bind(reader(facts))), compiled.value.plain(reader(facts))]
}

describe('a rule over the facts', () => {
  test.each([
    ['box.web.alive && !box.report.alive', true],
    ["status == 'Running'", true],
    ["box.web.limits.net in ['own', 'joined']", true],
    ["'db' in box.report.tags", true],
    ['box.web.ports == [80, 443]', true],
    ['boxes.all(b, b.limits.memory.limited)', false],
    ['boxes.exists(b, b.ports.exists(p, p == 443))', true],
    ['boxes.exists_one(b, b.alive)', true],
    ["boxes.filter(b, b.alive).map(b, b.name) == ['web']", true],
    ["boxes.map(b, !b.alive, b.name + '!') == ['report!']", true],
    ['boxes[1].name == box["report"].name', true],
    ['host.oomKills / 3 == 0 && -7 / 2 == -3 && -7 % 2 == -1', true],
    ['host.free >= 0.5 && host.free < 1', true],
    ['double(host.oomKills) / 4.0 == host.free', true],
    ['int(-1.9) == -1', true],
    ["size('메모리😀') == 4 && '메모리'.size() == 3", true],
    ['has(box.report.note) && !has(box.web.note)', true],
    ['10 - (3 - 2) == 9', true],
    ["string(host.free) + string(calm) + string(2) == '0.5false2'", true],
    ['9007199254740991 + 2 > 9007199254740991', true],
    ['[] == [] && !(1 in [])', true],
  ])('%s is %s', (source, value) => {
    expect(values(source, 'bool')).toEqual([value, value])
  })

  test('can give a string', () => {
    const source = "box.report.alive ? 'finishes' : 'killed'"
    expect(values(source, 'string')).toEqual(['killed', 'killed'])
  })
})

describe('a rule that fails does not hold', () => {
  test.each([
    'host.oomKills / 0 == 1',
    'host.oomKills % 0 == 1',
    'boxes[2].alive',
    'boxes[-1].alive',
    "box.web.note == 'x'",
    'int(1.0 / 0.0) == 1',
    '!(host.oomKills / 0 == 1)',
  ])('%s', source => {
    expect(values(source, 'bool')).toEqual([false, false])
  })

  test('and a failing string expression gives the empty string', () => {
    expect(values('box.web.note', 'string')).toEqual(['', ''])
  })

  test.each([
    ['boxes[9].alive || true', true],
    ['true || boxes[9].alive', true],
    ['boxes[9].alive && false || calm == false', true],
    ['[0, 1].exists(n, 1 / n == 1)', true],
    ['![0, 1].all(n, 1 / n == 2)', true],
    ['[0, 1].all(n, 1 / n == 1)', false],
  ])('unless the other side decides: %s is %s', (source, value) => {
    expect(values(source, 'bool')).toEqual([value, value])
  })
})

describe('binding', () => {
  test('reads each fact once, and only those that are asked for', () => {
    const asked: string[] = []
    const bound = cel.bind(name => {
      asked.push(name)
      return reader(facts)(name)
    })
    const compiled = cel.compile('calm || host.oomKills == 2 && host.free > 0.1 || boxes.size() > 9', 'bool')
    expect(compiled.ok && [compiled.value.evaluate(bound), compiled.value.evaluate(bound)]).toEqual([
      true,
      true,
    ])
    expect(asked).toEqual(['calm', 'host'])
  })

  test('a compiled rule lists the facts and the strings it names', () => {
    const compiled = cel.compile("boxes.all(b, b.name == 'x') || status == 'Failed'", 'bool')
    expect(compiled.ok && [compiled.value.names, compiled.value.literals]).toEqual([
      ['boxes', 'status'],
      ['x', 'Failed'],
    ])
  })
})
