import { expect, test } from 'vitest'
import type { Beat, Moment } from '../../src/core/scene.ts'
import { same } from '../../src/core/text.ts'
import { teller } from '../../src/plain/teller.ts'
import { tellBeats } from '../../src/plain/tell-beats.ts'

const moment = (at: string): Moment => ({ at, who: 'shop', say: same('starts'), tone: 'plain' })

const beat = (say: string, title: string, moments: readonly Moment[]): Beat => ({
  ms: 100,
  say: same(say),
  changed: [
    {
      type: 'timeline',
      id: 'run',
      title: same(title),
      seat: 'both',
      say: same(moments.map(m => m.at).join()),
      moments,
    },
  ],
})

test('a run is told without the beats in which only the meters move', () => {
  const told: string[] = []
  const streams = {
    readLine: () => Promise.resolve(null),
    write: (text: string) => told.push(text.trimEnd()),
  }
  const beats = [
    beat('Run: day', 'day', []),
    beat('day, 6 s', 'day', []),
    beat('shop starts', 'day', [moment('7 s')]),
    beat('day, 12 s', 'day', [moment('7 s')]),
    beat('Run: night', 'night', []),
    { ms: 100, say: same('a picture of its own'), changed: [] },
  ]
  tellBeats(beats, teller(streams, 'en'))
  expect(told).toEqual(['Run: day', 'shop starts', 'Run: night', 'a picture of its own'])
})
