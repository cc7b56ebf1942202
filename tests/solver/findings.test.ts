import { expect, test } from 'vitest'
import type { Objective } from '../../src/level/level.ts'
import { checkLevel, sameLevelFindings, storedFindings } from '../../src/solver/check.ts'
import type { Finding } from '../../src/solver/finding.ts'
import { same } from '../../src/core/text.ts'
import { type GridSlot, gridBoard } from '../support/grid-world.ts'
import { handLevel, type LevelExtras, levelOf, proofOf, type RuleSource } from '../support/levels.ts'

const SLOTS: readonly GridSlot[] = ['a', 'b', 'c', 'd'].map(id => ({ id, size: 5 }))

/** A sound level: `pair` wants two slots at once, so that no single step towards it pays. */
const RULES: readonly RuleSource[] = [
  ['pair', 'goal', 50, 'a == 2 && b == 3'],
  ['third', 'goal', 30, 'c == 1'],
  ['calm', 'guard', 20, 'd == 0'],
]

type Fault = {
  readonly slots?: readonly GridSlot[]
  readonly rules?: readonly RuleSource[]
  readonly extras?: LevelExtras
  readonly objectives?: readonly Objective[]
  readonly brief?: string
}

function findingsFor({ slots = SLOTS, rules = RULES, extras, objectives, brief }: Fault): readonly Finding[] {
  const level = levelOf(gridBoard(slots), rules, extras)
  return checkLevel({
    ...level,
    ...(objectives ? { objectives } : {}),
    ...(brief === undefined ? {} : { brief: same(brief) }),
  }).findings
}

const nudge = (when: string): LevelExtras => ({
  nudges: cel => [{ id: 'n1', when: cel(when), afterRun: false, say: same('Look.'), misconception: 'none' }],
})

const ask = (when: string, answer: string, second = {}): LevelExtras => ({
  predict: cel => [
    {
      id: 'p1',
      ask: same('What then?'),
      when: cel(when),
      answer: cel(answer),
      options: [
        { id: 'yes', text: same('Yes') },
        { id: 'no', text: same('No'), ...second },
      ],
    },
  ],
})

const without = (id: string): readonly RuleSource[] => RULES.filter(([rule]) => rule !== id)
const objective = (better: 'less' | 'more'): readonly Objective[] => [
  { id: 'cost', fact: 'run.sum', better, text: same('Cost') },
]

test('a sound level has no findings', () => {
  expect(
    findingsFor({ extras: { ...nudge('a == 2 && b != 3'), ...ask('a > 0', "b > 0 ? 'yes' : 'no'") } }),
  ).toEqual([])
})

