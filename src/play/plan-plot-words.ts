import type { Text } from '../core/text.ts'
import type { Objective } from '../level/level.ts'
import type { Field, Standing } from '../score/standing.ts'
import type { Bargain } from './swap.ts'

/** How many plans there are, how many of them are good, and how many of those no plan beats. */
export function fieldWords({ frontier, beaten }: Field, states: number, width: number): Text {
  const unbeaten = frontier.reduce((sum, { count }) => sum + count, 0)
  const [all, best] = [grouped(states), grouped(unbeaten)]
  if (!beaten)
    return {
      en: `Of ${all} plans, ${best} ${unbeaten === 1 ? 'keeps every goal and guard and is' : 'keep every goal and guard and are'} beaten by none. The other good ones are too many to draw.`,
      ko: `계획 ${all}개 중 목표와 조건을 모두 지키면서 어느 계획에도 지지 않는 것은 ${best}개입니다. 나머지 좋은 계획은 너무 많아 그리지 않았습니다.`,
    }
  const count = beaten.reduce((sum, point) => sum + (point[width] ?? 0), unbeaten)
  if (count === 1)
    return {
      en: `Of ${all} plans, one keeps every goal and guard.`,
      ko: `계획 ${all}개 중 목표와 조건을 모두 지키는 것은 하나입니다.`,
    }
  const good = grouped(count)
  return {
    en: `Of ${all} plans, ${good} keep every goal and guard, and ${best} of these ${unbeaten === 1 ? 'is' : 'are'} beaten by none.`,
    ko: `계획 ${all}개 중 ${good}개가 목표와 조건을 모두 지키고, 그중 ${best}개는 어느 계획에도 지지 않습니다.`,
  }
}

/** What decides, too, although a plot has only two axes; nothing where two are all. */
export function undrawnWords(objectives: readonly Objective[]): readonly Text[] {
  const [third] = objectives.slice(2)
  if (!third) return []
  return [
    {
      en: `Not drawn, but it counts as well: ${third.text.en}.`,
      ko: `그림에는 없지만 함께 따지는 것: ${third.text.ko}.`,
    },
  ]
}

/** What a plan comes to, and where it stands; `null` for one that breaks a goal or a guard. */
export function placeWords(
  objectives: readonly Objective[],
  values: readonly number[],
  standing: Standing | null,
): Text {
  const total = (lang: 'en' | 'ko'): string =>
    objectives.map(({ text }, i) => `${text[lang]} ${grouped(values[i] ?? 0)}`).join(' · ')
  const stands = standingWords(standing)
  return { en: `This plan: ${total('en')}. ${stands.en}`, ko: `이 계획: ${total('ko')}. ${stands.ko}` }
}

function standingWords(standing: Standing | null): Text {
  if (!standing)
    return {
      en: 'It breaks a goal or a guard, so it is not one of them.',
      ko: '목표나 조건을 어기므로 그 안에 들지 않습니다.',
    }
  const { beatenBy, counted } = standing
  if (beatenBy === 0) return { en: 'No plan beats it.', ko: '이 계획을 이기는 계획은 없습니다.' }
  const least = counted === 'least' ? { en: 'At least ', ko: '적어도 ' } : { en: '', ko: '' }
  const n = grouped(beatenBy)
  return {
    en: `${least.en}${n} ${beatenBy === 1 ? 'plan beats' : 'plans beat'} it.`,
    ko: `${least.ko}계획 ${n}개가 이 계획을 이깁니다.`,
  }
}

/** How many plans that break a goal or a guard are not drawn. */
export const outsideWords = (count: number): Text => ({
  en: `${grouped(count)} ${count === 1 ? 'plan that breaks' : 'plans that break'} a goal or a guard ${count === 1 ? 'stands' : 'stand'} farther out.`,
  ko: `목표나 조건을 어기는 계획 ${grouped(count)}개는 그림 밖에 있습니다.`,
})

/** What one swap would buy, in a sentence. */
export function bargainWords(
  objectives: readonly Objective[],
  values: readonly number[],
  bargain: Bargain,
): Text {
  if (bargain.type === 'none')
    return {
      en: 'No single swap that keeps every goal and guard makes anything better.',
      ko: '목표와 조건을 지키면서 한 곳만 바꿔 더 나아지는 것은 없습니다.',
    }
  const bought = boughtWords(objectives, values, bargain.values)
  const { say } = bargain
  if (bargain.type === 'beats')
    return {
      en: `One swap, "${say.en}", would beat it: ${bought.en}.`,
      ko: `한 곳만 바꿔도("${say.ko}") 더 나아집니다: ${bought.ko}.`,
    }
  return {
    en: `One swap, "${say.en}", would trade one thing for another: ${bought.en}.`,
    ko: `한 곳만 바꾸면("${say.ko}") 하나를 얻고 하나를 내줍니다: ${bought.ko}.`,
  }
}

/** What changes and how, from the old values to the new ones. */
function boughtWords(
  objectives: readonly Objective[],
  values: readonly number[],
  others: readonly number[],
): Text {
  const changed = objectives.flatMap(({ text }, i) => {
    const [from = 0, to = 0] = [values[i], others[i]]
    return from === to ? [] : [{ text, from: grouped(from), to: grouped(to) }]
  })
  return {
    en: changed.map(({ text, from, to }) => `${text.en} ${to} instead of ${from}`).join(' · '),
    ko: changed.map(({ text, from, to }) => `${text.ko} ${from} → ${to}`).join(' · '),
  }
}

const grouped = (value: number): string => value.toLocaleString('en-US')
