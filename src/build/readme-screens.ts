import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LANGS } from '../core/text.ts'
import { pictures, withTextScreen } from './readme-pictures.ts'

// Writes the screens of both READMEs: `npx tsx src/build/readme-screens.ts`, after a build.

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const READMES = { en: at('README.md'), ko: at('README.ko.md') } as const

mkdirSync(at('docs/screens'), { recursive: true })
for (const { file, text } of pictures(LANGS)) writeFileSync(at(`docs/screens/${file}`), text)
for (const lang of LANGS)
  writeFileSync(READMES[lang], withTextScreen(readFileSync(READMES[lang], 'utf8'), lang))
