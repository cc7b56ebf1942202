import { expect, test } from 'vitest'
import type { Choices } from '../../../src/core/product.ts'
import { boardOf } from './boards.ts'

type Case = 'quiet' | 'crash'

/** What stands on the edge node after a run of a case: its processes, and what tools print. */
function shownOf(build: Choices, count: number, id: Case): { readonly tree: string; readonly shell: string } {
  const board = boardOf({
    nodes: { edge: { build } },
    pods: { sensor: { image: 'sensor:5', count, build: { request: '8' } } },
    cases: ['quiet', { id: 'crash', crash: ['sensor'] }],
    controls: {},
  })
  const { panels } = board.scene(board.start, { phase: 'ran', probed: [] })
  const said = (panel: string): string => panels.find(p => p.id === `${panel}.${id}.edge`)?.say.en ?? ''
  return { tree: said('tree'), shell: said('shell') }
}

const CRIO = { kubelet: '1.30', endpoint: 'crio', crio: '1.30' }
const DOCKER = { kubelet: '1.23', endpoint: 'dockershim', dockerd: '20.10' }

test('sixty like pods are shown as one, and said to be sixty', () => {
  const { tree, shell } = shownOf(CRIO, 60, 'quiet')
  expect(tree).toContain('conmon ×60\n    sensor\n×: so many of the same')
  expect(shell).toContain('$ kubectl get pod sensor  # ×60')
  expect(shell).toContain('$ crictl ps  # sensor ×60')
})

test('one pod is not counted', () => {
  const { tree, shell } = shownOf(CRIO, 1, 'quiet')
  expect(tree).not.toContain('×')
  expect(shell).not.toContain('×')
})

test('docker ps counts the pods that it knows', () => {
  expect(shownOf(DOCKER, 60, 'quiet').shell).toContain("$ docker ps --format '{{.Names}}'  # sensor ×60")
})

const rowOf = (build: Choices, id: Case): string =>
  /\n(\w+ .*sensor +\d)/.exec(shownOf(build, 1, id).shell.split('crictl ps')[1] ?? '')?.[1] ?? ''

test('an app that crashed runs in another container, the attempt after the first', () => {
  const [before, after] = [rowOf(CRIO, 'quiet'), rowOf(CRIO, 'crash')]
  expect(before).toMatch(/ 0$/)
  expect(after).toMatch(/ 1$/)
  expect(after.split(' ')[0]).not.toBe(before.split(' ')[0])
  expect(after.split(' ')[0]).toMatch(/^[0-9a-f]{13}$/)
})

test('in Docker a crash leaves pause as it was', () => {
  const { shell } = shownOf(DOCKER, 1, 'crash')
  expect(shell).toMatch(/k8s_sensor_sensor_default_\w+_1\nk8s_POD_sensor_default_\w+_0/)
})
