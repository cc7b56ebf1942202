import { expect, test } from 'vitest'
import { dataFolder } from '../../src/io/data-folder.ts'

test.each([
  ['linux', {}, '/home/kim/.local/share/boxwright'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/boxwright'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/kim/.local/share/boxwright'],
  ['darwin', {}, '/home/kim/Library/Application Support/boxwright'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/data/boxwright'],
  ['win32', { LOCALAPPDATA: '/app' }, '/app/boxwright'],
])('on %s with %o saves live in %s', (platform, env, folder) => {
  expect(dataFolder({ platform, home: '/home/kim', env })).toBe(folder)
})
