import type { Cell, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { caveat, serveFigures } from './figures.ts'
import type { Need } from './needs.ts'
import type { Option } from './option.ts'
import { type Placed, type Placement, serveMs, unmetOf } from './placement.ts'
import type { WorkloadSetup } from './setup.ts'
import { ACTIVITIES, speedFigures } from './slowdown.ts'
import type { Stage } from './stage.ts'
import { MISFIT_WORDS, NEED_WORDS } from './words.ts'

/** One line of the table: what is asked, what is given, and which need it belongs to. */
type Line = { readonly need: Need; readonly asked: Text; readonly given: Text; readonly met: boolean }

/** What each workload needs; after a run also what it gets, met or not. */
export function needsPanel(stage: Stage, plan: Placement, phase: 'build' | 'ran'): Panel {
  const rows = plan.options.flatMap((option, i) => {
    const workload = stage.setup.workloads[option.id]
    const at = plan.hosts[plan.at[i] ?? 0]
    if (workload === undefined || at === undefined) return []
    const lines = linesOf(stage, workload, option, at).filter(line => phase === 'ran' || !isCoupled(line))
    return lines.map(line => rowOf(option.id, line, phase))
  })
  const head = [
    { en: 'workload', ko: '워크로드' },
    { en: 'needs', ko: '필요' },
    ...(phase === 'ran'
      ? [
          { en: 'gets', ko: '실제' },
          { en: 'met', ko: '충족' },
        ]
      : []),
  ]
  const say = (lang: 'en' | 'ko'): string =>
    rows.map(row => row.map(cell => cell.text[lang]).join(' · ')).join('\n')
  const nothing = { en: 'Nothing beyond room to run.', ko: '실행될 자리 말고는 없습니다.' }
  return {
    type: 'table',
    id: 'needs',
    title: { en: 'Needs', ko: '요구 사항' },
    seat: 'both',
    say: rows.length === 0 ? nothing : { en: say('en'), ko: say('ko') },
    head,
    rows,
  }
}

/** Needs that are only told where they are missed: they come from neighbours, not from the workload. */
const isCoupled = ({ need }: Line): boolean => ['fit', 'memory', 'cpu', 'disk', 'port'].includes(need)

function rowOf(id: string, line: Line, phase: 'build' | 'ran'): readonly Cell[] {
  const tone: Tone = phase === 'build' ? 'plain' : line.met ? 'good' : 'bad'
  const name = NEED_WORDS[line.need]
  const needs = { en: `${name.en}: ${line.asked.en}`, ko: `${name.ko}: ${line.asked.ko}` }
  const met = line.met ? { en: 'met', ko: '충족' } : { en: 'unmet', ko: '미충족' }
  const first = [cell(same(id), 'plain'), cell(needs, 'plain')]
  return phase === 'build' ? first : [...first, cell(line.given, tone), cell(met, tone)]
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
    ...(needs.wall === undefined ? [] : [line('wall', wallAsked(needs.wall, needs.from), same(facts.wall))]),
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

function wallAsked(wall: string, from: readonly string[]): Text {
  if (from.length === 0) return same(`≥ ${wall}`)
  const list = from.join(', ')
  return { en: `≥ ${wall} against ${list}`, ko: `≥ ${wall} (${list} 상대)` }
}

function iopsWords({ facts, choice }: Option): Text {
  const mark = caveat(choice.pack === 'microvm' ? ['iopsMicrovm'] : ['iopsHardware'])
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
        asked: same(`${activity} ≥ ${least}%`),
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
