// Adds to package-lock.json the optional packages of other platforms that npm left out: a registry mirror that carries
// only one platform's binaries makes npm drop the rest, and `npm ci` then refuses the lock everywhere.
// With --check it only says whether any is missing. Run it after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(path, 'utf8'))

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const CPUS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** What a package is for, as its name says: `@esbuild/darwin-arm64`, `binding-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split(/[/-]/)
  const os = words.find(word => SYSTEMS.includes(word))
  const cpu = CPUS.find(known =>
    words.some(word => word === known || (known === 'arm' && word.startsWith('arm-'))),
  )
  const libc = words.some(word => word.startsWith('musl'))
    ? 'musl'
    : words.some(word => word.startsWith('gnu'))
      ? 'glibc'
      : null
  return {
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(os === undefined ? {} : { os: [os] }),
    ...(os === 'linux' && libc !== null ? { libc: [libc] } : {}),
  }
}

const missing = Object.entries(lock.packages).flatMap(([, entry]) =>
  Object.entries(entry.optionalDependencies ?? {}).filter(
    ([name]) => lock.packages[`node_modules/${name}`] === undefined,
  ),
)

if (process.argv.includes('--check')) {
  for (const [name] of missing) console.error(`not in package-lock.json: ${name}`)
  process.exitCode = missing.length > 0 ? 1 : 0
} else {
  const added = missing.map(([name, version]) => [
    `node_modules/${name}`,
    { version, ...platformOf(name), dev: true, optional: true },
  ])
  const [root, ...rest] = Object.entries(lock.packages)
  const sorted = [...rest, ...added].sort(([a], [b]) => (a < b ? -1 : 1))
  const packages = Object.fromEntries([root, ...sorted])
  writeFileSync(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  console.log(`${added.length} optional packages of other platforms added`)
}
