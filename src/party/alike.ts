import type { Level } from '../level/level.ts'
import type { Finding } from '../solver/finding.ts'
import { fieldOf, type Place } from '../solver/place.ts'
import { isOwn, seatPanels } from './seat-view.ts'

/** A state with what the driver sees after a run from it, and which rules hold. */
type Sight = { readonly choice: readonly number[]; readonly shown: string; readonly held: readonly boolean[] }

/**
 * Whether screen and sheet together always suffice: two states that look alike on the driver's screen after a run must have
 * the same verdict. What is seen are the driver's panels, the lights of the driver's own goals and the count of the other's;
 * where the controls stand is left out, so that the symptoms alone have to tell the states apart. At most one finding: the
 * first two states that do not.
 */
export function alikeFindings(level: Level): readonly Finding[] {
  const { axes } = fieldOf(level)
  if (!axes) return [finding('its world has no table of states, so nobody can compare how they look')]
  const first = new Map<string, Sight>()
  for (const choice of choices(axes.map(({ values }) => values.length))) {
    const sight = sightOf(level, choice)
    const twin = first.get(sight.shown)
    if (!twin) first.set(sight.shown, sight)
    else if (String(twin.held) !== String(sight.held)) return [difference(level, twin, sight)]
  }
  return []
}

/** Every state, the last axis the fastest. */
function* choices(sizes: readonly number[]): Generator<readonly number[]> {
  const states = sizes.reduce((product, size) => product * size, 1)
  for (let state = 0; state < states; state++) {
    let rest = state
    yield sizes.map((_, i) => {
      const below = sizes.slice(i + 1).reduce((product, size) => product * size, 1)
      const index = Math.floor(rest / below)
      rest %= below
      return index
    })
  }
}

function sightOf(level: Level, choice: readonly number[]): Sight {
  const place = placeOf(level, choice)
  const { rules } = place.verdict()
  const held = rules.map(rule => rule.held)
  const own = held.filter((_, i) => isDrivers(level, i))
  const others = held.filter((holds, i) => holds && !isDrivers(level, i)).length
  const panels = seatPanels(place.scene({ phase: 'ran', probed: [] }).panels, 'driver')
  return { choice, shown: JSON.stringify([panels, own, others]), held }
}

const isDrivers = ({ rules }: Level, index: number): boolean => {
  const rule = rules[index]
  return rule !== undefined && isOwn(rule, 'driver')
}

function placeOf(level: Level, choice: readonly number[]): Place {
  const place = fieldOf(level).at(choice)
  if (!place) throw new Error(`${level.id} has axes, but no state for ${choice.join()}`)
  return place
}

function difference(level: Level, one: Sight, other: Sight): Finding {
  const told = level.rules.flatMap(({ id }, i) => {
    if (one.held[i] === other.held[i]) return []
    return [`'${id}' holds only in the ${one.held[i] === true ? 'first' : 'second'}`]
  })
  const message =
    `two states look alike on the driver's screen after a run (first: ${settings(level, one.choice)}; ` +
    `second: ${settings(level, other.choice)}), but ${told.join(', ')}: show the difference in a panel, or let the rules not depend on it`
  return { ...finding(message), moves: movesTo(level, other.choice) }
}

const finding = (message: string): Finding => ({ code: 'looks-alike', message })

/** Where each control stands. */
const settings = (level: Level, choice: readonly number[]): string =>
  (fieldOf(level).axes ?? [])
    .map(({ slot, values }, i) => `${slot}=${values[choice[i] ?? 0] ?? ''}`)
    .join(' ')

/** The steps to a state: in a product world each control that stands elsewhere than at the start is one. */
function movesTo(level: Level, choice: readonly number[]): readonly string[] {
  const { axes, start } = fieldOf(level)
  const from = start.choice() ?? []
  return (axes ?? []).flatMap(({ slot, values }, i) =>
    from[i] === choice[i] ? [] : [`${slot}=${values[choice[i] ?? 0] ?? ''}`],
  )
}
