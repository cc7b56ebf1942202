import { expect, test } from 'vitest'
import * as z from 'zod'
import { fieldOf, type Place } from '../../src/solver/place.ts'
import { prove } from '../../src/solver/prove.ts'
import { levelsFolder, shippedLevel } from '../support/campaign.ts'

const Road = z.object({ path: z.string(), hops: z.int(), daemons: z.int() })
const Run = z.record(z.string(), z.object({ pod: z.record(z.string(), z.object({ road: Road })) }))

/** Plays a level of the chapter as its proof does, and gives each pod's road in the first case. */
function roads(slug: string): ReadonlyMap<string, z.infer<typeof Road>> {
  const level = shippedLevel(`${levelsFolder}/05-the-road/${slug}.yaml`)
  const proof = prove(level)
  if (!proof.ok) throw new Error(`${slug} has no proof`)
  const { start } = fieldOf(level)
  const end = proof.value.solution.reduce<Place | null>((place, step) => place?.take(step) ?? null, start)
  const [first] = Object.values(Run.parse(end?.read('run')))
  return new Map(Object.entries(first?.pod ?? {}).map(([id, { road }]) => [id, road]))
}

test('docker, containerd 1.0, containerd 1.1: each level is won on a road one hop shorter, but only the last saves a daemon', () => {
  expect([
    roads('01-2018-dockershim').get('shop'),
    roads('02-containerd-1-0').get('shop'),
    roads('03-containerd-1-1').get('shop'),
  ]).toEqual([
    { path: 'dockershim', hops: 3, daemons: 3 },
    { path: 'cri-containerd', hops: 2, daemons: 3 },
    { path: 'cri-plugin', hops: 1, daemons: 2 },
  ])
})

test('four eras ends with the three old roads and the one of today side by side', () => {
  expect([...roads('13-four-eras')]).toEqual([
    ['dec2017', { path: 'dockershim', hops: 3, daemons: 3 }],
    ['jan2018', { path: 'cri-containerd', hops: 2, daemons: 3 }],
    ['may2018', { path: 'cri-plugin', hops: 1, daemons: 2 }],
    ['y2024', { path: 'cri-plugin', hops: 1, daemons: 2 }],
  ])
})
