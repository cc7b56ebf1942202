/** Clauses of an audit. Each is a fact of structure, not a promise. */
export const CLAUSES = ['ownKernel', 'noHostRoot', 'provable', 'keepsLogs'] as const
/** A clause of an audit. */
export type Clause = (typeof CLAUSES)[number]

/** Everything that can go unmet, in the order in which it is told. */
export const NEEDS = [
  'fit',
  'memory',
  'cpu',
  'disk',
  'port',
  'wall',
  'start',
  'speed',
  'iops',
  'hosts',
  ...CLAUSES,
] as const
/** A need of a workload. */
export type Need = (typeof NEEDS)[number]
