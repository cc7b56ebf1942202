import { expect, test } from 'vitest'
import { readArgs } from '../../src/cli/args.ts'

const off = {
  plain: false,
  ascii: false,
  noMotion: false,
  noMouse: false,
  json: false,
  explain: false,
  write: false,
  watch: false,
  yes: false,
}

test.each([
  [[], 'play', [], {}],
  [['limits/memory-hog'], 'play', ['limits/memory-hog'], {}],
  [['play', 'levels'], 'play', ['levels'], {}],
  [['--plain', 'tour', '--lang', 'ko'], 'tour', [], { plain: true, lang: 'ko' }],
  [
    ['run', 'a/b', '--moves=m.json', '--json', '--explain'],
    'run',
    ['a/b'],
    { moves: 'm.json', json: true, explain: true },
  ],
  [['--ascii', '--no-motion'], 'play', [], { ascii: true, noMotion: true }],
  [['--no-mouse', '--record=a.cast'], 'play', [], { noMouse: true, record: 'a.cast' }],
  [['--screen-reader', 'tour'], 'tour', [], { plain: true }],
  [['list', '--help'], 'help', [], {}],
  [['-v'], 'version', [], {}],
  [['--', '--odd'], 'play', ['--odd'], {}],
] as const)('%j is %s %j', (argv, command, operands, flags) => {
  expect(readArgs(argv)).toEqual({ ok: true, value: { command, operands, flags: { ...off, ...flags } } })
})

test.each([
  [['--jsn'], { type: 'unknown-option', name: '--jsn', near: ['--json'] }],
  [['-z'], { type: 'unknown-option', name: '-z', near: [] }],
  [['--lang', 'de'], { type: 'bad-value', name: '--lang', value: 'de', can: ['en', 'ko'] }],
  [['--moves'], { type: 'missing-value', name: '--moves' }],
  [['--json=1'], { type: 'unwanted-value', name: '--json', value: '1' }],
])('%j is a problem: %o', (argv, error) => {
  expect(readArgs(argv)).toEqual({ ok: false, error })
})
