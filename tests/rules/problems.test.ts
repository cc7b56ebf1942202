import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { celEnvironment } from '../../src/rules/environment.ts'
import { schema } from './facts.ts'

const cel = celEnvironment(schema)

/** The problems of a source, each as its offset and message. */
function problems(source: string, type: 'bool' | 'string' = 'bool'): readonly string[] {
  const compiled = cel.compile(source, type)
  return compiled.ok ? [] : compiled.error.map(({ at, message }) => `${at} ${message}`)
}

describe('an unknown name is found where it stands, with the nearest known one', () => {
  test.each([
    ['boxs.all(b, b.alive)', "0 unknown name 'boxs'; did you mean 'box'?"],
    ['box.wbe.alive', "4 unknown field 'wbe' of box; did you mean 'web'?"],
    ['boxes.all(b, b.alife)', "15 unknown field 'alife' of b; did you mean 'alive'?"],
    ['has(box.web.nte)', "12 unknown field 'nte' of box.web; did you mean 'note'?"],
    ["box['wep'].alive", "4 unknown field 'wep' of box; did you mean 'web'?"],
    ['box.xyz.alive', "4 unknown field 'xyz' of box; known: web, report"],
    ['boxes . alll(b, b.alive)', "8 list of object has no method 'alll'; did you mean 'all'?"],
    ["boxes.contains('x')", "6 list of object has no method 'contains'; write 'x in list'"],
    ["box.web.name.startWith('x')", "13 string has no method 'startWith'; did you mean 'startsWith'?"],
    ['sizes(boxes) == 1', "0 unknown function 'sizes'; did you mean 'size'?"],
    ['box.web.load.alive', "13 box.web.load is double, it has no field 'alive'"],
  ])('%s', (source, problem) => {
    expect(problems(source)).toEqual([problem])
  })
})

describe('a string that an enum never equals is found', () => {
  test.each([
    ["status == 'Runing'", "10 'Runing' is no value of status; did you mean 'Running'?"],
    ["'host ' != box.web.limits.net", "0 'host ' is no value of box.web.limits.net; did you mean 'host'?"],
    ["status in ['Running', 'failed']", "22 'failed' is no value of status; did you mean 'Failed'?"],
    ["'webb' in box.web.tags", "0 'webb' is no value of box.web.tags; did you mean 'web'?"],
    ["box.web.tags == ['x']", "17 'x' is no value of box.web.tags; known: web, db"],
    ["status == (calm ? 'Running' : 'Fialed')", "30 'Fialed' is no value of status; did you mean 'Failed'?"],
    [
      "boxes.map(b, b.limits.net).exists(n, n == 'hostt')",
      "42 'hostt' is no value of n; did you mean 'host'?",
    ],
  ])('%s', (source, problem) => {
    expect(problems(source)).toEqual([problem])
  })
})

describe('a value far from all of an enum is told with all that there are', () => {
  const LONG = [
    'ok',
    'EACCES',
    'ECONNREFUSED',
    'EEXIST',
    'EINVAL',
    'ENOENT',
    'EPERM',
    'EROFS',
    'ENOTDIR',
  ] as const
  const errors = celEnvironment(z.object({ did: z.enum(LONG) }))

  test("'okay' where there are nine", () => {
    const compiled = errors.compile("did == 'banana'", 'bool')
    expect(compiled.ok || compiled.error).toEqual([
      { at: 7, message: `'banana' is no value of did; known: ${LONG.join(', ')}` },
    ])
  })
})

test('a name as long as a file is not told whole', () => {
  const long = celEnvironment(z.object({ box: z.object({ ['a'.repeat(100_000)]: z.int() }) }))
  const compiled = long.compile('box.zz == 1', 'bool')
  expect(compiled.ok || compiled.error).toEqual([
    { at: 4, message: `unknown field 'zz' of box; known: ${'a'.repeat(60)}...` },
  ])
})

describe('a text that cannot be seen is refused, and not printed', () => {
  test.each([
    [String.raw`status == '\u001b[31m'`, '10', 'U+001B'],
    [String.raw`status == 'Run\u202ening'`, '10', 'U+202E'],
    [String.raw`box.web.name == 'a\u00adb'`, '16', 'U+00AD'],
    [String.raw`'\U000e0041'.nothing == 1`, '0', 'U+E0041'],
  ])('%s', (source, at, char) => {
    const told = problems(source)
    expect(told).toContain(`${at} this text has the character ${char}, which can't be seen: remove it`)
  })
})

