import { describe, expect, test } from 'vitest'
import { factsOf } from './boards.ts'

const day = (setup: unknown, choices = {}) => {
  const run = factsOf(setup, choices).run['day']
  if (run === undefined) throw new Error('no case day')
  return run
}

describe('neighbours', () => {
  test('the engine is paid once a host, and not at all where only guests stand', () => {
    const setup = (packs: readonly string[]) => ({
      hosts: { metal: { memory: 4096 } },
      workloads: Object.fromEntries(packs.map((pack, i) => [`w${i}`, { memory: 100, build: { pack } }])),
      controls: { w0: { logs: ['inside', 'shipped'] } },
    })
    expect(day(setup(['container'])).total.memory).toBe(110 + 114)
    expect(day(setup(['container', 'container'])).total.memory).toBe(110 + 2 * 114)
    expect(day(setup(['vm', 'microvm'])).total.memory).toBe(310 + 190)
  })

  test('an overfull host fails everyone on it', () => {
    const setup = {
      hosts: { metal: { memory: 300 } },
      workloads: { a: { memory: 100 }, b: { memory: 100 } },
      controls: { a: { pack: ['container', 'vm'] } },
    }
    const run = day(setup)
    expect(run.host['metal']).toMatchObject({ memory: 338, free: -38, fits: false })
    expect(run.works.map(({ unmet }) => unmet)).toEqual([['memory'], ['memory']])
  })

  test('who pulls at the same time shares the link', () => {
    const setup = (ready: string) => ({
      hosts: { metal: { memory: 4096, link: 80 } },
      workloads: {
        a: { memory: 1, app: 10, build: { ready: 'cold', net: 'host' } },
        b: { memory: 1, app: 20, build: { ready } },
      },
      controls: { a: { pack: ['container', 'vm'] } },
    })
    // 10 + 20 + one base of 29.8 = 59.8 MB over 80 Mbit/s: 5980 ms, then 188
    expect(day(setup('cold')).work['a']?.startMs).toBe(5980 + 188)
    expect(day(setup('cold')).host['metal']).toMatchObject({
      transferMB: 60,
      waitMB: 60,
      transferSeconds: 6,
      reusedMB: 29,
    })
    // b brought the base ahead of time
    expect(day(setup('layers')).work['a']?.startMs).toBe(1000 + 188)
  })

  test.each([
    ['two on the host network', 'host', 'host', ['port'], ['port']],
    ['one behind NAT, not published', 'host', 'nat', [], []],
  ])('one port, %s', (_, first, second, a, b) => {
    const setup = {
      hosts: { metal: { memory: 4096 } },
      workloads: {
        a: { memory: 1, port: 80, build: { net: first } },
        b: { memory: 1, port: 80, build: { net: second } },
      },
      controls: { a: { pack: ['container', 'vm'] } },
    }
    expect(day(setup).works.map(({ unmet }) => unmet)).toEqual([a, b])
    expect(day(setup, { 'a.pack': 'vm' }).works.map(({ unmet }) => unmet)).toEqual([[], []])
  })

  test('one published port serves one instance', () => {
    const setup = {
      hosts: { metal: { memory: 4096 } },
      workloads: { a: { memory: 1, instances: 2, port: 80, publish: 8080 } },
      controls: { a: { net: ['nat', 'host'] } },
    }
    expect(day(setup).work['a']?.unmet).toEqual(['port'])
  })

  test('a thin wall is thin only beside those it is against', () => {
    const setup = {
      hosts: { one: { memory: 4096 }, two: { memory: 4096 } },
      workloads: { shop: { memory: 1 }, guest: { memory: 1, needs: { wall: 'sentry', from: ['shop'] } } },
      controls: { guest: { host: ['one', 'two'], pack: ['container', 'userns', 'gvisor'] } },
    }
    expect(day(setup).work['guest']?.unmet).toEqual(['wall'])
    expect(day(setup, { 'guest.pack': 'userns' }).work['guest']?.unmet).toEqual(['wall'])
    expect(day(setup, { 'guest.pack': 'gvisor' }).work['guest']?.unmet).toEqual([])
    expect(day(setup, { 'guest.host': 'two' }).work['guest']?.unmet).toEqual([])
  })
})

describe('cases', () => {
  const setup = {
    hosts: { metal: { memory: 2048, copies: 3, price: 10 } },
    workloads: {
      web: { memory: { day: 400, night: 100 } },
      batch: { memory: { day: 100, night: 500 }, instances: { day: 1, night: 2 } },
    },
    cases: ['day', 'night'],
    controls: {
      web: { pack: ['container', 'vm'] },
      batch: { pack: ['container', 'vm'], ready: ['layers', 'running'] },
    },
  }
  const memory = (choices: object) => {
    const { run, total } = factsOf(setup, { ...choices })
    return [run['day']?.host['metal']?.memory, run['night']?.host['metal']?.memory, total.memory]
  }

  test('processes share a host by turns, guests keep their peak, idle instances are held', () => {
    expect(memory({})).toEqual([110 + 414 + 114, 110 + 114 + 2 * 514, 3 * 1252])
    expect(memory({ 'web.pack': 'vm', 'batch.pack': 'vm' })).toEqual([610 + 710, 610 + 2 * 710, 3 * 2030])
    expect(memory({ 'batch.ready': 'running' })).toEqual([110 + 414 + 2 * 114, 110 + 114 + 2 * 514, 3 * 1252])
  })

  test('totals count all copies of a host', () => {
    expect(factsOf(setup).total).toMatchObject({
      cost: 30,
      hosts: 3,
      kernels: 3,
      interruptions: 9,
      userlands: 2,
    })
    expect(factsOf(setup, { 'batch.pack': 'vm' }).total).toMatchObject({
      kernels: 3 * 3,
      interruptions: 3 * 5,
      userlands: 1 + 6,
    })
  })
})

test('CPU is counted as requests are, Kata’s quarter core included', () => {
  const setup = {
    hosts: { metal: { memory: 4096, cores: 1 } },
    workloads: { a: { memory: 1, cpu: 0.8 } },
    controls: { a: { pack: ['container', 'kata'] } },
  }
  expect(day(setup).work['a']).toMatchObject({ cpu: 800, met: true })
  expect(day(setup, { 'a.pack': 'kata' }).work['a']).toMatchObject({ cpu: 1050, unmet: ['cpu'] })
})

test('images must find room on the disk', () => {
  const setup = {
    hosts: { metal: { memory: 4096, disk: 700 } },
    workloads: { a: { memory: 1, app: 100 } },
    controls: { a: { pack: ['container', 'vm'] } },
  }
  expect(day(setup).work['a']?.unmet).toEqual([])
  expect(day(setup, { 'a.pack': 'vm' }).work['a']?.unmet).toEqual(['disk'])
})

test('portability is what each host of the level could run', () => {
  const setup = {
    hosts: { metal: { memory: 4096, kernel: '4.18' }, cloud: { memory: 4096, kvm: false } },
    workloads: {
      app: { memory: 1, needs: { hosts: ['metal', 'cloud'] } },
      old: { memory: 1, kernel: '4.18', build: { pack: 'vm' } },
    },
    controls: { app: { pack: ['container', 'vm'] }, old: { pack: ['container', 'vm'] } },
  }
  expect(factsOf(setup).work['app']?.runsOn).toEqual(['metal', 'cloud'])
  expect(factsOf(setup).work['old']?.runsOn).toEqual(['metal'])
  expect(day(setup, { 'app.pack': 'vm' }).work['app']?.unmet).toEqual(['hosts'])
})
