import { systemClock } from '../../src/io/clock.ts'
import { saveFile } from '../../src/io/save-file.ts'
import { names } from './names-format.ts'

// A process of its own that merges names into a save: `save-writer.ts PATH PREFIX COUNT`.
const [path = '', prefix = '', count = '0'] = process.argv.slice(2)
const save = saveFile(path, names, systemClock)
for (let i = 0; i < Number(count); i++) {
  const saved = await save.merge([`${prefix}${i}`])
  if (saved.notice) throw new Error(JSON.stringify(saved.notice))
  process.stdout.write(`${prefix}${i}\n`)
}
