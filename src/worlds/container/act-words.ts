import { same, type Text } from '../../core/text.ts'
import type { Errno } from '../../kernel/machine.ts'
import { withParticle } from '../../words/particles.ts'
import type { Act } from './acts.ts'

/** What `strerror(3)` prints for the errors of the model. */
export const STRERROR: { readonly [E in Errno]: string } = {
  ok: 'Success',
  EPERM: 'Operation not permitted',
  EACCES: 'Permission denied',
  EBUSY: 'Device or resource busy',
  ENOENT: 'No such file or directory',
  ESRCH: 'No such process',
  EINVAL: 'Invalid argument',
  EROFS: 'Read-only file system',
  EADDRINUSE: 'Address already in use',
  ECONNREFUSED: 'Connection refused',
  ENETUNREACH: 'Network is unreachable',
  EAGAIN: 'Resource temporarily unavailable',
  ENOMEM: 'Cannot allocate memory',
}

/** How an endpoint is written for people: `127.0.0.1:8080`, `@agent`, `/run/app.sock`. */
export const endpointName = (endpoint: number | string): string =>
  typeof endpoint === 'number' ? `:${endpoint}` : endpoint

const both = (en: string, ko: string): Text => ({ en, ko })

/** An act in a few words, as the level's picture lists what a workload does. */
export function describeAct(act: Act): Text {
  switch (act.verb) {
    case 'hostname':
      return both(`renames its host to ${act.value}`, `호스트 이름 변경: ${act.value}`)
    case 'listen':
      return both(`listens on ${endpointName(act.value)}`, `${endpointName(act.value)}에서 수신 대기`)
    case 'connect':
      return both(`connects to ${endpointName(act.value)}`, `${endpointName(act.value)}에 접속`)
    case 'share':
      return both(`creates SysV shared memory '${act.value}'`, `SysV 공유 메모리 '${act.value}' 생성`)
    case 'attach':
      return both(`attaches SysV shared memory '${act.value}'`, `SysV 공유 메모리 '${act.value}'에 연결`)
    case 'post':
      return both(`creates /dev/shm/${act.value}`, `/dev/shm/${act.value} 생성`)
    case 'peek':
      return both(`reads /dev/shm/${act.value}`, `/dev/shm/${act.value} 읽기`)
    case 'read':
      return both(`reads ${act.value}`, `${act.value} 읽기`)
    case 'overwrite':
      return both(`writes to ${act.value}`, `${act.value}에 쓰기`)
    case 'delete':
      return both(`deletes ${act.value}`, `${act.value} 삭제`)
    case 'mount':
      return both(`mounts a tmpfs on ${act.value}`, `${act.value}에 tmpfs 마운트`)
    case 'signal':
      return both(`kills ${act.value}`, `${act.value} 강제 종료`)
    case 'list':
      return both('lists processes', '프로세스 목록 조회')
    case 'escape':
      return both('tries to leave its root directory', '루트 디렉터리 밖으로 나가려 함')
    case 'climb':
      return both('tries to write through /proc/1/root', '/proc/1/root를 통해 쓰려 함')
    case 'raw':
      return both('opens a raw socket', 'raw 소켓 열기')
    case 'set':
      return both('sets the wall clock', '시스템 시각 변경')
    default:
      return describeLoad(act)
  }
}

type LoadVerb =
  | 'serve'
  | 'grow'
  | 'fill'
  | 'threads'
  | 'workers'
  | 'bomb'
  | 'burn'
  | 'writes'
  | 'sends'
  | 'receives'
  | 'wait'
  | 'exit'
/** An act that uses a resource over time. */
export type LoadVerbAct = Extract<Act, { verb: LoadVerb }>
/** An act that is over at once, with a result. */
export type InstantAct = Exclude<Act, { verb: LoadVerb }>

function describeLoad(act: LoadVerbAct): Text {
  switch (act.verb) {
    case 'serve':
      return both(`serves ${act.value}`, `${act.value} 서비스`)
    case 'grow':
      return both(`grows to ${act.value.to} MiB`, `메모리 ${act.value.to} MiB까지 증가`)
    case 'fill':
      return both(
        `caches in whatever memory it is given; ${act.value.useful} MiB are useful`,
        `주는 만큼 캐시에 사용, 쓸모 있는 양은 ${act.value.useful} MiB`,
      )
    case 'threads':
      return both(`starts ${act.value.count} threads`, `스레드 ${act.value.count}개 시작`)
    case 'workers':
      return both(
        `one worker of ${act.value.each} MiB for each CPU it sees`,
        `보이는 CPU마다 ${act.value.each} MiB짜리 워커 하나`,
      )
    case 'bomb':
      return both('forks without end', '끝없이 fork')
    case 'wait':
      return both(`waits ${act.value} s`, `${act.value}초 대기`)
    case 'exit':
      return both(
        `ends with exit code ${act.value}`,
        `종료 코드 ${withParticle(String(act.value), '으로/로')} 끝남`,
      )
    default:
      return describeRate(act)
  }
}

/** How much there is to move in all, where it ends. */
const inAll = (total: number | undefined, unit: string): string =>
  total === undefined ? '' : `, ${total} ${unit}`

function describeRate(act: Extract<Act, { verb: 'burn' | 'writes' | 'sends' | 'receives' }>): Text {
  switch (act.verb) {
    case 'burn': {
      const { cores, work } = act.value
      return work === undefined
        ? both(`wants ${cores} cores`, `CPU ${cores}코어 요구`)
        : both(
            `has ${work} core-seconds of work for ${cores} threads`,
            `스레드 ${cores}개로 ${work} 코어초의 작업`,
          )
    }
    case 'writes': {
      const { rate, total, how } = act.value
      const all = inAll(total, 'MB')
      return both(
        `writes ${rate} MB/s ${how}${all}`,
        `${rate} MB/s ${how === 'direct' ? '다이렉트' : '버퍼드'} 쓰기${all}`,
      )
    }
    case 'sends':
      return both(
        `uploads ${act.value.rate} Mbit/s${inAll(act.value.total, 'Mbit')}`,
        `${act.value.rate} Mbit/s 업로드${inAll(act.value.total, 'Mbit')}`,
      )
    case 'receives':
      return both(
        `downloads ${act.value.rate} Mbit/s${inAll(act.value.total, 'Mbit')}`,
        `${act.value.rate} Mbit/s 다운로드${inAll(act.value.total, 'Mbit')}`,
      )
    default:
      return act satisfies never
  }
}

/** How an act went: `connects to @agent: Connection refused (ECONNREFUSED)`. */
export function describeResult(act: Act, result: Errno): Text {
  const { en, ko } = describeAct(act)
  const outcome = result === 'ok' ? success(act) : same(`${STRERROR[result]} (${result})`)
  return both(`${en}: ${outcome.en}`, `${ko}: ${outcome.ko}`)
}

/** What came of an act that succeeded; for an attack `ok` would leave open for whom. */
function success({ verb }: Act): Text {
  if (verb === 'escape') return both("it is on the host's root", '호스트의 루트에 도달')
  return verb === 'climb' ? both("it writes on the host's root", '호스트의 루트에 쓰기 성공') : same('ok')
}
