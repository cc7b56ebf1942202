import type { ExpressionType } from './expression-type.ts'
import { writeValue } from './write.ts'

/** The most characters of a list or object that an explanation shows. */
const WIDEST = 60

/**
 * A plain value as CEL text, cut to fit a line. The type tells an int from a double. An object goes by its id or name,
 * if it has one: that is what the player knows it by.
 */
export function showValue(value: unknown, type: ExpressionType | undefined): string {
  if (Array.isArray(value)) return showList(value, type?.type === 'list' ? type.element : undefined)
  if (typeof value === 'object' && value !== null) return labelOf(value) ?? showObject(value, type)
  return typeof value === 'number' && type?.type !== 'double' ? String(value) : writeValue(value)
}

function labelOf(value: object): string | undefined {
  return ['id', 'name']
    .map((key): unknown => Reflect.get(value, key))
    .find(label => typeof label === 'string')
}

function showList(list: readonly unknown[], element: ExpressionType | undefined): string {
  return fit(
    list.map(item => showValue(item, element)),
    ['[', ']'],
  )
}

function showObject(value: object, type: ExpressionType | undefined): string {
  const fields = type?.type === 'object' ? type.fields : undefined
  const parts = Object.entries(value).map(([key, field]) => {
    const inner: unknown = field
    const isNested = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
    return `${key}: ${isNested ? (labelOf(inner) ?? '{…}') : showValue(inner, fields?.get(key)?.type)}`
  })
  return fit(parts, ['{', '}'])
}

/** As many parts as fit, and how many there are in all where some do not. */
function fit(parts: readonly string[], [open, close]: readonly [string, string]): string {
  const whole = `${open}${parts.join(', ')}${close}`
  if (whole.length <= WIDEST) return whole
  const tail = `… ${parts.length} in all${close}`
  const shown: string[] = []
  let width = open.length + tail.length
  for (const part of parts) {
    width += part.length + 2
    if (width > WIDEST) break
    shown.push(part)
  }
  return open + [...shown, tail].join(', ')
}
