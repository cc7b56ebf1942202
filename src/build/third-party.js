import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { bundleGame, root } from './bundle.js'

// Writes THIRD-PARTY.md: the licences of the packages whose code is inside the bundle. With --check it only says
// whether the file is up to date (exit 1 if not).

const target = `${root}THIRD-PARTY.md`

/** Folders of the packages in the bundle, from the list of files that went into it. */
function packageFolders(inputs) {
  const folders = inputs.map(path => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1])
  return [...new Set(folders.filter(folder => folder !== undefined))].sort()
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'))
  const file = readdirSync(`${root}${folder}`).find(entry => /^(licen[cs]e|copying)/i.test(entry))
  const text = file ? readFileSync(`${root}${folder}/${file}`, 'utf8').trim() : `Licence: ${license}`
  const indented = text.split(/\r?\n/).map(line => `    ${line}`.trimEnd())
  return { name, version, license, text: indented.join('\n') }
}

function render(packages) {
  const list = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`)
  const texts = packages.map(({ name, version, text }) => `## ${name} ${version}\n\n${text}\n`)
  return `# Third-party software

The built game contains code of these packages. \`node src/build/third-party.js\` writes this file.

| package | version | licence |
|---|---|---|
${list.join('\n')}

${texts.join('\n')}`
}

// Listed by what ended up in the output, not by what was looked at: unused packages are dropped from the bundle.
const used = (await bundleGame('dist', { write: false }))
  .flatMap(({ modules = {} }) => Object.entries(modules))
  .filter(([, { renderedLength }]) => renderedLength > 0)
  .map(([path]) => relative(root, path))
const packages = packageFolders(used).map(describe)
const wanted = render(packages)

if (packages.length === 0) {
  console.error('Found no packages in the bundle; that cannot be.')
  process.exitCode = 1
} else if (!process.argv.includes('--check')) {
  writeFileSync(target, wanted)
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== wanted) {
  console.error('THIRD-PARTY.md is not what is bundled. Run: node src/build/third-party.js')
  process.exitCode = 1
}