describe('what rules do not have is refused', () => {
  test.each([
    [
      "box.web.name.matches('a+')",
      '13 matches() is not allowed in rules; use startsWith, endsWith or contains',
    ],
    ['boxes.all(b, boxes.all(c, boxes.all(d, d.alive)))', '32 all() is nested more than 2 deep'],
    [
      'null == null || calm',
      '0 rules have no null, bytes or unsigned values|8 rules have no null, bytes or unsigned values',
    ],
    ["{'a': 1}.size() == 1", '0 rules have no maps or optional values'],
    ['dyn(1) == 1', "0 unknown function 'dyn'; known: size, int, double, string, has"],
    ['cel.bind(x, 1, x == 1)', "0 unknown name 'cel'; known: box, boxes, host, calm, status"],
    ["box['we' + 'b'].alive", '4 box is object, no list; name its field'],
    ['9007199254740992 > 1', '0 9007199254740992 is too large'],
    ['boxes.all(calm, true)', "10 'calm' is a fact already; choose another name"],
    ['boxes.all(b, boxes.all(b, true))', "23 'b' is a variable already; choose another name"],
    ['has(boxes[0].note)', '0 has() takes the path of one field, as in has(a.b)'],
  ])('%s', (source, problem) => {
    expect(problems(source).join('|')).toBe(problem)
  })
})

describe('types that do not fit are told at the operator or operand', () => {
  test.each([
    ['host.oomKills', 'bool', '0 must give bool, but gives int'],
    ['calm', 'string', '0 must give string, but gives bool'],
    ["(host.oomKills) == ('x')", 'bool', '16 int == string compares unlike types'],
    [
      'host.free == 1',
      'bool',
      '10 double == int compares unlike types; write whole doubles as 2.0, or use double(…)',
    ],
    [
      'host.free * 2 > 1',
      'bool',
      '10 double * int is not defined; write whole doubles as 2.0, or use double(…)',
    ],
    ['box.web == box.report', 'bool', '8 objects cannot be compared; compare one of their fields'],
    ["'a' in status", 'bool', "4 'in' needs a list on its right, this is string"],
    ['calm && host.oomKills', 'bool', "8 '&&' needs bool, 'host.oomKills' is int"],
    ['!(host.oomKills)', 'bool', "2 '!' needs bool, 'host.oomKills' is int"],
    ["calm ? 'x' : 1", 'string', "11 both sides of ':' must be of one type: string and int are not"],
    ['boxes.all(b, b.name)', 'bool', "13 all() needs a condition, 'b.name' is string"],
    ['boxes.all(b)', 'bool', '6 all() takes a variable and an expression, as in boxes.all(b, …)'],
    ["[1, 'x'] == [1]", 'bool', '4 a list holds one type: int, but this is string'],
    ["boxes['web'].alive", 'bool', "6 boxes is list of object, it has no field 'web'"],
    ['boxes[calm].alive', 'bool', "6 a list's index is int, this is bool"],
  ] as const)('%s as %s', (source, type, problem) => {
    expect(problems(source, type)).toEqual([problem])
  })
})

describe('a syntax error is told where the parser gave up', () => {
  test.each([
    ['calm &&', '7 ends too early'],
    ['', '0 ends too early'],
    ['boxes.all(b, b.alive', "20 expected ')', found the end"],
    ['calm = true', "5 '=' is no operator; did you mean '=='?"],
    ['calm & calm', "5 '&' is no operator; did you mean '&&'?"],
    ['calm calm', "5 unexpected 'calm'; is an operator missing before it?"],
    ["status == 'Running", '10 Unterminated string'],
    ['namespace == 1', "0 'namespace' is a reserved word"],
    ['boxes.all(b.x, true)', "12 'x' is no variable; write a macro as in boxes.all(b, …)"],
  ])('%s', (source, problem) => {
    expect(problems(source)).toEqual([problem])
  })
})

test.each([
  ['too deep', `${'!'.repeat(990)}calm`, '490 too large or too deeply nested; split the rule'],
  ['too long', '!'.repeat(1001), '1000 longer than 1000 characters; split the rule'],
])('a source that is %s is refused before it can do harm', (_, source, problem) => {
  expect(problems(source)).toEqual([problem])
})

test('all faults of an expression are reported, in order', () => {
  expect(problems("box.web.alife && hosts.free > 1 || status == 'x' || size(calm) == 1")).toEqual([
    "8 unknown field 'alife' of box.web; did you mean 'alive'?",
    "17 unknown name 'hosts'; did you mean 'host'?",
    "45 'x' is no value of status; known: Running, Failed",
    '57 size() does not take bool',
  ])
})
