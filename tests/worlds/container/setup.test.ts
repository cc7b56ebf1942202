import { expect, test } from 'vitest'
import { faultsOf } from './boards.ts'

const base = {
  boxes: { app: { acts: [{ serve: 'http' }] } },
  controls: { app: { pid: ['host', 'own'] } },
}

test.each([
  ['cpuset', ['all', '0', '0-1,3', '255']],
  ['cpu', ['none', 'half', '2', '0.75', '256']],
])('%s takes what the kernel does', (setting, values) => {
  expect(faultsOf({ ...base, controls: { app: { [setting]: values } } })).toEqual([])
})

test('a small setup is enough', () => {
  expect(faultsOf(base)).toEqual([])
})

test.each<readonly [string, unknown, readonly string[]]>([
  [
    'a control of a box that is not there',
    { ...base, controls: { ap: { pid: ['host', 'own'] } } },
    ["controls.ap: no box 'ap' (did you mean 'app'?)"],
  ],
  [
    'a value that a setting cannot have',
    { ...base, controls: { app: { root: ['host', 'chrooot'] } } },
    ["controls.app.root: root is one of host, chroot, pivot_root, found 'chrooot' (did you mean 'chroot'?)"],
  ],
  ...['all-1', '3-0', '0-', '1-2-3', '0-99999999999', '256', '0x1', ''].map(
    list =>
      [
        `the CPU list '${list}'`,
        { ...base, controls: { app: { cpuset: ['all', list] } } },
        [`controls.app.cpuset: cpuset is all or a list like 0-1,3 of CPUs below 256, found '${list}'`],
      ] as const,
  ),
  ...['toString', '1e1', '0', '-1', '0x1', '257', ' 1'].map(
    share =>
      [
        `the share of CPU '${share}'`,
        { ...base, controls: { app: { cpu: ['none', share] } } },
        [`controls.app.cpu: cpu is none, quarter, half or a number of cores up to 256, found '${share}'`],
      ] as const,
  ),
  [
    'a join of nobody',
    { ...base, controls: { app: { pid: ['host', 'join:pause'] } } },
    ["controls.app.pid: no box 'pause' to join; boxes are "],
  ],
  [
    'a start outside the values',
    { ...base, controls: { app: { memory: [64, 128] } } },
    [
      "controls.app.memory: the start 'none' is not among the values; add it, or set another start under build",
    ],
  ],
  [
    'a case without acts',
    { ...base, cases: ['good', 'bad'], boxes: { app: { acts: { good: [] } } } },
    ["boxes.app.acts: no acts for the case 'bad'"],
  ],
  [
    'an act with two verbs',
    { ...base, boxes: { app: { acts: [{ serve: 'http', wait: 3 }] } } },
    ['boxes.app.acts.0: an act is exactly one verb, found serve, wait'],
  ],
  [
    'something hidden that is not there',
    { ...base, hidden: ['app.act'] },
    ["hidden: cannot hide 'app.act' (did you mean 'app.acts'?)"],
  ],
])('%s is a fault with its place', (_, setup, faults) => {
  expect(faultsOf(setup)).toEqual(faults)
})

test.each(['/sys/power/state', '/dev/null', '/usr/bin/ls', '/', '/.boxwright/sign'])(
  "%s is no file that a level's host brings along: it would be this machine's",
  path => {
    expect(faultsOf({ ...base, host: { files: [{ path }] } })).toHaveLength(1)
  },
)
