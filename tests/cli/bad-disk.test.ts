import { spawn, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bundle } from '../support/cli.ts'
import { scratchFolder } from '../support/scratch.ts'
import { smallLevel } from '../support/small-level.ts'

/** A mount namespace of one's own, in which a test may mount a disk as bad as it needs. */
const OWN = ['-rm', 'sh', '-c']
const canMount = spawnSync('unshare', [...OWN, 'mount -t tmpfs none /tmp']).status === 0

/** The level is won twice: what cannot be saved is told the first time. */
const PLAY = 'shop.memory=448\nreport.memory=128\nrun\nrun\nundo\nredo\nrun\nquit\n'

/** Plays in the plain mode where `prepare` has made the data folder's disk what it is; `after` looks at it then. */
async function playOn(prepare: string, after: string): Promise<{ code: number | null; out: string }> {
  const home = scratchFolder()
  const level = join(home, 'small.yaml')
  writeFileSync(level, smallLevel)
  const disk = join(home, 'disk')
  const script = `mkdir ${disk} && ${prepare.replaceAll('DISK', disk)}
    ${process.execPath} ${bundle} ${level} --plain; code=$?; ${after.replaceAll('DISK', disk)}; exit $code`
  const child = spawn('unshare', [...OWN, script], {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_DATA_HOME: disk },
  })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    out += String(text)
  })
  child.stdin.end(PLAY)
  return new Promise(resolve => child.on('close', code => resolve({ code, out })))
}

const times = (text: string, part: string): number => text.split(part).length - 1

test.skipIf(!canMount)(
  'on a full disk the game says so once, goes on, and leaves what was saved as it was',
  async () => {
    const saved = '{"version":1,"levels":{"mine/other":{"stars":2,"points":700,"playHash":"h"}}}'
    const { code, out } = await playOn(
      `mount -t tmpfs -o size=16k none DISK && mkdir DISK/boxwright &&
       echo '${saved}' > DISK/boxwright/progress.json
       dd if=/dev/zero of=DISK/rest bs=1k count=64 2> /dev/null`,
      'echo; cat DISK/boxwright/progress.json; cd DISK/boxwright && ls progress*',
    )
    expect(code).toBe(0)
    expect(times(out, 'no space is left on the device')).toBe(1)
    expect(times(out, 'three stars')).toBeGreaterThan(1)
    // Neither a lock nor half a save is left beside it.
    expect(out.trimEnd().split('\n').slice(-2)).toEqual([saved, 'progress.json'])
  },
)

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is a failure in words', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', '"$@" > /dev/full', 'sh', process.execPath, bundle, 'list'],
    {
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', XDG_DATA_HOME: scratchFolder() },
      encoding: 'utf8',
    },
  )
  expect([status, stderr]).toEqual([1, 'stdout: no space is left on the device\n'])
})

test.skipIf(!canMount)('in a home that is read-only the game says so once and goes on', async () => {
  const { code, out } = await playOn('mount -t tmpfs -o ro none DISK', 'ls -a DISK')
  expect(code).toBe(0)
  expect(times(out, 'the file system is read-only')).toBe(1)
  expect(times(out, 'three stars')).toBeGreaterThan(1)
})
