#!/usr/bin/env node
// Committed launcher: works before the build and says what to do.
import { existsSync } from 'node:fs'
const app = new URL('../dist/cli.js', import.meta.url)
if (existsSync(app)) await import(app.href)
else {
  console.error('Not built yet. Run: npm ci   (then: npx play)')
  process.exitCode = 1
}
