import * as z from 'zod'

const limits = z.object({
  memory: z.object({ limited: z.boolean(), max: z.int() }),
  net: z.enum(['own', 'host', 'joined']),
})
const box = z.object({
  name: z.string().describe('The name of the box.'),
  limits,
  alive: z.boolean().describe('Whether its workload still runs.'),
  load: z.number(),
  ports: z.array(z.int()),
  tags: z.array(z.enum(['web', 'db'])),
  note: z.string().optional(),
})

/** Facts like a world's: nested objects without ids, lists, enums. */
export const schema = z.object({
  box: z.object({ web: box, report: box }),
  boxes: z.array(box),
  host: z.object({ oomKills: z.int().describe('OOM kills on the host.'), free: z.number() }),
  calm: z.boolean(),
  status: z.union([z.literal('Running'), z.literal('Failed')]),
})

/** The facts of one state. */
export type TestFacts = z.infer<typeof schema>

/** A box with some values of its own. */
export function makeBox(
  name: string,
  own: Partial<TestFacts['boxes'][number]> = {},
): TestFacts['boxes'][number] {
  return {
    name,
    limits: { memory: { limited: true, max: 448 }, net: 'own' },
    alive: true,
    load: 1.5,
    ports: [80, 443],
    tags: ['web'],
    ...own,
  }
}

const web = makeBox('web')
const report = makeBox('report', {
  limits: { memory: { limited: false, max: 0 }, net: 'host' },
  alive: false,
  load: 2,
  ports: [],
  tags: ['db'],
  note: '메모리 부족',
})

/** A state with one box alive and one dead. */
export const facts: TestFacts = {
  box: { web, report },
  boxes: [web, report],
  host: { oomKills: 2, free: 0.5 },
  calm: false,
  status: 'Running',
}

/** Reads a fact of a state. */
export const reader =
  (state: TestFacts) =>
  (name: string): unknown =>
    new Map<string, unknown>(Object.entries(state)).get(name)
