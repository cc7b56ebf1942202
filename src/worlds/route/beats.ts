import type { Beat, Moment, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { ACT_WORDS } from './calls.ts'
import { journey } from './graph.ts'
import { strip } from './outcome-panels.ts'
import { type CaseOutcome, playCase, type PodOutcome } from './outcome.ts'
import { partLabel } from './part-words.ts'
import type { Plan } from './plan.ts'
import type { CaseSetup } from './setup.ts'
import { caseName, podName, type Stage } from './stage.ts'

/**
 * The run of a plan: in each case each pod's message travels, hop by hop, until it arrives or is stopped; then they stand
 * side by side, where there are several.
 */
export const beatsOf = (stage: Stage, plan: Plan): readonly Beat[] =>
  stage.setup.cases.flatMap(events => {
    const outcome = playCase(plan, events)
    const beats = outcome.pods.flatMap(pod => podBeats(stage, events, pod))
    return outcome.pods.length > 1 ? [...beats, lastBeat(stage, events, outcome)] : beats
  })

/** The comparison takes the place of the road. */
function lastBeat(stage: Stage, events: CaseSetup, outcome: CaseOutcome): Beat {
  const panel = { ...strip(stage, events, outcome), id: ROAD }
  const moments = outcome.pods.map(
    ({ pod, status }, i): Moment => ({
      at: String(i + 1),
      who: pod.id,
      say: same(status),
      tone: status === 'Running' ? 'good' : 'bad',
    }),
  )
  const name = caseName(events)
  const title = { en: `What came of it: ${name.en}`, ko: `결과: ${name.ko}` }
  return { ms: 1500, say: panel.say, changed: [panel, story(title, moments, NO_HOP)] }
}

const ROAD = 'run.road'

function podBeats(stage: Stage, events: CaseSetup, outcome: PodOutcome): readonly Beat[] {
  const { road, node, pod } = outcome
  const name = podName(stage.setup, pod.id)
  const title = {
    en: `${name.en}: ${caseName(events).en}`,
    ko: `${name.ko}: ${caseName(events).ko}`,
  }
  const frame = { id: ROAD, title, group: node.id }
  const last = journey(outcome, frame)
  const links = road?.links ?? []
  const reached = links.findIndex(({ to }) => to === last.message?.at) + 1
  const hops = links.slice(0, reached).map(
    (link, i): Beat => ({
      ms: 350,
      say: arrival(partLabel(link.to, node), link.protocol),
      changed: [
        journey(outcome, frame, i + 1),
        story(
          { en: `On its way: ${name.en}`, ko: `가는 중: ${name.ko}` },
          hopMoments(outcome, i + 1),
          NO_HOP,
        ),
      ],
    }),
  )
  const ending: Beat = { ms: 900, say: endWords(outcome), changed: [last, callsPanel(name, outcome)] }
  return [...hops, ending]
}

const NO_HOP: Text = { en: 'Nobody answers.', ko: '대답하는 쪽이 없습니다.' }

function endWords({ failure, error, pod }: PodOutcome): Text {
  return failure === 'none' ? { en: `${pod.id} runs`, ko: `${pod.id} 실행 중` } : same(`${pod.id}: ${error}`)
}

const arrival = (to: Text, protocol: string): Text => ({
  en: `${protocol} reaches ${to.en}`,
  ko: `${protocol} → ${to.ko}`,
})

/** The hops so far, each with the form that the message had on it. */
const hopMoments = ({ road, node }: PodOutcome, upTo: number): readonly Moment[] =>
  (road?.links ?? []).slice(0, upTo).map((link, i) => ({
    at: String(i + 1),
    who: link.protocol,
    say: same(`→ ${partLabel(link.to, node).en}`),
    tone: 'plain',
  }))

/** The acts of a start with the programs that were executed, and how it ended: the error where it was stopped. */
function callsPanel(name: Text, outcome: PodOutcome): Panel {
  const { acts, failure, error, status } = outcome
  const moments = acts.map((act, i): Moment => {
    const isFailed = failure !== 'none' && i === acts.length - 1
    const executed = act.executes.length === 0 ? '' : `  [${act.executes.join(', ')}]`
    const words = ACT_WORDS[act.id]
    // Where the words begin with the call's name, it is not said twice.
    const say = (lang: 'en' | 'ko') => `${words[lang].replace(`${act.call}: `, '')}${executed}`
    const isBare = words.en === act.call && executed === ''
    return {
      at: String(i + 1),
      who: act.call,
      say: isBare ? { en: '', ko: say('ko') } : { en: say('en').replace(act.call, '').trim(), ko: say('ko') },
      tone: isFailed ? 'bad' : 'plain',
    }
  })
  const end: Moment = {
    at: '→',
    who: status,
    say: failure === 'none' ? same('') : same(error),
    tone: failure === 'none' ? 'good' : 'bad',
  }
  const nothing = { en: `No call was made. ${error}`, ko: `호출이 없었습니다. ${error}` }
  return story({ en: `Calls for ${name.en}`, ko: `${name.ko}의 호출` }, [...moments, end], nothing)
}

function story(title: Text, moments: readonly Moment[], nothing: Text): Panel {
  const line = (lang: 'en' | 'ko') => moments.map(m => `${m.at} ${m.who}: ${m.say[lang]}`).join('\n')
  return {
    type: 'timeline',
    id: 'run.calls',
    title,
    seat: 'both',
    say: moments.length === 0 ? nothing : { en: line('en'), ko: line('ko') },
    moments,
  }
}
