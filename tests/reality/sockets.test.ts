import { beforeEach, describe, expect, it } from 'vitest'
import { planOf } from '../../src/worlds/container/plan.ts'
import { SetupSchema } from '../../src/worlds/container/setup-schema.ts'
import { unlessNamespaces } from './machine.ts'
import { showExport } from './run-export.ts'
import { tally } from './tally.ts'

/** Who may not write to a socket's file may not connect, whoever listens. man:unix(7). */
const SETUP = {
  host: {
    services: [
      { name: 'dockerd', listens: ['/run/docker.sock'], mode: '660' },
      { name: 'postgres', uid: 114, listens: ['/run/db.sock'], mode: '600' },
      { name: 'syslog', listens: ['/run/log.sock'] },
    ],
  },
  boxes: {
    maker: { acts: [{ id: 'own', listen: '/run/own.sock' }] },
    ...Object.fromEntries(
      Object.entries({ root: {}, app: { uid: 1000 }, shifted: { user: 'own', ids: 'shifted' } }).map(
        ([id, build]) => [
          id,
          {
            build,
            acts: ['docker', 'db', 'log', 'own'].map(name => ({ id: name, connect: `/run/${name}.sock` })),
          },
        ],
      ),
    ),
  },
  controls: {},
}

const reason =
  unlessNamespaces() ??
  (process.getuid?.() === 0 ? undefined : 'skipped: an ordinary user has no second uid to connect as')

describe('socket files in a throw-away host', () => {
  beforeEach(({ skip }) => skip(reason !== undefined, reason))

  it('let in whom the game says, by owner and mode', async () => {
    const setup = SetupSchema.parse(SETUP)
    const { compared, skips, notes } = await showExport(setup, planOf(setup, {}), 'unshare', 30)
    const asked = compared.filter(({ path }) => path.includes('.did.'))
    tally({ checked: asked.length, matched: asked.filter(({ agrees }) => agrees).length, skips })
    expect(notes).toEqual([])
    expect(asked.filter(({ agrees }) => !agrees)).toEqual([])
    expect(
      asked.map(({ path, observed }) => `${path.replace(/run\.day\.box\.|did\./g, '')} ${observed}`),
    ).toEqual([
      'maker.own ok',
      'root.docker ok',
      'root.db ok',
      'root.log ok',
      'root.own ok',
      'app.docker EACCES',
      'app.db EACCES',
      'app.log ok',
      'app.own EACCES',
      'shifted.docker EACCES',
      'shifted.db EACCES',
      'shifted.log ok',
      'shifted.own EACCES',
    ])
  }, 30_000)
})
