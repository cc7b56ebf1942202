import { fileURLToPath } from 'node:url'
import { installPeer } from './peer.ts'
import { launcher, session } from './session.ts'
import { type Line, median } from './stats.ts'

/** How often each start is measured; the kinds take turns, so that a busy moment hits them all. */
const TIMES = 15

const sources = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

/**
 * Bare Node, the map, a level, the map from its sources, and the peer's menu: time to the first character and to the
 * first complete frame at 120×40, and memory.
 */
export async function startBench(): Promise<readonly Line[]> {
  const bare: number[] = []
  const menu: number[] = []
  const map: Start[] = []
  const level: Start[] = []
  const unbundled: Start[] = []
  const peer = installPeer()
  for (let n = 0; n < TIMES; n += 1) {
    bare.push(await session('-e', '0').ends())
    map.push(await start(MAP, launcher))
    level.push(await start(['Enter Build', '\r', 'Controls'], launcher, 'first-box/name-tag'))
    if (peer !== null) menu.push(await peerMenu(peer))
    if (n % 5 === 0) unbundled.push(await start(MAP, '--import', 'tsx', sources))
  }
  const node = median(bare)
  const of = (starts: readonly Start[], what: keyof Start): number => median(starts.map(one => one[what]))
  const frame = of(map, 'frame')
  return [
    { what: 'bare node -e 0', value: node, unit: 'ms' },
    { what: 'map, first paint', value: of(map, 'paint'), unit: 'ms' },
    { what: 'map, first complete frame', value: frame, unit: 'ms' },
    { what: 'map, first paint / bare node', value: of(map, 'paint') / node, unit: '×', target: 1.6 },
    { what: 'map, first complete frame / bare node', value: frame / node, unit: '×', target: 5 },
    ...(peer === null
      ? []
      : [
          { what: "learnyounode's menu", value: median(menu), unit: 'ms' },
          {
            what: "map, first complete frame / learnyounode's menu",
            value: frame / median(menu),
            unit: '×',
            target: 1,
          },
        ]),
    { what: 'map from its sources, first complete frame', value: of(unbundled, 'frame'), unit: 'ms' },
    { what: 'map, first key answered', value: of(map, 'answer'), unit: 'ms' },
    { what: 'map, resident memory', value: of(map, 'memory'), unit: 'MB', target: 75 },
    { what: 'level, first complete frame', value: of(level, 'frame'), unit: 'ms' },
    { what: 'level, first complete frame / bare node', value: of(level, 'frame') / node, unit: '×' },
    { what: 'level, resident memory', value: of(level, 'memory'), unit: 'MB' },
  ]
}

async function peerMenu(file: string): Promise<number> {
  const game = session(file)
  const shown = await game.says('EXIT')
  game.close()
  return shown
}

type Start = {
  readonly paint: number
  readonly frame: number
  readonly answer: number
  readonly memory: number
}

/** What the first screen says, a key pressed as soon as it is there, and what only the answer says. */
type Script = readonly [first: string, key: string, answer: string]

const MAP: Script = ['quit', '\x1b[B', 'own-wire']

async function start([first, key, said]: Script, ...args: readonly string[]): Promise<Start> {
  const game = session(...args)
  const frame = await game.shows(first)
  // Memory counts once the game is wholly there: what is painted first needs little of it.
  game.type(key)
  const answer = await game.shows(said)
  const measured = { paint: game.paint(), frame, answer, memory: game.status('VmRSS') / 1024 }
  game.close()
  return measured
}
