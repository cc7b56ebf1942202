import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { inkPlugins } from './ink-plugins.js'
import { textPlugins } from './text-plugins.js'
import { zodPlugins } from './zod-plugins.js'

/** The project's folder, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  jsx: 'automatic',
  metafile: true,
  logLevel: 'silent',
  define: { 'process.env.NODE_ENV': '"production"' },
  // Some packages still call require() for Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
}

/** Bundles the game into one file that needs no packages at run time. */
export const bundleGame = (entry, options) =>
  build({
    ...shared,
    entryPoints: [entry],
    minify: true,
    legalComments: 'none',
    plugins: [...inkPlugins, ...textPlugins, ...zodPlugins],
    ...options,
  })

/** Bundles a tool that runs during the build; nothing in it is drawn, so Ink stays as it is. */
export const bundleTool = (entry, outfile) => build({ ...shared, entryPoints: [entry], outfile })
