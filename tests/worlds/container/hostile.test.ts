import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS, exportFiles } from '../../../src/worlds/container/exports/export.ts'
import { quote } from '../../../src/worlds/container/exports/quote.ts'
import { planOf } from '../../../src/worlds/container/plan.ts'
import type { Setup } from '../../../src/worlds/container/setup.ts'
import { SetupSchema } from '../../../src/worlds/container/setup-schema.ts'

/** A level with a string in every place that takes one. */
const LEVEL = {
  host: {
    hostname: 'node-7',
    cgroup: 'v2',
    services: [
      {
        name: 'agent',
        listens: ['@agent', '/run/agent.sock', 80],
        mode: '660',
        shares: ['seg'],
        posts: ['news'],
      },
    ],
    files: [{ path: '/srv/orders.db', mode: '600' }],
  },
  cases: ['night', { id: 'day', name: { en: 'Day', ko: '낮' } }],
  boxes: {
    app: {
      does: { en: 'works', ko: '일' },
      build: {
        mnt: 'own',
        root: 'pivot_root',
        pid: 'own',
        cpu: 'half',
        cpuset: '0-1',
        memory: '64',
        lo: 'up',
      },
      binds: { data: { from: '/srv', to: '/data', mode: 'ro' } },
      acts: [
        { id: 'rename', hostname: 'other' },
        { listen: '@own' },
        { listen: '/run/own.sock' },
        { connect: '@agent' },
        { connect: '/run/agent.sock' },
        { share: 'mine' },
        { attach: 'seg' },
        { post: 'note' },
        { peek: 'news' },
        { read: '/etc/shadow' },
        { overwrite: '/etc/passwd' },
        { delete: '/srv/orders.db' },
        { mount: '/tmp' },
        { signal: 'agent' },
        { list: 'processes' },
        { escape: 'root' },
        { climb: 'proc' },
        { raw: 'socket' },
        { set: 'clock' },
        { serve: 'http' },
        { fill: { upTo: 'limit', useful: 5, pages: 'file' } },
        { bomb: 'fork' },
        { writes: { rate: 5, how: 'direct' } },
      ],
    },
    side: { build: { net: 'join:app' }, acts: { night: [{ wait: 1 }], day: [{ signal: 'app' }] } },
  },
  controls: {
    app: {
      uts: ['host', 'own'],
      binds: { data: ['off', 'ro'] },
      ipc: { values: ['host', 'own'], decoy: 'd' },
    },
    host: { cgroup: ['v1', 'v2'] },
  },
  show: { app: ['ps'] },
  hidden: ['app.acts'],
}

/** Words that some reader of a script, a bundle or a command line would take for more than a word. */
const HOSTILE = [
  '$(touch pwned)',
  '`touch pwned`',
  'x; touch pwned #',
  "x' ; touch pwned '",
  'x" ; touch pwned "',
  'x\ntouch pwned',
  'x y',
  '*',
  '-x',
  '--help',
  '/a/../../b',
  '/a:/b',
  '/a\n',
  '@a b',
  '\u0000',
  '\u001b[2J',
  '',
]

/** Words for people, which no export carries. */
const isText = ({ path, part }: Place): boolean =>
  part === 'value' && (path.at(-2) === 'does' || path.at(-2) === 'name' || path.at(-1) === 'decoy')

type Place = { readonly path: readonly string[]; readonly part: 'key' | 'value' }

/** Every string of a value, and every name of a record's field, by its path. */
function places(value: unknown, path: readonly string[] = []): readonly Place[] {
  if (typeof value === 'string') return [{ path, part: 'value' }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => [
    ...(Array.isArray(value) ? [] : [{ path: [...path, key], part: 'key' } as const]),
    ...places(below, [...path, key]),
  ])
}

/** The value with another word at a place. */
function withWord(value: unknown, { path, part }: Place, word: string): unknown {
  const [key, ...rest] = path
  if (key === undefined) return word
  if (Array.isArray(value))
    return value.map((below: unknown, i) =>
      String(i) === key ? withWord(below, { path: rest, part }, word) : below,
    )
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => {
      if (name !== key) return [name, below]
      return rest.length === 0 && part === 'key'
        ? [word, below]
        : [name, withWord(below, { path: rest, part }, word)]
    }),
  )
}

const exported = (setup: Setup): string =>
  EXPORT_FORMATS.flatMap(format => exportFiles(setup, planOf(setup, {}), format))
    .map(({ path, text }) => `${path}\n${text}`)
    .join('\n')

