import { type OpenControl, openControls } from './controls.ts'
import { type Command, COMMANDS } from './commands.ts'
import type { Setup } from './setup.ts'
import { type Things, thingsOf } from './things.ts'

/** All that stays the same while a level is played, worked out once when its board is opened. */
export type Stage = {
  readonly setup: Setup
  readonly controls: readonly OpenControl[]
  readonly things: Things
  /** The commands shown for each box and for `host`. */
  readonly commands: { readonly [who: string]: readonly Command[] }
}

/** Works out a level's stage. */
export function stageOf(setup: Setup): Stage {
  const controls = openControls(setup)
  const things = thingsOf(setup)
  const owners = [...Object.keys(setup.boxes), 'host']
  const commands = Object.fromEntries(owners.map(who => [who, setup.show[who] ?? commandsFor(controls, who)]))
  return { setup, controls, things, commands }
}

/** Which command shows what a control touches. */
const SHOWN_BY: { readonly [control: string]: readonly Command[] } = {
  mnt: ['mount'],
  uts: ['hostname'],
  ipc: ['ipcs'],
  pid: ['ps'],
  net: ['ip'],
  user: ['id'],
  cgroup: ['cgroup'],
  proc: ['ps'],
  shm: ['shm'],
  root: ['mount'],
  ids: ['id'],
  uid: ['id'],
  lo: ['ip'],
  cpuset: ['nproc'],
  memory: ['limits'],
  cpu: ['limits'],
  weight: ['limits'],
  pids: ['limits'],
  io: ['limits'],
}

/** For a box, what its own controls touch; for the host, what anybody's touch. */
function commandsFor(controls: readonly OpenControl[], who: string): readonly Command[] {
  const mine = controls.filter(c => who === 'host' || c.owner === who)
  const wanted = new Set(
    mine.flatMap(c => (c.type === 'bind' ? ['mount' as const] : (SHOWN_BY[c.name] ?? []))),
  )
  return COMMANDS.filter(c => wanted.has(c) && (who !== 'host' || (c !== 'nproc' && c !== 'limits')))
}
