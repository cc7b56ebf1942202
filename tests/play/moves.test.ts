import { expect, test } from 'vitest'
import { applyMoves, movesOf } from '../../src/play/moves.ts'
import { position } from '../../src/play/position.ts'
import { played } from '../support/games.ts'
import { handLevel, proofOf, shopLevel } from '../support/levels.ts'

test.each([
  ['product', shopLevel()],
  ['order', handLevel()],
])('the stored solution of a %s level, played from its moves, earns three stars', (_, level) => {
  const proof = proofOf(level)
  const game = applyMoves(level, proof, { level: level.id, moves: proof.solution })
  const ran = game.ok ? position(played(level, ...movesOf(game.value).moves, 'run')).ran : undefined
  expect([ran?.score.stars, ran?.verdict.solved]).toEqual([3, true])
})

test('the moves of a game are its plan, without detours', () => {
  const level = shopLevel()
  const game = played(level, 'job.net=own', 'shop.memory=128', 'run', 'shop.memory=256', 'job.net=host')
  expect(movesOf(game)).toEqual({ level: level.id, playHash: level.playHash, moves: ['shop.memory=256'] })
})

test('an illegal move is told with its index and what would be legal there', () => {
  const level = handLevel()
  const moves = ['unshare', 'mount-proc', 'unshare']
  expect(applyMoves(level, proofOf(level), { level: level.id, moves })).toEqual({
    ok: false,
    error: { index: 2, id: 'unshare', legal: ['pivot', 'drop-caps', 'dance'] },
  })
})

test('an empty list of moves is the start', () => {
  const level = shopLevel()
  const game = applyMoves(level, proofOf(level), { level: level.id, moves: [] })
  expect(game.ok && position(game.value)).toEqual(position(played(level)))
})
