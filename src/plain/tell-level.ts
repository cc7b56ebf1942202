import type { Explanation } from '../rules/expression.ts'
import type { Level } from '../level/level.ts'
import type { Counter, Game, PlayApi, Position, RuleLight, Run } from '../play/game.ts'
import type { ScoreLine } from '../score/score.ts'
import { explanationLines } from './explanation.ts'
import { panelLines } from './panel.ts'
import type { Teller } from './teller.ts'

/** Tells who hurts and what to do. */
export function tellBrief({ title, brief, id }: Level, teller: Teller): void {
  teller.head(`${teller.text(title)} (${id})`)
  teller.tell(teller.text(brief))
}

/** Tells the rules with their lights. */
export function tellRules({ tutorial }: Level, rules: readonly RuleLight[], teller: Teller): void {
  if (rules.length === 0) return
  teller.head(teller.word('level.rules'))
  rules.forEach((rule, i) => teller.say('plain.option', { n: i + 1, label: ruleLine(rule, teller) }))
  if (rules.some(rule => rule.light === 'sealed')) teller.say('rules.whySealed')
  else if (tutorial) teller.say('rules.lit')
}

/** One rule in a line: its kind, its light, its words. */
export function ruleLine({ kind, light, text }: RuleLight, teller: Teller): string {
  return teller.word('plain.ruleLine', {
    kind: teller.word(`rules.${kind}`),
    light: teller.word(`rules.${light}`),
    rule: teller.text(text),
  })
}

/** Tells the picture: what is known of each group, and every panel. */
export function tellScene({ scene }: Position, teller: Teller): void {
  teller.head(teller.word('plain.scene'))
  for (const { label, about } of scene.groups) {
    if (about.length > 0)
      teller.tell(`${teller.text(label)}:`, ...about.map(line => `  ${teller.text(line)}`))
  }
  for (const panel of scene.panels) teller.tell(...panelLines(panel, teller.text))
}

/** Tells how many moves and runs were made. */
export function tellCount(at: Position, teller: Teller): void {
  const moves = teller.word('level.movesOfPar', { moves: at.moves, par: at.par })
  teller.tell(`${moves}, ${teller.word('level.runs', { runs: at.runs, allowed: at.runsAllowed })}`)
}

const starNames = ['stars.0', 'stars.1', 'stars.2', 'stars.3'] as const

/** Stars in words. */
export const starWord = (stars: 0 | 1 | 2 | 3, teller: Teller): string => teller.word(starNames[stars])

/** Tells the score card: every rule with its reason where it is broken, every line, the stars, and the next star. */
export function tellScore(level: Level, at: Position, run: Run, teller: Teller): void {
  const { score } = run
  teller.head(teller.word('score.title'))
  for (const rule of at.rules) {
    teller.tell(ruleLine(rule, teller))
    const because = level.rules.find(({ id }) => id === rule.id)?.because
    if (rule.light === 'broken' && because) teller.tell(`  ${teller.text(because)}`)
  }
  for (const line of score.lines) teller.tell(scoreLine(line, teller))
  const points = teller.word('score.points', { n: score.points })
  teller.tell(`${teller.word('score.total')}: ${points}, ${starWord(score.stars, teller)}`)
  teller.say(run.verdict.solved ? 'score.solved' : 'score.notSolved')
  if (score.next) teller.tell(`${teller.word('score.nextStar')}: ${teller.text(score.next)}`)
  tellPredictions(level, at, teller)
}

function scoreLine({ say, points }: ScoreLine, teller: Teller): string {
  return `${points > 0 ? '+' : ''}${points}  ${teller.text(say)}`
}

/** Answers are told right or wrong once the first run has shown it. */
function tellPredictions(level: Level, { answered, runs }: Position, teller: Teller): void {
  if (runs > 1 && answered.some(({ right }) => right !== undefined)) teller.say('predict.firstRun')
  for (const { ask, option, right, came } of answered) {
    const prediction = level.predict.find(({ id }) => id === ask)
    const said = prediction?.options.find(({ id }) => id === option)?.text
    if (right === undefined || !prediction || !said) continue
    teller.tell(
      `${teller.text(prediction.ask)} ${teller.word('predict.yours', { answer: teller.text(said) })}`,
    )
    const truth = prediction.options.find(({ id }) => id === came)?.text
    if (right) teller.say('predict.right')
    else if (truth) teller.say('predict.wrong', { answer: teller.text(truth) })
  }
}

/** Tells what was learned, the same for real, and the sources. */
export function tellDebrief(game: Game, play: PlayApi, teller: Teller): void {
  const { debrief, sources } = game.level
  teller.head(teller.word('debrief.title'))
  teller.tell(...teller.prose(debrief))
  const artifacts = play.artifacts(game)
  if (artifacts.length > 0) teller.head(teller.word('debrief.commands'))
  for (const { title, text } of artifacts) teller.tell(`${teller.text(title)}:`, indented(text))
  if (sources.length > 0) teller.head(`${teller.word('debrief.sources')}: ${sources.join('; ')}`)
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n')

/** Tells a rule taken apart: the expression, every value it read, why it matters, and who says so. */
export function tellExplanation(
  level: Level,
  rule: RuleLight,
  explained: Explanation,
  counter: Counter,
  teller: Teller,
): void {
  const found = level.rules.find(({ id }) => id === rule.id)
  teller.head(ruleLine(rule, teller))
  teller.tell(`${teller.word('rules.expression')}: ${explained.source}`)
  if (rule.light === 'sealed') teller.say('rules.explainAfterRun')
  else {
    teller.tell(`${teller.word('rules.values')}:`)
    teller.tell(
      ...explanationLines(explained, teller.word('rules.decided'), teller.lang(), 1),
      teller.text(counter.say),
    )
  }
  if (!found || found.because.en === '') return
  teller.tell(`${teller.word('rules.because')}: ${teller.text(found.because)}`)
  teller.tell(`${teller.word('rules.source')}: ${found.source}`)
}
