import { describe, expect, test } from 'vitest'
import type { Json } from '../../src/core/json.ts'
import type { Level } from '../../src/level/level.ts'
import { openedRound, roundFiles } from '../support/rounds.ts'

// Both seats read a round's brief, so it tells what is there and what goes wrong, and asks for nothing: what is asked for are the
// goals, and each seat knows its own alone.

/** Words that ask: what somebody wants, needs or has to do. */
const ASKING_EN =
  /\b(must|may|should|shall|needs?|wants?|has to|have to|deadline|within|without|in time|at most|at least|still works?)\b/i
const ASKING_KO = /(세요|야 합니다|야 하고|야 하며|달라고|필요합니다|필요하고|마감|이내|제때|않아야)/

/** A sentence that begins with what is to be done. */
const BIDDING =
  /(^|[.:;!?]\s+|,\s+(and|but)\s+)(be|find|get|give|keep|leave|let|make|put|save|slow|speed|stop)\b/i

const isAsking = ({ en, ko }: Level['brief']): boolean =>
  ASKING_EN.test(en) || BIDDING.test(en) || ASKING_KO.test(ko)

const FILLERS = new Set(
  'a an and any are as at be by do for from has have in is it its no not of on or so than that the their them they this to up with'.split(
    ' ',
  ),
)

/** Words that say something, without their endings. */
const roots = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[a-z][a-z']+|\d+/g) ?? [])
      .map(word => word.replace(/'s?$/, ''))
      .filter(word => !FILLERS.has(word))
      .map(word => word.replace(/(?<=...)(ing|ed|es|s)$/, '')),
  )

const namesOf = (json: Json | undefined): readonly string[] =>
  typeof json === 'object' && json !== null ? Object.keys(json) : []

const LISTS = ['boxes', 'pods', 'nodes', 'workloads', 'hosts']

/** What a level plays among: its programs, databases and machines may be named to anybody. */
function namesIn({ setup }: Pick<Level, 'setup'>): ReadonlySet<string> {
  const lists = typeof setup === 'object' && setup !== null ? Object.entries(setup) : []
  const names = lists.flatMap(([key, list]) => (LISTS.includes(key) ? namesOf(list) : []))
  return roots(['host', 'machine', 'node', ...names].join(' '))
}

/** Goals of which a brief says more than half of the words. */
function toldGoals({ brief, rules, setup }: Pick<Level, 'brief' | 'rules' | 'setup'>): readonly string[] {
  const said = roots(brief.en)
  const names = namesIn({ setup })
  return rules
    .filter(({ text }) => {
      const words = [...roots(text.en)].filter(word => !names.has(word))
      return words.filter(word => said.has(word)).length * 2 > words.length
    })
    .map(({ id }) => id)
}

describe('the brief of a round', () => {
  test.each(roundFiles)('asks for nothing and tells no goal: %s', file => {
    const { level } = openedRound(file)
    expect(level.rules.length).toBeGreaterThan(3)
    expect(isAsking(level.brief)).toBe(false)
    expect(toldGoals(level)).toEqual([])
  })

  test('is found to ask in either language, in its middle too', () => {
    const calm = { en: 'Two services share a port.', ko: '두 서비스가 포트 하나를 나눠 씁니다.' }
    expect(isAsking(calm)).toBe(false)
    for (const en of [
      'Nobody may notice.',
      'It is full. Give each a wall.',
      'The backup has a deadline.',
      'It fails, and keep it.',
    ])
      expect(isAsking({ ...calm, en })).toBe(true)
    for (const ko of [
      '둘 다 열게 하세요.',
      '아무도 눈치채지 못해야 하고, 바쁩니다.',
      '예전 그대로 되돌려 달라고 합니다.',
    ])
      expect(isAsking({ ...calm, ko })).toBe(true)
  })

  test('is found to tell a goal in other forms of its words', () => {
    const file = roundFiles.find(name => name.endsWith('one-port.yaml')) ?? ''
    const { level } = openedRound(file)
    const brief = { ...level.brief, en: 'One fails. The two services were both listening on their port.' }
    expect(toldGoals({ ...level, brief })).toEqual(['both-listen'])
  })
})
