import { fileURLToPath } from 'node:url'
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
// client (about 40 ms) and leaves a top-level await. From a file of its own it starts at once, and packs better.
const yogaBinary = patchFile('yoga-binary', /yoga-wasm-base64-esm\.js$/, function (text, path) {
  const binary = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]{1000,})/.exec(text)
  if (!binary) throw new Error(`${path}: the embedded binary is gone`)
  this.emitFile({ type: 'asset', fileName: 'yoga.wasm', source: Buffer.from(binary[1], 'base64') })
  const emptied = replaceOnce(text, binary[0], 'data:application/octet-stream;base64,', path)
  return replaceOnce(emptied, 'import.meta.url', '""', path)
})

const yogaStart = patchFile('yoga-start', /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/, (text, path) =>
  [
    ['import loadYoga from', "import { readFileSync } from 'node:fs'\nimport loadYoga from"],
    [
      'const Yoga = wrapAssembly(await loadYoga());',
      `const library = {
  instantiateWasm(imports, done) {
    const engine = new WebAssembly.Module(readFileSync(new URL('yoga.wasm', import.meta.url)))
    const instance = new WebAssembly.Instance(engine, imports)
    done(instance)
    return instance.exports
  },
}
loadYoga(library)
const Yoga = wrapAssembly(library)`,
    ],
  ].reduce((patched, [wanted, put]) => replaceOnce(patched, wanted, put, path), text),
)

// Ink measures and splits every text anew for each frame. Most texts are the same as in the frame before, so the caches
// are shared between frames, and emptied when they grow past what a long game shows.
const frameCaches = patchFile('ink-frame-caches', /[\\/]ink[\\/]build[\\/]output\.js$/, (text, path) => {
  const shared = replaceOnce(text, 'caches = new OutputCaches();', 'caches = frameCaches();', path)
  return replaceOnce(
    wholeLines(shared, path),
    'export default class Output {',
    `const emptyCell = { type: 'char', value: ' ', fullWidth: false, styles: [] };
let kept = new OutputCaches();
const frameCaches = () => {
  if (kept.widths.size + kept.blockWidths.size + kept.styledChars.size > 20000) kept = new OutputCaches();
  return kept;
};
export default class Output {`,
    path,
  )
})

/**
 * A line is taken apart and put together again only where it has to be: in a block of several, where it is cut, or where
 * something else lies on the same row. A row is null while nothing is on it, a text while one line fills it, and else a
 * list of cells.
 */
function wholeLines(text, path) {
  const rows =
    /for \(let y = 0; y < this\.height; y\+\+\) \{\n\s+const row = \[\];[\s\S]*?output\.push\(row\);\n\s+\}/.exec(
      text,
    )
  const joined = /\.map\(line => \{[^}]*lineWithoutEmptyItems[^}]*\}\)/.exec(text)
  const cellsOfRow = `const currentLine = this.cellsOf(output, y + index);`
  return [
    [
      'for (const character of this.caches.getStyledChars(text)) {',
      "const isBlock = text.includes('\\n');\nfor (const character of isBlock ? this.caches.getStyledChars(text) : []) {",
    ],
    [
      'let lines = characterLines.map(line => styledCharsToString(line));',
      'let lines = isBlock ? characterLines.map(line => styledCharsToString(line)) : [text];',
    ],
    [
      'return this.sliceLineToColumns(line, from, to);',
      'return from === 0 && to === width ? line : this.sliceLineToColumns(line, from, to);',
    ],
    [
      'const currentLine = output[y + index];',
      `if (x === 0 && output[y + index] !== undefined) {
        const whole = transformers.reduce((so, transform) => transform(so, index + y - operation.y), line);
        if (this.caches.getStringWidth(whole) === this.width) {
          output[y + index] = whole;
          continue;
        }
      }
      ${cellsOfRow}`,
    ],
    [rows?.[0], 'for (let y = 0; y < this.height; y++) output.push(null);'],
    [
      joined?.[0],
      `.map(line => line === null ? '' : typeof line === 'string' ? line.trimEnd()
        : styledCharsToString(line.filter(item => item !== undefined)).trimEnd())`,
    ],
    [
      'write(x, y, text, options) {',
      `cellsOf(output, y) {
        const row = output[y];
        if (row === undefined || Array.isArray(row)) return row;
        output[y] = new Array(this.width).fill(emptyCell);
        if (row !== null) {
          let x = 0;
          for (const character of this.caches.getStyledChars(row)) {
            output[y][x] = character;
            const width = Math.max(1, this.caches.getStringWidth(character.value));
            if (width > 1) output[y][x + 1] = { ...character, value: '', fullWidth: false };
            x += width;
          }
        }
        return output[y];
      }
      write(x, y, text, options) {`,
    ],
  ].reduce((patched, [wanted, put]) => {
    if (wanted === undefined) throw new Error(`${path}: the frame is put together in another way`)
    return replaceOnce(patched, wanted, put, path)
  }, text)
}

