import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Done, playCli } from '../support/cli.ts'
import { isFull } from '../support/full.ts'
import { scratchFolder } from '../support/scratch.ts'

let home = ''
beforeEach(() => {
  home = scratchFolder()
})

const play = (...args: readonly string[]): Promise<Done> => playCli(args, { home })
const LEVEL = 'first-box/own-disk'

/** A start of the bundle takes a third of a second: the quick selection tries one of each kind. */
const some = <T>(cases: readonly T[]): readonly T[] => (isFull ? cases : cases.slice(0, 1))

describe('play export', () => {
  test.each(
    some([
      ['oci', ['run.sh', 'workload.sh', 'builder/config.json']],
      ['unshare', ['run.sh']],
      ['docker', ['docker.sh']],
    ] as const),
  )('%s is written to a folder, scripts ready to run', async (format, paths) => {
    const out = join(home, 'new', 'folder')
    const done = await play('export', LEVEL, '--format', format, '--out', out)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out.trim().split('\n')).toEqual(paths.map(path => join(out, path)))
    const [first = ''] = paths
    expect(statSync(join(out, first)).mode & 0o777).toBe(0o755)
    expect(readFileSync(join(out, first), 'utf8')).toMatch(/^#!/)
  })

  test.each(
    some([
      [['export', LEVEL, '--format', 'podman'], 2, /--format cannot be "podman".*unshare, oci, docker/],
      [['export'], 2, /needs LEVEL/],
      [['export', 'the-road/2018-dockershim', '--format', 'docker'], 1, /builds no boxes.*--format/],
      [['export', LEVEL, '--moves', 'nowhere.json'], 2, /no file nowhere.json/],
    ] as const),
  )('%j is refused in words', async (args, code, message) => {
    const done = await play(...args)
    expect([done.code, done.out]).toEqual([code, ''])
    expect(done.err).toMatch(message)
  })

  test('a level without boxes gives the files of its debrief', async () => {
    const out = join(home, 'road')
    const done = await play('export', 'the-road/containerd-1-0', '--out', out)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(out, 'node3.cri-containerd.toml'), 'utf8')).toContain('[cni]')
    const look = readFileSync(join(out, 'node3.look.sh'), 'utf8')
    const used = look.match(/[\w.-]+\.json/g) ?? []
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter(name => !existsSync(join(out, name)))).toEqual([])
  })

  test('a folder that is a file is an error in words', async () => {
    const out = join(home, 'file')
    writeFileSync(out, '')
    const { code, err } = await play('export', LEVEL, '--out', out)
    expect(code).toBe(1)
    expect(err).toMatch(/file.*\n/)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe('play real', () => {
  test.each(
    some([
      [[], 2, /needs LEVEL|Not installed|namespaces|Linux/],
      [['the-road/2018-dockershim'], 1, /builds no boxes|Not installed|namespaces|Linux/],
    ] as const),
  )('%j is refused in words', async (args, code, message) => {
    const done = await play('real', ...args)
    expect([1, code]).toContain(done.code)
    expect(done.err).toMatch(message)
    expect(done.err).not.toMatch(/\n\s+at /)
  })

  test('without the tools it says what to install', async () => {
    const done = await playCli(['real', LEVEL], { home, env: { PATH: join(home, 'nothing') } })
    expect([done.code, done.out]).toEqual([1, ''])
    expect(done.err).toMatch(process.platform === 'linux' ? /apt-get install .*util-linux/ : /Linux/)
  })
})

/** The quick selection does not have these, rather than skip them. */
describe.each(isFull ? ['at length'] : [])('play export, %s', () => {
  test('without a folder the first file goes to standard output, and what was left out is said', async () => {
    const one = await play('export', LEVEL)
    expect(one).toMatchObject({ code: 0, err: '' })
    expect(one.out).toMatch(/^#!\/usr\/bin\/env bash\n/)
    const { err } = await play('export', LEVEL, '--format', 'oci')
    expect(err).toBe('2 more files were left out. Add --out FOLDER to write them all.\n')
  })

  test('--moves takes another plan than the stored solution', async () => {
    const moves = join(home, 'moves.json')
    writeFileSync(moves, JSON.stringify({ level: 'first-box/name-tag', moves: ['app.uts=own'] }))
    const [start, solved] = await Promise.all([
      play('export', 'first-box/name-tag', '--format', 'docker', '--moves', moves),
      play('export', 'first-box/name-tag', '--format', 'docker'),
    ])
    expect(start.out.match(/--uts host/g)).not.toEqual(solved.out.match(/--uts host/g))
  })

  test('a folder that stands is written into, and its other files stay', async () => {
    const out = join(home, 'there')
    mkdirSync(out)
    writeFileSync(join(out, 'mine.txt'), 'mine')
    expect(await play('export', LEVEL, '--out', out)).toMatchObject({ code: 0, err: '' })
    expect([existsSync(join(out, 'run.sh')), readFileSync(join(out, 'mine.txt'), 'utf8')]).toEqual([
      true,
      'mine',
    ])
  })
})
