import type { Event } from '../core/log.ts'
import { fail, ok, type Result } from '../core/result.ts'
import type { Text } from '../core/text.ts'
import { fieldOf } from '../solver/place.ts'
import { current, type Entry, type Fold } from './fold.ts'
import type { Refusal } from './game.ts'
import { hintAt } from './hint.ts'
import { openAsks } from './predictions.ts'
import { runHere } from './run.ts'

/** The fold after one more event, or why the event is not legal here. */
export function advance(fold: Fold, event: Event): Result<Fold, Refusal> {
  switch (event.type) {
    case 'step':
      return step(fold, event.id)
    case 'run':
      return ok(runHere(fold))
    case 'undo':
      return fold.at > 0 ? ok(changed(fold, { at: fold.at - 1 })) : refuse(fold, NO_UNDO)
    case 'redo':
      return fold.at < fold.history.length - 1
        ? ok(changed(fold, { at: fold.at + 1 }))
        : refuse(fold, NO_REDO)
    case 'reset':
      return ok(pushed(fold, { place: fieldOf(fold.level).start, path: [] }))
    case 'probe':
      return probe(fold, event.id)
    case 'hint':
      return hint(fold, event.rung)
    case 'predict':
      return predict(fold, event.ask, event.option)
    default:
      return event satisfies never
  }
}

const NO_UNDO: Text = { en: 'There is nothing to undo', ko: '되돌릴 것이 없습니다' }
const NO_REDO: Text = { en: 'There is nothing to redo', ko: '다시 할 것이 없습니다' }

function refuse(fold: Fold, say: Text): Result<Fold, Refusal> {
  return fail({
    say,
    legal: current(fold)
      .place.steps()
      .map(({ id }) => id),
  })
}

/** Any change of the state puts the lights out, and withdraws answers that no run has fixed yet. */
function changed(fold: Fold, change: { readonly at: number; readonly history?: readonly Entry[] }): Fold {
  return { ...fold, ...change, ran: null, rungsHere: [], answers: fold.runs === 0 ? [] : fold.answers }
}

function pushed(fold: Fold, entry: Entry): Fold {
  return changed(fold, { at: fold.at + 1, history: [...fold.history.slice(0, fold.at + 1), entry] })
}

function step(fold: Fold, id: string): Result<Fold, Refusal> {
  const { place, path } = current(fold)
  const next = place.take(id)
  if (!next)
    return refuse(fold, { en: `There is no step "${id}" here`, ko: `여기에는 "${id}" 단계가 없습니다` })
  const walked = fieldOf(fold.level).axes ? [] : [...path, { from: place, id }]
  return ok(pushed(fold, { place: next, path: walked }))
}

function probe(fold: Fold, id: string): Result<Fold, Refusal> {
  const legal = fieldOf(fold.level).probes.map(known => known.id)
  if (!legal.includes(id))
    return fail({ say: { en: `There is no probe "${id}"`, ko: `"${id}" 조사는 없습니다` }, legal })
  return ok(fold.probed.includes(id) ? fold : { ...fold, probed: [...fold.probed, id] })
}

function hint(fold: Fold, rung: number): Result<Fold, Refusal> {
  const next = hintAt(fold)
  if (!next || next.rung !== rung) {
    const say = next
      ? { en: `The next hint here is of rung ${next.rung}`, ko: `여기서 다음 힌트는 ${next.rung}단계입니다` }
      : { en: 'There is no further hint here', ko: '여기서는 힌트가 더 없습니다' }
    return fail({ say, legal: next ? [String(next.rung)] : [] })
  }
  return ok({ ...fold, hints: [...fold.hints, next], rungsHere: [...fold.rungsHere, rung] })
}

function predict(fold: Fold, ask: string, option: string): Result<Fold, Refusal> {
  const open = openAsks(fold)
  const asked = open.find(prediction => prediction.id === ask)
  if (!asked) {
    const say = { en: `The question "${ask}" is not asked now`, ko: `지금은 "${ask}" 질문을 하지 않습니다` }
    return fail({ say, legal: open.map(({ id }) => id) })
  }
  const legal = asked.options.map(({ id }) => id)
  if (!legal.includes(option))
    return fail({ say: { en: `There is no answer "${option}"`, ko: `"${option}" 답은 없습니다` }, legal })
  return ok({ ...fold, answers: [...fold.answers, { ask, option }] })
}
