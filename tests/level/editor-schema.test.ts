import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { WORLDS } from '../../src/catalog/worlds.ts'
import { levelJsonSchema } from '../../src/level/json-schema.ts'
import { levelName, shippedFiles } from '../support/campaign.ts'
import { misfits } from '../support/draft7.ts'

const schema = levelJsonSchema(WORLDS)

/** What an editor marks in a level file. */
const marked = (text: string): readonly string[] => misfits(schema, parse(text))

const templates = new Map(
  WORLDS.map(world => [world.id, world.with(({ template }) => template.replaceAll('SLUG', 'mine'))]),
)
/** The small level that a world gives to authors, with a setup of the test's own. */
function withSetup(world: string, setup: string): string {
  const template = templates.get(world) ?? ''
  return template.replace(/^setup:\n(?:[ #].*\n|\n)*/m, `setup: ${setup}\n`)
}

test('an editor marks nothing in any shipped level', () => {
  expect(shippedFiles.length).toBeGreaterThan(40)
  const found = shippedFiles.flatMap(file =>
    marked(readFileSync(file, 'utf8')).map(fault => `${levelName(file)} ${fault}`),
  )
  expect(found).toEqual([])
})

test.each([...templates])('an editor marks nothing in the first level of an author of %s', (_, text) => {
  expect(marked(text)).toEqual([])
})

const box = (controls: string, build = '{}') =>
  `{ boxes: { shop: { acts: [], build: ${build} }, web: { acts: [] } }, controls: { shop: { ${controls} } } }`
const node = (controls: string, build = '{}') =>
  `{ nodes: { n7: { build: ${build} } }, pod: {}, controls: { n7: { ${controls} } } }`
const work = (controls: string) =>
  `{ hosts: { h: { memory: 4096 } }, workloads: { w: { memory: 64 } }, controls: { w: { ${controls} } } }`

describe('an editor marks what a setting does not take, and nothing else', () => {
  test.each([
    ['container', box('net: [host, own]'), []],
    ['container', box('net: [host, owned]'), ['.setup.controls.shop.net']],
    ['container', box('net: { values: [host, own, "join:web"], decoy: walls }'), []],
    ['container', box('net: { values: [host, join] }'), ['.setup.controls.shop.net']],
    ['container', box('memory: [none, 256]'), []],
    ['container', box('memory: [lots, much]'), ['.setup.controls.shop.memory']],
    ['container', box('memory: [0, 256]'), ['.setup.controls.shop.memory']],
    ['container', box('root: [chrot, pivot]'), ['.setup.controls.shop.root']],
    ['container', box('uid: [0, 1000]'), []],
    ['container', box('cpu: [none, half, 0.5, 2]'), []],
    ['container', box('cpuset: [all, 0-1, 3]'), []],
    ['container', box('cpuset: [all, a-b]'), ['.setup.controls.shop.cpuset']],
    ['container', box('nett: [host, own]'), ['.setup.controls.shop.nett']],
    ['container', box('binds: { data: [off, rw] }'), []],
    ['container', box('binds: { data: [off, on] }'), ['.setup.controls.shop.binds.data']],
    ['container', box('net: [host, own]', '{ root: pivot }'), ['.setup.boxes.shop.build.root']],
    ['container', box('$wall: [host, own], net: [host, $net]', '{ root: $root, net: "join:$box" }'), []],
    ['route', node('endpoint: [dockershim, containerd]'), []],
    ['route', node('endpont: [dockershim, containerd]'), ['.setup.controls.n7.endpont']],
    ['route', node('endpoint: [dockershm, x]'), ['.setup.controls.n7.endpoint']],
    ['route', node('liveRestore: [off, true], kubelet: ["1.23", "1.24"]'), []],
    ['route', node('kubelet: [1.23, 1.24]'), ['.setup.controls.n7.kubelet']],
    ['route', node('cri: [disabled, enabled]', '{ kubelet: none }'), ['.setup.nodes.n7.build.kubelet']],
    ['route', node('cri: [disabled, enabled]', '{ pull: Never }'), ['.setup.nodes.n7.build.pull']],
    ['tradeoff', work('pack: [container, vm]'), []],
    ['tradeoff', work('pack: [contaner, vmm]'), ['.setup.controls.w.pack']],
  ])('%s: %s', (world, setup, places) => {
    const found = marked(withSetup(world, setup)).map(fault => fault.replace(/: .*/s, ''))
    expect([...new Set(found)]).toEqual(places)
  })
})

/** Values that a setting might take, in the forms of YAML. */
const CANDIDATES: readonly unknown[] = [
  'host own join:web join:nobody! none all half off on v2 1.24 1.2.3 0-1,3 a-b 64 0 -1'.split(' '),
  'containerd container alpine Never runsc rw fresh up'.split(' '),
  ['', 0, 1, 64, 255, 256, 10_001, 2_000_000, -1, 0.5, 300, true, false, null],
].flat()

describe('what an editor takes as a value, the setup takes as well', () => {
  const places = WORLDS.flatMap(world =>
    world.with(({ settings = [] }) =>
      settings
        .filter(({ holds }) => holds === 'value')
        .flatMap(({ at, values }) => Object.keys(values).map(name => ({ world: world.id, at, name }))),
    ),
  )
  const FIELDS: { readonly [world: string]: string } = {
    container:
      '{ boxes: { shop: { acts: [] }, web: { acts: [] } }, controls: { shop: { uts: [host, own] } } }',
    route: '{ nodes: { n7: {} }, pods: { p: {} }, classes: { c: {} }, controls: {} }',
    'route-order':
      '{ nodes: { n7: {} }, pods: { p: {} }, classes: { c: {} }, steps: [{ id: d, do: drain, on: n7 }] }',
    tradeoff: '{ hosts: { web: { memory: 4096 } }, workloads: { w: { memory: 64, app: 1 } }, controls: {} }',
  }
  const OWNERS: { readonly [part: string]: string } = {
    boxes: 'shop',
    nodes: 'n7',
    pods: 'p',
    classes: 'c',
    workloads: 'w',
  }

  /** Where a world finds faults in a setup. */
  function issuesOf(id: string, setup: unknown): readonly string[] {
    const result = WORLDS.find(world => world.id === id)?.with(world => world.setup.safeParse(setup))
    return result?.error?.issues.map(({ path }) => path.join('.')) ?? []
  }

  test('there are settings in every world', () => {
    expect(new Set(places.map(({ world }) => world))).toEqual(new Set(WORLDS.map(({ id }) => id)))
    expect(places.length).toBeGreaterThan(80)
  })

  test.each(places.filter(({ at }) => at[0] !== 'pod'))('$world $at $name', ({ world, at, name }) => {
    const [part = ''] = at
    const agree = CANDIDATES.map(value => {
      const setup: unknown = parse(FIELDS[world] ?? '')
      const owner: unknown = Reflect.get(Object(Reflect.get(Object(setup), part)), OWNERS[part] ?? '')
      Reflect.set(Object(owner), 'build', { [name]: value })
      const isMarked = misfits(schema, { world, setup }).some(fault => fault.includes(`.build.${name}`))
      const issues = issuesOf(world, setup)
      const isRefused = issues.some(path => path.includes(`build.${name}`))
      return { value, isMarked, isRefused }
    })
    // A text of digits may still be too large, or name what is not there: that only the setup as a whole can tell.
    expect(agree.filter(({ isMarked, isRefused }) => isMarked && !isRefused)).toEqual([])
    expect(
      agree.filter(({ value, isMarked, isRefused }) => isRefused && !isMarked && typeof value !== 'string'),
    ).toEqual([])
  })
})
