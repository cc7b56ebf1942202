import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { bundleGame, bundleTool, root } from './bundle.js'

// Writes dist/: the game as one file, and the campaign's index, so that the map loads no level.

const tool = `${root}dist/.campaign.js`
mkdirSync(`${root}dist`, { recursive: true })
try {
  await bundleGame('src/cli/main.ts', { outfile: 'dist/cli.js' })
  await bundleTool('src/build/campaign.ts', tool)
  execFileSync(process.execPath, [tool, `${root}levels`, `${root}dist/campaign.json`], { stdio: 'inherit' })
} catch (error) {
  // Both esbuild and the campaign tool have said in words what is wrong; a stack trace would bury it.
  console.error(error.errors ? messages(error.errors) : `The build failed: ${error.message}`)
  process.exitCode = 1
} finally {
  rmSync(tool, { force: true })
}

function messages(errors) {
  return errors
    .map(({ text, location }) =>
      location ? `${location.file}:${location.line}:${location.column}: ${text}` : text,
    )
    .join('\n')
}
