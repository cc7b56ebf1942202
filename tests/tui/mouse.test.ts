import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type MouseEvent, withMouse } from '../../src/tui/mouse.ts'

/** What is left of chunks for the keys, and what the mouse did in them. */
function split(...chunks: readonly string[]): {
  readonly typed: string
  readonly events: readonly MouseEvent[]
} {
  const source = new PassThrough({ encoding: 'utf8' })
  // @ts-expect-error a stream of our own, of which only reading is used
  const { stdin, listen } = withMouse(source)
  const events: MouseEvent[] = []
  listen(event => events.push(event))
  let typed = ''
  for (const chunk of chunks) {
    source.write(chunk)
    for (let read: unknown = stdin.read(); read !== null; read = stdin.read())
      if (typeof read === 'string') typed += read
  }
  return { typed, events }
}

const press = { type: 'press', x: 4, y: 6 } as const

test.each<readonly [string, readonly string[], string, readonly MouseEvent[]]>([
  ['a press', ['\x1b[<0;5;7M'], '', [press]],
  ['a press between keys', ['a\x1b[<0;5;7Mb'], 'ab', [press]],
  ['a press with Shift held', ['\x1b[<4;5;7M'], '', [press]],
  ['letting go', ['\x1b[<0;5;7m'], '', []],
  ['another button, and a mouse that moves', ['\x1b[<2;5;7M\x1b[<32;5;7M\x1b[<35;5;7M'], '', []],
  [
    'the wheel',
    ['\x1b[<64;1;1M\x1b[<65;1;1M'],
    '',
    [
      { type: 'wheelUp', x: 0, y: 0 },
      { type: 'wheelDown', x: 0, y: 0 },
    ],
  ],
  ['a press in pieces', ['x\x1b[<0;', '5;7', 'My'], 'xy', [press]],
  ['other sequences', ['\x1b[A\x1b[<\x1b[5~'], '\x1b[A\x1b[<\x1b[5~', []],
  ['a report that does not end', [`\x1b[<${'1'.repeat(40)}`, 'q'], `\x1b[<${'1'.repeat(40)}q`, []],
  ['j and k of a Korean layout', ['ㅓㅏㅂ'], 'jkㅂ', []],
])('of %s keys and mouse get their own', (_, chunks, typed, events) => {
  expect(split(...chunks)).toEqual({ typed, events })
})

test('who stops listening hears no more', () => {
  const source = new PassThrough({ encoding: 'utf8' })
  // @ts-expect-error a stream of our own, of which only reading is used
  const { stdin, listen } = withMouse(source)
  const events: MouseEvent[] = []
  listen(event => events.push(event))()
  source.write('\x1b[<0;5;7M')
  expect(stdin.read()).toBeNull()
  expect(events).toEqual([])
})
