import * as z from 'zod'
import { LIMITS, type Limit, type TextPlace, textFault } from './limits.ts'
import { MOST_VARIANTS } from './vary.ts'

/** Lower-case words joined by hyphens. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/

const kebab = (what: string) =>
  z
    .string()
    .max(60, `${what} may have at most 60 characters`)
    .regex(KEBAB, `${what} is written in lower-case words with hyphens: like-this`)

function words(limit: Limit) {
  return z
    .string()
    .superRefine((text, context) => {
      const message = textFault(text, limit)
      if (message !== undefined) context.addIssue({ code: 'custom', message })
    })
    .transform(text => text.trim())
}

const BILINGUAL = 'a text stands in both languages: { en: ..., ko: ... }'

const bilingual = (place: TextPlace) =>
  z.strictObject(
    {
      en: words(LIMITS[place].en).describe('English.'),
      ko: words(LIMITS[place].ko).describe('Korean, as a Korean engineer would write it.'),
    },
    { error: ({ input }) => (typeof input === 'object' || input === undefined ? undefined : BILINGUAL) },
  )

const expression = z.string()

const citation = z
  .string()
  .trim()
  .min(1, 'name a source: man:namespaces(7), a KEP, a page of the documentation')
  .max(160, 'a source may have at most 160 characters')

const rule = z.strictObject({
  id: kebab('a rule id').describe('Name of the rule, unique in the level: shop-lives.'),
  kind: z
    .enum(['goal', 'guard', 'bonus'])
    .describe('A goal makes the level solved, a broken guard costs a star, a bonus only earns points.'),
  points: z
    .int()
    .min(1)
    .max(100)
    .describe('Weight, 1 to 100. The goals and guards of a level share its 1000 points by weight.'),
  when: expression.describe('What must hold: CEL over the facts, in quotes or as a | block, true or false.'),
  text: bilingual('line').describe('The rule in one line, at most 80 characters.'),
  because: bilingual('because').describe('Why it matters, at most 300 characters; shown after a run.'),
  source: citation.describe('Who says so: man:cgroups(7), a KEP, a page of the documentation.'),
  seat: z
    .enum(['driver', 'navigator', 'both'])
    .exactOptional()
    .describe(
      'Who sees the rule when two play: the driver owns the app, the navigator the platform. Default both.',
    ),
})

const option = z.strictObject({
  id: kebab('an option id').describe('Name of the option, unique in the question; `answer` gives it.'),
  text: bilingual('line').describe('The answer in one line, at most 80 characters.'),
  misconception: kebab('a misconception')
    .exactOptional()
    .describe('The wrong idea behind this answer. Needed where the answer never comes true.'),
})

const prediction = z.strictObject({
  id: kebab('an id').exactOptional().describe('Name of the question. Default p1, p2, ... in order.'),
  ask: bilingual('say').describe('The question, at most 200 characters.'),
  when: expression.describe('In which states it is asked: CEL, in quotes, true or false.'),
  options: z
    .array(option)
    .min(2, 'give at least two options')
    .max(6, 'give at most six options')
    .describe('Two to six answers; at least two of them come true in some state.'),
  answer: expression.describe("What comes true: CEL, in quotes, that gives an option's id."),
})

const nudge = z.strictObject({
  id: kebab('an id').exactOptional().describe('Name of the nudge. Default n1, n2, ... in order.'),
  when: expression.describe(
    'When it speaks: CEL, in quotes, true or false. If it reads run, only after a run.',
  ),
  say: bilingual('say').describe('What it says, at most 200 characters. It must not name the move.'),
  misconception: kebab('a misconception').describe('The wrong idea that leads here.'),
})

const objective = z.strictObject({
  id: kebab('an objective id').describe('Name of the objective.'),
  fact: z
    .string()
    .regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/, 'an objective names a fact: host.memory.promised')
    .describe('The number to compare: host.memory.promised.'),
  better: z.enum(['less', 'more']).describe('Which way is better.'),
  text: bilingual('line').describe('The objective in a few words.'),
})

const variant = z.record(
  z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name is letters and digits, beginning with a small letter'),
  z.union([
    z.number(),
    z
      .string()
      .max(40)
      .regex(
        /^[A-Za-z0-9@/][\w./@-]*(:[\w./@-]+)?$/,
        'a value is a number or one word: no spaces, nothing that YAML could read otherwise',
      ),
  ]),
)

/** A level file without its setup, which the world describes. Descriptions are the documentation for authors. */
export const LevelFile = z.strictObject({
  id: z
    .string()
    .max(80, 'a level id may have at most 80 characters')
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
      'a level id is written chapter/slug: limits/memory-hog',
    )
    .describe('Chapter and slug: limits/memory-hog. Logs and saves know the level by it.'),
  world: z.string().describe('The kind of puzzle: container.'),
  title: bilingual('title').describe('At most 40 columns wide; Korean letters are two wide.'),
  brief: bilingual('brief').describe('Who hurts, and what to do. At most 60 words in English, 50 in Korean.'),
  setup: z.unknown().describe('What is on the field, in the words of the world.'),
  rules: z
    .array(rule)
    .min(1, 'give at least one rule')
    .max(24, 'give at most 24 rules')
    .describe('What counts.'),
  predict: z
    .array(prediction)
    .max(6, 'ask at most six questions')
    .exactOptional()
    .describe('Questions that are asked before the first run.'),
  nudges: z
    .array(nudge)
    .max(24, 'give at most 24 nudges')
    .exactOptional()
    .describe('Remarks for players on a known wrong track; the first that applies is the first hint.'),
  debrief: bilingual('debrief').describe(
    'What was learned, at most 900 characters. Blank lines make paragraphs.',
  ),
  sources: z.array(citation).min(1, 'name at least one source').describe('Where it can be read up.'),
  runs: z.int().min(1).max(9).exactOptional().describe('Runs that three stars allow, 1 to 9. Default 2.'),
  tutorial: z
    .boolean()
    .exactOptional()
    .describe('The lights of the rules stay on, and par may be 2. Default false.'),
  optional: z
    .boolean()
    .exactOptional()
    .describe('An extra: the map says so, and the way on does not lead through it. Default false.'),
  teaches: z
    .array(z.string().regex(/^\d+\.\d+$/, 'a row is quoted, as "0.7"'))
    .exactOptional()
    .describe('Rows of the list of facts that the level teaches, quoted: "0.7".'),
  icebreaker: z
    .boolean()
    .exactOptional()
    .describe(
      'A round for two: a brief of at most 25 words, at least two rules for each seat, par 2 or 3. Default false.',
    ),
  vary: z
    .array(variant)
    .min(2, 'give at least two variants')
    .max(MOST_VARIANTS, `give at most ${MOST_VARIANTS} variants`)
    .exactOptional()
    .describe(
      'Variants: the values that stand for each $name in the rest of the file. The first is played unless told otherwise.',
    ),
  third: z
    .enum(['par', 'frontier'])
    .exactOptional()
    .describe('What earns the third star: few moves, or a plan that no other beats. Default par.'),
  objectives: z
    .array(objective)
    .max(3, 'give at most three objectives')
    .exactOptional()
    .describe('What plans are compared by; three at most.'),
  plot: z
    .array(objective)
    .length(2, 'a plot has two axes')
    .exactOptional()
    .describe(
      'What plans are drawn by after a run, across and up, where the level has no two objectives. No star depends on it.',
    ),
})

/** A level file as checked data. */
export type LevelData = z.infer<typeof LevelFile>

/** A chapter.yaml. */
export const ChapterFile = z.strictObject({
  id: kebab('a chapter id').describe('Name of the chapter: limits. Ids of its levels begin with it.'),
  title: bilingual('title').describe('At most 40 columns wide; Korean letters are two wide.'),
  about: bilingual('say').describe('What the chapter is about, at most 200 characters.'),
  opensAfter: z
    .int()
    .min(0)
    .max(99)
    .exactOptional()
    .describe('How many levels of the campaign must be solved before it opens. Default 0.'),
  apart: z
    .boolean()
    .exactOptional()
    .describe('Kept out of the campaign: not on the map, and no level of it opens a chapter. Default false.'),
})
