import { expect, test } from 'vitest'
import { loadLevel } from '../../src/level/load.ts'
import { formatProblem } from '../../src/level/problem.ts'
import { BASE, WORLDS } from './switches.ts'

/** The faults of the base level after an edit, as they are printed. */
function told(from: string, to: string): string {
  if (!BASE.includes(from)) throw new Error(`the base has no ${from}`)
  return toldOf(BASE.replace(from, () => to))
}

function toldOf(text: string): string {
  const result = loadLevel(text, 'l.yaml', WORLDS)
  return result.ok ? 'no fault' : result.error.map(formatProblem).join('\n')
}

/** A fault: its name, the edit, and what is printed. */
type Case = readonly [name: string, from: string, to: string, printed: readonly string[]]

const KEYS: readonly Case[] = [
  [
    'an unknown key',
    'title:',
    'titel:',
    [
      "l.yaml:3:1 titel: unknown key 'titel' (did you mean 'title'?)",
      '    titel: { en: Lamps, ko: 전등 }',
      '    ^',
    ],
  ],
  [
    'an unknown key in a rule',
    '    points: 80',
    '    point: 80',
    [
      "l.yaml:15:5 rules[0].point: unknown key 'point' (did you mean 'points'?)",
      '        point: 80',
      '        ^',
    ],
  ],
  [
    'an unknown key of the setup',
    'colour: red',
    'color: red',
    [
      "l.yaml:10:13 setup.lamps.left.color: unknown key 'color' (did you mean 'colour'?)",
      '        left: { color: red, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }',
      '                ^',
    ],
  ],
  [
    'an unknown key like none',
    'brief:\n',
    'brief:\n  kr: 1\n',
    ["l.yaml:5:3 brief.kr: unknown key 'kr'", '      kr: 1', '      ^'],
  ],
  [
    'a key given twice',
    'title: { en: Lamps',
    'title: { en: Lamps, en: Lamp',
    [
      "l.yaml:3:21 title.en: the key 'en' is given twice (first on line 3)",
      '    title: { en: Lamps, en: Lamp, ko: 전등 }',
      '                        ^',
    ],
  ],
  [
    'a missing language',
    'ko: 전등 }',
    '}',
    [
      "l.yaml:3:1 title.ko: 'ko' is missing: every text stands in English (en) and Korean (ko)",
      '    title: { en: Lamps, }',
      '    ^',
    ],
  ],
  [
    'a missing part of a rule',
    '    source: man:lamp(1)\n  - id: save',
    '  - id: save',
    ["l.yaml:13:5 rules[0].source: 'source' is missing", '      - id: light', '        ^'],
  ],
  [
    'a missing setup',
    '  start: off\n  lamps:\n    left: { colour: red, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }\n    right: { colour: green, watts: 20 }\n',
    '',
    ['l.yaml:7:1 setup: this is empty: expected keys and values', '    setup:', '    ^'],
  ],
  [
    'a reserved key',
    'left: { colour',
    '__proto__: { colour',
    [
      "l.yaml:10:5 setup.lamps.__proto__: the key '__proto__' is reserved: choose another name",
      '        __proto__: { colour: red, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }',
      '        ^',
    ],
  ],
  [
    'a reserved key in quotes',
    'left: { colour',
    '"constructor": { colour',
    [
      "l.yaml:10:5 setup.lamps.constructor: the key 'constructor' is reserved: choose another name",
      '        "constructor": { colour: red, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }',
      '        ^',
    ],
  ],
  [
    'a comma in a text within braces',
    'en: There is light',
    'en: There is light, and shade',
    [
      "l.yaml:17:33 rules[0].text.and shade: unknown key 'and shade': a comma ends a text inside { }, so put the text in quotes",
      '        text: { en: There is light, and shade, ko: 불이 켜져 있다 }',
      '                                    ^',
    ],
  ],
]

test.each(KEYS)('keys: %s is told with its place', (_name, from, to, printed) => {
  expect(told(from, to).split('\n')).toEqual(printed)
})

