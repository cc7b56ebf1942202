import type { Plan } from '../plan.ts'
import { caseIds, type Setup } from '../setup.ts'
import { BOX_FUNCTIONS } from './box-text.ts'
import { boxFunctions, startOrder } from './box-lines.ts'
import { caseFunction } from './case-lines.ts'
import { ACT_HELPER } from './helper-text.ts'
import { HOST_FUNCTIONS } from './host-text.ts'
import { LOAD_HELPER } from './load-text.ts'
import { quote } from './quote.ts'
import { spareOf } from './spare.ts'
import { RUN_FUNCTIONS } from './run-text.ts'

/** What is true of every script, whoever starts the boxes. */
const HEADER = `#
# Each case of the level is played in a throw-away host: namespaces that end with it. Nothing of this machine is changed; a
# cgroup folder a controller is made and removed. What is found out is printed as 'fact=value', under the names of the
# level's facts; 'play facts' prints what the game predicts.
#
# SPEED: how many seconds of the game pass in one here (10). The game's cores and disk are scaled to this machine; a run
# is watched 30 % longer than the game's, and longer on a busy machine. Boxes get 24 MiB for the shells that they are made
# of, and a quarter of one for each thread, which is a process here.
set -u
export LC_ALL=C
unset CDPATH
exec 3>&1`

const files = (setup: Setup): readonly string[] => [
  '/etc/hosts',
  '/etc/passwd',
  '/etc/shadow',
  ...setup.host.files.map(({ path }) => path),
]

/** What the level's host runs and holds. */
function serviceLines(setup: Setup, plan: Plan): readonly string[] {
  const services = plan.machine.host.processes.flatMap(({ pid, name, uid }) => {
    if (pid === 1) return []
    const spec = setup.host.services.find(service => service.name === name)
    const things = [
      ...(spec?.listens ?? []).flatMap(at => ['listen', String(at)]),
      ...(spec?.shares ?? []).flatMap(at => ['share', at]),
      ...(spec?.posts ?? []).flatMap(at => ['post', at]),
    ]
    return [['service', pid, name, uid, spec?.mode ?? '777', ...things].map(String).map(quote).join(' ')]
  })
  const own = setup.host.files
    .filter(({ path }) => !path.startsWith('/proc/'))
    .map(({ path, owner, mode }) => `host_file ${quote(path)} ${owner} ${quote(mode)}`)
  const sources = [
    ...new Set(Object.values(setup.boxes).flatMap(({ binds }) => Object.values(binds).map(b => b.from))),
  ]
    .filter(from => !setup.host.services.some(({ listens }) => listens.includes(from)))
    .map(from => `[ -e ${quote(from)} ] || mkdir -p ${quote(from)}`)
  return ['make_services() {', ...[...services, ...own, ...sources].map(line => `  ${line}`), '}']
}

/** The size of the game's machine, as limits of the folder that all boxes lie in. */
function parentLines(setup: Setup): readonly string[] {
  const { memory, reserved, tasks, disk } = setup.host
  const spare = Object.keys(setup.boxes).reduce((sum, id) => sum + spareOf(setup, id), 0)
  return [
    'parent_limits() {',
    `  limit_memory '' ${memory - reserved} ${spare}`,
    // The shells that start boxes and wait for them are tasks, too.
    `  limit '' pids.max ${tasks + 40} pids.max ${tasks + 40}`,
    "  limit '' cpu.weight 10000 cpu.shares 262144",
    `  # its disk writes ${disk} MB/s`,
    '}',
  ]
}

/** A scale that keeps what is written in a run below some hundred megabytes. */
const diskPart = ({ host }: Setup): number => Math.max(1, Math.round(host.disk / 10))

/** How the boxes of a script are started: the functions of all boxes, and what stands before them. */
export type Manner = {
  readonly plan: Plan
  /** Comment lines: what the script runs on, and what it needs. */
  readonly about: string
  readonly functions: readonly string[]
}

const ABOUT_UNSHARE = `# The plan for real, on unshare and cgroup files. Run it as root: an ordinary user gets no limits, and no ids but the own one,
# so that a box with shifted ids does not start. Needs Linux, bash, util-linux, iproute2 and the Perl of the base system.`

/** Every box by unshare(1) and nsenter(1). */
export const byUnshare = (setup: Setup, plan: Plan): Manner => ({
  plan,
  about: ABOUT_UNSHARE,
  functions: plan.machine.boxes.flatMap(box => [...boxFunctions(box, spareOf(setup, box.id)), '']),
})

/** The whole script of a plan. */
export function scriptOf(setup: Setup, { plan, about, functions }: Manner): string {
  const order = startOrder(plan.machine.boxes).map(({ id }) => id)
  const cases = caseIds(setup)
  return [
    '#!/usr/bin/env bash',
    about,
    HEADER,
    `HOST_NAME=${quote(setup.host.hostname)} CORES=${setup.host.cores} DISK_PART=${diskPart(setup)}`,
    `SPEED=\${SPEED:-10}`,
    `BOXES=${quote(order.join(' '))}`,
    `HOST_FILES=${quote(files(setup).join(' '))}`,
    '',
    '# ---- The boxes ----',
    '',
    ...functions,
    '# ---- The level: its host, and what happens ----',
    '',
    ...serviceLines(setup, plan),
    ...parentLines(setup),
    '',
    ...cases.flatMap(name => [...caseFunction(setup, plan, name, order), '']),
    '# ---- How it is done: the throw-away host, the inside of a box, the run ----',
    HOST_FUNCTIONS,
    BOX_FUNCTIONS,
    RUN_FUNCTIONS,
    `ACT=${quote(ACT_HELPER)}`,
    `LOAD=${quote(LOAD_HELPER)}`,
    '',
    `[ $# -gt 0 ] || set -- ${cases.map(quote).join(' ')}`,
    'outside "$@"',
    '',
  ].join('\n')
}
