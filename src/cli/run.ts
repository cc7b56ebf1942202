import { act } from '../play/act.ts'
import type { Game, Run } from '../play/game.ts'
import { position } from '../play/position.ts'
import { plain } from '../words/glossary.ts'
import { type Context, failure, type Run as Command } from './context.ts'
import { explainedLines, explainedRules } from './explained-rules.ts'
import { plannedGame } from './planned.ts'

/** `play run LEVEL --moves FILE`: runs a plan once and scores it. */
export const run: Command = async (context, operands) => {
  const planned = await plannedGame('run', operands, context)
  if (!planned.ok) return planned.error
  const ran = act(planned.value, { type: 'run' })
  if (!ran.ok) return failure(ran.error.say[context.lang])
  const game = ran.value
  const at = position(game)
  if (!at.ran) return failure(context.t('cli.internal', { reason: 'run' }))
  if (context.flags.json)
    context.out(JSON.stringify({ ...report(game, at.ran, at.moves), ...explanations(game, at.ran, context) }))
  else tell(game, at.ran, at.moves, context)
  return null
}

/** The result in the shape that tools read. `points` are what each rule earned. */
function report(game: Game, { verdict, score }: Run, moves: number): object {
  return {
    level: game.level.id,
    solved: verdict.solved,
    stars: score.stars,
    score: score.points,
    moves,
    par: game.proof.par,
    rules: verdict.rules.map(({ id, kind, held }) => ({
      id,
      kind,
      pass: held,
      points: score.lines.find(line => line.rule === id)?.points ?? 0,
    })),
  }
}

/** With `--explain`, what every rule read and what would turn it. */
function explanations(game: Game, { verdict }: Run, { flags }: Context): object {
  if (!flags.explain) return {}
  return {
    explain: explainedRules(game, new Set(verdict.rules.flatMap(({ id, held }) => (held ? [id] : [])))),
  }
}

function tell(game: Game, { verdict, score }: Run, moves: number, context: Context): void {
  const { t, lang, out, flags } = context
  out(`${game.level.title[lang]} (${game.level.id})`)
  for (const rule of verdict.rules) {
    const text = game.level.rules.find(({ id }) => id === rule.id)?.text[lang] ?? rule.id
    const light = rule.held ? t('rules.held') : t('rules.broken')
    out(`  ${t('plain.ruleLine', { kind: t(`rules.${rule.kind}`), light, rule: plain(text, lang) })}`)
    if (flags.explain) for (const line of explainedLines(game, rule.id, context)) out(`      ${line}`)
  }
  for (const line of score.lines) out(`  ${String(line.points).padStart(6)}  ${plain(line.say[lang], lang)}`)
  const points = t('score.points', { n: score.points })
  out(`${t('score.total')}: ${points}, ${t(`stars.${score.stars}`)}`)
  out(t('level.movesOfPar', { moves, par: game.proof.par }))
}