const YAML: readonly Case[] = [
  [
    'an alias',
    'en: Lamps',
    'en: *x',
    [
      'l.yaml:3:14 title.en: aliases (*name) are not allowed: write the value out',
      '    title: { en: *x, ko: 전등 }',
      '                 ^',
    ],
  ],
  [
    'an anchor',
    'en: Lamps',
    'en: &x Lamps',
    [
      'l.yaml:3:14 title.en: anchors (&name) are not allowed: write the value out where it is used',
      '    title: { en: &x Lamps, ko: 전등 }',
      '                 ^',
    ],
  ],
  [
    'a tag',
    'en: Lamps',
    'en: !!str Lamps',
    [
      "l.yaml:3:14 title.en: tags are not allowed: put a text that starts with '!' in quotes",
      '    title: { en: !!str Lamps, ko: 전등 }',
      '                 ^',
    ],
  ],
  [
    'a rule that YAML reads as a tag',
    '"run.status == \'lit\'"',
    '!(right.on)',
    [
      "l.yaml:16:11 rules[0].when: tags are not allowed: put a text that starts with '!' in quotes",
      '        when: !(right.on)',
      '              ^',
    ],
  ],
  [
    'a rule without quotes',
    '"left.on"',
    'left.on',
    [
      "l.yaml:31:11 predict[0].when: write this in quotes or as a | block: in plain YAML a leading '!' is a tag and ' #' starts a comment",
      '        when: left.on',
      '              ^',
    ],
  ],
  [
    'a directive',
    'id: first',
    '%YAML 1.1\n---\nid: first',
    ['l.yaml:1:1: directives (%...) are not allowed: remove the line', '    %YAML 1.1', '    ^'],
  ],
  [
    'a second document',
    'debrief:',
    '---\ndebrief:',
    [
      "l.yaml:41:1: a file holds one level: remove the '---' and what follows, or put it in a file of its own",
      '    ---',
      '    ^',
    ],
  ],
  [
    'a tab as indentation',
    '    points: 80',
    '\tpoints: 80',
    ['l.yaml:15:1: indent with spaces, not with tabs', '      points: 80', '    ^'],
  ],
  [
    'a rule on two lines',
    'en: There is light',
    'en: "There is\\nlight"',
    [
      'l.yaml:17:17 rules[0].text.en: this must be one line',
      '        text: { en: "There is\\nlight", ko: 불이 켜져 있다 }',
      '                    ^',
    ],
  ],
  [
    'a colon in a text',
    'Make light with',
    'Make light: with',
    [
      "l.yaml:5:7 brief.en.Make light: a text with ': ' in it must stand in quotes",
      '      en: Make light: with one switch.',
      '          ^',
    ],
  ],
  [
    'an open quote',
    'en: Lamps',
    'en: "Lamps',
    [
      'l.yaml:3:30 title: a quote is opened and never closed',
      '    title: { en: "Lamps, ko: 전등 }',
      '                                   ^',
    ],
  ],
  [
    'an unknown escape',
    'en: Lamps',
    'en: "\\q"',
    [
      'l.yaml:3:15 title.en: this escape is unknown: in "..." write \\\\ for a backslash, or use single quotes',
      '    title: { en: "\\q", ko: 전등 }',
      '                  ^',
    ],
  ],
  [
    'a number that is none',
    'watts: 40',
    'watts: .nan',
    [
      'l.yaml:10:33 setup.lamps.left.watts: numbers must be finite',
      '        left: { colour: red, watts: .nan, label: { en: Left lamp, ko: 왼쪽 전등 } }',
      '                                    ^',
    ],
  ],
  [
    'a soft hyphen',
    'Make light',
    'Make li\u00adght',
    [
      "l.yaml:5:14 brief.en: the character U+00AD can't be seen (control, bidi or zero width): remove it",
      '      en: Make li<U+00AD>ght with one switch.',
      '                 ^',
    ],
  ],
  [
    'a tag character',
    'Make light',
    'Make \u{e0041}light',
    [
      "l.yaml:5:12 brief.en: the character U+E0041 can't be seen (control, bidi or zero width): remove it",
      '      en: Make <U+E0041>light with one switch.',
      '               ^',
    ],
  ],
  [
    'a bidi character',
    'Make light',
    'Make \u202elight',
    [
      "l.yaml:5:12 brief.en: the character U+202E can't be seen (control, bidi or zero width): remove it",
      '      en: Make <U+202E>light with one switch.',
      '               ^',
    ],
  ],
  [
    'a control character in Korean',
    '스위치 하나로',
    '스위치\u0007 하나로',
    [
      "l.yaml:6:10 brief.ko: the character U+0007 can't be seen (control, bidi or zero width): remove it",
      '      ko: 스위치<U+0007> 하나로 불을 켜세요.',
      '                ^',
    ],
  ],
  [
    'an escaped character that is not seen',
    'en: Light',
    'en: "Li\\u200bght"',
    [
      "l.yaml:33:37 predict[0].options[0].text.en: the character U+200B can't be seen (control, bidi or zero width): remove it",
      '          - { id: light, text: { en: "Li\\u200bght", ko: 밝다 } }',
      '                                        ^',
    ],
  ],
]

