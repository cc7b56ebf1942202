import { patchFile, replaceOnce } from './patch.js'

// Measuring and splitting text is most of what drawing a frame costs. The libraries are made for any text that there
// is; nearly all of ours is made of few characters of a known width, each of them a cluster of its own. For such texts
// these patches take a short way to the same result; `tests/build/text.test.ts` holds them to it.

/** Characters one cell wide: ASCII, and what screens are drawn with. As the inside of a character class. */
export const NARROW =
  '\\u0020-\\u007E\\u00B7\\u00D7\\u2013\\u2014\\u2018\\u2019\\u201C\\u201D\\u2022\\u2026\\u2190-\\u2193\\u2500-\\u257F\\u25B8\\u25CB\\u25CF\\u2605\\u2606\\u2713\\u2717'

/** Characters two cells wide: Hangul syllables. */
export const WIDE = '\\uAC00-\\uD7A3'

// Made when it is first needed: the tables behind them take tens of milliseconds, and the first screen needs none.
const SEGMENTER = 'new Intl.Segmenter()'
const LATE_SEGMENTER =
  '(() => { let made; return { segment: text => (made ??= new Intl.Segmenter()).segment(text) }; })()'

const lateTables = (text, path) =>
  replaceOnce(
    replaceOnce(text, SEGMENTER, LATE_SEGMENTER, path),
    '/^\\p{RGI_Emoji}$/v',
    "(() => { let made; return { test: text => (made ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text) }; })()",
    path,
  )

const stringWidth = patchFile('known-widths', /[\\/]string-width[\\/]index\.js$/, (text, path) =>
  replaceOnce(
    lateTables(text, path),
    '\tlet width = 0;\n\tconst eastAsianWidthOptions',
    `	if (/^[${NARROW}${WIDE}]*$/.test(string)) {
		let wide = 0;
		for (let index = 0; index < string.length; index++) {
			if (string.charCodeAt(index) >= 0xAC00) wide++;
		}
		return string.length + wide;
	}

	let width = 0;
	const eastAsianWidthOptions`,
    path,
  ),
)

const tokenize = patchFile('known-clusters', /[\\/]ansi-tokenize[\\/]build[\\/]tokenize\.js$/, (text, path) =>
  replaceOnce(
    replaceOnce(text, 'of segmenter.segment(str)', 'of segments(str)', path),
    'function isFullwidthGrapheme(',
    `const known = /^[\\n\\u001B${NARROW}${WIDE}]*$/;
function segments(str) {
  if (!known.test(str)) return segmenter.segment(str);
  const list = new Array(str.length);
  for (let index = 0; index < str.length; index++) list[index] = { segment: str[index], index };
  return list;
}
function isFullwidthGrapheme(`,
    path,
  ),
)

const wrapAnsi = patchFile('known-clusters-of-wraps', /[\\/]wrap-ansi[\\/]index\.js$/, (text, path) =>
  replaceOnce(
    replaceOnce(text, SEGMENTER, LATE_SEGMENTER, path),
    'if (ASCII_PRINTABLE_REGEX.test(plainText)) {',
    `if (/^[${NARROW}${WIDE}]*$/.test(plainText)) {
			for (const value of plainText) tokens.push({value, width: value >= '\\uAC00' ? 2 : 1});
			return;
		}

		if (ASCII_PRINTABLE_REGEX.test(plainText)) {`,
    path,
  ),
)

// Characters in one style share the list of its codes: no copies, and comparing them is comparing one reference.
const sharedStyles = patchFile(
  'shared-styles',
  /[\\/]ansi-tokenize[\\/]build[\\/]styledChars\.js$/,
  (text, path) => replaceOnce(text, 'styles: [...codes],', 'styles: codes,', path),
)

const plainDiffs = patchFile('plain-diffs', /[\\/]ansi-tokenize[\\/]build[\\/]diff\.js$/, (text, path) =>
  replaceOnce(
    text,
    'export function diffAnsiCodes(from, to) {',
    `export function diffAnsiCodes(from, to) {
    if (from.length === 0) return to;
    if (to.length === 0) return undoAnsiCodes(from);`,
    path,
  ),
)

/** Short ways through the text libraries, for the characters that the game is drawn with. */
export const textPlugins = [stringWidth, wrapAnsi, tokenize, sharedStyles, plainDiffs]
