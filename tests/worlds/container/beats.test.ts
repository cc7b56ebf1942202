import { expect, test } from 'vitest'
import { boardOf } from './boards.ts'

test('all that happens in one second is said in one beat, with its time', () => {
  const board = boardOf({
    boxes: {
      shop: { acts: [{ grow: { to: 50, rate: 10 } }, { exit: 0 }] },
      cache: { acts: [{ grow: { to: 50, rate: 10 } }, { exit: 1 }] },
    },
    controls: { shop: { memory: ['none', 256] } },
  })
  const said = board.beats(board.start).map(beat => beat.say.en)
  expect(said).toContain('5 s shop: ends with exit code 0; cache: ends with exit code 1')
})

test('who has not come to its end when the case is over is told as late', () => {
  const board = boardOf({
    boxes: { batch: { acts: [{ burn: { cores: 1, work: 100 } }, { exit: 0 }] } },
    controls: { batch: { cpu: ['none', 'half'] } },
  })
  expect(board.beats(board.start).at(-1)?.say.en).toBe('60 s batch: is not done when the time is over')
})