test.each(YAML)('YAML that a level must not use: %s is told with its place', (_name, from, to, printed) => {
  expect(told(from, to).split('\n')).toEqual(printed)
})

const VALUES: readonly Case[] = [
  [
    'a level id without chapter',
    'id: first/lamps',
    'id: lamps',
    ['l.yaml:1:5 id: a level id is written chapter/slug: limits/memory-hog', '    id: lamps', '        ^'],
  ],
  [
    'a rule id with capitals',
    'id: light\n    kind',
    'id: Light\n    kind',
    [
      'l.yaml:13:9 rules[0].id: a rule id is written in lower-case words with hyphens: like-this',
      '      - id: Light',
      '            ^',
    ],
  ],
  [
    'another kind',
    'kind: goal',
    'kind: goals',
    [
      "l.yaml:14:11 rules[0].kind: expected one of 'goal', 'guard', 'bonus', found the text 'goals' (did you mean 'goal'?)",
      '        kind: goals',
      '              ^',
    ],
  ],
  [
    'points in quotes',
    'points: 80',
    'points: "80"',
    [
      "l.yaml:15:13 rules[0].points: expected a number, found the text '80'",
      '        points: "80"',
      '                ^',
    ],
  ],
  [
    'too many points',
    'points: 80',
    'points: 101',
    ['l.yaml:15:13 rules[0].points: this must be at most 100', '        points: 101', '                ^'],
  ],
  [
    'no points',
    'points: 80',
    'points: 0',
    ['l.yaml:15:13 rules[0].points: this must be at least 1', '        points: 0', '                ^'],
  ],
  [
    'half points',
    'points: 80',
    'points: 1.5',
    [
      'l.yaml:15:13 rules[0].points: expected a whole number, found 1.5',
      '        points: 1.5',
      '                ^',
    ],
  ],
  [
    'a text in one language',
    'text: { en: There is light, ko: 불이 켜져 있다 }',
    'text: There is light',
    [
      'l.yaml:17:11 rules[0].text: a text stands in both languages: { en: ..., ko: ... }',
      '        text: There is light',
      '              ^',
    ],
  ],
  [
    'a number where a text is due',
    '"0.1"',
    '0.1',
    [
      'l.yaml:44:11 teaches[0]: expected a text, found 0.1: put it in quotes',
      '    teaches: [0.1]',
      '              ^',
    ],
  ],
  [
    'an empty text',
    'en: Switches switch.',
    'en:',
    ['l.yaml:42:3 debrief.en: this is empty: expected a text', '      en:', '      ^'],
  ],
  [
    'a blank text',
    'en: Lamps',
    'en: " "',
    ['l.yaml:3:14 title.en: the text is empty', '    title: { en: " ", ko: 전등 }', '                 ^'],
  ],
  [
    'no list',
    'sources: ["man:lamp(1)"]',
    'sources: man:lamp(1)',
    [
      "l.yaml:45:10 sources: expected a list, found the text 'man:lamp(1)'",
      '    sources: man:lamp(1)',
      '             ^',
    ],
  ],
  [
    'an unknown world',
    'world: switches',
    'world: swiches',
    [
      "l.yaml:2:8 world: there is no world 'swiches' (did you mean 'switches'?): choose switches",
      '    world: swiches',
      '           ^',
    ],
  ],
  [
    'a value that the setup does not know',
    'colour: red',
    'colour: rot',
    [
      "l.yaml:10:21 setup.lamps.left.colour: expected one of 'red', 'green', found the text 'rot'",
      '        left: { colour: rot, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }',
      '                        ^',
    ],
  ],
  [
    'a setup that contradicts itself',
    'watts: 40',
    'watts: 90',
    ['l.yaml:9:3 setup.lamps: 110 W blow the fuse: at most 100', '      lamps:', '      ^'],
  ],
  [
    'a setup with a choice of forms',
    'green, watts: 20',
    'green, watts: 20, cares: { about: x, muck: true }',
    [
      "l.yaml:11:59 setup.lamps.right.cares.muck: unknown key 'muck' (did you mean 'much'?)",
      '        right: { colour: green, watts: 20, cares: { about: x, muck: true } }',
      '                                                              ^',
    ],
  ],
  [
    'a key that the setup refuses',
    'left: {',
    'Left: {',
    [
      'l.yaml:10:5 setup.lamps.Left: this key is not allowed here',
      '        Left: { colour: red, watts: 40, label: { en: Left lamp, ko: 왼쪽 전등 } }',
      '        ^',
    ],
  ],
]

