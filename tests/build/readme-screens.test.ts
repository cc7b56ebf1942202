import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pictures, REGENERATE, withTextScreen } from '../../src/build/readme-pictures.ts'
import { svg } from '../../src/build/svg.ts'
import { LANGS } from '../../src/core/text.ts'
import { span } from '../../src/tui/rows.ts'
import { theme } from '../../src/tui/theme.ts'
import { isFull } from '../support/full.ts'

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const READMES = { en: 'README.md', ko: 'README.ko.md' } as const

// The fast selection compares one language; what a language has of its own is its words.
test.each(isFull ? LANGS : LANGS.slice(0, 1))(
  'the screens of the README (%s) are what the game draws',
  lang => {
    const readme = read(READMES[lang])
    expect(
      withTextScreen(readme, lang) === readme,
      `${READMES[lang]} is out of date. Run: ${REGENERATE}`,
    ).toBe(true)
    const shown = pictures([lang])
    expect(shown.length).toBeGreaterThan(2)
    for (const { file, text } of shown) {
      expect(readme).toContain(`](docs/screens/${file})`)
      expect(read(`docs/screens/${file}`) === text, `${file} is out of date. Run: ${REGENERATE}`).toBe(true)
    }
  },
)

test('a picture has its words as text in their cells, Hangul letter by letter, and its lines drawn', () => {
  const picture = svg([[span('╭─│█ '), span('a<b 한글', 'good')]], theme('dark'), 12, 'what is seen')
  const lines = picture.split('\n').slice(4, -3)
  expect(picture).toContain('<title>what is seen</title>')
  expect(lines).toEqual([
    '<path d="M8.4 9Q4.2 9 4.2 18" stroke="#d8dee9" fill="none"/>',
    '<path d="M8.4 9h8.4" stroke="#d8dee9" fill="none"/>',
    '<path d="M21 9L21 0M21 9L21 18" stroke="#d8dee9" fill="none"/>',
    '<rect x="25.2" y="0" width="8.4" height="18" fill="#d8dee9"/>',
    '<text x="42" textLength="25.2" lengthAdjust="spacingAndGlyphs" y="13" fill="#3fc7b4">a&lt;b</text>',
    '<text x="75.6 92.4" y="13" fill="#3fc7b4">한글</text>',
  ])
})
