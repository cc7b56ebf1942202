import type { Cell, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { caveat, iopsFigures, serveFigures } from './figures.ts'
import { type Wall, WALL_NAMES } from './isolation.ts'
import type { Need } from './needs.ts'
import type { Option } from './option.ts'
import { type Placed, type Placement, serveMs, unmetOf } from './placement.ts'
import type { WorkloadSetup } from './setup.ts'
import { ACTIVITIES, speedFigures } from './slowdown.ts'
import type { Stage } from './stage.ts'
import { ACTIVITY_WORDS, MISFIT_WORDS, NEED_WORDS } from './words.ts'

/** One line of the table: what is asked, what is given, and which need it belongs to. */
type Line = { readonly need: Need; readonly asked: Text; readonly given: Text; readonly met: boolean }

/** What each workload needs; after a run also what it gets, met or not. */
export function needsPanel(stage: Stage, plan: Placement, phase: 'build' | 'ran'): Panel {
  const asked = plan.options.flatMap((option, i) => {
    const workload = stage.setup.workloads[option.id]
    const at = plan.hosts[plan.at[i] ?? 0]
    if (workload === undefined || at === undefined) return []
    const lines = linesOf(stage, workload, option, at).filter(line => phase === 'ran' || !isCoupled(line))
    return lines.length === 0 ? [] : [{ id: option.id, lines }]
  })
  const nothing = { en: 'Nothing beyond room to run.', ko: '실행될 자리 말고는 없습니다.' }
  return {
    type: 'table',
    id: 'needs',
    title: { en: 'Needs', ko: '요구 사항' },
    seat: 'both',
    say:
      asked.length === 0 ? nothing : { en: sayNeeds(asked, phase, 'en'), ko: sayNeeds(asked, phase, 'ko') },
    head: [
      { en: 'need', ko: '요구' },
      { en: 'asked', ko: '기준' },
      ...(phase === 'ran' ? [{ en: 'given', ko: '실제' }] : []),
    ],
    rows: asked.flatMap(({ id, lines }) => [nameRow(id, phase), ...lines.map(line => rowOf(line, phase))]),
  }
}

type Asked = { readonly id: string; readonly lines: readonly Line[] }

/** Needs that are only told where they are missed: they come from neighbours, not from the workload. */
const isCoupled = ({ need }: Line): boolean => ['fit', 'memory', 'cpu', 'disk', 'port'].includes(need)

/** The workload's name above its needs, so that narrow screens have three columns to fit, not four. */
const nameRow = (id: string, phase: 'build' | 'ran'): readonly Cell[] =>
  [same(id), same(''), ...(phase === 'ran' ? [same('')] : [])].map(text => cell(text, 'quiet'))

function rowOf(line: Line, phase: 'build' | 'ran'): readonly Cell[] {
  const asked = [cell(NEED_WORDS[line.need], 'plain'), cell(line.asked, 'plain')]
  return phase === 'build' ? asked : [...asked, cell(line.given, line.met ? 'good' : 'bad')]
}

function sayNeeds(asked: readonly Asked[], phase: 'build' | 'ran', lang: 'en' | 'ko'): string {
  const met = { en: ['unmet', 'met'], ko: ['미충족', '충족'] }[lang]
  const lines = asked.flatMap(({ id, lines: its }) =>
    its.map(line => {
      const given = phase === 'build' ? '' : ` · ${line.given[lang]} · ${met[line.met ? 1 : 0] ?? ''}`
      return `${id}: ${NEED_WORDS[line.need][lang]} ${line.asked[lang]}${given}`
    }),
  )
  return lines.join('\n')
}

const cell = (text: Text, tone: Tone): Cell => ({ text, tone })

function linesOf(stage: Stage, workload: WorkloadSetup, option: Option, at: Placed): readonly Line[] {
  const unmet = new Set(stage.cases.flatMap((_, i) => unmetOf(option, at, i)))
  return [...declaredLines(workload, option, at, unmet), ...coupledLines(option, at, unmet)]
}

function declaredLines(
  { needs }: WorkloadSetup,
  option: Option,
  at: Placed,
  unmet: ReadonlySet<Need>,
): readonly Line[] {
  const { facts } = option
  const line = (need: Need, asked: Text, given: Text): Line => ({ need, asked, given, met: !unmet.has(need) })
  return [
    ...(needs.wall === undefined
      ? []
      : [line('wall', wallAsked(needs.wall, needs.from), WALL_NAMES[facts.wall])]),
    ...(needs.startWithin === undefined ? [] : [startLine(needs.startWithin, option, at, unmet)]),
    ...speedLines(needs.speed, option),
    ...(needs.iops === undefined ? [] : [line('iops', same(`≥ ${needs.iops}`), iopsWords(option))]),
    ...(needs.hosts.length === 0
      ? []
      : [line('hosts', same(needs.hosts.join(', ')), same(facts.runsOn.join(', ')))]),
    ...needs.clauses.map(clause =>
      line(
        clause,
        { en: 'yes', ko: '예' },
        unmet.has(clause) ? { en: 'no', ko: '아니요' } : { en: 'yes', ko: '예' },
      ),
    ),
  ]
}

function wallAsked(wall: Wall, from: readonly string[]): Text {
  const { en, ko } = WALL_NAMES[wall]
  if (from.length === 0) return { en: `≥ ${en}`, ko: `${ko} 이상` }
  const list = from.join(', ')
  return { en: `≥ ${en} beside ${list}`, ko: `${list} 곁에서는 ${ko} 이상` }
}

function iopsWords({ facts, choice }: Option): Text {
  const mark = caveat(iopsFigures(choice.pack))
  return { en: `${facts.iops}${mark.en}`, ko: `${facts.iops}${mark.ko}` }
}

function startLine(within: number, option: Option, at: Placed, unmet: ReadonlySet<Need>): Line {
  const mark = caveat(serveFigures(option, at))
  const seconds = serveMs(option, at) / 1000
  return {
    need: 'start',
    asked: { en: `≤ ${within} s`, ko: `${within}초 이내` },
    given: { en: `${seconds} s${mark.en}`, ko: `${seconds}초${mark.ko}` },
    met: !unmet.has('start'),
  }
}

function speedLines(asked: WorkloadSetup['needs']['speed'], { choice, facts }: Option): readonly Line[] {
  return ACTIVITIES.flatMap((activity): Line[] => {
    const least = asked[activity]
    if (least === undefined) return []
    const mark = caveat(speedFigures(choice.pack, activity, choice) ?? [])
    const given = facts.speed[activity]
    return [
      {
        need: 'speed',
        asked: {
          en: `${ACTIVITY_WORDS[activity].en} ≥ ${least}%`,
          ko: `${ACTIVITY_WORDS[activity].ko} ≥ ${least}%`,
        },
        given: { en: `${given}%${mark.en}`, ko: `${given}%${mark.ko}` },
        met: given >= least,
      },
    ]
  })
}

function coupledLines(option: Option, at: Placed, unmet: ReadonlySet<Need>): readonly Line[] {
  const line = (need: Need, asked: Text, given: Text): readonly Line[] =>
    unmet.has(need) ? [{ need, asked, given, met: false }] : []
  const reasons = (lang: 'en' | 'ko'): string =>
    option.facts.misfits.map(m => MISFIT_WORDS[m][lang]).join('; ')
  const full = { en: `${at.host.id} is overfull`, ko: `${at.host.id}: 넘침` }
  return [
    ...line('fit', same(at.host.id), { en: reasons('en'), ko: reasons('ko') }),
    ...line('memory', same(at.host.id), full),
    ...line('cpu', same(at.host.id), full),
    ...line('disk', same(at.host.id), full),
    ...line('port', same(String(option.port)), { en: 'address already in use', ko: '이미 쓰이는 주소' }),
  ]
}