test.each(VALUES)('values: %s is told with its place', (_name, from, to, printed) => {
  expect(told(from, to).split('\n')).toEqual(printed)
})

const MEANING: readonly Case[] = [
  [
    'two rules of one id',
    'id: save',
    'id: light',
    ["l.yaml:20:9 rules[1].id: another rule has the id 'light'", '      - id: light', '            ^'],
  ],
  [
    'no goal',
    'kind: goal',
    'kind: bonus',
    ['l.yaml:12:1 rules: a level needs at least one rule of kind goal', '    rules:', '    ^'],
  ],
  [
    'an unknown fact',
    'when: "run.status == \'lit\'"',
    'when: "rum.status == \'lit\'"',
    [
      "l.yaml:16:12 rules[0].when: unknown name 'rum'; did you mean 'run'?",
      '        when: "rum.status == \'lit\'"',
      '               ^',
    ],
  ],
  [
    'an unknown field in a block',
    'run.watts <= 40',
    'run.wats <= 40',
    [
      "l.yaml:25:13 rules[1].when: unknown field 'wats' of run; did you mean 'watts'?",
      '            run.wats <= 40',
      '                ^',
    ],
  ],
  [
    'an unknown field in single quotes',
    '"right.on && run.status == \'dark\'"',
    "'right.on && run.status == ''lit'' && run.wats > 1'",
    [
      "l.yaml:38:53 nudges[0].when: unknown field 'wats' of run; did you mean 'watts'?",
      "      - when: 'right.on && run.status == ''lit'' && run.wats > 1'",
      '                                                        ^',
    ],
  ],
  [
    'an unknown field after an escape',
    '"left.on"',
    '"\\x6ceft.on || left.off"',
    [
      "l.yaml:31:31 predict[0].when: unknown field 'off' of left; known: on",
      '        when: "\\x6ceft.on || left.off"',
      '                                  ^',
    ],
  ],
  [
    'an unknown field in a folded block',
    '"left.on"',
    '>\n      left.on ||\n      left.off',
    [
      "l.yaml:33:12 predict[0].when: unknown field 'off' of left; known: on",
      '          left.off',
      '               ^',
    ],
  ],
  [
    'a rule that is no yes or no',
    '"left.on"',
    '"run.watts"',
    [
      'l.yaml:31:12 predict[0].when: must give bool, but gives int',
      '        when: "run.watts"',
      '               ^',
    ],
  ],
  [
    'an open parenthesis',
    '"left.on"',
    '"(left.on"',
    [
      "l.yaml:31:20 predict[0].when: expected ')', found the end",
      '        when: "(left.on"',
      '                       ^',
    ],
  ],
  [
    'an empty rule',
    '"left.on"',
    '""',
    ['l.yaml:31:12 predict[0].when: ends too early', '        when: ""', '               ^'],
  ],
  [
    'an answer that is no option',
    ": 'night'\"",
    ": 'nigt'\"",
    [
      "l.yaml:36:47 predict[0].answer: no option has the id 'nigt' (did you mean 'night'?)",
      "        answer: \"run.status == 'lit' ? 'light' : 'nigt'\"",
      '                                                  ^',
    ],
  ],
  [
    'an answer that is always the same',
    ": 'night'\"",
    ": 'light'\"",
    [
      'l.yaml:36:13 predict[0].answer: the answer is always the same: at least two options must come true somewhere',
      "        answer: \"run.status == 'lit' ? 'light' : 'light'\"",
      '                ^',
    ],
  ],
  [
    'two options of one id',
    'id: night',
    'id: light',
    [
      "l.yaml:34:15 predict[0].options[1].id: another option has the id 'light'",
      '          - { id: light, text: { en: Night, ko: 어둡다 } }',
      '                  ^',
      "l.yaml:36:47 predict[0].answer: no option has the id 'night' (did you mean 'light'?)",
      "        answer: \"run.status == 'lit' ? 'light' : 'night'\"",
      '                                                  ^',
    ],
  ],
  [
    'a wrong option without its misconception',
    ', misconception: lamps-burn',
    '',
    [
      "l.yaml:35:15 predict[0].options[2]: the option 'fire' never comes true, so it must name its misconception",
      '          - { id: fire, text: { en: Fire, ko: 불이 난다 } }',
      '                  ^',
    ],
  ],
  [
    'one option',
    '      - { id: night, text: { en: Night, ko: 어둡다 } }\n      - { id: fire, text: { en: Fire, ko: 불이 난다 }, misconception: lamps-burn }\n',
    '',
    [
      'l.yaml:32:5 predict[0].options: give at least two options',
      '        options:',
      '        ^',
      "l.yaml:34:47 predict[0].answer: no option has the id 'night' (did you mean 'light'?)",
      "        answer: \"run.status == 'lit' ? 'light' : 'night'\"",
      '                                                  ^',
    ],
  ],
  [
    'a frontier without objectives',
    'teaches:',
    'third: frontier\nteaches:',
    [
      'l.yaml:44:8 third: a frontier needs at least two objectives to weigh against each other',
      '    third: frontier',
      '           ^',
    ],
  ],
]

