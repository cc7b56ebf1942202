import type { Event, Log } from '../core/log.ts'

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

function isEvent(value: unknown): value is Event {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  const has = (name: string): boolean => typeof Reflect.get(value, name) === 'string'
  switch (value.type) {
    case 'run':
    case 'undo':
    case 'redo':
    case 'reset':
      return true
    case 'step':
    case 'probe':
      return has('id')
    case 'predict':
      return has('ask') && has('option')
    case 'hint':
      return 'rung' in value && typeof value.rung === 'number'
    default:
      return false
  }
}
