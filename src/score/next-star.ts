import type { Text } from '../core/text.ts'
import type { Level, Rule, RuleKind } from '../level/level.ts'
import type { Effort, Score, Verdict } from './score.ts'

/** What the next star wants, in words; `null` at three stars. */
export function nextStar(
  stars: Score['stars'],
  { rules, third }: Pick<Level, 'rules' | 'third'>,
  verdict: Verdict,
  effort: Effort,
): Text | null {
  switch (stars) {
    case 0:
      return wants('★', { en: 'every goal', ko: '모든 목표' }, broken('goal', rules, verdict))
    case 1:
      return wants('★★', { en: 'every guard', ko: '모든 조건' }, broken('guard', rules, verdict))
    case 2:
      return thirdStar(third ?? 'par', effort)
    case 3:
      return null
    default:
      return stars satisfies never
  }
}

/** All rules of a kind that do not hold, in the level's order. */
function broken(kind: RuleKind, rules: readonly Rule[], verdict: Verdict): Text {
  const lost = new Set(verdict.rules.filter(rule => rule.kind === kind && !rule.held).map(({ id }) => id))
  const texts = rules.filter(({ id }) => lost.has(id)).map(({ text }) => text)
  return { en: texts.map(({ en }) => en).join('; '), ko: texts.map(({ ko }) => ko).join(', ') }
}

const wants = (star: string, what: Text, missing: Text): Text => ({
  en: `${star} wants ${what.en}. Still open: ${missing.en}`,
  ko: `${star}에 필요한 것: ${what.ko}. 남은 것: ${missing.ko}`,
})

function thirdStar(third: 'par' | 'frontier', effort: Effort): Text {
  const { moves, par, runs, runsAllowed, hints, compared } = effort
  const standing = compared?.standing
  const reasons: readonly (Text | false)[] = [
    third === 'frontier' &&
      standing !== undefined &&
      standing.beatenBy > 0 && {
        en: `a plan that no other beats (${standing.counted === 'least' ? 'at least ' : ''}${standing.beatenBy} beat this one)`,
        ko: `어떤 계획에도 지지 않는 계획(${standing.counted === 'least' ? '적어도 ' : ''}${standing.beatenBy}개가 이 계획을 이김)`,
      },
    third === 'par' &&
      moves > par && {
        en: `at most ${par} moves (these were ${moves})`,
        ko: `${par}수 이하(이번에는 ${moves}수)`,
      },
    runs > runsAllowed && {
      en: `at most ${runsAllowed} ${runsAllowed === 1 ? 'run' : 'runs'} (this was run ${runs})`,
      ko: `실행 ${runsAllowed}번 이내(이번이 ${runs}번째)`,
    },
    hints[3] > 0 && { en: 'no hint that names the move', ko: '수를 알려 주는 힌트를 쓰지 않기' },
  ]
  const given = reasons.filter(reason => reason !== false)
  return {
    en: `★★★ wants ${given.map(reason => reason.en).join(', and ')}`,
    ko: `★★★에 필요한 것: ${given.map(reason => reason.ko).join(', ')}`,
  }
}
