import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { planOf } from '../../src/worlds/container/plan.ts'
import { SetupSchema } from '../../src/worlds/container/setup-schema.ts'
import { machineSince, machineState, unlessNamespaces } from './machine.ts'
import { showExport } from './run-export.ts'

/** A switch of the machine that nothing reads in a test, and one of sysfs. */
const SWITCHES = ['/proc/sys/kernel/poweroff_cmd', '/sys/module/printk/parameters/ignore_loglevel'] as const

const reason = unlessNamespaces()

describe('a box that writes to switches of the machine', () => {
  beforeEach(({ skip }) => skip(reason !== undefined, reason))

  it('leaves them as they are, whatever path it takes', async () => {
    const setup = SetupSchema.parse({
      boxes: {
        app: {
          build: { mnt: 'own', pid: 'own', proc: 'fresh' },
          binds: {
            proc: { from: '/proc', to: '/p', mode: 'rw' },
            sys: { from: '/sys', to: '/s', mode: 'rw' },
            root: { from: '/', to: '/all', mode: 'rw' },
          },
          acts: [
            { id: 'bound', overwrite: '/p/sys/kernel/poweroff_cmd' },
            { id: 'fresh', overwrite: '/proc/sys/kernel/poweroff_cmd' },
            { id: 'below', overwrite: '/all/proc/sys/kernel/poweroff_cmd' },
            { id: 'sys', overwrite: '/sys/module/printk/parameters/ignore_loglevel' },
            { id: 'sysBound', overwrite: '/s/module/printk/parameters/ignore_loglevel' },
            { id: 'own', overwrite: '/etc/passwd' },
            { id: 'programs', delete: '/usr/bin/boxwright-is-not-there' },
          ],
        },
      },
      controls: {},
    })
    const read = () => SWITCHES.map(path => readFileSync(path, 'utf8'))
    const before = { machine: machineState(), switches: read() }
    const { facts } = await showExport(setup, planOf(setup, {}), 'unshare', 30)
    const did = (id: string) => facts.find(({ path }) => path === `run.day.box.app.did.${id}`)?.said
    expect(read()).toEqual(before.switches)
    expect(machineSince(before.machine)).toEqual(before.machine)
    expect(did('own')).toBe('ok')
    const isRoot = process.getuid?.() === 0
    expect(['bound', 'fresh', 'below'].map(did)).toEqual(
      Array.from({ length: 3 }, () => (isRoot ? 'ok' : 'EACCES')),
    )
    expect(['sys', 'sysBound'].map(did)).toEqual(
      Array.from({ length: 2 }, () => (isRoot ? 'EROFS' : 'EACCES')),
    )
  })
})
