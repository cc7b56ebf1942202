import { createInterface } from 'node:readline/promises'
import { release } from 'node:os'
import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { betOn, type Bet, type Card, heldTwice, type Settled } from '../real/bet.ts'
import { lackOf, thisMachine } from '../real/lack.ts'
import { reasonText } from '../real/reason-text.ts'
import { playScript } from '../real/play-script.ts'
import { plain } from '../words/glossary.ts'
import { type Context, failure, type Run, type Trouble } from './context.ts'
import { plannedPlace } from './planned.ts'

/** Seconds of the game in one of ours. */
const SPEED = 20

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
  if (level.world !== 'container') return failure(t('real.noBoxes', { level: level.id }))
  const bet = betOn(level, place)
  if (!bet.ok) return failure(t('cli.internal', { reason: bet.error }))
  if (!context.flags.json) faceDown(level, bet.value, context)
  const settled = await playTwice(bet.value, context)
  if (!settled.ok) return settled.error
  if (context.flags.json) {
    context.out(JSON.stringify({ level: level.id, ...asJson(settled.value) }))
    return isMatched(settled.value) ? null : failure()
  }
  const left = await turn(settled.value, context)
  return left ?? closing(level, settled.value, place.state, context)
}

/** Plays a bet; once more where the kernel said something else, which on a busy machine may be the moment's doing. */
async function playTwice(bet: Bet, context: Context): Promise<Result<Settled, Trouble>> {
  const first = await playOnce(bet, context)
  if (!first.ok || first.value.compared.every(({ agrees }) => agrees)) return first
  if (!context.flags.json) context.out(context.t('real.again'))
  const second = await playOnce(bet, context)
  return second.ok ? ok(heldTwice(first.value, second.value)) : second
}

async function playOnce(bet: Bet, { t }: Context): Promise<Result<Settled, Trouble>> {
  const { stopped, output, errors } = await playScript(bet.script, SPEED)
  if (stopped !== null) return fail(failure(t('real.stopped')))
  const settled = bet.settle(output)
  const said = errors.trim()
  if (settled.compared.length > 0 || (settled.skips.length > 0 && said === '')) return ok(settled)
  return fail(failure(t('real.notBuilt', { reason: said || settled.notes.join('; ') })))
}

/** Whether something was compared, and all of it agreed. */
const isMatched = ({ compared }: Settled): boolean =>
  compared.length > 0 && compared.every(({ agrees }) => agrees)

function asJson({ cards, compared, skips, notes }: Settled): object {
  return {
    asks: cards.map(({ prediction, game, kernel }) => ({
      ask: prediction.id,
      game,
      ...(kernel.type === 'answered' ? { kernel: kernel.option } : { kernel: null, reason: kernel.reason }),
    })),
    checked: compared.length,
    matched: compared.filter(({ agrees }) => agrees).length,
    mismatches: compared.filter(({ agrees }) => !agrees),
    skipped: skips,
    notes,
  }
}

function faceDown(level: Level, { asks }: Bet, { out, t, lang }: Context): void {
  out(`${level.title[lang]} (${level.id})`)
  out(t('real.host', { release: release() }))
  asks.forEach(({ ask }, i) => out(`  ${i + 1}. ${plain(ask[lang], lang)}  [ ? ]`))
  if (asks.length === 0) out(`  ${t('real.noCards')}  [ ? ]`)
  out('')
}

const optionText = ({ prediction }: Card, id: string): Text =>
  prediction.options.find(option => option.id === id)?.text ?? { en: id, ko: id }

/** Turns card after card, each on Enter; Ctrl-C leaves the rest face down. */
async function turn({ cards }: Settled, context: Context): Promise<Trouble | null> {
  const { t, stdin, stdout, flags } = context
  const waits = stdin.isTTY && stdout.isTTY && !flags.noMotion && !flags.plain
  const lines = waits ? createInterface({ input: stdin, output: stdout }) : null
  try {
    for (const card of cards) {
      await lines?.question(`${t('real.turn')} `)
      tellCard(card, context)
    }
    return null
  } catch {
    return failure('', t('real.stopped'))
  } finally {
    lines?.close()
  }
}

function tellCard(card: Card, { out, t, lang }: Context): void {
  const { prediction, game, kernel } = card
  out(plain(prediction.ask[lang], lang))
  out(`  ${t('real.game')}: ${plain(optionText(card, game)[lang], lang)}`)
  if (kernel.type === 'unasked') {
    out(`  ${t('real.kernel')}: ${t('real.unasked', { reason: reasonText(kernel.reason) })}`)
    return
  }
  out(`  ${t('real.kernel')}: ${plain(optionText(card, kernel.option)[lang], lang)}`)
  out(`  ${t(game === kernel.option ? 'real.agree' : 'real.differ')}`)
}

function closing(level: Level, settled: Settled, state: unknown, { out, t }: Context): Trouble | null {
  const { compared, skips, notes } = settled
  const wrong = compared.filter(({ agrees }) => !agrees)
  const matched = compared.length - wrong.length
  out('')
  out(t('real.count', { checked: compared.length, matched, skipped: skips.length }))
  for (const { what, reason } of skips) {
    const name = what === 'load' ? t('real.load') : what
    out(`  ${t('real.skipped', { what: name, reason: reasonText(reason) })}`)
  }
  if (compared.length === 0) return failure(t('real.nothing'))
  if (wrong.length === 0) return null
  return failure(
    t('real.beaten'),
    '',
    `level: ${level.id} (${level.playHash})`,
    `plan: ${JSON.stringify(state)}`,
    `kernel: Linux ${release()}, uid ${process.getuid?.() ?? '?'}`,
    ...wrong.map(({ path, predicted, observed }) => `${path}: game ${predicted}, kernel ${observed}`),
    ...notes.map(note => `note: ${note}`),
  )
}