describe('a level with a word that is more than a word', () => {
  const all = places(LEVEL)

  it('is a level without it', () => {
    expect(SetupSchema.safeParse(LEVEL).success).toBe(true)
    expect(all.length).toBeGreaterThan(90)
  })

  it.each(HOSTILE)('%j is refused in every place, or reaches no export', word => {
    const plain = exported(SetupSchema.parse(LEVEL))
    const passed = all.filter(place => {
      const parsed = SetupSchema.safeParse(withWord(LEVEL, place, word))
      if (!parsed.success) return false
      return !isText(place) || exported(parsed.data) !== plain
    })
    expect(passed).toEqual([])
  })
})

/** What a script calls, word by word; commands for a box are read as its workload does. Nothing can really be run. */
const WORDS = `
command_not_found_handle() { printf '<%s>' "$@"; echo; }
did() { eval "$4"; }
show() { eval "$3"; }
PATH=/nowhere LIB= P= ROOT= CGROUP=v2
`

describe('whatever word reaches a script', () => {
  const setup = SetupSchema.parse(LEVEL)
  const signs = '$()`\'";&|<>*?~#!\\{}[]-=/ axé%'.split('')
  const word = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 12 }).map(list => list.join(''))

  function heldBy(hostile: string): Setup {
    const [service] = setup.host.services
    const app = setup.boxes['app']
    if (service === undefined || app === undefined) throw new Error('no such level')
    const act = { id: '', fatal: false } as const
    return {
      ...setup,
      host: {
        ...setup.host,
        hostname: hostile,
        services: [{ ...service, name: hostile, listens: [hostile], shares: [hostile], posts: [hostile] }],
        files: [{ path: hostile, owner: 0, mode: hostile }],
      },
      boxes: {
        app: {
          ...app,
          binds: { data: { from: hostile, to: hostile, mode: 'rw' } },
          acts: [
            { ...act, verb: 'hostname', value: hostile },
            { ...act, verb: 'listen', value: hostile },
            { ...act, verb: 'connect', value: hostile },
            { ...act, verb: 'share', value: hostile },
            { ...act, verb: 'attach', value: hostile },
            { ...act, verb: 'post', value: hostile },
            { ...act, verb: 'peek', value: hostile },
            { ...act, verb: 'read', value: hostile },
            { ...act, verb: 'overwrite', value: hostile },
            { ...act, verb: 'delete', value: hostile },
            { ...act, verb: 'mount', value: hostile },
            { ...act, verb: 'signal', value: hostile },
          ],
        },
      },
      cases: ['day'],
    }
  }

  it('stays the one word that it is', () => {
    fc.assert(
      fc.property(word, hostile => {
        const held = heldBy(hostile)
        const [script] = exportFiles(held, planOf(held, {}), 'unshare')
        const [level = ''] = (script?.text ?? '').split('# ---- How it is done')
        const calls = 'printf "<%s>\\n" "$HOST_NAME"; make_services; build_app; case_day'
        const { stdout, status } = spawnSync('bash', ['-c', `${level}\n${WORDS}\n${calls}`], {
          encoding: 'utf8',
        })
        expect(status).not.toBeNull()
        const lines = stdout.split('\n')
        for (const line of [
          `<${hostile}>`,
          `<host_file><${hostile}><0><${hostile}>`,
          `<service><600><${hostile}><0><660><listen><${hostile}><share><${hostile}><post><${hostile}>`,
          `<bind_in><${hostile}><${hostile}><rw>`,
          `<try><hostname><${hostile}>`,
          `<act><listen><${hostile}><app>`,
          `<act><connect><${hostile}>`,
          `<act><share><${hostile}>`,
          `<act><attach><${hostile}>`,
          `<try><touch></dev/shm/${hostile}>`,
          `<try><cat></dev/shm/${hostile}>`,
          `<try><cat><${hostile}>`,
          `<append><${hostile}>`,
          `<try><rm><${hostile}>`,
          `<try><mount><-t><tmpfs><tmpfs><${hostile}>`,
          `<sees_shm><${hostile}>`,
          `<sees_ipc><${hostile}>`,
        ])
          expect(lines).toContain(line)
      }),
      { numRuns: 20 },
    )
  })

  it('is one word of a shell when it is quoted', () => {
    fc.assert(
      fc.property(word, hostile => {
        expect(spawnSync('sh', ['-c', `printf %s ${quote(hostile)}`], { encoding: 'utf8' }).stdout).toBe(
          hostile,
        )
      }),
      { numRuns: 20 },
    )
  })
})
