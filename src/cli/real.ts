import { createInterface } from 'node:readline/promises'
import { release } from 'node:os'
import type { Lang, Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { betOn, type Bet, type Card, type Settled } from '../real/bet.ts'
import { lackOf, thisMachine } from '../real/lack.ts'
import { playScript } from '../real/play-script.ts'
import { plain } from '../words/glossary.ts'
import { type Context, failure, type Run, type Trouble } from './context.ts'
import { plannedPlace } from './planned-place.ts'

/** Seconds of the game in one of ours. */
const SPEED = 20

const say = (lang: Lang, en: string, ko: string): string => (lang === 'ko' ? ko : en)

/**
 * `play real LEVEL [--moves FILE]`: a bet against your own kernel. Builds the plan's boxes in a throw-away host on this
 * machine, and turns the level's predictions beside what the kernel says.
 */
export const real: Run = async (context, operands) => {
  const { lang, t } = context
  const lack = lackOf(thisMachine)
  if (lack !== null) return failure(lack[lang])
  const planned = await plannedPlace('real', operands, context)
  if (!planned.ok) return planned.error
  const { level, place } = planned.value
  const bet = level.world === 'container' ? betOn(level, place) : null
  if (bet === null)
    return failure(
      say(
        lang,
        `${level.id} builds no boxes, so there is nothing to bet on.`,
        `${level.id}은(는) 상자를 만드는 레벨이 아니라서 내기할 것이 없습니다.`,
      ),
    )
  if (!bet.ok) return failure(t('cli.internal', { reason: bet.error }))
  if (!context.flags.json) faceDown(level, bet.value, context)
  const played = await playScript(bet.value.script, SPEED)
  if (played.stopped !== null) {
    return failure(say(lang, 'Stopped. Nothing is left behind.', '멈췄습니다. 남은 것은 없습니다.'))
  }
  const settled = bet.value.settle(played.output)
  if (settled.compared.length === 0)
    return failure(
      say(
        lang,
        `The box could not be built: ${played.errors.trim()}`,
        `상자를 만들지 못했습니다: ${played.errors.trim()}`,
      ),
    )
  if (context.flags.json) {
    context.out(JSON.stringify({ level: level.id, ...asJson(settled) }))
    return settled.compared.every(({ agrees }) => agrees) ? null : failure()
  }
  await turn(settled, context)
  return closing(level, settled, place.state, context)
}

function asJson({ cards, compared, skips, notes }: Settled): object {
  return {
    asks: cards.map(({ prediction, game, kernel }) => ({ ask: prediction.id, game, kernel })),
    checked: compared.length,
    matched: compared.filter(({ agrees }) => agrees).length,
    mismatches: compared.filter(({ agrees }) => !agrees),
    skipped: skips,
    notes,
  }
}

function faceDown(level: Level, { asks }: Bet, { out, lang }: Context): void {
  out(`${level.title[lang]} (${level.id})`)
  out(
    say(
      lang,
      `A throw-away host on Linux ${release()}. The game has written its answers down:`,
      `리눅스 ${release()} 위의 일회용 호스트. 게임은 답을 미리 적어 뒀습니다:`,
    ),
  )
  asks.forEach(({ ask }, i) => out(`  ${i + 1}. ${plain(ask[lang], lang)}  [ ? ]`))
  out('')
}

const optionText = ({ prediction }: Card, id: string): Text =>
  prediction.options.find(option => option.id === id)?.text ?? { en: id, ko: id }

async function turn({ cards }: Settled, { out, lang, stdin, stdout, flags }: Context): Promise<void> {
  const waits = stdin.isTTY && stdout.isTTY && !flags.noMotion && !flags.plain
  const lines = waits ? createInterface({ input: stdin, output: stdout }) : null
  for (const card of cards) {
    if (lines !== null)
      await lines.question(say(lang, 'Enter turns the next card. ', '엔터를 누르면 다음 카드를 뒤집습니다. '))
    out(plain(card.prediction.ask[lang], lang))
    out(`  ${say(lang, 'the game', '게임')}: ${plain(optionText(card, card.game)[lang], lang)}`)
    out(`  ${say(lang, 'your kernel', '내 커널')}: ${plain(optionText(card, card.kernel)[lang], lang)}`)
    out(
      `  ${card.game === card.kernel ? say(lang, 'They agree.', '같습니다.') : say(lang, 'They differ!', '다릅니다!')}`,
    )
  }
  lines?.close()
}

function closing(level: Level, settled: Settled, state: unknown, { out, lang }: Context): Trouble | null {
  const { compared, skips, notes } = settled
  const wrong = compared.filter(({ agrees }) => !agrees)
  const matched = compared.length - wrong.length
  out('')
  out(
    say(
      lang,
      `Checked ${compared.length}, matched ${matched}, skipped ${skips.length}.`,
      `확인 ${compared.length}, 일치 ${matched}, 건너뜀 ${skips.length}.`,
    ),
  )
  for (const { what, reason } of skips) out(`  ${say(lang, 'skipped', '건너뜀')}: ${what}: ${reason}`)
  if (wrong.length === 0) return null
  return failure(
    say(
      lang,
      'You beat the game: your kernel does something else. Please file this report:',
      '게임을 이겼습니다. 내 커널은 다르게 동작합니다. 아래 내용을 신고해 주세요:',
    ),
    '',
    `level: ${level.id} (${level.playHash})`,
    `plan: ${JSON.stringify(state)}`,
    `kernel: Linux ${release()}, uid ${process.getuid?.() ?? '?'}`,
    ...wrong.map(({ path, predicted, observed }) => `${path}: game ${predicted}, kernel ${observed}`),
    ...notes.map(note => `note: ${note}`),
  )
}
