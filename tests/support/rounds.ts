import { basename, dirname } from 'node:path'
import { playApi as play } from '../../src/cli/play-api.ts'
import { openLevel } from '../../src/io/open-level.ts'
import type { OpenedLevel } from '../../src/party/ports.ts'
import { shippedFiles } from './campaign.ts'
import { isFull } from './full.ts'

/** Files of every shipped round for two. */
export const roundFiles: readonly string[] = shippedFiles.filter(
  file => basename(dirname(file)) === 'icebreaker',
)

/** A shipped round with one variant's numbers; one that does not open fails its test. */
export function openedRound(file: string, variant = 0): OpenedLevel {
  const opened = openLevel(file, variant)
  if (!opened.ok)
    throw new Error(`${file} (variant ${variant}) does not open: ${JSON.stringify(opened.error)}`)
  return { level: opened.value.level, proof: opened.value.proof, play }
}

/** The tens of a file's number tell its world: 10 is the first round of the container world. */
const worldOf = (file: string): string => basename(file).slice(0, 1)

/** Every variant of every shipped round; in the fast selection a round of each world. */
export const openedRounds = (): readonly OpenedLevel[] =>
  isFull
    ? roundFiles.flatMap(everyVariant)
    : roundFiles
        .filter((file, i) => roundFiles.findIndex(other => worldOf(other) === worldOf(file)) === i)
        .map(file => openedRound(file))

function everyVariant(file: string): readonly OpenedLevel[] {
  const first = openedRound(file)
  const count = first.level.variant?.count ?? 1
  return [first, ...Array.from({ length: count - 1 }, (_, i) => openedRound(file, i + 1))]
}
