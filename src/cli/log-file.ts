import { isEvent, type Log } from '../core/log.ts'

/** The log that a text holds as JSON, `{ level, playHash, events }`; `null` where it holds none. */
export function logIn(text: string): Log | null {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) return null
  if (!('level' in value && 'events' in value) || typeof value.level !== 'string') return null
  const playHash = 'playHash' in value && typeof value.playHash === 'string' ? value.playHash : ''
  if (!Array.isArray(value.events) || !value.events.every(isEvent)) return null
  return { level: value.level, playHash, events: value.events }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
