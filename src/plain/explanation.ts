import type { Lang } from '../core/text.ts'
import type { Explanation } from '../rules/expression.ts'

/**
 * An expression taken apart in lines, each part below its whole: the element it is about, its source, its value, and what
 * has to be said beside it.
 * `decided` is said of the element that decided an `all` or `exists`.
 */
export function explanationLines(
  part: Explanation,
  decided: string,
  lang: Lang,
  depth = 0,
): readonly string[] {
  const { source, value, element, parts } = part
  const where = element === undefined ? '' : `${element}: `
  const said = part.mark ? ` ${part.mark[lang]}` : ''
  const mark = part.decided === true ? ` (${decided})` : ''
  const line = `${'  '.repeat(depth)}${where}${source} = ${value}${said}${mark}`
  return [line, ...parts.flatMap(inner => explanationLines(inner, decided, lang, depth + 1))]
}
