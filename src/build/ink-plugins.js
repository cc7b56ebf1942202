import { patchFile, replaceOnce } from './patch.js'

// Made for Ink 8.0.0 and the yoga-layout it pins. Each patch fails the build when its text is no longer there.

const reconciler = patchFile(
  'ink-without-devtools',
  /[\\/]ink[\\/]build[\\/]reconciler\.js$/,
  (text, path) => {
    const block = /^if \(process\.env\['DEV'\] === 'true'\) \{[\s\S]*?^\}\n/m.exec(text)
    if (!block) throw new Error(`${path}: the devtools block is gone`)
    return replaceOnce(text, block[0], '', path)
  },
)

// The layout engine comes as WebAssembly inside a data: address that it fetches, which makes Node load its whole HTTP
// client (about 40 ms) and leaves a top-level await. From a Buffer it starts at once.
const yogaBinary = patchFile('yoga-binary', /yoga-wasm-base64-esm\.js$/, (text, path) => {
  const binary = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]{1000,})/.exec(text)
  if (!binary) throw new Error(`${path}: the embedded binary is gone`)
  const emptied = replaceOnce(text, binary[0], 'data:application/octet-stream;base64,', path)
  const placeless = replaceOnce(emptied, 'import.meta.url', '""', path)
  return `${placeless}\nexport const wasm = ${JSON.stringify(binary[1])}\n`
})

const yogaStart = patchFile('yoga-start', /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/, (text, path) => {
  const imported = replaceOnce(text, 'import loadYoga from', 'import loadYoga, { wasm } from', path)
  return replaceOnce(
    imported,
    'const Yoga = wrapAssembly(await loadYoga());',
    `const library = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')), imports)
    done(instance)
    return instance.exports
  },
}
loadYoga(library)
const Yoga = wrapAssembly(library)`,
    path,
  )
})

// Ink measures and splits every text anew for each frame. Most texts are the same as in the frame before, so the caches
// are shared between frames, and emptied when they grow past what a long game shows.
const frameCaches = patchFile('ink-frame-caches', /[\\/]ink[\\/]build[\\/]output\.js$/, (text, path) => {
  const shared = replaceOnce(text, 'caches = new OutputCaches();', 'caches = frameCaches();', path)
  return replaceOnce(
    shared,
    'export default class Output {',
    `let kept = new OutputCaches();
const frameCaches = () => {
  if (kept.widths.size + kept.blockWidths.size + kept.styledChars.size > 20000) kept = new OutputCaches();
  return kept;
};
export default class Output {`,
    path,
  )
})

const widestLines = patchFile(
  'ink-widest-lines',
  /[\\/]ink[\\/]build[\\/]render-node-to-output\.js$/,
  (text, path) =>
    replaceOnce(
      text,
      "import widestLine from 'widest-line';",
      `import measureWidestLine from 'widest-line';
const widths = new Map();
const widestLine = text => {
  let width = widths.get(text);
  if (width === undefined) {
    if (widths.size > 5000) widths.clear();
    width = measureWidestLine(text);
    widths.set(text, width);
  }
  return width;
};`,
      path,
    ),
)

/** What the bundle changes in Ink: no developer tools, a layout engine that starts at once, caches kept over frames. */
export const inkPlugins = [reconciler, yogaBinary, yogaStart, frameCaches, widestLines]
