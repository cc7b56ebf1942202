import { fileURLToPath } from 'node:url'
import { readJson } from '../io/read-text.ts'
import type { Run } from './context.ts'

/** `play --version`: the version in the package's manifest, next to `dist/` or above the sources. */
export const version: Run = async ({ here, out }) => {
  const places = ['../package.json', '../../package.json'].map(place => fileURLToPath(new URL(place, here)))
  out(places.map(place => versionIn(readJson(place))).find(found => found !== null) ?? '?')
  return null
}

function versionIn(manifest: unknown): string | null {
  if (typeof manifest !== 'object' || manifest === null) return null
  const isOurs = 'name' in manifest && manifest.name === 'boxwright'
  return isOurs && 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : null
}
