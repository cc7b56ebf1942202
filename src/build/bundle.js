import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { inkPlugins } from './ink-plugins.js'
import { textPlugins } from './text-plugins.js'
import { zodPlugins } from './zod-plugins.js'

/** The project's folder, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const input = {
  cwd: root,
  platform: 'node',
  // Of its two builds this one comes in modules, so that what is unused falls away.
  resolve: { alias: { yaml: `${root}node_modules/yaml/browser/index.js` } },
  tsconfig: `${root}tsconfig.json`,
  transform: { target: 'node20.19', define: { 'process.env.NODE_ENV': '"production"' } },
}

const output = { format: 'esm', comments: false, entryFileNames: '[name].js' }

/**
 * A part of the bundle: the modules that match, and all that they import. Whoever wants one of them reads them all; few
 * files are read faster than many, and pack better.
 */
const part = (name, test) => ({ name, test })

/**
 * Bundles the game, so that it needs no packages at run time: `cli.js`, which every command starts with, and parts that
 * are read when something in them is wanted. The map waits for neither the levels' language nor the drawing library.
 * Gives the list of what was made.
 */
export async function bundleGame(dir, { write = true } = {}) {
  const game = { input: { cli: 'src/cli/main.ts' }, plugins: [...inkPlugins, ...textPlugins, ...zodPlugins] }
  return bundled(game, write ? 'write' : 'generate', {
    dir,
    minify: true,
    chunkFileNames: 'part-[name].js',
    codeSplitting: {
      groups: [
        part('first-frame', /[\\/]src[\\/]cli[\\/](main|play)\.ts$/),
        part('screens', /[\\/]src[\\/]tui[\\/]mount\.tsx$/),
        part('levels', /[\\/]src[\\/]cli[\\/]load\.ts$/),
      ],
    },
  })
}

/** Bundles what is shown while the game is read: one small file that shares nothing. */
export const bundleSplash = dir =>
  bundled({ input: { splash: 'src/cli/splash.ts' } }, 'write', { dir, minify: true })

/** Bundles a tool that runs during the build; nothing in it is drawn, so Ink stays as it is. */
export const bundleTool = (entry, file) => bundled({ input: entry }, 'write', { file, codeSplitting: false })

async function bundled(what, how, where) {
  const bundle = await rolldown({ ...input, ...what })
  try {
    return (await bundle[how]({ ...output, ...where })).output
  } finally {
    await bundle.close()
  }
}
