import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { GLOSSARY_READINGS } from '../../src/words/glossary.ts'
import { PARTICLES, type ParticlePair, particleFor, withParticle } from '../../src/words/particles.ts'

type Row = readonly [word: string, pair: ParticlePair, expected: string]

const decomposed = '커널'.normalize('NFD')

const FIRST_TABLE: readonly Row[] = [
  ['1', '은/는', '1은'],
  ['2', '은/는', '2는'],
  ['3', '이/가', '3이'],
  ['6', '을/를', '6을'],
  ['10', '은/는', '10은'],
  ['PID 1', '으로/로', 'PID 1로'],
  ['PID 3', '으로/로', 'PID 3으로'],
  ['7', '으로/로', '7로'],
  ['1,000', '은/는', '1,000은'],
  ['100%', '을/를', '100%를'],
  ['3.5', '은/는', '3.5는'],
  ['PID', '은/는', 'PID는'],
  ['OOM', '은/는', 'OOM은'],
  ['"커널"', '은/는', '"커널"은'],
  ['컨테이너(box)', '은/는', '컨테이너(box)는'],
  ['길', '으로/로', '길로'],
  ['마운트', '과/와', '마운트와'],
  ['커널', '과/와', '커널과'],
  ['pid', '은/는', 'pid는'],
  ['init', '을/를', 'init을'],
  ['foo', '을/를', 'foo을(를)'],
  ['\u001b[31m커널\u001b[0m', '이/가', '\u001b[31m커널\u001b[0m이'],
  [decomposed, '은/는', `${decomposed}은`],
  ['20000', '을/를', '20000을'],
  ['0', '은/는', '0은'],
]

const NUMBERS: readonly Row[] = [
  ['30', '이/가', '30이'],
  ['100', '으로/로', '100으로'],
  ['137', '은/는', '137은'],
  ['448', '을/를', '448을'],
  ['1024', '이/가', '1024가'],
  ['8080', '을/를', '8080을'],
  ['65,536', '으로/로', '65,536으로'],
  ['10,000,000', '을/를', '10,000,000을'],
  ['1.24', '으로/로', '1.24로'],
  ['1.10', '을/를', '1.10을'],
  ['127.0.0.1', '으로/로', '127.0.0.1로'],
  ['eth0', '이/가', 'eth0이'],
  ['448 MiB', '을/를', '448 MiB를'],
  ['1 GiB', '은/는', '1 GiB는'],
  ['20MB/s', '으로/로', '20MB/s로'],
  ['16 Mbit/s', '이/가', '16 Mbit/s가'],
  ['50 %', '이/가', '50 %가'],
  ['100 ms', '을/를', '100 ms를'],
]

const TERMS: readonly Row[] = [
  ['cgroup', '을/를', 'cgroup을'],
  ['cgroup v1', '으로/로', 'cgroup v1으로'],
  ['cgroup v2', '은/는', 'cgroup v2는'],
  ['cpu.max', '을/를', 'cpu.max를'],
  ['memory.max', '은/는', 'memory.max는'],
  ['cpu.weight', '으로/로', 'cpu.weight로'],
  ['`cpu.max`', '이/가', '`cpu.max`가'],
  ['kubelet', '이/가', 'kubelet이'],
  ['runc', '은/는', 'runc는'],
  ['crun', '을/를', 'crun을'],
  ['containerd', '과/와', 'containerd와'],
  ['dockerd', '을/를', 'dockerd를'],
  ['dockershim', '은/는', 'dockershim은'],
  ['CRI-O', '으로/로', 'CRI-O로'],
  ['CRI', '을/를', 'CRI를'],
  ['IPC', '은/는', 'IPC는'],
  ['UTS', '을/를', 'UTS를'],
  ['NAT', '은/는', 'NAT는'],
  ['SIGKILL', '을/를', 'SIGKILL을'],
  ['EAGAIN', '이/가', 'EAGAIN이'],
  ['tmpfs', '을/를', 'tmpfs를'],
  ['/proc', '은/는', '/proc은'],
  ['/dev/shm', '을/를', '/dev/shm을'],
  ['mnt', '을/를', 'mnt를'],
  ['tc', '으로/로', 'tc로'],
  ['pid 네임스페이스', '을/를', 'pid 네임스페이스를'],
  ['shop', '이/가', 'shop이'],
  ['web', '으로/로', 'web으로'],
  ['report', '은/는', 'report는'],
  ['새 box', '을/를', '새 box를'],
  ['프로세스(PID 1)', '이/가', '프로세스(PID 1)가'],
  ['“쇼핑몰”', '으로/로', '“쇼핑몰”로'],
  ['"컨테이너(box)"', '은/는', '"컨테이너(box)"는'],
  ['상자[web]', '을/를', '상자[web]을'],
  ['/proc/1/root', '과/와', '/proc/1/root와'],
  ['I/O', '이/가', 'I/O가'],
  ['gVisor', '을/를', 'gVisor를'],
  ['★', '으로/로', '★로'],
  ['constructor', '은/는', 'constructor은(는)'],
  ['gateway', '으로/로', 'gateway(으)로'],
]

describe('Korean particles', () => {
  test.each([...FIRST_TABLE, ...NUMBERS, ...TERMS])('%s takes %s as %s', (word, pair, expected) => {
    expect(withParticle(word, pair, GLOSSARY_READINGS)).toBe(expected)
  })

  it('prefers the reading that it is given', () => {
    expect(withParticle('foo', '을/를', { foo: '풀' })).toBe('foo을')
  })

  it('ends every word with one of the two particles or with both, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...PARTICLES), (word, pair) => {
        const [after = '', without = ''] = pair.split('/')
        const particle = particleFor(word, pair)
        expect([after, without].includes(particle) || particle.includes('(')).toBe(true)
        expect(withParticle(word, pair)).toBe(word + particle)
      }),
    )
  })
})
