import type { Text } from '../../core/text.ts'
import type { Pack } from './packs.ts'

/** What stands between a workload and its neighbours, from thin to thick. */
export const WALLS = ['shared', 'mapped', 'sentry', 'guest'] as const
/** What stands between a workload and its neighbours. */
export type Wall = (typeof WALLS)[number]

/** The wall that a packaging gives. */
export const WALL_OF: { readonly [P in Pack]: Wall } = {
  container: 'shared',
  userns: 'mapped',
  gvisor: 'sentry',
  kata: 'guest',
  microvm: 'guest',
  vm: 'guest',
}

/** The isolation class, 1 to 4: the place of its wall in the list, nothing more. */
export const isolationOf = (wall: Wall): number => WALLS.indexOf(wall) + 1

/** Each wall in a word or two, for tables. */
export const WALL_NAMES: { readonly [W in Wall]: Text } = {
  shared: { en: 'shared kernel', ko: '커널 공유' },
  mapped: { en: 'mapped root', ko: 'root 매핑' },
  sentry: { en: 'user-space kernel', ko: '사용자 공간 커널' },
  guest: { en: 'own kernel', ko: '자기 커널' },
}

/** What an attacker has to get through. */
export const WALL_WORDS: { readonly [W in Wall]: Text } = {
  shared: {
    en: 'one kernel for all; root inside is root outside, less its dropped capabilities',
    ko: '모두가 커널 하나를 공유. 안의 root는 캐퍼빌리티만 줄어든 밖의 root',
  },
  mapped: {
    en: 'one kernel for all; root inside is nobody outside',
    ko: '모두가 커널 하나를 공유. 안의 root는 밖에서 아무도 아님',
  },
  sentry: {
    en: 'a kernel in user space answers; the host sees few system calls',
    ko: '사용자 공간의 커널이 대답하고, 호스트에는 시스템 호출이 조금만 닿음',
  },
  guest: {
    en: 'a kernel of its own behind hardware virtualisation',
    ko: '하드웨어 가상화 뒤의 자기 커널',
  },
}

/** A known escape: what it went through, who says so, and the packagings that it does not pass. */
type Known = {
  readonly cve: string
  readonly through: Text
  readonly source: Text
  readonly stoppedBy: readonly Pack[]
}

/** Known escapes. What runs without runc on its host is not passed by what went through runc. */
export const ESCAPES = {
  kernelRace: {
    cve: 'CVE-2016-5195',
    through: { en: 'a race in the kernel (Dirty COW)', ko: '커널의 경쟁 상태(Dirty COW)' },
    source: {
      en: 'kernel commit 19be0eaffa3a (2016); who is stopped: background knowledge',
      ko: '커널 커밋 19be0eaffa3a (2016). 어디서 막히는지는 배경지식',
    },
    stoppedBy: ['gvisor', 'kata', 'microvm', 'vm'],
  },
  runcOverwrite: {
    cve: 'CVE-2019-5736',
    through: { en: 'root inside overwrites runc', ko: '안의 root가 runc를 덮어씀' },
    source: {
      en: 'GHSA-gxmr-w5mj-v8hh; KEP-127 for user namespaces',
      ko: 'GHSA-gxmr-w5mj-v8hh. 사용자 네임스페이스는 KEP-127',
    },
    stoppedBy: ['userns', 'gvisor', 'kata', 'microvm', 'vm'],
  },
  leakedFd: {
    cve: 'CVE-2024-21626',
    through: { en: 'runc leaks a file descriptor of the host', ko: 'runc가 호스트의 파일 디스크립터를 흘림' },
    source: { en: 'runc 1.1.12 release notes (2024)', ko: 'runc 1.1.12 릴리스 노트 (2024)' },
    stoppedBy: ['gvisor', 'kata', 'microvm', 'vm'],
  },
} as const satisfies { readonly [escape: string]: Known }

/** A known escape. */
export type Escape = keyof typeof ESCAPES

/** Whether a packaging stops an escape. */
export const stops = (pack: Pack, escape: Escape): boolean =>
  ESCAPES[escape].stoppedBy.some(stopper => stopper === pack)
