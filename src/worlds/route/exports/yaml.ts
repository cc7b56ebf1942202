import type { Json } from '../../../core/json.ts'

/** Data as block YAML, in the style of kubectl: maps and lists, strings quoted where YAML would read something else. */
export function toYaml(value: { readonly [key: string]: Json | undefined }): string {
  return `${mapLines(value).join('\n')}\n`
}

const isMap = (value: Json): value is { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mapLines(map: { readonly [key: string]: Json | undefined }): readonly string[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (value === undefined) return []
    if (Array.isArray(value)) return [`${key}:`, ...value.flatMap(itemLines)]
    return isMap(value) ? [`${key}:`, ...mapLines(value).map(indent)] : [`${key}: ${scalar(value)}`]
  })
}

function itemLines(item: Json): readonly string[] {
  if (!isMap(item)) return [`- ${scalar(item)}`]
  const [first = '', ...rest] = mapLines(item)
  return [`- ${first}`, ...rest.map(indent)]
}

const indent = (line: string): string => `  ${line}`

function scalar(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  return /^[A-Za-z/][\w./:-]*[\w/]$/.test(value) && !/^(true|false|yes|no|on|off|null)$/i.test(value)
    ? value
    : JSON.stringify(value)
}
