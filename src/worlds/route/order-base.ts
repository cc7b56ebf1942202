import type { OrderSetup } from './order-setup.ts'
import { Fields, type Setup } from './setup.ts'

/** An order level's nodes and pods, as the product world knows them: nothing to set, one quiet case. */
export const baseSetup = ({ nodes, pod, pods, classes }: OrderSetup): Setup => ({
  nodes,
  ...(pod === undefined ? {} : { pod }),
  pods,
  classes,
  cases: QUIET.cases,
  controls: {},
  hidden: [],
})

const QUIET = Fields.parse({ nodes: {}, controls: {} })
