import { expect, test } from 'vitest'
import * as z from 'zod'
import { shippedFiles, shippedLevel } from '../support/campaign.ts'

/** What the page that the game grew from says, statement by statement, in a few words each. */
const SEED: { readonly [row: string]: string } = {
  '0.1': 'packaging and isolating an app with its files',
  '0.2': 'easy images, immutable, quick rollback',
  '0.3': 'runs alike everywhere',
  '0.4': 'lighter than a VM, the kernel is shared',
  '0.5': 'isolation improves security',
  '0.6': 'namespaces isolate, cgroups control',
  '0.7': 'one initial namespace of each type',
  '0.8': 'the types of namespaces',
  '0.9': 'what cgroups limit, and what not',
  '0.10': 'overheads: kernel, network layer, disk',
  '0.11': 'risks: shared kernel, images, permissions',
  '0.12': 'short lives, hard to observe and debug',
  '0.13': 'Kubernetes: resilience, canary',
  '0.14': 'service discovery and load balancing',
  '0.15': 'storage orchestration',
  '0.16': 'rollouts and rollbacks',
  '0.17': 'bin packing',
  '0.18': 'self-healing',
  '0.19': 'secrets and configuration',
  '0.20': 'Docker is a tool, a container a unit',
  '0.21': 'what images carry',
  '0.22': 'process and hardware isolation',
  '0.23': 'portability of containers and VMs',
  '0.24': 'is Docker faster than a VM',
  '0.25': 'layers save storage and transfer',
  '0.26': 'client, daemon, REST',
  '0.27': 'what a registry does',
  '0.28': 'dockershim and why it was there',
  '0.29': 'containerd 1.0 and its extra daemon',
  '0.30': 'containerd 1.1 and its plugin',
}

const levels = shippedFiles.map(shippedLevel)
const Cases = z.object({ cases: z.array(z.unknown()).default([]), hidden: z.array(z.unknown()).default([]) })
const setups = levels.map(level => ({ level, setup: Cases.safeParse(level.setup).data }))
const container = setups.filter(({ level }) => level.world === 'container')

test('levels teach rows of the seed that exist; those that nobody teaches yet are printed', () => {
  const taught = levels.flatMap(level => level.teaches)
  expect(taught.filter(row => !(row in SEED))).toEqual([])
  const open = Object.entries(SEED).filter(([row]) => !taught.includes(row))
  console.log(`Not taught by any level yet:\n${open.map(([row, about]) => `  ${row}  ${about}`).join('\n')}`)
  expect(taught.length).toBeGreaterThan(0)
})

test('the first three chapters have the variety that they promise', () => {
  expect(container.length).toBeGreaterThanOrEqual(17)
  expect(container.filter(({ level }) => level.predict.length > 0).length).toBeGreaterThanOrEqual(6)
  expect(container.filter(({ setup }) => (setup?.cases.length ?? 0) > 1).length).toBeGreaterThanOrEqual(8)
  const probed = container.filter(({ level }) => level.board.with(board => board.probes.length > 0))
  expect(probed.filter(({ setup }) => (setup?.hidden.length ?? 0) > 0).length).toBeGreaterThanOrEqual(2)
})

test('a wrong track that is named is met by a nudge, and every level has one', () => {
  expect(levels.filter(level => level.nudges.length === 0).map(({ id }) => id)).toEqual([])
})
