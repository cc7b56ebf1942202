import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { LANGS, type Lang } from '../../src/core/text.ts'
import { findTerm, GLOSSARY, markup, plain, termsIn, unknownTerms } from '../../src/words/glossary.ts'
import { particleFor } from '../../src/words/particles.ts'

describe('the glossary', () => {
  it('explains at least seventy terms', () => {
    expect(GLOSSARY.length).toBeGreaterThanOrEqual(70)
  })

  it('gives every term its own id, and its own name in both languages', () => {
    const unique = (values: readonly string[]) => new Set(values.map(value => value.toLowerCase())).size
    expect(unique(GLOSSARY.map(term => term.id))).toBe(GLOSSARY.length)
    for (const lang of LANGS) expect(unique(GLOSSARY.map(term => term.name[lang]))).toBe(GLOSSARY.length)
  })

  it('names ids in kebab-case', () => {
    expect(GLOSSARY.map(term => term.id).filter(id => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('explains each term in at most 200 characters that end as sentences do', () => {
    const bad = GLOSSARY.filter(({ short }) =>
      LANGS.some(lang => short[lang].length > 200 || !short[lang].endsWith('.')),
    )
    expect(bad).toEqual([])
  })

  it('writes Korean in Korean, politely', () => {
    expect(GLOSSARY.filter(({ short }) => !short.ko.endsWith('니다.')).map(term => term.id)).toEqual([])
    expect(GLOSSARY.filter(({ short }) => /[가-힣]/.test(short.en)).map(term => term.id)).toEqual([])
  })

  it('knows how every name is read, so that particles fit', () => {
    const unread = GLOSSARY.filter(({ name, reading }) => {
      const own = reading === undefined ? {} : { [name.ko.toLowerCase()]: reading }
      return particleFor(name.ko, '을/를', own).includes('(')
    })
    expect(unread.map(term => term.id)).toEqual([])
  })

  it('finds a term by its id alone', () => {
    expect(findTerm('pid-namespace')?.name.ko).toBe('pid 네임스페이스')
    expect(findTerm('constructor')).toBeUndefined()
  })
})

describe('markup', () => {
  it('shows a term by its name in the language', () => {
    expect(markup('A [[pid-namespace]] hides.', 'en')).toEqual([
      { type: 'plain', text: 'A ' },
      { type: 'term', id: 'pid-namespace', text: 'pid namespace' },
      { type: 'plain', text: ' hides.' },
    ])
  })

  it('shows a term by the words that the text gives', () => {
    expect(markup('[[pid-namespace|번호표]]를', 'ko')).toEqual([
      { type: 'term', id: 'pid-namespace', text: '번호표' },
      { type: 'plain', text: '를' },
    ])
  })

  test.each([
    ['no term at all', 'no term at all'],
    ['[[no-such-term]] here', 'no-such-term here'],
    ['[[no-such-term|some words]]', 'some words'],
    ['[[ -f x ]] && y', '[[ -f x ]] && y'],
    ['[[pid-namespace', '[[pid-namespace'],
    ['[[]] [[|x]]', '[[]] [[|x]]'],
    ['', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(plain(text, 'en')).toBe(expected)
  })

  it('tells the terms of a text from the mistakes in it, each once and in order', () => {
    const text = '[[tc]] [[cgroup]] [[cgrup]] [[tc|tc again]] [[cgrup|x]]'
    expect(termsIn(text)).toEqual(['tc', 'cgroup'])
    expect(unknownTerms(text)).toEqual(['cgrup'])
  })

  it('loses and adds nothing in any text', () => {
    const piece = fc.oneof(
      fc
        .string()
        .filter(text => !/[[\]|]/.test(text))
        .map(text => ({ source: text, shown: { en: text, ko: text } })),
      fc.constantFrom(...GLOSSARY).map(({ id, name }) => ({ source: `[[${id}]]`, shown: name })),
    )
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<Lang>(...LANGS), (pieces, lang) => {
        const text = pieces.map(({ source }) => source).join('')
        expect(plain(text, lang)).toBe(pieces.map(({ shown }) => shown[lang]).join(''))
        expect(unknownTerms(text)).toEqual([])
      }),
    )
  })

  it('leaves a text that was rendered as it is', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(plain(plain(text, 'en'), 'en')).toBe(plain(text, 'en'))
      }),
    )
  })
})
