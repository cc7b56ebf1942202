import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { type Plugin, rolldown } from 'rolldown'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { NARROW, textPlugins, WIDE } from '../../src/build/text-plugins.js'
import { tries } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const graphemes = new Intl.Segmenter()

/** Every character of a class, as a regular expression would match it. */
function charactersOf(inside: string): readonly string[] {
  const pattern = new RegExp(`[${inside}]`)
  return Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).filter(char =>
    pattern.test(char),
  )
}

test.each([
  ['narrow', NARROW, 1],
  ['wide', WIDE, 2],
])(
  'characters taken for %s are so wide, alone and in a row, and clusters of their own',
  (_, inside, width) => {
    const characters = charactersOf(inside)
    expect(characters.length).toBeGreaterThan(100)
    expect(characters.filter(char => stringWidth(char) !== width)).toEqual([])
    const line = characters.join('')
    expect(stringWidth(line)).toBe(characters.length * width)
    expect([...graphemes.segment(line)]).toHaveLength(characters.length)
  },
)

/** What the game does with a text: its width, its lines, and its cells with their styles. */
const LIBRARIES = `import width from 'string-width'
import wrap from 'wrap-ansi'
import { styledCharsFromTokens, styledCharsToString, tokenize } from '@alcalzone/ansi-tokenize'
export const answers = (text, columns) => {
  const cells = styledCharsFromTokens(tokenize(text))
  return JSON.stringify([
    width(text),
    wrap(text, columns),
    wrap(text, columns, { hard: true, trim: false }),
    cells,
    styledCharsToString(cells),
    styledCharsToString(cells.filter((_, index) => index % 2 === 0)),
  ])
}
`

type Answers = (text: string, columns: number) => string

/** The libraries as they come, or as the build changes them. */
async function libraries(plugins: readonly Plugin[]): Promise<Answers> {
  const entry = join(root, 'text-libraries.js')
  const virtual = {
    name: 'entry',
    resolveId: id => (id === entry ? id : null),
    load: id => (id === entry ? LIBRARIES : null),
  } satisfies Plugin
  const bundle = await rolldown({ input: entry, cwd: root, platform: 'node', plugins: [virtual, ...plugins] })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  const file = join(scratchFolder(), 'libraries.mjs')
  writeFileSync(file, output[0].code)
  const { answers }: { readonly answers: Answers } = await import(pathToFileURL(file).href)
  return answers
}

test('the shortened libraries answer as the libraries do', async () => {
  const [ours, theirs] = await Promise.all([libraries(textPlugins), libraries([])])
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...charactersOf(NARROW)) },
    { weight: 6, arbitrary: fc.constantFrom(...Array.from('가나다라뷁힣컨테이너')) },
    { weight: 4, arbitrary: fc.constantFrom(' ', '  ', '\n') },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '\u001B[1m',
        '\u001B[22m',
        '\u001B[31m',
        '\u001B[39m',
        '\u001B[7m',
        '\u001B[27m',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('é', 'e\u0301', '👩‍💻', '한', '🇰🇷', '\u200B', '漢', 'ｱ') },
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (pieces, columns) => {
      const text = pieces.join('')
      expect(ours(text, columns)).toBe(theirs(text, columns))
    }),
    { numRuns: tries(500, 10_000) },
  )
})
