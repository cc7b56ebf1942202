import type { InstantAct } from '../act-words.ts'
import type { Act } from '../acts.ts'
import type { Plan } from '../plan.ts'
import { actsOf, isLoad } from '../run.ts'
import { caseIds, type Setup } from '../setup.ts'
import type { BoxSpec } from '../../../kernel/box.ts'
import { thingsOf } from '../things.ts'
import { turnOf } from '../instants.ts'
import { commandWord, loadArgument } from './act-commands.ts'
import { quote } from './quote.ts'
import { hasVeth, peerName } from './wires.ts'

const isInstant = (act: Act): act is InstantAct => !isLoad(act)

/** What is asked of each box before anything runs; facts of the first case stand for all. */
function boxAsks(plan: Plan): readonly string[] {
  return plan.machine.boxes
    .map(box => quote(box.id))
    .flatMap(id => [
      `show box.${id}.sees.processes ${id} names`,
      `show box.${id}.sees.hostProcesses ${id} 'yes_no grep -qx sshd /proc/412/comm'`,
      `show box.${id}.sees.pidOne ${id} '[ $$ = 1 ] && echo true || echo false'`,
      `show box.${id}.sees.interfaces ${id} links`,
      `cpus ${id}`,
      `show box.${id}.sees.uid ${id} 'id -u'`,
      `host_uid ${id}`,
      `show box.${id}.can.setHostname ${id} 'yes_no hostname "$(hostname)"'`,
      `show box.${id}.can.mount ${id} can_mount`,
      `show box.${id}.can.bindLow ${id} can_bind_low`,
      `show box.${id}.can.signalHost ${id} "yes_no kill -0 $(number ${id} 1)"`,
      `show box.${id}.can.readHostSecrets ${id} can_read_secrets`,
      `show box.${id}.can.writeHostFiles ${id} can_write_files`,
      `show box.${id}.can.reachHostRoot ${id} can_reach_root`,
      `show box.${id}.can.administerNet ${id} 'yes_no ip link set lo alias boxwright'`,
      `clock ${id}`,
      `leaks_hostname ${id}`,
    ])
}

/** What others made, when all of it is there: asked after the providers of the one case are up. */
function thingAsks(setup: Setup, plan: Plan): readonly string[] {
  if (caseIds(setup).length > 1) return []
  const things = thingsOf(setup)
  const names = (list: readonly { readonly name: string }[]) =>
    [...new Set(list.map(({ name }) => name))].map(quote).join(' ')
  return plan.machine.boxes.flatMap(({ id }) => {
    const sockets = things.sockets.filter(({ by }) => by !== id)
    const own = things.sockets.filter(({ by }) => by === id).map(({ name }) => name)
    const show = (fact: 'ipc' | 'shm' | 'sockets', list: readonly { readonly name: string }[]) =>
      `show ${quote(`box.${id}.sees.${fact}`)} ${quote(id)} ${quote(`sees_${fact} ${names(list)}`)}`
    return [
      show('ipc', things.segments),
      show('shm', things.posts),
      // A name that the box listens on itself would answer in another's place.
      ...(sockets.some(({ name }) => own.includes(name)) ? [] : [show('sockets', sockets)]),
    ]
  })
}

function instantLines(setup: Setup, plan: Plan, name: string, turn: 0 | 1 | 2): readonly string[] {
  return plan.machine.boxes.flatMap(({ id }) => {
    const box = setup.boxes[id]
    if (box === undefined) return []
    return actsOf(box, name)
      .filter(isInstant)
      .filter(act => turnOf(act) === turn)
      .map(act =>
        [
          'did',
          quote(`run.${name}.box.${id}`),
          act.id === '' ? '-' : quote(act.id),
          quote(id),
          commandWord(plan, id, act),
          ...(act.fatal ? ['fatal'] : []),
        ].join(' '),
      )
  })
}

/** The load of each box: its main process becomes the load helper. */
function loadLines(setup: Setup, plan: Plan, name: string): readonly string[] {
  return plan.machine.boxes.flatMap(({ id, limits }) => {
    const box = setup.boxes[id]
    const args = box === undefined ? [] : actsOf(box, name).filter(isLoad).flatMap(loadArgument)
    if (args.length === 0) return []
    return [`load ${quote(id)} ${limits.memoryMax ?? 0} ${args.map(quote).join(' ')}`]
  })
}

