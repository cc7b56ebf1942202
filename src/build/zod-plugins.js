import { patchFile, replaceOnce } from './patch.js'

// zod carries its messages in some fifty languages, a quarter of a megabyte that every start would have to read. Levels
// word their faults themselves, and the English that zod falls back on is imported on its own.
const locales = patchFile(
  'zod-without-locales',
  /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/,
  (text, path) => {
    const first = 'export { default as ar } from "./ar.js";'
    replaceOnce(text, first, '', path)
    return 'export {}\n'
  },
)

/** What the bundle leaves out of zod. */
export const zodPlugins = [locales]
