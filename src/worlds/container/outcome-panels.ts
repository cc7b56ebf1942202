import type { Cell, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import type { LoadOutcome } from '../../kernel/load.ts'
import type { Plan } from './plan.ts'
import { type Resource, resourcesOf } from './resources.ts'
import { type BoxRun, runCase } from './run.ts'
import { caseName } from './case-name.ts'
import { caseIds } from './setup.ts'
import type { Stage } from './stage.ts'
import { film } from './story.ts'

/** After a run: a table of what became of each box, and each case told as a timeline. */
export function outcomePanels(stage: Stage, plan: Plan): readonly Panel[] {
  return [outcomeTable(stage, plan), ...caseIds(stage.setup).map(name => casePanel(stage, plan, name))]
}

function casePanel(stage: Stage, plan: Plan, name: string): Panel {
  const { moments } = film(stage.setup, plan, name)
  const label = caseName(stage.setup, name)
  return timeline(`case.${name}`, { en: `Run: ${label.en}`, ko: `실행: ${label.ko}` }, moments)
}

/** A timeline panel and its words. */
export function timeline(
  id: string,
  title: Text,
  moments: readonly (Panel & { type: 'timeline' })['moments'][number][],
): Panel {
  const line = (lang: 'en' | 'ko') => moments.map(m => `${m.at.trim()} ${m.who}: ${m.say[lang]}`).join('\n')
  const nothing = { en: 'Nothing happens.', ko: '아무 일도 일어나지 않습니다.' }
  return {
    type: 'timeline',
    id,
    title,
    seat: 'both',
    say: moments.length === 0 ? nothing : { en: line('en'), ko: line('ko') },
    moments,
  }
}

function outcomeTable(stage: Stage, plan: Plan): Panel {
  const { setup } = stage
  const cases = caseIds(setup)
  const resources = resourcesOf(setup)
  const runs = cases.map(name => runCase(setup, plan, name))
  const rows = plan.machine.boxes.map(({ id }) => [
    cell(same(id), 'plain'),
    ...runs.map(run =>
      outcomeCell(
        run.boxes.find(b => b.id === id),
        resources,
      ),
    ),
  ])
  const host = [
    cell({ en: 'host', ko: '호스트' }, 'plain'),
    ...runs.map(({ host: h, aftermath }) => {
      const { deleted, killed, mounts } = aftermath
      const harmed = h.victims.length + deleted.length + killed.length + mounts.length > 0 || !h.psWorks
      const full = h.taskTableFull
      if (!h.psWorks) return cell({ en: 'ps is broken', ko: 'ps가 고장 남' }, 'bad')
      if (full) return cell({ en: 'pid table full', ko: 'PID 테이블이 가득 참' }, 'bad')
      return harmed
        ? cell({ en: 'harmed', ko: '피해를 입음' }, 'bad')
        : cell({ en: 'fine', ko: '정상' }, 'good')
    }),
  ]
  const head = [{ en: 'box', ko: '상자' }, ...cases.map(name => caseName(setup, name))]
  const all = [...rows, host]
  const read = (lang: 'en' | 'ko') =>
    all
      .map(row =>
        row.map((c, i) => (i === 0 ? c.text[lang] : `${head[i]?.[lang]}: ${c.text[lang]}`)).join('; '),
      )
      .join('\n')
  return {
    type: 'table',
    id: 'outcome',
    title: { en: 'What became of them', ko: '어떻게 되었나' },
    seat: 'both',
    say: { en: read('en'), ko: read('ko') },
    head,
    rows: all,
  }
}

const cell = (text: Text, tone: Tone): Cell => ({ text, tone })

function outcomeCell(run: BoxRun | undefined, resources: readonly Resource[]): Cell {
  if (run === undefined) return cell(same('–'), 'quiet')
  if (run.start !== 'ok')
    return cell({ en: `not started (${run.start})`, ko: `시작 못 함(${run.start})` }, 'bad')
  const measures = measuresOf(run.load, resources)
  const add = (text: Text): Text => ({
    en: [text.en, ...measures.map(m => m.en)].join(', '),
    ko: [text.ko, ...measures.map(m => m.ko)].join(', '),
  })
  const { load } = run
  if (load.exitCode === null) return cell(add({ en: 'running', ko: '실행 중' }), 'plain')
  if (load.exitCode === 0)
    return cell(add({ en: `done after ${load.endedAt} s`, ko: `${load.endedAt}초 만에 완료` }), 'good')
  if (load.oomKilled !== 'no') return cell({ en: 'OOM-killed (137)', ko: 'OOM 강제 종료(137)' }, 'bad')
  return cell({ en: `exit code ${load.exitCode}`, ko: `종료 코드 ${load.exitCode}` }, 'bad')
}

/** The figures worth a look, for the resources that the level is about. */
function measuresOf(load: LoadOutcome, resources: readonly Resource[]): readonly Text[] {
  const measures: { readonly [R in Resource]: Text | null } = {
    memory:
      load.hitPercent < 100 ? { en: `hits ${load.hitPercent} %`, ko: `적중률 ${load.hitPercent}%` } : null,
    cpu:
      load.cpuPercent < 100
        ? { en: `CPU ${load.cpuPercent} % of wanted`, ko: `CPU 요구의 ${load.cpuPercent}%` }
        : null,
    tasks:
      load.failedForks > 0
        ? { en: `${load.failedForks} forks failed`, ko: `fork 실패 ${load.failedForks}번` }
        : null,
    disk:
      load.writePercent < 100
        ? { en: `disk ${Math.round(load.writeRate)} MB/s`, ko: `디스크 ${Math.round(load.writeRate)} MB/s` }
        : null,
    link:
      load.sendPercent < 100
        ? { en: `sends ${Math.round(load.sendRate)} Mbit/s`, ko: `송신 ${Math.round(load.sendRate)} Mbit/s` }
        : load.receivePercent < 100
          ? {
              en: `receives ${Math.round(load.receiveRate)} Mbit/s`,
              ko: `수신 ${Math.round(load.receiveRate)} Mbit/s`,
            }
          : null,
  }
  return resources.flatMap(resource => measures[resource] ?? [])
}
