import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { bundleGame, bundleSplash, bundleTool, root } from './bundle.js'

// Writes dist/: the game, and the campaign's index, so that the map loads no level. It is made aside and then put in
// place, so that no part of an earlier build stays, and nobody sees half a build.

const aside = `dist.new-${process.pid}`
const old = `dist.old-${process.pid}`
const tool = `${root}${aside}/campaign-tool.js`
mkdirSync(`${root}${aside}`, { recursive: true })
try {
  // Both end before anything else happens: one that fails must not leave the other writing.
  const bundles = await Promise.allSettled([bundleGame(aside), bundleSplash(aside)])
  const failed = bundles.find(({ status }) => status === 'rejected')
  if (failed) throw failed.reason
  await bundleTool('src/build/campaign.ts', tool)
  // An index is written even where a level is faulty: without it. Without an index an older build is the better one.
  const written = spawnSync(process.execPath, [tool, `${root}levels`, `${root}${aside}/campaign.json`], {
    stdio: 'inherit',
  })
  process.exitCode = written.status ?? 1
  rmSync(tool)
  if (existsSync(`${root}${aside}/campaign.json`)) putInPlace()
} catch (error) {
  // The bundler and the campaign tool say in words what is wrong; a stack trace would bury it.
  console.error(`${error.message}`)
  process.exitCode = 1
} finally {
  for (const folder of [aside, old]) rmSync(`${root}${folder}`, { recursive: true, force: true })
}

function putInPlace() {
  if (existsSync(`${root}dist`)) renameSync(`${root}dist`, `${root}${old}`)
  renameSync(`${root}${aside}`, `${root}dist`)
}
