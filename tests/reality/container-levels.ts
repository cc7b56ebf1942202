import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readLevel } from '../../src/io/open-level.ts'

/** Where the campaign lies. */
export const LEVELS = fileURLToPath(new URL('../../levels/', import.meta.url))

const isContainer = (path: string): boolean => {
  const opened = readLevel(LEVELS + path)
  if (!opened.ok) throw new Error(`${path} does not open`)
  return opened.value.world === 'container'
}

/** The campaign's levels of the container world, by their path in it. */
export const CONTAINER_LEVELS: readonly string[] = readdirSync(LEVELS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(LEVELS + name).map(file => `${name}/${file}`))
  .filter(path => /\/\d.*\.yaml$/.test(path))
  .filter(isContainer)
  .toSorted()
