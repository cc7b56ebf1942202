import { describe, expect, test } from 'vitest'
import type { Panel } from '../../../src/core/scene.ts'
import { isOld } from '../../../src/worlds/tradeoff/parameter.ts'
import { tradeoff } from '../../../src/worlds/tradeoff/index.ts'
import { PARAMETERS } from '../../../src/worlds/tradeoff/parameters.ts'
import { boardOf, panelOf } from './boards.ts'

const figures = Object.entries(PARAMETERS)

/** Everything that a panel says, in one language. */
const textOf = (panel: Panel, lang: 'en' | 'ko' = 'en'): string => {
  switch (panel.type) {
    case 'tree':
      return panel.lines.map(({ label }) => label[lang]).join('\n')
    case 'table':
      return panel.rows.map(row => row.map(({ text }) => text[lang]).join(' | ')).join('\n')
    case 'gauges':
      return panel.gauges.map(g => `${g.label[lang]} ${g.value} ${g.note?.[lang] ?? ''}`.trim()).join('\n')
    case 'timeline':
      return panel.moments.map(({ who, say }) => `${who} ${say[lang]}`).join('\n')
    case 'scatter':
      return `${panel.x[lang]} ${panel.y[lang]}`
    case 'graph':
    case 'transcript':
      return ''
  }
}

describe('every figure', () => {
  test.each(figures)('%s has a unit, a source, a year, a condition in both languages', (_, figure) => {
    expect(figure.value).toBeGreaterThan(0)
    expect(figure.source.cite.en.length).toBeGreaterThan(5)
    expect(figure.source.cite.ko.length).toBeGreaterThan(5)
    expect(figure.source.year).toBeGreaterThan(2000)
    expect(figure.about.en.length).toBeGreaterThan(2)
    expect(figure.about.ko.length).toBeGreaterThan(2)
  })

  test.each(figures)('%s lies in its spread', (_, { value, low = value, high = value }) => {
    expect(low).toBeLessThanOrEqual(value)
    expect(high).toBeGreaterThanOrEqual(value)
  })

  const speeds = (activities: readonly string[]) =>
    Object.fromEntries(activities.map(activity => [activity, 1]))
  // What may be asked depends on the packaging: a level must not ask for what no study measured.
  const asked: { readonly [pack: string]: object } = {
    container: { speed: speeds(['cpu', 'database']), iops: 1 },
    userns: { speed: speeds(['database']), iops: 1 },
    gvisor: { speed: speeds(['cpu', 'syscalls', 'allocations', 'reads', 'opens', 'download']) },
    kata: { speed: speeds(['cpu', 'syscalls']) },
    microvm: { speed: speeds(['cpu', 'download']), iops: 1 },
    vm: { speed: speeds(['cpu', 'database']) },
  }
  const modes = ['alpine', 'debian', 'ubuntu'].flatMap(base =>
    ['docker', 'containerd'].flatMap(engine =>
      [
        { base, ready: 'layers', net: 'nat', disk: 'overlay' },
        { base, ready: 'lazy', net: 'host', disk: 'volume' },
      ].map(build => ({ engine, build })),
    ),
  )
  const whys = Object.entries(asked).flatMap(([pack, needs]) =>
    modes.map(({ engine, build }) => {
      const board = boardOf({
        hosts: { metal: { memory: 4096, engine } },
        workloads: { app: { memory: 1, needs, build: { ...build, pack } } },
        controls: {},
      })
      return textOf(board.answer(board.start, 'why.app'))
    }),
  )

  test('can be asked for, workload by workload', () => {
    const board = tradeoff.open(tradeoff.sandbox)
    expect(board.probes.map(({ id }) => id)).toEqual(['why.shop', 'why.builds'])
    for (const { id } of board.probes) expect(board.answer(board.start, id).id).toBe(id)
  })

  test.each(figures)('%s is shown with its source and year to whom it matters', (_, { source, about }) => {
    const lines = whys.flatMap(why => why.split('\n'))
    expect(lines.some(line => line.endsWith(`: ${about.en}`))).toBe(true)
    expect(lines.some(line => line.startsWith(`${source.cite.en} (${source.year})`))).toBe(true)
  })
})

