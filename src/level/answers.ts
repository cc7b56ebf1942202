/** An option's id as an answer gives it, and the offset of its text within the expression. */
export type AnswerId = { readonly id: string; readonly at: number }

/** What an answer can come to. `isComplete` when it is made of choices between literals alone. */
export type AnswerIds = { readonly ids: readonly AnswerId[]; readonly isComplete: boolean }

const TOKEN = /'([^'\\]*)'|"([^"\\]*)"|[A-Za-z_]\w*|[=!<>]=|&&|\|\||\S/g

/**
 * The string literals that an answer can come to, not those that it only compares with: a literal counts where a branch
 * of `? :` or the whole expression begins and ends with it.
 */
export function answerIds(source: string): AnswerIds {
  const tokens = [...source.matchAll(TOKEN)]
  const ids = tokens.flatMap((token, i): readonly AnswerId[] => {
    const id = token[1] ?? token[2]
    if (id === undefined) return []
    const isResult = opens(tokens, i) && [undefined, ':', ')'].includes(tokens[i + 1]?.[0])
    return isResult ? [{ id, at: token.index + 1 }] : []
  })
  const choices = tokens.filter(token => token[0] === '?').length
  return { ids, isComplete: ids.length === choices + 1 }
}

/** A result begins at the start, after `?` or `:`, or in a parenthesis that itself begins there. */
function opens(tokens: readonly RegExpMatchArray[], i: number): boolean {
  const before = tokens[i - 1]?.[0]
  if (before === '(') return opens(tokens, i - 1)
  return before === undefined || before === '?' || before === ':'
}
