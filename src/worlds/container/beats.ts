import type { Beat } from '../../core/scene.ts'
import type { LoadSample } from '../../kernel/load.ts'
import { caseName } from './case-name.ts'
import { meterPanel } from './meters.ts'
import { timeline } from './outcome-panels.ts'
import type { Plan } from './plan.ts'
import { resourcesOf } from './resources.ts'
import { caseIds } from './setup.ts'
import type { Stage } from './stage.ts'
import { type Film, type FilmMoment, film } from './story.ts'

/** Seconds that are shown, at most: the first, the last, every second with an event, and some between. */
const FRAMES = 10

/** The run of a plan: each case in turn, its acts, then the machine under load until the end. */
export const beatsOf = (stage: Stage, plan: Plan): readonly Beat[] =>
  caseIds(stage.setup).flatMap(name => caseBeats(stage, plan, name))

function caseBeats(stage: Stage, plan: Plan, name: string): readonly Beat[] {
  const run = film(stage.setup, plan, name)
  const label = caseName(stage.setup, name)
  const title = { en: `Run: ${label.en}`, ko: `실행: ${label.ko}` }
  const resources = resourcesOf(stage.setup)
  const moments = run.moments
  const openings = moments.filter(m => m.second === 0)
  const gauges = (sample: LoadSample) =>
    resources.map(r => meterPanel(stage, plan, r, { sample, load: run.load }))
  const still = stillSample(plan)
  const opening: Beat = { ms: 500, say: title, changed: [timeline('run', title, []), ...gauges(still)] }
  const acts = openings.map(
    (moment, i): Beat => ({
      ms: 450,
      say: { en: `${moment.who}: ${moment.say.en}`, ko: `${moment.who}: ${moment.say.ko}` },
      changed: [timeline('run', title, openings.slice(0, i + 1))],
    }),
  )
  if (resources.length === 0) return [opening, ...acts]
  const frames = secondsShown(run, stage.setup.host.seconds).map((second): Beat => {
    const now = moments.filter(m => m.second === second && second > 0)
    const passed = timeline(
      'run',
      title,
      moments.filter(m => m.second <= second),
    )
    return {
      ms: now.length > 0 ? 700 : brinks(run).includes(second) ? 500 : 150,
      say:
        now.length === 0
          ? { en: `${label.en}, ${second} s`, ko: `${label.ko}, ${second}초` }
          : { en: told(now, 'en'), ko: told(now, 'ko') },
      changed: [passed, ...gauges(run.load.samples.find(s => s.second === second) ?? still)],
    }
  })
  return [opening, ...acts, ...frames]
}

/** All that happens in one second, with its time. */
const told = (now: readonly FilmMoment[], lang: 'en' | 'ko'): string =>
  `${now[0]?.at.trim() ?? ''} ${now.map(m => `${m.who}: ${m.say[lang]}`).join('; ')}`

/** The machine before anybody wants anything. */
const stillSample = (plan: Plan): LoadSample => ({
  second: 0,
  boxes: Object.fromEntries(
    plan.machine.boxes.map(({ id }) => [
      id,
      { alive: true, memory: 0, cpu: 0, tasks: 0, write: 0, send: 0, receive: 0, throttled: false },
    ]),
  ),
})

/** The second before each OOM kill, in which one sees it coming. */
const brinks = ({ load }: Film): readonly number[] =>
  load.events
    .filter(({ type }) => type === 'oom-kill' || type === 'host-oom-kill')
    .map(({ second }) => Math.max(1, second - 1))

function secondsShown(run: Film, seconds: number): readonly number[] {
  const even = Array.from({ length: FRAMES }, (_, i) => Math.max(1, Math.round((seconds * (i + 1)) / FRAMES)))
  const events = run.moments.map(m => m.second).filter(s => s > 0)
  return [...new Set([...even, ...events, ...brinks(run)])].sort((a, b) => a - b)
}