describe('what is old or emulated says so wherever it stands', () => {
  const setup = {
    hosts: { metal: { memory: 4096, link: 100 } },
    workloads: {
      app: { memory: 100, app: 50, needs: { startWithin: 60, speed: { cpu: 90, syscalls: 40 } } },
    },
    controls: {
      app: { pack: ['container', 'gvisor', 'kata', 'microvm', 'vm'], ready: ['cold', 'lazy', 'layers'] },
    },
    plot: { x: 'memory', y: 'slowestMs' },
  }
  test.each([
    ['memory.metal', 'gvisor', 'layers', 'app 136 36 MiB of it overhead [2020]'],
    ['memory.metal', 'vm', 'layers', 'app 310 210 MiB of it overhead [2020, emulated]'],
    ['memory.metal', 'microvm', 'layers', 'app 190 90 MiB of it overhead [emulated]'],
    ['memory.metal', 'microvm', 'layers', 'together 190 [emulated]'],
    ['memory.metal', 'kata', 'layers', 'app 230 130 MiB of it overhead'],
    ['work.app', 'gvisor', 'layers', 'memory beyond its own | 36 MiB [2020]'],
    ['work.app', 'gvisor', 'layers', 'system calls | 45% [2019]'],
    ['work.app', 'microvm', 'layers', 'warm start | 137 ms [2020]'],
    ['needs', 'gvisor', 'layers', 'speed | system calls ≥ 40% | 45% [2019]'],
    ['needs', 'gvisor', 'layers', 'speed | computing ≥ 90% | 99% [2020]'],
    ['needs', 'kata', 'layers', 'speed | computing ≥ 90% | 100% [2014]'],
    ['needs', 'container', 'layers', 'speed | computing ≥ 90% | 100%'],
    ['needs', 'container', 'layers', 'start-up | ≤ 60 s | 0.377 s'],
    ['needs', 'container', 'lazy', 'start-up | ≤ 60 s | 0.786 s [2016]'],
    ['needs', 'microvm', 'layers', 'start-up | ≤ 60 s | 0.137 s [2020]'],
    ['race', 'microvm', 'layers', 'app serves (micro-VM) [2020]'],
    ['race', 'container', 'lazy', 'app has its image: metal pulled 6 MB [2016]'],
    ['race', 'container', 'lazy', 'app serves (container) [2016]'],
    ['swaps', 'vm', 'layers', 'memory, MiB [2020, emulated] slowest start, ms [2016]'],
  ])('%s, %s, %s: %s', (panel, pack, ready, line) => {
    const text = textOf(panelOf(setup, panel, 'ran', { 'app.pack': pack, 'app.ready': ready }))
    expect(text.split('\n')).toContain(line)
  })

  test('in plain words, too', () => {
    expect(panelOf(setup, 'memory.metal', 'ran', { 'app.pack': 'vm' }).say.en).toContain('[2020, emulated]')
    expect(panelOf(setup, 'needs', 'ran', { 'app.pack': 'gvisor' }).say.en).toContain('45% [2019]')
    expect(panelOf(setup, 'race', 'ran', { 'app.pack': 'microvm' }).say.en).toContain('[2020]')
    expect(panelOf(setup, 'swaps', 'ran', { 'app.pack': 'vm' }).say.en).toContain('[2020, emulated]')
  })

  test('in Korean, too', () => {
    expect(textOf(panelOf(setup, 'memory.metal', 'ran', { 'app.pack': 'vm' }), 'ko')).toContain(
      '[2020, 에뮬레이션]',
    )
  })

  test('what is older than five years is told by its year', () => {
    const old = figures.filter(([, figure]) => isOld(figure)).map(([, { source }]) => source.year)
    expect(Math.max(...old)).toBe(2020)
    expect(
      figures.filter(([, figure]) => !isOld(figure)).every(([, { source }]) => source.year >= 2021),
    ).toBe(true)
  })
})
