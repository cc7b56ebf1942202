import { describe, expect, expectTypeOf, it } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import { en } from '../../src/words/en.ts'
import { unknownTerms } from '../../src/words/glossary.ts'
import { ko } from '../../src/words/ko.ts'
import { PARTICLES } from '../../src/words/particles.ts'
import { inBoth, say, words, type WordParams } from '../../src/words/say.ts'

const parameters = (text: string): readonly { name: string; form: string | undefined }[] =>
  [...text.matchAll(/\{(\w+)(?::([^{}]+))?\}/g)].map(([, name = '', form]) => ({ name, form }))

const names = (text: string): readonly string[] =>
  [...new Set(parameters(text).map(({ name }) => name))].toSorted()

const pairs = Object.entries(en).map(([key, english]) => ({
  key,
  english,
  korean: Object.entries(ko).find(([other]) => other === key)?.[1] ?? '',
}))

describe('the interface dictionaries', () => {
  it('hold enough to speak of', () => {
    expect(pairs.length).toBeGreaterThan(150)
  })

  it('have the same keys in the same order', () => {
    expect(Object.keys(ko)).toEqual(Object.keys(en))
  })

  it('use every parameter in both languages', () => {
    expect(pairs.filter(({ english, korean }) => names(english).join() !== names(korean).join())).toEqual([])
  })

  it('leave no brace that is not a parameter', () => {
    const leftover = (text: string): boolean => /[{}]/.test(text.replace(/\{\w+(?::[^{}]+)?\}/g, ''))
    expect(pairs.filter(({ english, korean }) => leftover(english) || leftover(korean))).toEqual([])
  })

  it('use only known particles in Korean, and a noun in two numbers in English', () => {
    const known: readonly string[] = PARTICLES
    const forms = (text: string) => parameters(text).flatMap(({ form }) => form ?? [])
    expect(
      Object.values(ko)
        .flatMap(forms)
        .filter(form => !known.includes(form)),
    ).toEqual([])
    expect(
      Object.values(en)
        .flatMap(forms)
        .filter(form => !/^[a-z ]+\/[a-z ]+$/.test(form)),
    ).toEqual([])
  })

  it('name no unknown glossary term, hold no blank text and no stray blank', () => {
    const texts: readonly string[] = [...Object.values(en), ...Object.values(ko)]
    expect(texts.flatMap(unknownTerms)).toEqual([])
    expect(texts.filter(text => text.trim() !== text || text === '' || text.includes('  '))).toEqual([])
  })
})

describe('saying', () => {
  it('counts in English', () => {
    expect(say('en', 'level.runsLeft', { n: 1 })).toBe('1 run left for the third star')
    expect(say('en', 'level.runsLeft', { n: 2 })).toBe('2 runs left for the third star')
  })

  it('picks the particle in Korean by what fills the parameter', () => {
    const needs = (argument: string) => say('ko', 'cli.missingArgument', { command: 'play', argument })
    expect(needs('레벨')).toBe('play에는 레벨이 필요합니다.')
    expect(needs('[[cpu-max]]')).toBe('play에는 [[cpu-max]]가 필요합니다.')
    expect(needs('runc')).toBe('play에는 runc가 필요합니다.')
  })

  it('shows a text parameter in the language being spoken, and gives both at once where asked', () => {
    const level = { en: 'Name tag', ko: '이름표' }
    expect(LANGS.map(lang => words(lang)('map.start', { level }))).toEqual([
      'Start with Name tag',
      '시작하기: 이름표',
    ])
    expect(inBoth('map.start', { level })).toEqual({ en: 'Start with Name tag', ko: '시작하기: 이름표' })
  })

  it('keeps a value as it is, braces and dollar signs too', () => {
    expect(say('en', 'cli.fileNotFound', { path: '$&{path}' })).toBe('There is no file $&{path}.')
  })

  it('asks for exactly the parameters of the text', () => {
    expectTypeOf<WordParams<'app.yes'>>().toEqualTypeOf<[]>()
    expectTypeOf<keyof WordParams<'level.case'>[0]>().toEqualTypeOf<'n' | 'total' | 'name'>()
    expectTypeOf<keyof WordParams<'level.runsLeft'>[0]>().toEqualTypeOf<'n'>()
  })
})
