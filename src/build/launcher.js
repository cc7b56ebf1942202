#!/usr/bin/env node
// Committed, so that the command exists before anything is built, and can say what to do then.
import { existsSync } from 'node:fs'
import module from 'node:module'

const game = new URL('../../dist/cli.js', import.meta.url)

if (existsSync(game)) {
  // From Node 22.1 on: the second start need not compile the bundle again.
  module.enableCompileCache?.()
  // The title stands while the game is read.
  await import(new URL('splash.js', game).href)
  await import(game.href)
} else {
  console.error('Boxwright is not built yet. Run `npm ci` in its folder, then `npx play` again.')
  process.exitCode = 1
}
