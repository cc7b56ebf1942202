import { defineConfig } from 'vitest/config'

// `npm test` runs the fast selection; BOXWRIGHT_FULL=1 (npm run test:full) also runs the full matrices and long
// properties. Tests ask `tests/support/full.ts` which of the two it is.
const full = process.env['BOXWRIGHT_FULL'] === '1'

export default defineConfig({
  test: {
    include: full ? ['tests/**/*.test.{ts,tsx}', 'tests/**/*.full.ts'] : ['tests/**/*.test.{ts,tsx}'],
    testTimeout: full ? 120_000 : 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: ['default'],
    // Tests must not depend on the colours or the language of whoever runs them.
    env: { LANG: 'C.UTF-8', LC_ALL: '', NO_COLOR: '', FORCE_COLOR: '0' },
  },
})
