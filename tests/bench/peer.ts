import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The workshop program that the start is measured beside: the classic of its kind, from npm. */
const PEER = { name: 'learnyounode', version: '4.2.2', bin: 'node_modules/learnyounode/bin/learnyounode' }

/** Installs the peer in a folder of its own; its start file, or null where it cannot be had. */
export function installPeer(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'boxwright-peer-'))
  const wanted = `${PEER.name}@${PEER.version}`
  try {
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', wanted],
      {
        stdio: 'ignore',
      },
    )
    return join(folder, PEER.bin)
  } catch {
    return null
  }
}