// What goes out for a line that changed is the cells that changed, not the line from there to its end.
const changedCells = patchFile(
  'ink-changed-cells',
  /[\\/]ink[\\/]build[\\/]line-update\.js$/,
  (text, path) => {
    const body = /export default function lineUpdate\([\s\S]*\n\}\n/.exec(text)
    if (!body) throw new Error(`${path}: lines are updated in another way`)
    return `import { lineUpdate } from ${JSON.stringify(fileURLToPath(new URL('../tui/line-update.ts', import.meta.url)))}\nexport default lineUpdate\n`
  },
)

// Rows that stay as they are are passed in one step. The frame fills the screen, so it begins at its corner, wherever the
// cursor was left: something else may have written on the terminal.
const passedRows = patchFile('ink-passed-rows', /[\\/]ink[\\/]build[\\/]log-update\.js$/, (text, path) =>
  [
    [
      'for (let i = 0; i < visibleCount; i++) {\n            const isLastLine',
      'let passed = 0;\nfor (let i = 0; i < visibleCount; i++) {\n            const isLastLine',
    ],
    ['buffer.push(ansiEscapes.cursorNextLine);', 'passed += 1;'],
    ['buffer.push(ansiEscapes.cursorUp(previousLines.length - 1));', "buffer.push('\\u001B[H');"],
    [
      'const nextLine = nextLines[i];',
      `if (passed > 0) buffer.push('\\u001B[' + (passed > 1 ? passed : '') + 'E');
            passed = 0;
            const nextLine = nextLines[i];`,
    ],
    [
      'const cursorSuffix = buildCursorSuffix(nextLines.length - 1, activeCursor);\n        buffer.push(cursorSuffix);',
      `if (passed > 0) buffer.push('\\u001B[' + (passed > 1 ? passed : '') + 'E');
        const cursorSuffix = buildCursorSuffix(nextLines.length - 1, activeCursor);
        buffer.push(cursorSuffix);`,
    ],
  ].reduce((patched, [wanted, put]) => replaceOnce(patched, wanted, put, path), text),
)

// Each text is cleaned for every layout and every frame; what came out before comes out again.
const cleanTexts = patchFile('ink-clean-texts', /[\\/]ink[\\/]build[\\/]sanitize-ansi\.js$/, (text, path) =>
  replaceOnce(
    replaceOnce(text, 'const sanitizeAnsi = (text) => {', 'const sanitizeAnew = (text) => {', path),
    'export default sanitizeAnsi;',
    `const cleaned = new Map();
const sanitizeAnsi = text => {
  let clean = cleaned.get(text);
  if (clean === undefined) {
    if (cleaned.size > 5000) cleaned.clear();
    clean = sanitizeAnew(text);
    cleaned.set(text, clean);
  }
  return clean;
};
export default sanitizeAnsi;`,
    path,
  ),
)

// Colours are put on each piece of text for every layout and every frame. The function that does it is made anew when
// its component is, so what it gave last holds as long as its text does.
const keptColours = patchFile(
  'ink-kept-colours',
  /[\\/]ink[\\/]build[\\/]squash-text-nodes\.js$/,
  (text, path) => {
    const block = /nodeText = nodeText\s*\.split\('\\n'\)\s*\.map\([^;]*\.join\('\\n'\);/.exec(text)
    if (!block) throw new Error(`${path}: the transform is gone`)
    const kept = replaceOnce(
      text,
      block[0],
      `const last = transformed.get(transform);
                if (last?.from === nodeText) nodeText = last.to;
                else {
                    const from = nodeText;
                    ${block[0]}
                    transformed.set(transform, { from, to: nodeText });
                }`,
      path,
    )
    return replaceOnce(
      kept,
      'const squashTextNodes = (node) => {',
      'const transformed = new WeakMap();\nconst squashTextNodes = (node) => {',
      path,
    )
  },
)

// The first frame may be there before Ink is (src/tui/first-frame.ts); entering the screen again would clear it.
const paintedScreen = patchFile('ink-painted-screen', /[\\/]ink[\\/]build[\\/]ink\.js$/, (text, path) =>
  replaceOnce(
    text,
    `        this.writeBestEffort(this.options.stdout, ansiEscapes.enterAlternativeScreen);
        this.writeBestEffort(this.options.stdout, hideCursorEscape);`,
    `        if (this.options.isPainted) return;
        this.writeBestEffort(this.options.stdout, ansiEscapes.enterAlternativeScreen);
        this.writeBestEffort(this.options.stdout, hideCursorEscape);`,
    path,
  ),
)

// Asks for the size once more when it is mounted, and took the same size for a new one: a second first frame.
const sameSize = patchFile(
  'ink-same-size',
  /[\\/]ink[\\/]build[\\/]hooks[\\/]use-window-size\.js$/,
  (text, path) =>
    replaceOnce(
      text,
      'setSize(getWindowSize(stdout));',
      `const next = getWindowSize(stdout);
            setSize(old => old.columns === next.columns && old.rows === next.rows ? old : next);`,
      path,
    ),
)

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

/** What the bundle changes in Ink: no developer tools, a layout engine that starts at once, nothing done twice. */
export const inkPlugins = [
  reconciler,
  yogaBinary,
  yogaStart,
  frameCaches,
  changedCells,
  passedRows,
  widestLines,
  cleanTexts,
  keptColours,
  paintedScreen,
  sameSize,
]
