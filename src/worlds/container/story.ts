import type { Moment, Tone } from '../../core/scene.ts'
import type { Text } from '../../core/text.ts'
import type { LoadEvent, LoadRun } from '../../kernel/load.ts'
import { simulate } from '../../kernel/simulate.ts'
import { startError } from '../../kernel/start.ts'
import { withParticle } from '../../words/particles.ts'
import { describeResult, STRERROR } from './act-words.ts'
import type { Plan } from './plan.ts'
import { type Staged, stage as stageCase } from './run.ts'
import type { Setup } from './setup.ts'

/** One case, filmed: what was over at once, and the run under load second by second. */
export type Film = {
  readonly staged: Staged
  readonly load: LoadRun
  readonly moments: readonly FilmMoment[]
}

/** A moment with the second that it belongs to. */
export type FilmMoment = Moment & { readonly second: number }

/** Runs a case with its film. */
export function film(setup: Setup, plan: Plan, name: string): Film {
  const staged = stageCase(setup, plan, name)
  const load = simulate(staged.host, staged.boxes, setup.host.seconds)
  return {
    staged,
    load,
    moments: [...openings(plan, staged), ...happenings(load), ...late(staged, load, setup.host.seconds)],
  }
}

const clock = (second: number): string => `${String(second).padStart(3)} s`

function openings(plan: Plan, staged: Staged): readonly FilmMoment[] {
  const failed = plan.machine.boxes.flatMap(({ id }): FilmMoment[] => {
    const error = startError(plan.machine, id)
    if (error === 'ok') return []
    const say = {
      en: `cannot be started: ${STRERROR[error]} (${error})`,
      ko: `시작할 수 없음: ${STRERROR[error]} (${error})`,
    }
    return [{ second: 0, at: clock(0), who: id, tone: 'bad', say }]
  })
  const { aftermath } = staged
  const done = aftermath.done.map(({ box, act, result, ignored }): FilmMoment => {
    const tone: Tone = result === 'ok' && ignored !== true ? 'plain' : 'warn'
    const said = describeResult(act, result)
    const say =
      ignored === true ? { en: `${said.en}, but PID 1 ignores it`, ko: `${said.ko}, PID 1이 무시함` } : said
    return { second: 0, at: clock(0), who: box, tone, say }
  })
  return [...failed, ...done, ...scars(aftermath)]
}

/** What is left on the host. */
function scars({
  hostnames,
  deleted,
  overwritten,
  killed,
  mounts,
}: Staged['aftermath']): readonly FilmMoment[] {
  const scar = (en: string, ko: string): FilmMoment => ({
    second: 0,
    at: clock(0),
    who: 'host',
    tone: 'warn',
    say: { en, ko },
  })
  const renamed = hostnames['host']
  return [
    ...(renamed === undefined
      ? []
      : [scar(`the host is called ${renamed} now`, `호스트 이름이 이제 ${renamed}입니다`)]),
    ...deleted.map(f => scar(`${f} is gone from the host`, `호스트의 ${f} 파일이 사라졌습니다`)),
    ...overwritten.map(f => scar(`${f} on the host was written to`, `호스트의 ${f} 파일이 변경되었습니다`)),
    ...killed.map(p => scar(`${p} was killed`, `${p} 프로세스가 강제 종료되었습니다`)),
    ...mounts.map(m =>
      scar(`a mount of a box shows on ${m}`, `상자가 한 마운트가 호스트의 ${m}에도 보입니다`),
    ),
  ]
}

/** Whoever had an end to come to, and did not come to it while the case lasted. */
function late({ boxes }: Staged, load: LoadRun, seconds: number): readonly FilmMoment[] {
  const say = { en: 'is not done when the time is over', ko: '제한 시간 안에 끝내지 못함' }
  return boxes
    .filter(({ id, acts }) => acts.some(act => act.type === 'exit') && load.boxes[id]?.exitCode === null)
    .map(({ id }) => ({ second: seconds, at: clock(seconds), who: id, tone: 'warn', say }))
}

/** At most so many moments of one kind for one box: a throttle every second is told once. */
const TOLD: { readonly [T in LoadEvent['type']]: number } = {
  'oom-kill': 3,
  'host-oom-kill': 3,
  reclaim: 1,
  throttle: 1,
  'fork-fails': 1,
  exit: 3,
  'no-device': 1,
}

function happenings(load: LoadRun): readonly FilmMoment[] {
  const told = new Map<string, number>()
  return load.events.flatMap((event): FilmMoment[] => {
    const kind = `${event.box} ${event.type}`
    const times = (told.get(kind) ?? 0) + 1
    told.set(kind, times)
    if (times > TOLD[event.type]) return []
    // An OOM kill tells of the end already.
    if (event.type === 'exit' && event.amount === 137) return []
    return [{ second: event.second, at: clock(event.second), who: event.box, ...eventWords(event) }]
  })
}

function eventWords(event: LoadEvent): { tone: Tone; say: Text } {
  const n = Math.round(event.amount)
  switch (event.type) {
    case 'oom-kill':
      return {
        tone: 'bad',
        say: {
          en: `at its memory.max; killed inside its own cgroup (exit 137)`,
          ko: `memory.max에 닿아 자기 cgroup 안에서 강제 종료(종료 코드 137)`,
        },
      }
    case 'host-oom-kill':
      return {
        tone: 'bad',
        say: {
          en: `the host ran dry, and the kernel picked this one (${n} MiB, exit 137)`,
          ko: `호스트 메모리가 바닥나 커널이 이 프로세스를 골랐음(${n} MiB, 종료 코드 137)`,
        },
      }
    case 'reclaim':
      return {
        tone: 'plain',
        say: { en: `${n} MiB of page cache reclaimed`, ko: `페이지 캐시 ${n} MiB 회수` },
      }
    case 'throttle':
      return {
        tone: 'warn',
        say: { en: 'throttled by cpu.max: it waits', ko: 'cpu.max에 걸려 스로틀링: 기다리는 중' },
      }
    case 'fork-fails':
      return {
        tone: 'warn',
        say: {
          en: 'fork: Resource temporarily unavailable (EAGAIN)',
          ko: 'fork: Resource temporarily unavailable (EAGAIN)',
        },
      }
    case 'exit':
      return {
        tone: event.amount === 0 ? 'good' : 'bad',
        say: { en: `ends with exit code ${n}`, ko: `종료 코드 ${withParticle(String(n), '으로/로')} 끝남` },
      }
    case 'no-device':
      return {
        tone: 'warn',
        say: { en: 'tc: there is no veth pair to shape', ko: 'tc: 조절할 veth 쌍이 없음' },
      }
    default:
      return event.type satisfies never
  }
}
