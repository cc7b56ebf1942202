import { answerIds } from './answers.ts'
import { type Located, type Path, itemsAt, offsetOf, partAt, stringAt } from './located.ts'
import { type Fault, quoted } from './problem.ts'
import { offsetInScalar } from './scalar.ts'
import { suggestion } from './issue-words.ts'

/** Items of a list that are looked at; the schema refuses longer lists. */
export const MOST_ITEMS = 24

/** Faults of meaning within the file that the schema can't see: ids, sums, answers. */
export function meaningFaults(text: string, root: Located): readonly Fault[] {
  return [
    ...sameIds(root, ['rules'], 'rule'),
    ...sameIds(root, ['predict'], 'question'),
    ...sameIds(root, ['nudges'], 'nudge'),
    ...sameIds(root, ['objectives'], 'objective'),
    ...sameIds(root, ['plot'], 'axis'),
    ...goalFaults(root),
    ...itemsAt(root, ['predict'], MOST_ITEMS).flatMap(([path]) => predictionFaults(text, root, path)),
    ...frontierFaults(root),
  ]
}

/** Ids of a list that were given before. */
function sameIds(root: Located, list: Path, what: string): readonly Fault[] {
  const seen = new Set<string>()
  return itemsAt(root, list, MOST_ITEMS).flatMap(([item]) => {
    const path = [...item, 'id']
    const id = stringAt(root, path)
    if (id === undefined) return []
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew
      ? []
      : [{ at: offsetOf(root, path), path, message: `another ${what} has the id ${quoted(id)}` }]
  })
}

/** Points are weights, so their sum may be any; but without a goal nothing could be solved. */
function goalFaults(root: Located): readonly Fault[] {
  const kinds = itemsAt(root, ['rules'], MOST_ITEMS).map(([path]) => stringAt(root, [...path, 'kind']))
  const isReadable = kinds.length > 0 && kinds.every(kind => kind === 'guard' || kind === 'bonus')
  if (!isReadable) return []
  const message = 'a level needs at least one rule of kind goal'
  return [{ at: offsetOf(root, ['rules']), path: ['rules'], message }]
}

/** An answer gives ids of options; an option that it never gives is a misconception and names it. */
function predictionFaults(text: string, root: Located, question: Path): readonly Fault[] {
  const options = [...question, 'options']
  const path = [...question, 'answer']
  const answer = partAt(root, path)
  const known = itemsAt(root, options, MOST_ITEMS).map(([item]) => stringAt(root, [...item, 'id']))
  const given = known.filter(id => id !== undefined)
  const same = sameIds(root, options, 'option')
  if (answer?.type !== 'scalar' || typeof answer.value !== 'string' || answer.style === 'plain') return same
  if (given.length === 0 || given.length !== known.length) return same
  const { ids, isComplete } = answerIds(answer.value)
  const strange = ids
    .filter(({ id }) => !given.includes(id))
    .map(({ id, at }) => ({
      at: offsetInScalar(text, answer, at),
      path,
      message: `no option has the id ${quoted(id)}${suggestion(id, given)}`,
    }))
  if (!isComplete || strange.length > 0) return [...same, ...strange]
  const results = new Set(ids.map(({ id }) => id))
  const single = {
    at: answer.start,
    path,
    message: 'the answer is always the same: at least two options must come true somewhere',
  }
  return [...same, ...(results.size < 2 ? [single] : unnamed(root, options, results))]
}

function unnamed(root: Located, options: Path, results: ReadonlySet<string>): readonly Fault[] {
  return itemsAt(root, options, MOST_ITEMS).flatMap(([path]) => {
    const id = stringAt(root, [...path, 'id']) ?? ''
    if (results.has(id) || partAt(root, [...path, 'misconception'])) return []
    const message = `the option ${quoted(id)} never comes true, so it must name its misconception`
    return [{ at: offsetOf(root, [...path, 'id']), path, message }]
  })
}

function frontierFaults(root: Located): readonly Fault[] {
  if (stringAt(root, ['third']) !== 'frontier') return []
  if (itemsAt(root, ['objectives'], MOST_ITEMS).length >= 2) return []
  const message = 'a frontier needs at least two objectives to weigh against each other'
  return [{ at: offsetOf(root, ['third']), path: ['third'], message }]
}
