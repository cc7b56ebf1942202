import type { Text } from '../core/text.ts'
import type { Objective } from '../level/level.ts'
import type { Compared, ScoreLine } from './score.ts'
import type { Standing } from './standing.ts'

/** What the score card says of a plan among all good plans, and of one that is better. Nothing is earned by it or lost. */
export function standingLines(
  objectives: readonly Objective[],
  { values, standing, changes }: Compared,
): readonly ScoreLine[] {
  const line = (say: Text): ScoreLine => ({ type: 'standing', say, points: 0 })
  const { better } = standing
  if (!better) return [line(UNBEATEN)]
  return [
    line(beatenWords(standing)),
    line(betterWords(objectives, values, better.values)),
    ...(changes.length > 0 ? [line(changeWords(changes))] : []),
  ]
}

const UNBEATEN: Text = {
  en: 'No plan beats this one: whatever is better in one thing is worse in another',
  ko: '이 계획을 이기는 계획이 없음: 하나가 나아지면 다른 하나가 나빠짐',
}

function beatenWords({ beatenBy, counted }: Standing): Text {
  const most = counted === 'least' ? { en: 'At least ', ko: '적어도 ' } : { en: '', ko: '' }
  const plans = beatenBy === 1 ? '1 plan beats' : `${beatenBy} plans beat`
  return {
    en: `${most.en}${plans} this one: no worse in anything, better in something`,
    ko: `${most.ko}계획 ${beatenBy}개가 이 계획을 이김: 어느 것도 나쁘지 않고 하나는 더 나음`,
  }
}

const changeWords = (changes: readonly Text[]): Text => ({
  en: `It differs here: ${changes.map(({ en }) => en).join(' · ')}`,
  ko: `다른 점: ${changes.map(({ ko }) => ko).join(' · ')}`,
})

function betterWords(
  objectives: readonly Objective[],
  values: readonly number[],
  others: readonly number[],
): Text {
  const said = (lang: 'en' | 'ko'): string =>
    objectives
      .map(({ text }, i) => {
        const [other = 0, here = 0] = [others[i], values[i]]
        return `${text[lang]} ${grouped(other)}${other === here ? '' : instead(lang, grouped(here))}`
      })
      .join(' · ')
  return { en: `One of them: ${said('en')}`, ko: `그중 하나: ${said('ko')}` }
}

const instead = (lang: 'en' | 'ko', here: string): string =>
  lang === 'en' ? ` (here ${here})` : `(이 계획은 ${here})`

const grouped = (value: number): string => value.toLocaleString('en-US')
