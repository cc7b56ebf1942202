import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keysBench } from './keys.ts'
import { home } from './session.ts'
import { solverBench } from './solver.ts'
import { startBench } from './start.ts'
import { type Line, table } from './stats.ts'

// `npm run bench`: everything in one run, so that the ratios compare like with like. Nothing here fails: a busy machine
// is no fault of the code, and a table says more than an assertion.

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Size of what npm would publish. */
function packageBench(): readonly Line[] {
  const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  })
  return [
    {
      what: 'package, packed',
      value: Number(/"size":\s*(\d+)/.exec(printed)?.[1]) / 1024,
      unit: 'KiB',
      target: 600,
    },
  ]
}

function print(title: string, lines: readonly Line[]): void {
  console.log(`${title}\n${table(lines)}\n`)
}

console.log(`node ${process.version}\n`)
print('Start (120×40, medians)', await startBench())
print('Keys (sandbox of the container world, 120×40)', await keysBench())
print('Solver (160,000 states, eight rules)', solverBench())
print('Package', packageBench())
rmSync(home, { recursive: true, force: true })
