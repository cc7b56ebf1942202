import { join } from 'node:path'

/** What the place of the saves depends on. */
export type Place = {
  readonly platform: string
  readonly home: string
  readonly env: { readonly [name: string]: string | undefined }
}

/**
 * The folder for the player's data: `$XDG_DATA_HOME/boxwright` on Linux and wherever that is set, else the platform's
 * usual place. A relative XDG_DATA_HOME is ignored, as the XDG Base Directory Specification asks.
 */
export function dataFolder({ platform, home, env }: Place): string {
  const xdg = env['XDG_DATA_HOME'] ?? ''
  if (xdg.startsWith('/')) return join(xdg, 'boxwright')
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'boxwright')
    case 'win32':
      return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'boxwright')
    default:
      return join(home, '.local', 'share', 'boxwright')
  }
}
