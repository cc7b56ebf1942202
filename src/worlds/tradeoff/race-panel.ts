import type { Moment, Panel } from '../../core/scene.ts'
import { same } from '../../core/text.ts'
import { caveat, pullFigures, serveFigures } from './figures.ts'
import type { Option } from './option.ts'
import { type Placed, type Placement, serveMs } from './placement.ts'
import { linkMs } from './transfer.ts'
import { valueWords } from './words.ts'

/** The start-up of all workloads as a race: who has its image when, and who serves when. */
export function racePanel(plan: Placement): Panel {
  const moments = plan.options
    .flatMap((option, i) => {
      const at = plan.hosts[plan.at[i] ?? 0]
      return at === undefined ? [] : momentsOf(option, at)
    })
    .toSorted((a, b) => a.ms - b.ms)
    .map(({ moment }) => moment)
  const line = (lang: 'en' | 'ko'): string => moments.map(m => `${m.at} ${m.who}: ${m.say[lang]}`).join('\n')
  return {
    type: 'timeline',
    id: 'race',
    title: { en: 'Start-up', ko: '시작 경주' },
    seat: 'both',
    say: { en: line('en'), ko: line('ko') },
    moments,
  }
}

type Timed = { readonly ms: number; readonly moment: Moment }

function momentsOf(option: Option, at: Placed): readonly Timed[] {
  const { pack, ready } = option.choice
  const how = valueWords({ name: 'pack' }, pack)
  const ms = serveMs(option, at)
  const mark = caveat(serveFigures(option, at))
  const late = ms > option.startWithin
  const served: Timed = {
    ms,
    moment: {
      at: clock(ms),
      who: option.id,
      say:
        ready === 'running'
          ? { en: 'serves: it ran already', ko: '응답함: 이미 실행 중이었음' }
          : { en: `serves (${how.en})${mark.en}`, ko: `응답함(${how.ko})${mark.ko}` },
      tone: late ? 'bad' : option.startWithin === Infinity ? 'plain' : 'good',
    },
  }
  if (ready !== 'cold' && ready !== 'lazy') return [served]
  const pulled = linkMs(at.transfer.atStart, at.host.setup.link)
  const size = Math.ceil(at.transfer.atStart)
  const pullMark = caveat(pullFigures(at.options))
  const pull: Timed = {
    ms: pulled,
    moment: {
      at: clock(pulled),
      who: option.id,
      say: {
        en: `its image is there: ${at.host.id} pulled ${size} MB${pullMark.en}`,
        ko: `이미지 도착: ${at.host.id}, 풀 ${size} MB${pullMark.ko}`,
      },
      tone: 'plain',
    },
  }
  return [pull, served]
}

const clock = (ms: number): string => same(`${(ms / 1000).toFixed(2).padStart(6)} s`).en
