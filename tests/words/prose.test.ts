import { expect, test } from 'vitest'
import { proseBlocks, proseLines } from '../../src/words/prose.ts'

const text = `One paragraph that the author
broke here.

For real, as root:
  unshare --uts sh
  hostname
The second prints the old name.
`

test('line breaks inside a paragraph go, typed lines stay', () => {
  expect(proseLines(text)).toEqual([
    'One paragraph that the author broke here.',
    '',
    'For real, as root:',
    '  unshare --uts sh',
    '  hostname',
    'The second prints the old name.',
  ])
})

test('parts are set apart by blank lines', () => {
  expect(proseBlocks(text).map(part => part.map(block => block.type))).toEqual([
    ['paragraph'],
    ['paragraph', 'typed', 'typed', 'paragraph'],
  ])
})

test('list items keep their lines', () => {
  expect(proseLines('- one\n- two')).toEqual(['- one', '- two'])
})
