import { basename, dirname } from 'node:path'
import { playApi as play } from '../../src/cli/play-api.ts'
import { openLevel } from '../../src/io/open-level.ts'
import type { OpenedLevel } from '../../src/party/ports.ts'
import { shippedFiles } from './campaign.ts'

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

/** Every variant of every shipped round; only the first of each where `most` is 1. */
export const openedRounds = (most = 99): readonly OpenedLevel[] =>
  roundFiles.flatMap(file => {
    const first = openedRound(file)
    const count = Math.min(most, first.level.variant?.count ?? 1)
    return [first, ...Array.from({ length: count - 1 }, (_, i) => openedRound(file, i + 1))]
  })