test.each<[string, Fault, readonly Finding[]]>([
  [
    'goals that exclude each other',
    { rules: [...RULES, ['other', 'goal', 10, 'c == 2']] },
    [
      {
        code: 'unsolvable',
        message:
          'no state holds all goals; the nearest one breaks other: loosen it, or open the control that it needs',
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'a guard that excludes the goals',
    { rules: [...RULES, ['little', 'guard', 10, 'run.sum < 3']] },
    [
      {
        code: 'guards-unmet',
        message:
          'all goals hold in 5 states, but each breaks a guard, so nothing is at par: loosen little, ' +
          'or give a control the value that is missing',
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'a start that is solved',
    {
      rules: [
        ['pair', 'goal', 50, 'a != 2 || b != 3'],
        ['calm', 'guard', 20, 'd == 1 && c == 1'],
      ],
    },
    [
      {
        code: 'solved-at-start',
        message: 'every goal holds at the start: change the start, or add a goal that is broken there',
        moves: [],
      },
    ],
  ],
  [
    'a par of two',
    {
      rules: [
        ['pair', 'goal', 50, 'a == 2 && b == 3'],
        ['calm', 'guard', 20, 'd == 0 && c != 1'],
      ],
    },
    [
      {
        code: 'par-too-small',
        message: 'par is 2, at least 3 is wanted: one more thing must stand in the way',
        moves: ['a=v2', 'b=v3'],
      },
    ],
  ],
  [
    'a rule that always holds',
    { rules: [...RULES, ['free', 'guard', 10, 'run.sum >= 0']] },
    [
      {
        code: 'always-held',
        message: "the guard 'free' holds in every state: remove it, or let some choice break it",
        moves: [],
      },
    ],
  ],
  [
    'a rule that never holds',
    { rules: [...RULES, ['dream', 'bonus', 10, 'run.sum > 99']] },
    [
      {
        code: 'always-broken',
        message:
          "the bonus 'dream' is broken in every state: check its expression, or open the control that it needs",
        moves: [],
      },
    ],
  ],
  [
    'a guard that divides by zero in some states',
    { rules: [...RULES, ['share', 'guard', 10, '!(12 / (4 - d) > 11)']] },
    [
      {
        code: 'rule-errors',
        message:
          "the guard 'share' fails in 125 states (division by zero) and counts as broken there: " +
          "let it ask first, as in 'x > 0 && 100 / x > 2'",
        moves: ['d=v4'],
      },
    ],
  ],
  [
    'a bonus that fails everywhere',
    { rules: [...RULES, ['past', 'bonus', 10, '[a, b][7] == 1']] },
    [
      {
        code: 'rule-errors',
        message:
          "the bonus 'past' fails in 625 states (index out of range) and counts as broken there: " +
          "let it ask first, as in 'x > 0 && 100 / x > 2'",
        moves: [],
      },
    ],
  ],
  [
    'a nudge that fails everywhere',
    { extras: nudge('a / (b - b) > 1') },
    [
      {
        code: 'rule-errors',
        message:
          "the nudge 'n1' fails in 625 states (division by zero) and is silent there: " +
          "let it ask first, as in 'x > 0 && 100 / x > 2'",
        moves: [],
      },
    ],
  ],
  [
    'a question that cannot tell whether it is asked',
    { extras: ask('10 / a > 0', "b > 0 ? 'yes' : 'no'") },
    [
      {
        code: 'rule-errors',
        message:
          "the 'when' of the question 'p1' fails in 125 states (division by zero) and is not asked there: " +
          "let it ask first, as in 'x > 0 && 100 / x > 2'",
        moves: [],
      },
    ],
  ],
  [
    'an answer that fails',
    { extras: ask('a > 0', "10 / b > 5 ? 'yes' : 'no'") },
    [
      {
        code: 'rule-errors',
        message:
          "the answer of the question 'p1' fails in 100 states (division by zero) and has no option there: " +
          "let it ask first, as in 'x > 0 && 100 / x > 2'",
        moves: ['a=v1'],
      },
    ],
  ],
  [
    'a goal that others contain',
    { rules: [...RULES, ['half', 'goal', 10, 'a >= 1 || c == 1']] },
    [
      {
        code: 'never-alone',
        message:
          "the goal 'half' is never the only broken goal: whoever mends the others has mended it, " +
          'so remove it, or make it ask for something of its own',
      },
    ],
  ],
  [
    'a nudge out of reach',
    { extras: nudge('run.sum > 99') },
    [
      {
        code: 'nudge-out-of-reach',
        message: "the nudge 'n1' applies in no state: check its expression, or remove it",
      },
    ],
  ],
  [
    'a nudge that speaks when all is well',
    { extras: nudge('c == 1') },
    [
      {
        code: 'nudge-when-solved',
        message:
          "the nudge 'n1' speaks though every goal holds and no guard is broken: narrow its expression",
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'a question that is never asked',
    { extras: ask('run.sum > 99', "a > 0 ? 'yes' : 'no'") },
    [{ code: 'never-asked', message: "the question 'p1' is asked in no state: check its 'when'" }],
  ],
  [
    'an answer that is no option',
    { extras: ask('a > 0', "b == 0 ? 'yes' : b == 1 ? 'no' : 'perhaps'") },
    [
      {
        code: 'answer-no-option',
        message:
          "the answer of the question 'p1' is 'perhaps' here, which is none of its options: add it, or ask elsewhere",
        moves: ['a=v1', 'b=v2'],
      },
    ],
  ],
  [
    'a question with one answer',
    { extras: ask('a > 0', "run.sum > 0 ? 'yes' : 'no'", { misconception: 'nothing-counts' }) },
    [
      {
        code: 'single-answer',
        message:
          "wherever the question 'p1' is asked, the answer is 'yes': ask it where another option comes true, too",
      },
    ],
  ],
  [
    'an idle option without a misconception',
    { extras: ask('a > 0', "run.sum > 0 ? 'yes' : 'no'") },
    [
      {
        code: 'single-answer',
        message:
          "wherever the question 'p1' is asked, the answer is 'yes': ask it where another option comes true, too",
      },
      {
        code: 'idle-option',
        message:
          "the option 'no' of the question 'p1' never comes true: name its misconception, or remove it",
      },
    ],
  ],
  [
    'a win for switching everything on',
    {
      slots: SLOTS.map(slot => (slot.id === 'd' ? slot : { ...slot, size: 2, order: 'off-on' as const })),
      rules: [
        ['all', 'goal', 50, 'a + b + c == 3'],
        ['calm', 'guard', 20, 'd == 0'],
      ],
      extras: { runs: 1 },
    },
    [
      {
        code: 'lazy-win',
        message: 'switching everything on earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v1', 'b=v1', 'c=v1'],
      },
      {
        code: 'lazy-win',
        message: 'setting everything to its largest value earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v1', 'b=v1', 'c=v1'],
      },
      {
        code: 'lazy-win',
        message: 'setting everything to its smallest value earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v1', 'b=v1', 'c=v1'],
      },
    ],
  ],
  [
    'a win for the largest values',
    { rules: [['all', 'goal', 50, 'a + b + c + d == 16']] },
    [
      {
        code: 'lazy-win',
        message: 'setting everything to its largest value earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v4', 'b=v4', 'c=v4', 'd=v4'],
      },
    ],
  ],
  [
    'a win for the smallest change everywhere',
    { rules: [['all', 'goal', 50, 'a == 1 && b == 1 && c == 1 && d == 1']] },
    [
      {
        code: 'lazy-win',
        message: 'setting everything to its smallest value earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v1', 'b=v1', 'c=v1', 'd=v1'],
      },
    ],
  ],
  [
    'a win for greed',
    { rules: [...without('pair'), ['one', 'goal', 25, 'a == 2'], ['two', 'goal', 25, 'b == 3']] },
    [
      {
        code: 'lazy-win',
        message:
          'always taking the step that earns most points earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'a level that can be guessed',
    {
      rules: [
        ['pair', 'goal', 50, 'a * b >= 6'],
        ['third', 'goal', 30, 'c > 0'],
        ['calm', 'guard', 20, 'd == 0'],
      ],
    },
    [
      {
        code: 'guessable',
        message:
          '2 random tries earn ★★★ with 9.98 % chance (32 of 625 states), at most 5 % is allowed: ' +
          'open more controls, or give them more values',
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'a control on which nothing depends',
    { rules: [...without('calm'), ['low', 'guard', 20, 'a + b + c < 8']] },
    [
      {
        code: 'idle-control',
        message:
          "no rule or nudge depends on the control 'd': make it matter, remove it, " +
          'or declare it a decoy and name its misconception',
      },
    ],
  ],
  [
    'a tradeoff that is none',
    {
      rules: [
        ['all', 'goal', 50, 'a == 4 && b == 4 && c == 4'],
        ['low', 'guard', 20, 'd == 4'],
      ],
      objectives: objective('more'),
    },
    [
      {
        code: 'lazy-win',
        message: 'setting everything to its largest value earns ★★★: add a rule or a value that punishes it',
        moves: ['a=v4', 'b=v4', 'c=v4', 'd=v4'],
      },
      {
        code: 'wide-frontier',
        message:
          'no plan beats 1 of the 1 that hold every goal and guard, at most a tenth is wanted: ' +
          'open a control that can waste something, or weigh fewer objectives',
      },
      {
        code: 'own-best',
        message:
          "setting each control to what alone is best for 'cost' earns ★★★: couple the choices, " +
          'with a fixed cost or a budget that they share',
        moves: ['a=v4', 'b=v4', 'c=v4', 'd=v4'],
      },
    ],
  ],
  [
    'objectives that one plan is best in',
    {
      rules: [
        ['pair', 'goal', 50, 'a == 2 && b == 3'],
        ['third', 'goal', 30, 'c >= 1'],
        ['calm', 'guard', 20, 'd < 3'],
      ],
      objectives: [...objective('less'), { id: 'c', fact: 'c', better: 'less', text: same('c') }],
    },
    [
      {
        code: 'no-trade',
        message:
          'one plan is best in every objective, so nothing is traded: ' +
          'compare by objectives that pull apart, or open a control that gives one for another',
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'an objective that is the same in every good plan',
    {
      rules: [
        ['pair', 'goal', 50, 'a == 2 && b == 3'],
        ['third', 'goal', 30, 'c >= 1'],
        ['calm', 'guard', 20, 'd < 3'],
      ],
      objectives: [...objective('less'), { id: 'a', fact: 'a', better: 'less', text: same('a') }],
    },
    [
      {
        code: 'flat-objective',
        message:
          "the objective 'a' is 2 in every plan that holds every goal and guard: compare by something that differs",
      },
      {
        code: 'no-trade',
        message:
          'one plan is best in every objective, so nothing is traded: ' +
          'compare by objectives that pull apart, or open a control that gives one for another',
        moves: ['a=v2', 'b=v3', 'c=v1'],
      },
    ],
  ],
  [
    'a term that the glossary does not have',
    { brief: 'A [[namespase]] too many.' },
    (['en', 'ko'] as const).map(lang => ({
      code: 'unknown-term',
      message: `brief.${lang} names the term [[namespase]], which the glossary does not have: write it as it stands there, or without brackets`,
    })),
  ],
])('%s', (_, fault, findings) => {
  expect(findingsFor(fault)).toEqual(findings)
})

test('a declared decoy needs not matter', () => {
  const board = gridBoard(SLOTS, undefined, [{ slot: 'd', misconception: 'd-helps' }])
  const rules = [...without('calm'), ['low', 'guard', 20, 'a + b + c < 8'] as const]
  expect(checkLevel(levelOf(board, rules)).findings).toEqual([])
})

test('tutorials may be won without much thought, but not at the start', () => {
  const rules: readonly RuleSource[] = [
    ['one', 'goal', 50, 'a == 1'],
    ['two', 'goal', 50, 'b == 1'],
  ]
  expect(findingsFor({ rules, extras: { tutorial: true } })).toEqual([])
  expect(findingsFor({ rules }).map(({ code }) => code)).toEqual([
    'par-too-small',
    'lazy-win',
    'idle-control',
    'idle-control',
  ])
})

test('order levels are held to the same, without controls', () => {
  expect(checkLevel(handLevel()).findings).toEqual([
    {
      code: 'lazy-win',
      message: 'switching everything on earns ★★★: add a rule or a value that punishes it',
      moves: ['unshare', 'mount-proc', 'pivot', 'drop-caps'],
    },
  ])
})

test('a level that is too large is not walked', () => {
  const slots = Array.from({ length: 9 }, (_, i) => ({ id: `s${i}`, size: 5 }))
  const level = levelOf(gridBoard(slots), [['far', 'goal', 1, 'run.sum == 30']])
  expect(checkLevel(level)).toMatchObject({
    states: 1_953_125,
    par: null,
    proof: null,
    findings: [
      {
        code: 'too-many-states',
        message:
          '1953125 states, at most 1000000 can be proved: open fewer controls, or give them fewer values',
      },
    ],
  })
})

test('of levels that play alike, all but the first are told so', () => {
  const level = (id: string, playHash: string) => ({ id, playHash })
  expect(sameLevelFindings([level('a/one', 'x'), level('a/two', 'y'), level('a/three', 'x')])).toEqual([
    [],
    [],
    [
      {
        code: 'same-level',
        message: "it plays exactly like the level 'a/one': change its setup or rules, or remove it",
      },
    ],
  ])
})

const proof = proofOf(levelOf(gridBoard(SLOTS), RULES))
const rewrite = 'store the new one with play check --write'

test.each<[string, unknown, readonly Finding[]]>([
  ['the right proof', JSON.parse(JSON.stringify(proof)), []],
  [
    'no proof',
    null,
    [
      {
        code: 'proof-missing',
        message: 'no proof is stored beside the level: store it with play check --write',
      },
    ],
  ],
  [
    'a proof of another version',
    { ...proof, playHash: '0', par: 9 },
    [
      {
        code: 'proof-stale',
        message: `the stored proof belongs to another version of the level: ${rewrite}`,
      },
    ],
  ],
  [
    'a wrong par',
    { ...proof, par: 2 },
    [
      {
        code: 'proof-wrong',
        message: `the stored proof is wrong: 'par' is 2, the solver finds 3; ${rewrite}`,
      },
    ],
  ],
  [
    'a wrong count of a rule',
    { ...proof, rules: { ...proof.rules, calm: { held: 1, broken: 2 } } },
    [
      {
        code: 'proof-wrong',
        message:
          "the stored proof is wrong: 'rules.calm.held' is 1, the solver finds 125; " +
          `'rules.calm.broken' is 2, the solver finds 500; ${rewrite}`,
      },
    ],
  ],
  [
    'a wrong solution',
    { ...proof, solution: ['a=v1'] },
    [
      {
        code: 'proof-wrong',
        message: `the stored proof is wrong: 'solution' is ["a=v1"], the solver finds ["a=v2","b=v3","c=v1"]; ${rewrite}`,
      },
    ],
  ],
  [
    'a proof with more to say',
    { ...proof, author: 'me' },
    [
      {
        code: 'proof-wrong',
        message: `the stored proof is wrong: 'author' belongs to no proof; ${rewrite}`,
      },
    ],
  ],
])('%s beside a level', (_, stored, findings) => {
  expect(storedFindings(stored, proof)).toEqual(findings)
})
