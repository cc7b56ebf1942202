import type { Beat } from '../../core/scene.ts'
import { memoryPanel } from './memory-panel.ts'
import { needsPanel } from './needs-panel.ts'
import { type Placement, unmetOf } from './placement.ts'
import { racePanel } from './race-panel.ts'
import type { Stage } from './stage.ts'
import { caseName, NEED_WORDS } from './words.ts'

/** The run of a plan: it is placed, it starts, and each case asks what it needs. */
export function beatsOf(stage: Stage, plan: Placement): readonly Beat[] {
  const placed: Beat = {
    ms: 700,
    say: { en: 'Everything is put on its host.', ko: '모두 제 호스트에 올라갑니다.' },
    changed: plan.hosts.map(at => memoryPanel(stage, at)),
  }
  const race = racePanel(plan)
  const moments = race.type === 'timeline' ? race.moments : []
  const starts = moments.map((last, i): Beat => {
    return {
      ms: 400,
      say: {
        en: `${last.at.trim()}: ${last.who} ${last.say.en}`,
        ko: `${last.at.trim()}: ${last.who} ${last.say.ko}`,
      },
      changed: race.type === 'timeline' ? [{ ...race, moments: moments.slice(0, i + 1) }] : [],
    }
  })
  return [placed, ...starts, ...stage.cases.map((_, i) => caseBeat(stage, plan, i))]
}

function caseBeat(stage: Stage, plan: Placement, index: number): Beat {
  const name = caseName(stage.setup, stage.cases[index] ?? '')
  const missing = plan.options.flatMap((option, i) => {
    const at = plan.hosts[plan.at[i] ?? 0]
    const unmet = at === undefined ? [] : unmetOf(option, at, index)
    return unmet.length === 0 ? [] : [{ id: option.id, unmet }]
  })
  const list = (lang: 'en' | 'ko'): string =>
    missing
      .map(({ id, unmet }) => `${id} (${unmet.map(need => NEED_WORDS[need][lang]).join(', ')})`)
      .join('; ')
  return {
    ms: 700,
    say:
      missing.length === 0
        ? { en: `${name.en}: every need is met.`, ko: `${name.ko}: 모든 요구가 충족됩니다.` }
        : { en: `${name.en}: unmet for ${list('en')}.`, ko: `${name.ko}: 미충족 ${list('ko')}` },
    changed: [needsPanel(stage, plan, 'ran')],
  }
}
