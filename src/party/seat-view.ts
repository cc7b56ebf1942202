import type { Panel, Scene } from '../core/scene.ts'
import type { Text } from '../core/text.ts'
import type { Level, Nudge, Rule } from '../level/level.ts'
import type { Hint, RuleLight, Run } from '../play/game.ts'
import { inBoth } from '../words/say.ts'

/** One of the two who play a round: the driver owns the app and the keys, the navigator the platform and the manual. */
export type PlayingSeat = 'driver' | 'navigator'

/** The id of the line that stands for all goals of the other seat. Rule ids are kebab-case, so none can be the same. */
export const OTHER_SEAT = '(other)'

/** Who sits opposite. */
export const otherSeat = (seat: PlayingSeat): PlayingSeat => (seat === 'driver' ? 'navigator' : 'driver')

/** Whether a rule is the seat's own, alone or together with the other. */
export const isOwn = (rule: Pick<Rule, 'seat'>, seat: PlayingSeat): boolean =>
  rule.seat === 'both' || rule.seat === seat

/** The rules that a seat must not know before the end of the round. */
export const foreignRules = (level: Pick<Level, 'rules'>, seat: PlayingSeat): readonly Rule[] =>
  level.rules.filter(rule => !isOwn(rule, seat))

/** Panels that a seat may see, of a scene, a beat or an answer. */
export const seatPanels = (panels: readonly Panel[], seat: PlayingSeat): readonly Panel[] =>
  panels.filter(panel => panel.seat === 'both' || panel.seat === seat)

/**
 * The scene as a seat sees it. What a control truly changes stands in the navigator's manual, so the driver sees its name and
 * its options, and where to ask.
 */
export const seatScene = (scene: Scene, seat: PlayingSeat): Scene => ({
  ...scene,
  controls:
    seat === 'driver' ? scene.controls.map(control => ({ ...control, help: ON_SHEET })) : scene.controls,
  panels: seatPanels(scene.panels, seat),
})

const ON_SHEET = inBoth('party.onSheet')

/** How many of the other seat's rules there are; and after a run, how many of them hold. */
export type OtherCount = { readonly total: number; readonly held: number | null }

/** What a seat learns of the other one's goals before the end of a round: a number. */
export function otherCount(level: Pick<Level, 'rules'>, seat: PlayingSeat, run: Run | undefined): OtherCount {
  const foreign = new Set(foreignRules(level, seat).map(({ id }) => id))
  const held = run?.verdict.rules.filter(rule => rule.held && foreign.has(rule.id)).length
  return { total: foreign.size, held: held ?? null }
}

/** A seat's own rules with their lights, and one line that counts the other's. */
export function seatRules(
  level: Pick<Level, 'rules'>,
  lights: readonly RuleLight[],
  run: Run | undefined,
  seat: PlayingSeat,
): readonly RuleLight[] {
  const foreign = new Set(foreignRules(level, seat).map(({ id }) => id))
  const own = lights.filter(({ id }) => !foreign.has(id))
  return foreign.size === 0 ? own : [...own, otherLight(otherCount(level, seat, run), seat)]
}

function otherLight({ total, held }: OtherCount, seat: PlayingSeat): RuleLight {
  const text = otherText({ total, held }, seat)
  const light = held === null ? 'sealed' : held === total ? 'held' : 'broken'
  return { id: OTHER_SEAT, kind: 'goal', points: 0, text, light }
}

/** The other seat's goals as a number, in words. */
export function otherText({ total, held }: OtherCount, seat: PlayingSeat): Text {
  const who = otherSeat(seat)
  if (held === null)
    return inBoth(who === 'driver' ? 'party.driverSealed' : 'party.navigatorSealed', { n: total })
  return inBoth(who === 'driver' ? 'party.driverHeld' : 'party.navigatorHeld', { held, total })
}

/** Paths of facts in an expression's source: `box.app.sees.processes`. */
const pathsIn = (source: string): ReadonlySet<string> =>
  new Set(source.replaceAll(/'[^']*'|"[^"]*"/g, '').match(/[A-Za-z_]\w*(?:\.\w+)+/g))

/** Whether a nudge speaks of what a rule reads: who hears the nudge could guess the rule. */
export function isTied(nudge: Pick<Nudge, 'when'>, rule: Pick<Rule, 'when'>): boolean {
  const read = pathsIn(rule.when.source)
  return [...pathsIn(nudge.when.source)].some(path => read.has(path))
}

/** Nudges that a seat may hear: those that are tied to no rule of the other's. */
export const seatNudges = (level: Pick<Level, 'rules' | 'nudges'>, seat: PlayingSeat): readonly Nudge[] => {
  const foreign = foreignRules(level, seat)
  return level.nudges.filter(nudge => !foreign.some(rule => isTied(nudge, rule)))
}

/** A hint as a seat may hear it: what would tell of the other's goals becomes the advice to talk. */
export function seatHint(level: Pick<Level, 'rules' | 'nudges'>, hint: Hint, seat: PlayingSeat): Hint {
  const heard = new Set(seatNudges(level, seat).map(({ say }) => say.en))
  const isMuted = level.nudges.some(({ say }) => say.en === hint.say.en && !heard.has(say.en))
  const isForeign = foreignRules(level, seat).some(({ text }) => hint.say.en.includes(text.en))
  return isMuted || isForeign ? { ...hint, say: TALK[otherSeat(seat)] } : hint
}

const TALK: { readonly [seat in PlayingSeat]: Text } = {
  driver: inBoth('party.askDriver'),
  navigator: inBoth('party.askNavigator'),
}

/**
 * A finished run as a seat may see it before the end of the round: which of its own rules hold. Points and stars count
 * both seats' goals, so they are not told yet.
 */
export function seatRun(level: Pick<Level, 'rules'>, run: Run, seat: PlayingSeat): Run {
  const foreign = new Set(foreignRules(level, seat).map(({ id }) => id))
  const { verdict, score } = run
  const lines = score.lines.filter(line => line.rule !== undefined && !foreign.has(line.rule))
  return {
    ...run,
    verdict: {
      // The round is not over: whether all is solved comes with both seats' goals.
      ...verdict,
      rules: verdict.rules.filter(({ id }) => !foreign.has(id)),
      solved: false,
    },
    score: { stars: 0, points: lines.reduce((sum, line) => sum + line.points, 0), lines },
    // They name ideas about goals of either seat.
    misconceptions: [],
  }
}
