import { type FSWatcher, watch } from 'node:fs'

/** Folders that are being watched for saved level files. */
export type LevelWatch = {
  /** Resolves after the next save, or at once if there was one since it was last asked. */
  changed(): Promise<void>
  close(): void
}

/** Milliseconds that a burst of events of one save may take: editors write, rename and touch. */
const SETTLE = 60

/** Watches folders. Folders are watched rather than files, since many editors save by renaming a new file. */
export function watchLevels(folders: readonly string[]): LevelWatch {
  let wasSaved = false
  let tell: (() => void) | null = null
  let settling: NodeJS.Timeout | null = null
  const saved = (): void => {
    wasSaved = true
    tell?.()
  }
  const heard = (name: string | null): void => {
    if (name !== null && !/\.ya?ml$/.test(name)) return
    if (settling) clearTimeout(settling)
    settling = setTimeout(saved, SETTLE)
  }
  const watchers: readonly FSWatcher[] = folders.map(folder => watch(folder, (_, name) => heard(name)))
  return {
    changed: () =>
      new Promise(resolve => {
        tell = () => {
          tell = null
          wasSaved = false
          resolve()
        }
        if (wasSaved) tell()
      }),
    close: () => {
      for (const watcher of watchers) watcher.close()
      if (settling) clearTimeout(settling)
    },
  }
}
