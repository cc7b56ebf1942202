import type { Term } from './term.ts'
export const GLOSSARY_TERMS: readonly Term[] = [
  { id: 'pid-namespace', name: { en: 'pid namespace', ko: 'pid 네임스페이스' }, short: { en: 'x', ko: 'x' } },
]
