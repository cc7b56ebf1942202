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

/**
 * Bundles the game, so that it needs no packages at run time: `cli.js`, which every command starts with, and parts that
 * are read when something in them is wanted. The map waits for neither the levels' language nor the drawing library.
 */
export const bundleGame = (outdir, options) =>
  build({
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir,
    splitting: true,
    chunkNames: 'part-[hash]',
    minify: true,
    legalComments: 'none',
    // Korean as it is: its escapes are twice as long, and pack worse.
    charset: 'utf8',
    plugins: [...inkPlugins, ...textPlugins, ...zodPlugins],
    ...options,
  })

/** Bundles what is shown while the game is read: one small file that shares nothing. */
export const bundleSplash = outdir =>
  build({ ...shared, banner: {}, entryPoints: { splash: 'src/cli/splash.ts' }, outdir, minify: true })

/** Bundles a tool that runs during the build; nothing in it is drawn, so Ink stays as it is. */
export const bundleTool = (entry, outfile) => build({ ...shared, entryPoints: [entry], outfile })
