import { expect, test } from 'vitest'
import { loadChapter } from '../../src/level/chapter.ts'
import { formatProblem } from '../../src/level/problem.ts'

const CHAPTER = `id: limits
title: { en: Limits, ko: 제한 }
about: { en: Who gets how much., ko: 누가 얼마나 쓰는가. }
opensAfter: 3
`

test('a chapter file gives its names, what it is about, and when it opens', () => {
  expect(loadChapter(CHAPTER, 'chapter.yaml')).toEqual({
    ok: true,
    value: {
      id: 'limits',
      title: { en: 'Limits', ko: '제한' },
      about: { en: 'Who gets how much.', ko: '누가 얼마나 쓰는가.' },
      opensAfter: 3,
    },
  })
})

test('faults of a chapter file are told like those of a level', () => {
  const result = loadChapter(
    CHAPTER.replace('about:', 'abuot:').replace('opensAfter: 3', 'opensAfter: "3"'),
    'chapter.yaml',
  )
  expect(result.ok ? [] : result.error.map(formatProblem)).toEqual([
    "chapter.yaml:3:1 abuot: unknown key 'abuot' (did you mean 'about'?)\n    abuot: { en: Who gets how much., ko: 누가 얼마나 쓰는가. }\n    ^",
    'chapter.yaml:4:13 opensAfter: expected a number, found the text \'3\'\n    opensAfter: "3"\n                ^',
  ])
})
