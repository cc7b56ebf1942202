import { fileURLToPath } from 'node:url'
import { readJson } from '../io/read-text.ts'
import type { Run } from './context.ts'

/** `play --version`: the version in the package's manifest, next to `dist/` or above the sources. */
export const version: Run = async ({ here, out }) => {
  out(packageVersion(here))
  return null
}

/** The version that is running; `?` where the manifest is missing. `here` is the bundle's own address. */
export function packageVersion(here: string): string {
  const places = ['../package.json', '../../package.json'].map(place => fileURLToPath(new URL(place, here)))
  return places.map(place => versionIn(readJson(place))).find(found => found !== null) ?? '?'
}

function versionIn(manifest: unknown): string | null {
  if (typeof manifest !== 'object' || manifest === null) return null
  const isOurs = 'name' in manifest && manifest.name === 'boxwright'
  return isOurs && 'version' in manifest && typeof manifest.version === 'string' ? manifest.version : null
}
