import type { Term } from './term.ts'
import { IMAGE_TERMS } from './terms-images.ts'
import { LIMIT_TERMS } from './terms-limits.ts'
import { NAMESPACE_TERMS } from './terms-namespaces.ts'
import { POD_TERMS } from './terms-pods.ts'
import { PROCESS_TERMS } from './terms-processes.ts'
import { RUNTIME_TERMS } from './terms-runtimes.ts'

/** All terms of the glossary, topic by topic, in the order in which the campaign meets them. */
export const GLOSSARY_TERMS: readonly Term[] = [
  ...NAMESPACE_TERMS,
  ...LIMIT_TERMS,
  ...PROCESS_TERMS,
  ...POD_TERMS,
  ...RUNTIME_TERMS,
  ...IMAGE_TERMS,
]
