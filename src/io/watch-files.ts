import { type FSWatcher, watch } from 'node:fs'

/** Folders that are being watched for saved level files and proofs. */
export type LevelWatch = {
  /** Resolves after the next change, or at once if there was one since it was last asked. */
  changed(): Promise<void>
  close(): void
}

/** Milliseconds that a burst of events of one save may take: editors write, rename and touch. */
const SETTLE = 60

/** Names of files that a check reads. */
const READ = /\.(ya?ml|proof\.json)$/

/**
 * Watches folders. Folders are watched rather than files, since many editors save by renaming a new file. `folders` tells
 * which there are; it is asked again after every event, so that a new folder is watched and one that is gone is not.
 */
export function watchLevels(folders: () => readonly string[]): LevelWatch {
  const watchers = new Map<string, FSWatcher>()
  let wasChanged = false
  let isSaved = false
  let tell: (() => void) | null = null
  let settling: NodeJS.Timeout | null = null
  const heard = (name: string | null): void => {
    isSaved ||= name === null || READ.test(name)
    if (settling) clearTimeout(settling)
    settling = setTimeout(settle, SETTLE)
  }
  const settle = (): void => {
    const isMoved = follow(watchers, folders(), heard)
    if (!isSaved && !isMoved) return
    isSaved = false
    wasChanged = true
    tell?.()
  }
  follow(watchers, folders(), heard)
  return {
    changed: () =>
      new Promise(resolve => {
        tell = () => {
          tell = null
          wasChanged = false
          resolve()
        }
        if (wasChanged) tell()
      }),
    close: () => {
      for (const watcher of watchers.values()) watcher.close()
      if (settling) clearTimeout(settling)
    },
  }
}

/** Watches the folders that came, lets go of those that went, and tells whether there were any. */
function follow(
  watchers: Map<string, FSWatcher>,
  folders: readonly string[],
  heard: (name: string | null) => void,
): boolean {
  const gone = [...watchers.keys()].filter(folder => !folders.includes(folder))
  const come = folders.filter(folder => !watchers.has(folder))
  const forget = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  for (const folder of gone) forget(folder)
  for (const folder of come) {
    const watcher = watched(folder, heard)
    watcher?.on('error', () => forget(folder))
    if (watcher) watchers.set(folder, watcher)
  }
  return gone.length + come.length > 0
}

/** A watcher of a folder; `null` where it is gone already, which the next event of its parent tells. */
function watched(folder: string, heard: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(folder, (_, name) => heard(name))
  } catch {
    return null
  }
}
