import { expect, test } from 'vitest'
import { factsOf } from './boards.ts'

/** A box that kills `target`, and an app with a helper that shares its pid namespace. */
const setup = (target: string, killer: string) => ({
  boxes: {
    app: { acts: [], build: { pid: 'own' } },
    helper: { acts: [], build: { pid: 'join:app' } },
    killer: { acts: [{ signal: target, id: 'kill' }], build: { pid: killer } },
  },
  controls: { killer: { uts: ['host', 'own'] } },
})
const outcome = (target: string, killer: string) => {
  const day = factsOf(setup(target, killer)).run['day']
  return [day?.box['killer']?.did['kill'], ...(day?.host.killed ?? [])]
}

test.each([
  ['PID 1 has no ear for SIGKILL from its own pid namespace', 'app', 'join:app', ['ok']],
  ['PID 1 killed from outside takes its pid namespace along', 'app', 'host', ['ok', 'app', 'helper']],
  ['another process of the namespace dies alone', 'helper', 'join:app', ['ok', 'helper']],
  ['a process in another pid namespace has no number to be killed by', 'app', 'own', ['ESRCH']],
  ["the host's init has no ear for SIGKILL either", 'systemd', 'host', ['ok']],
  ["the host's sshd has", 'sshd', 'host', ['ok', 'sshd']],
] as const)('%s', (_, target, killer, expected) => {
  expect(outcome(target, killer)).toEqual(expected)
})
