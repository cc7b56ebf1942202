import { defineConfig } from 'vitest/config'
import { RealityReport } from './tests/reality/report.ts'

// `npm test` runs the fast selection; BOXWRIGHT_FULL=1 (npm run test:full) also runs the full matrices and long
// properties. Tests ask `tests/support/full.ts` which of the two it is.
const full = process.env['BOXWRIGHT_FULL'] === '1'

const shared = {
  testTimeout: full ? 120_000 : 60_000,
  hookTimeout: 60_000,
  // Tests must not depend on the colours or the language of whoever runs them.
  env: { LANG: 'C.UTF-8', LC_ALL: '', NO_COLOR: '', FORCE_COLOR: '0' },
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', new RealityReport()],
    projects: [
      {
        test: {
          ...shared,
          name: 'house',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/reality/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Tests against this machine compare its state before and after, and time: they have it to themselves.
        test: {
          ...shared,
          name: 'reality',
          include: ['tests/reality/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
