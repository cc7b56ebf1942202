import type { Moment, Panel } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import { caveat, pullFigures, serveFigures } from './figures.ts'
import type { Option } from './option.ts'
import { PACK_WORDS } from './packs.ts'
import { type Placed, type Placement, serveMs } from './placement.ts'
import { linkMs } from './transfer.ts'

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
    title: { en: 'Start-up race', ko: '누가 먼저 뜨나' },
    seat: 'both',
    say: { en: line('en'), ko: line('ko') },
    moments,
  }
}

type Timed = { readonly ms: number; readonly moment: Moment }

function momentsOf(option: Option, at: Placed): readonly Timed[] {
  const { ready } = option.choice
  const served = servedMoment(option, at)
  return ready === 'cold' || ready === 'lazy' ? [pulledMoment(option, at), served] : [served]
}

function servedMoment(option: Option, at: Placed): Timed {
  const how = PACK_WORDS[option.choice.pack]
  const mark = caveat(serveFigures(option, at))
  const ms = serveMs(option, at)
  const say: Text =
    option.choice.ready === 'running'
      ? { en: 'serves: it ran already', ko: '응답함: 이미 실행 중이었음' }
      : { en: `serves (${how.en})${mark.en}`, ko: `응답함(${how.ko})${mark.ko}` }
  const tone = ms > option.startWithin ? 'bad' : option.startWithin === Infinity ? 'plain' : 'good'
  return { ms, moment: { at: clock(ms), who: option.id, say, tone } }
}

function pulledMoment({ id }: Option, { host, options, transfer }: Placed): Timed {
  const ms = linkMs(transfer.atStart, host.setup.link)
  const size = Math.ceil(transfer.atStart)
  const mark = caveat(pullFigures(options))
  const say = {
    en: `has its image: ${host.id} pulled ${size} MB${mark.en}`,
    ko: `이미지 도착: ${host.id}에서 ${size} MB 풀${mark.ko}`,
  }
  return { ms, moment: { at: clock(ms), who: id, say, tone: 'plain' } }
}

const clock = (ms: number): string => `${(ms / 1000).toFixed(2).padStart(6)} s`
