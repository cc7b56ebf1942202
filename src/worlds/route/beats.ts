import type { Beat, Moment } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { ACT_WORDS } from './calls.ts'
import { journey } from './graph.ts'
import { playCase, type PodOutcome } from './outcome.ts'
import { partLabel } from './part-words.ts'
import type { Plan } from './plan.ts'
import type { CaseSetup } from './setup.ts'
import { caseName, type Stage } from './stage.ts'

/** The run of a plan: in each case each pod's message travels, hop by hop, until it arrives or is stopped. */
export const beatsOf = (stage: Stage, plan: Plan): readonly Beat[] =>
  stage.setup.cases.flatMap(events =>
    playCase(plan, events).pods.flatMap(outcome => podBeats(events, outcome)),
  )

function podBeats(events: CaseSetup, outcome: PodOutcome): readonly Beat[] {
  const { road, node, pod, failure } = outcome
  const title = {
    en: `${pod.id} starts: ${caseName(events).en}`,
    ko: `${pod.id} 시작: ${caseName(events).ko}`,
  }
  const frame = { id: 'run.road', title, group: node.id }
  const last = journey(outcome, frame)
  const reached =
    road === null ? 0 : [...(road.links ?? [])].findIndex(({ to }) => to === last.message?.at) + 1
  const hops = (road?.links ?? []).slice(0, reached).map(
    (link, i): Beat => ({
      ms: 350,
      say: arrival(partLabel(link.to, node), link.protocol),
      changed: [journey(outcome, frame, i + 1)],
    }),
  )
  const ending: Beat = {
    ms: 900,
    say:
      failure === 'none'
        ? { en: `${pod.id} runs`, ko: `${pod.id} 실행 중` }
        : same(`${pod.id}: ${outcome.error}`),
    changed: [last, momentsPanel(outcome)],
  }
  return [...hops, ending]
}

const arrival = (to: Text, protocol: string): Text => ({
  en: `${protocol} reaches ${to.en}`,
  ko: `${protocol} → ${to.ko}`,
})

/** The acts of a start as a timeline, with the programs that were executed. */
function momentsPanel(outcome: PodOutcome): Beat['changed'][number] {
  const { acts, failure, error, pod } = outcome
  const moments = acts.map((act, i): Moment => {
    const isFailed = failure !== 'none' && i === acts.length - 1
    const executed = act.executes.length === 0 ? '' : `  [${act.executes.join(', ')}]`
    const words = ACT_WORDS[act.id]
    return {
      at: String(i + 1),
      who: act.call,
      say: { en: `${words.en}${executed}`, ko: `${words.ko}${executed}` },
      tone: isFailed ? 'bad' : 'plain',
    }
  })
  const line = (lang: 'en' | 'ko') => moments.map(m => `${m.at} ${m.who}: ${m.say[lang]}`).join('\n')
  const nothing = { en: `No call was made. ${error}`, ko: `호출이 없었습니다. ${error}` }
  return {
    type: 'timeline',
    id: 'run.calls',
    title: { en: `Calls for ${pod.id}`, ko: `${pod.id}의 호출` },
    seat: 'both',
    say: moments.length === 0 ? nothing : { en: line('en'), ko: line('ko') },
    moments,
  }
}
