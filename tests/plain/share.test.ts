import { expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import { playShared, readShareCode } from '../../src/play/share-code.ts'
import { say } from '../../src/words/say.ts'
import { proofOf, shopLevel } from '../support/levels.ts'
import { sit } from './harness.ts'

const level = shopLevel()
const proof = proofOf(level)
const entrance = { type: 'level', id: level.id } as const

test.each([
  ['en', 'share'],
  ['ko', '나누기'],
] as const)('a result is told as lines to paste, with a code that replays (%s)', async (lang, word) => {
  const { told } = await sit([...proof.solution, 'run', word], { levels: [level], entrance, lang })
  const [, code = ''] = /play replay (\S+)/.exec(told) ?? []
  const read = readShareCode(code)
  expect(read.ok && playShared(read.value, level, proof)).toMatchObject({ ok: true })
})

test.each(LANGS)('before a run there is nothing to share (%s)', async lang => {
  const { told } = await sit(['share'], { levels: [level], entrance, lang })
  expect(told).toContain(say(lang, 'share.none'))
})