test.each(MEANING)(
  'what rules, questions and answers say: %s is told with its place',
  (_name, from, to, printed) => {
    expect(told(from, to).split('\n')).toEqual(printed)
  },
)

test.each([
  [
    'a title that is too wide',
    'ko: 전등',
    `ko: ${'등'.repeat(21)}`,
    'title.ko: the text is too long: 42 cells, at most 40',
  ],
  [
    'a title on two lines',
    'en: Lamps',
    String.raw`en: "Lamps\nand lamps"`,
    'title.en: this must be one line',
  ],
  [
    'a brief of too many words',
    'Make light with one switch.',
    'word '.repeat(61).trim(),
    'brief.en: the text is too long: 61 words, at most 60',
  ],
  [
    'a Korean brief of too many words',
    '스위치 하나로 불을 켜세요.',
    '낱말 '.repeat(51).trim(),
    'brief.ko: the text is too long: 51 words, at most 50',
  ],
  [
    'a rule of too many characters',
    'There is light',
    'x'.repeat(81),
    'rules[0].text.en: the text is too long: 81 characters, at most 80',
  ],
  [
    'an option of too many characters',
    'en: Night',
    `en: ${'x'.repeat(81)}`,
    'predict[0].options[1].text.en: the text is too long: 81 characters, at most 80',
  ],
  [
    'a nudge of too many characters',
    'Try the other one.',
    'x'.repeat(201),
    'nudges[0].say.en: the text is too long: 201 characters, at most 200',
  ],
  [
    'a debrief of too many characters',
    'Switches switch.',
    'x'.repeat(901),
    'debrief.en: the text is too long: 901 characters, at most 900',
  ],
  ['a tab', 'Switches switch.', 'Switches\tswitch.', 'debrief.en: there is a tab in the text: use spaces'],
  [
    'an open glossary term',
    'Switches switch.',
    '"Switches [[switch."',
    'debrief.en: a glossary term is written [[id]] or [[id|words]]',
  ],
])('texts: %s is told', (_name, from, to, message) => {
  expect(told(from, to).split('\n')[0]).toMatch(/^l\.yaml:\d+:\d+ /)
  expect(told(from, to)).toContain(message)
})

test('all faults of a file are told at once, in the order of the text', () => {
  const text = BASE.replace('world: switches', 'wrld: switches')
    .replace('ko: 전등', 'ko: &x 전등')
    .replace('points: 80', 'points: "80"')
    .replace('"left.on"', 'left.on')
    .replace('Switches switch.', 'Switches \u200bswitch.')
  expect(toldOf(text).match(/^l\.yaml:\d+:\d+ \S+:/gm)).toEqual([
    'l.yaml:2:1 wrld:',
    'l.yaml:3:25 title.ko:',
    'l.yaml:15:13 rules[0].points:',
    'l.yaml:31:11 predict[0].when:',
    'l.yaml:42:16 debrief.en:',
  ])
})

test('faults of the setup and of the rules do not hide each other', () => {
  const text = BASE.replace('runs.', '').replace('"left.on"', '"left.of"').replace('points: 80', 'points: 0')
  expect(toldOf(text).match(/^l\.yaml:\d+:\d+ \S+:/gm)).toEqual([
    'l.yaml:15:13 rules[0].points:',
    'l.yaml:31:17 predict[0].when:',
  ])
})

test.each([
  ['nothing', '', 'l.yaml:1:1: the file is empty'],
  ['a comment alone', '# a level\n', 'l.yaml:1:1: the file is empty'],
  ['a list', '- a\n', 'l.yaml:1:1: expected keys and values, found a list'],
  ['a word', 'level\n', "l.yaml:1:1: expected keys and values, found the text 'level'"],
])('a file with %s is told to be no level', (_name, text, message) => {
  expect(toldOf(text).split('\n')[0]).toBe(message)
})
