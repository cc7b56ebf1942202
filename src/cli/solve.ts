import type { Text } from '../core/text.ts'
import type { Level } from '../level/level.ts'
import { fieldOf } from '../solver/place.ts'
import { plain } from '../words/glossary.ts'
import type { Run } from './context.ts'
import { oneLevel } from './find-level.ts'
import { open } from './open.ts'
import { shippedShelf } from './shelf.ts'

/** `play solve LEVEL`: a shortest plan that holds every goal and breaks no guard; as a moves file with `--json`. */
export const solve: Run = async (context, operands) => {
  const found = oneLevel('solve', operands, await shippedShelf(context.here), context)
  if (!found.ok) return found.error
  const opened = await open(found.value.path, context)
  if (!opened.ok) return opened.error
  const { level, proof } = opened.value
  const { out, flags, lang, t } = context
  if (flags.json) {
    out(JSON.stringify({ level: level.id, playHash: level.playHash, moves: proof.solution }))
    return null
  }
  out(`${level.title[lang]} (${level.id}), ${t('level.par', { par: proof.par })}`)
  stepTexts(level, proof.solution).forEach(({ id, say }, i) => {
    out(`${i + 1}. ${plain(say[lang], lang)}  (${id})`)
  })
  out(PLANS[lang](proof.optimal))
  return null
}

const PLANS = {
  en: (n: number): string =>
    n === 1 ? 'No other plan is as short.' : `${n} plans are as short as this one.`,
  ko: (n: number): string =>
    n === 1 ? '이만큼 짧은 풀이는 이것뿐입니다.' : `이만큼 짧은 풀이가 모두 ${n}개 있습니다.`,
}

/** The words of each step of a plan; the id alone where a stored plan no longer fits. */
function stepTexts(
  level: Level,
  plan: readonly string[],
): readonly { readonly id: string; readonly say: Text }[] {
  let place = fieldOf(level).start
  return plan.map(id => {
    const say = place.steps().find(step => step.id === id)?.say ?? { en: id, ko: id }
    place = place.take(id) ?? place
    return { id, say }
  })
}
