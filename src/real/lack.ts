import { spawnSync } from 'node:child_process'
import type { Text } from '../core/text.ts'

/** What a machine is asked before a box is built on it. A fake stands in for another machine. */
export type Machine = {
  readonly platform: string
  readonly isRoot: boolean
  /** A tool can be started. */
  has(tool: string): boolean
  /** The namespaces of a throw-away host can be made; the tool's own words where not. */
  namespaces(isRoot: boolean): string | null
}

/** Tools that an exported script calls, with the Debian package of each. */
const TOOLS = {
  bash: 'bash',
  unshare: 'util-linux',
  nsenter: 'util-linux',
  setpriv: 'util-linux',
  ip: 'iproute2',
  hostname: 'hostname',
  perl: 'perl-base',
} as const

/** util-linux. */
const UNSHARE = 'unshare'

/** This machine. */
export const thisMachine: Machine = {
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  has: tool => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined,
  namespaces: isRoot => {
    const flags = [
      ...(isRoot ? [] : ['--map-root-user']),
      '-m',
      '-u',
      '-i',
      '-n',
      '-p',
      '--fork',
      '--mount-proc',
      'true',
    ]
    const tried = spawnSync(UNSHARE, flags, { encoding: 'utf8' })
    return tried.status === 0 ? null : tried.stderr.trim() || `unshare: ${tried.signal ?? tried.status}`
  },
}

/** What is missing to build a box on a machine, and how to get it; `null` where nothing is. */
export function lackOf(machine: Machine): Text | null {
  if (machine.platform !== 'linux') {
    return {
      en: `Boxes are made of parts of the Linux kernel, and this is ${machine.platform}. In a Linux virtual machine, or in WSL 2, the bet is on.`,
      ko: `상자는 리눅스 커널의 기능으로 만드는데, 이 컴퓨터는 ${machine.platform}입니다. 리눅스 가상 머신이나 WSL 2에서 다시 해 보세요.`,
    }
  }
  const missing = Object.entries(TOOLS).filter(([tool]) => !machine.has(tool))
  if (missing.length > 0) {
    const tools = missing.map(([tool]) => tool).join(', ')
    const packages = [...new Set(missing.map(([, name]) => name))].join(' ')
    return {
      en: `Not installed: ${tools}. On Debian and Ubuntu: sudo apt-get install ${packages}`,
      ko: `설치되지 않은 도구: ${tools}. 데비안과 우분투에서는 sudo apt-get install ${packages}`,
    }
  }
  const refused = machine.namespaces(machine.isRoot)
  if (refused === null) return null
  return {
    en: `This machine does not let you make namespaces (${refused}). Run it as root, or allow unprivileged user namespaces: sudo sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000 (Ubuntu 24.04: kernel.apparmor_restrict_unprivileged_userns=0). Inside a container, start that one with --privileged.`,
    ko: `이 컴퓨터에서는 네임스페이스를 만들 수 없습니다(${refused}). root로 실행하거나 일반 사용자의 user 네임스페이스를 허용하세요: sudo sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000 (우분투 24.04: kernel.apparmor_restrict_unprivileged_userns=0). 컨테이너 안이라면 그 컨테이너를 --privileged로 띄우세요.`,
  }
}
