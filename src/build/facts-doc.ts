import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withReference } from './authoring-guide.ts'

// Writes the reference part of levels/README.md: `npx tsx src/build/facts-doc.ts`.

const guide = fileURLToPath(new URL('../../levels/README.md', import.meta.url))
writeFileSync(guide, withReference(readFileSync(guide, 'utf8')))
