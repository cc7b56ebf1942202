import type { HostFile } from '../../kernel/machine.ts'
import type { Setup } from './setup.ts'

/** Files that every host has, besides those that a level names. */
const HOST_FILES: readonly HostFile[] = [
  { path: '/etc/hosts', owner: 0, mode: 0o644 },
  { path: '/etc/passwd', owner: 0, mode: 0o644 },
  { path: '/etc/shadow', owner: 0, mode: 0o640 },
]

/** The host's file at a path: a level's own, or one that every host has. */
export function hostFileAt(setup: Setup, path: string): HostFile | undefined {
  const own = setup.host.files.find(f => f.path === path)
  if (own !== undefined) return { path, owner: own.owner, mode: Number.parseInt(own.mode, 8) }
  return HOST_FILES.find(f => f.path === path)
}