const isTraffic = (act: Act): boolean => act.verb === 'sends' || act.verb === 'receives'

/** Seconds of the game that the load of a case is watched; one where all that happens is an end. */
function secondsOf(setup: Setup, plan: Plan, name: string): number {
  const acts = plan.machine.boxes.flatMap(({ id }) => {
    const box = setup.boxes[id]
    return box === undefined ? [] : actsOf(box, name).filter(isLoad)
  })
  return acts.every(({ verb }) => verb === 'serve' || verb === 'exit' || verb === 'wait')
    ? 1
    : setup.host.seconds
}

/** Which outcomes of a load can be read from outside. */
function outcomeLines(setup: Setup, plan: Plan, name: string): readonly string[] {
  return plan.machine.boxes.flatMap(({ id }) => {
    const box = setup.boxes[id]
    if (box === undefined) return []
    const path = quote(`run.${name}.box.${id}`)
    const word = quote(id)
    const loads = actsOf(box, name).filter(isLoad)
    const burns = loads.flatMap(act =>
      act.verb === 'burn' && act.value.work === undefined ? [act.value.cores] : [],
    )
    const isSteady = loads.every(
      act => act.verb === 'serve' || (act.verb === 'burn' && act.value.work === undefined),
    )
    const fill = loads.find(act => act.verb === 'fill')
    return [
      ...(burns.length > 0 && isSteady
        ? [`cpu_percent ${path} ${word} ${burns.reduce((a, b) => a + b, 0)}`]
        : []),
      ...(fill?.verb === 'fill' ? [`hit_percent ${path} ${word} ${fill.value.useful}`] : []),
      ...(loads.some(act => act.verb === 'writes') ? [`write_rate ${path} ${word}`] : []),
      ...(loads.some(isTraffic) ? [`link_rates ${path} ${word}`] : []),
      `ended ${path} ${word}`,
      `cgroup_says ${path} ${word}`,
    ]
  })
}

const hasTraffic = (setup: Setup, name: string): boolean =>
  Object.values(setup.boxes).some(box => actsOf(box, name).some(isTraffic))

/** A veth pair for each box that brings one and has a network of its own. */
function wireLines(setup: Setup, plan: Plan): readonly string[] {
  return plan.machine.boxes.flatMap(({ id }, i) =>
    hasVeth(setup, plan.machine, id) ? [`wire ${quote(id)} ${i + 1} ${quote(peerName(id))}`] : [],
  )
}

/** The token bucket of a box: on the host's card, on the host's end of its veth pair, or on its own. */
function shapeLine({ id, limits: { shaping } }: BoxSpec): readonly string[] {
  if (shaping === null) return []
  const { at, mbit } = shaping
  if (at === 'box-end') return [`shape eth0 ${mbit} ${quote(id)}`]
  return [`shape ${at === 'card' ? 'eth0' : quote(peerName(id))} ${mbit}`]
}

/** One case: the host, the boxes, the acts in their turns, the load, and what became of it all. */
export function caseFunction(
  setup: Setup,
  plan: Plan,
  name: string,
  order: readonly string[],
): readonly string[] {
  const first = caseIds(setup)[0] === name
  const hasLoad = loadLines(setup, plan, name).length > 0
  const lines = [
    ...order.map(id => `start_${id}`),
    ...wireLines(setup, plan),
    ...(hasTraffic(setup, name) ? [`link_speed ${setup.host.link}`] : []),
    ...plan.machine.boxes.flatMap(box => shapeLine(box)),
    'MOUNTS=$(mount_points)',
    ...(first ? boxAsks(plan) : []),
    '# Whoever provides something comes first, whatever destroys comes last.',
    ...instantLines(setup, plan, name, 0),
    ...(first ? thingAsks(setup, plan) : []),
    ...instantLines(setup, plan, name, 1),
    ...instantLines(setup, plan, name, 2),
    `host_says ${quote(`run.${name}.host`)}`,
    ...(hasLoad
      ? ['if [ "$CGROUP" = none ]; then', '  skip load "no cgroup may be written here"', '  return', 'fi']
      : []),
    ...loadLines(setup, plan, name),
    ...(hasLoad ? [`pass ${secondsOf(setup, plan, name)}`, `host_ran_short run.${name}.host`] : []),
    ...outcomeLines(setup, plan, name),
  ]
  return [`case_${name}() {`, ...lines.map(line => `  ${line}`), '}']
}
