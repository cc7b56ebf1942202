import type { TranscriptLine } from '../../core/scene.ts'
import { hostUid, OVERFLOW_UID, uidSeen, uidShownTo } from '../../kernel/credentials.ts'
import type { Machine } from '../../kernel/machine.ts'
import { resolvePath } from '../../kernel/view.ts'
import type { Act } from './acts.ts'
import { hostFileAt } from './host-files.ts'
import { actsOf } from './run.ts'
import type { Place } from './place.ts'
import { caseIds, type Setup } from './setup.ts'
import { USUAL_SOCKET } from './sockets.ts'

/** The files and socket files that the acts of a box name, in any case; of all boxes for `host`. */
export function pathsOf(setup: Setup, who: string): readonly string[] {
  const boxes = Object.entries(setup.boxes).filter(([id]) => who === 'host' || id === who)
  const acts = boxes.flatMap(([, box]) => caseIds(setup).flatMap(name => actsOf(box, name)))
  return [...new Set(acts.flatMap(pathOf))].toSorted()
}

function pathOf(act: Act): readonly string[] {
  switch (act.verb) {
    case 'read':
    case 'overwrite':
    case 'delete':
      return [act.value]
    case 'listen':
    case 'connect':
      return typeof act.value === 'string' && act.value.startsWith('/') ? [act.value] : []
    default:
      return []
  }
}

/** What `stat -c '%A %u %n'` prints of those paths: mode, owner as the box's user namespace shows it, and name. */
export const statLines = (place: Place): readonly TranscriptLine[] =>
  pathsOf(place.setup, place.who).map(path => {
    const found = entryAt(place, path)
    return found === undefined
      ? { type: 'error', text: `stat: cannot statx '${path}': No such file or directory` }
      : { type: 'output', text: `${found.mode} ${found.owner} ${path}` }
  })

type Entry = { readonly mode: string; readonly owner: number }

function entryAt(place: Place, path: string): Entry | undefined {
  const { setup, who } = place
  const { machine } = place.plan
  const resolved = who === 'host' ? ({ type: 'host', path } as const) : resolvePath(machine, who, path)
  if (resolved.type === 'nothing') return undefined
  if (resolved.type === 'own') {
    const owner = uidSeen(machine, who) === OVERFLOW_UID ? OVERFLOW_UID : 0
    return { mode: modeWords('-', hostFileAt(setup, path)?.mode ?? 0o644), owner }
  }
  if (place.left.deleted.includes(resolved.path)) return undefined
  const file = hostFileAt(setup, resolved.path)
  const found =
    file === undefined
      ? socketAt(setup, machine, resolved.path)
      : { mode: modeWords('-', file.mode), owner: file.owner }
  return found === undefined ? undefined : { ...found, owner: uidShownTo(machine, who, found.owner) }
}

/** A socket file of the host's tree, and who made it. */
function socketAt(setup: Setup, machine: Machine, path: string): Entry | undefined {
  const service = setup.host.services.find(s => s.listens.includes(path))
  if (service !== undefined)
    return { mode: modeWords('s', Number.parseInt(service.mode, 8)), owner: service.uid }
  const maker = Object.entries(setup.boxes).find(([id, box]) => {
    const listens = caseIds(setup).flatMap(name => actsOf(box, name).filter(act => act.verb === 'listen'))
    return listens.some(act => typeof act.value === 'string' && leadsTo(machine, id, act.value, path))
  })
  return maker === undefined
    ? undefined
    : { mode: modeWords('s', USUAL_SOCKET), owner: hostUid(machine, maker[0]) }
}

function leadsTo(machine: Machine, id: string, name: string, path: string): boolean {
  if (!name.startsWith('/')) return false
  const resolved = resolvePath(machine, id, name)
  return resolved.type === 'host' && resolved.path === path
}

/** A mode as ls prints it: `-rw-r-----`. */
function modeWords(kind: '-' | 's', mode: number): string {
  const bits = Array.from({ length: 9 }, (_, i) => ((mode >> (8 - i)) & 1 ? 'rwx'.charAt(i % 3) : '-'))
  return kind + bits.join('')
}
