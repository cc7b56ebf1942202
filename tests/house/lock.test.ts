import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../src/build/complete-lock.js', import.meta.url))

test('the lock names the optional packages of every platform, or npm ci refuses it', () => {
  // On a fault: node src/build/complete-lock.js
  expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow()
})
