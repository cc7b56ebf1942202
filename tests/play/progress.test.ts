import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { same } from '../../src/core/text.ts'
import {
  type CampaignIndex,
  isOpen,
  type LevelProgress,
  mergeProgress,
  NO_PROGRESS,
  type Progress,
} from '../../src/play/progress.ts'

const result = (stars: LevelProgress['stars'], points: number): LevelProgress => ({
  stars,
  points,
  playHash: 'a',
})
const progress = (levels: Progress['levels']): Progress => ({ version: 1, levels })

describe('merging two saves', () => {
  test.each([
    ['more stars', result(1, 900), result(2, 100), result(2, 100)],
    ['more points at equal stars', result(2, 700), result(2, 800), result(2, 800)],
    [
      'the first of equals',
      { ...result(2, 700), playHash: 'old' },
      result(2, 700),
      { ...result(2, 700), playHash: 'old' },
    ],
  ])('keeps %s', (_, a, b, best) => {
    expect(mergeProgress(progress({ x: a }), progress({ x: b }))).toEqual(progress({ x: best }))
  })

  test('keeps levels that only one of them has', () => {
    const merged = mergeProgress(progress({ x: result(1, 1) }), progress({ y: result(2, 2) }))
    expect(Object.keys(merged.levels)).toEqual(['x', 'y'])
  })

  test('takes settings one by one, the later save first', () => {
    const merged = mergeProgress(
      { ...NO_PROGRESS, settings: { lang: 'en', motion: false } },
      { ...NO_PROGRESS, settings: { lang: 'ko' } },
    )
    expect(merged.settings).toEqual({ lang: 'ko', motion: false })
  })

  test('never loses a star, whichever comes first', () => {
    const stars = fc.constantFrom<LevelProgress['stars'][]>(0, 1, 2, 3)
    const saves = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.record({ stars, points: fc.nat({ max: 1100 }), playHash: fc.constant('h') }),
    )
    fc.assert(
      fc.property(saves, saves, (a, b) => {
        const merged = mergeProgress(progress(a), progress(b))
        expect(mergeProgress(progress(b), progress(a))).toEqual(merged)
        for (const [id, { stars }] of [...Object.entries(a), ...Object.entries(b)])
          expect(merged.levels[id]?.stars).toBeGreaterThanOrEqual(stars)
      }),
    )
  })
})

describe('a chapter', () => {
  const chapter = (number: number, ids: readonly string[]): CampaignIndex['chapters'][number] => ({
    id: `chapter-${number}`,
    number,
    title: same('t'),
    about: same('a'),
    opensAfter: number === 1 ? 0 : number === 2 ? 3 : 4,
    levels: ids.map(id => ({
      id,
      file: `${id}.yaml`,
      world: 'w',
      title: same(id),
      par: 2,
      playHash: 'h',
      optional: false,
      tutorial: false,
    })),
  })
  const campaign = { chapters: [chapter(1, ['a', 'b', 'c', 'd']), chapter(2, ['e']), chapter(3, ['f'])] }
  const solved = (...ids: readonly string[]): Progress =>
    progress(Object.fromEntries(ids.map(id => [id, result(1, 500)])))

  test.each([
    ['the first is open from the start', 0, NO_PROGRESS, true],
    ['the second is closed after two levels', 1, solved('a', 'b'), false],
    ['the second is open after three', 1, solved('a', 'b', 'd'), true],
    ['each chapter says itself when it opens', 2, solved('a', 'b', 'd'), false],
    ['the third opens after four', 2, solved('a', 'b', 'd', 'e'), true],
    ['levels outside the campaign do not count', 1, solved('a', 'b', 'mine/own'), false],
    [
      'levels without a star do not count',
      1,
      progress({ ...solved('a', 'b').levels, c: result(0, 100) }),
      false,
    ],
    ['a chapter that does not exist is closed', 3, solved('a', 'b', 'c'), false],
  ])('%s', (_, index, saved, open) => {
    expect(isOpen(index, campaign, saved)).toBe(open)
  })
})
