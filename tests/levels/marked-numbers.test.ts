import { describe, expect, test } from 'vitest'
import { explanationLines } from '../../src/plain/explanation.ts'
import { panelLines } from '../../src/plain/panel.ts'
import { proofPath } from '../../src/io/level-files.ts'
import { readProof } from '../../src/io/proof-file.ts'
import type { Artifact } from '../../src/core/world.ts'
import type { Panel } from '../../src/core/scene.ts'
import type { Lang } from '../../src/core/text.ts'
import { newGame } from '../../src/play/act.ts'
import type { Game } from '../../src/play/game.ts'
import { position } from '../../src/play/position.ts'
import { answer, artifacts, beats, explain, factMarks, facts } from '../../src/play/views.ts'
import { fieldOf } from '../../src/solver/place.ts'
import { panelRows } from '../../src/tui/widgets/panel-rows.ts'
import { explainRows } from '../../src/tui/widgets/explain-rows.ts'
import { voice } from '../../src/tui/voice.ts'
import { isOld, type Parameter } from '../../src/worlds/tradeoff/parameter.ts'
import { PACKS } from '../../src/worlds/tradeoff/packs.ts'
import { PARAMETERS } from '../../src/worlds/tradeoff/parameters.ts'
import { isFull } from '../support/full.ts'
import { levelName, shippedFiles, shippedLevel } from '../support/campaign.ts'
import { playOn } from '../support/games.ts'

/**
 * A number rests on a figure if it changes when the figure does. So every level is rendered twice, the second time as if
 * the old (or the emulated) studies had found something else, and whatever number differs must have said so.
 */
const files = shippedFiles.filter(file => levelName(file).startsWith('06-box-or-machine'))

// Comments in files and commands are English in both languages.
const KINDS = [
  {
    kind: 'older than five years',
    is: isOld,
    said: { en: /\[20\d\d|older than five years/, ko: /\[20\d\d|5년 넘음|older than five years/ },
  },
  {
    kind: 'emulated',
    is: (figure: Parameter) => figure.emulated === true,
    said: { en: /emulat/, ko: /에뮬레이션|emulat/ },
  },
] as const

/** Far enough to show in whole numbers, not so far that needs are missed that were met. */
const OTHER: { readonly [U in Parameter['unit']]: (value: number) => number } = {
  ms: value => value + 10,
  MiB: value => value + 1,
  MB: value => value + 2,
  '%': value => value - 1,
  'times slower': value => value + 0.3,
  mCPU: value => value + 1,
  IOPS: value => value - 10,
  'Gbit/s': value => value - 1,
}

/** What is rendered while some figures are others; they are put back, whatever happens. */
function withOtherFigures<T>(is: (figure: Parameter) => boolean, render: () => T): T {
  const figures: readonly Parameter[] = Object.values(PARAMETERS)
  const changed = figures.filter(is).map(figure => ({ figure, value: figure.value }))
  for (const { figure, value } of changed) Object.assign(figure, { value: OTHER[figure.unit](value) })
  try {
    return render()
  } finally {
    for (const { figure, value } of changed) Object.assign(figure, { value })
  }
}

/** Everything on which a number can stand, in pieces that are read at one glance. */
type Surface = { readonly where: string; readonly text: string; readonly beside?: string }

const WIDE = 200

const surfacesOf = (game: Game, lang: Lang): readonly Surface[] => {
  const { scene, ran, probes, rules } = position(game)
  const panels = [
    ...scene.panels,
    ...(isFull ? beats(game).flatMap(({ changed }) => changed) : []),
    ...probes.map(({ id }) => answer(game, id)),
  ]
  const speaking = voice(lang, 'unicode')
  const pieces = (where: string, texts: readonly string[]) =>
    texts.map((text, i) => ({ where: `${where} ${i}`, text }))
  return [
    ...panels.flatMap(panel => panelSurfaces(panel, lang)),
    ...pieces(
      'beats',
      beats(game).map(({ say }) => say[lang]),
    ),
    ...pieces(
      'score',
      (ran?.score.lines ?? []).map(({ say }) => say[lang]),
    ),
    ...rules.flatMap(({ id }) => [
      ...pieces(`explain ${id}`, explanationLines(explain(game, id), 'decided', lang)),
      ...pieces(`explain rows ${id}`, explainRows(explain(game, id), WIDE, speaking).map(textOf)),
    ]),
    ...artifacts(game).flatMap(artifactLines),
    ...factLines(game),
  ]
}

const textOf = (row: readonly { readonly text: string }[]): string => row.map(({ text }) => text).join('')

function panelSurfaces(panel: Panel, lang: Lang): readonly Surface[] {
  const drawn = panelRows(panel, WIDE, voice(lang, 'unicode')).map(textOf)
  const plain = panelLines(panel, text => text[lang])
  const pieces = (texts: readonly string[], how: string) =>
    texts.map((text, i) => ({ where: `${panel.id} ${how} ${i}`, text }))
  // A picture with the names of its axes is one piece, and so is a bar with its note.
  const whole = panel.type === 'scatter' ? [drawn.join('\n')] : drawn
  const rows = panel.type === 'gauges' ? drawn.join('\n').split('\n\n') : whole
  return [...pieces([panel.title[lang]], 'title'), ...pieces(rows, 'drawn'), ...pieces(plain, 'plain')]
}

/** Neither JSON nor a command has room for a comment, so a comment above tells the number again, and its mark. */
function artifactLines({ id, text }: Artifact): readonly Surface[] {
  const lines = text.split('\n')
  const comments = lines.filter(line => line.startsWith('#'))
  return lines.map((line, i) => {
    const beside = line.startsWith('#') ? [] : comments.filter(comment => tellsAgain(comment, line))
    return { where: `artifact ${id} ${i}`, text: line, beside: beside.join('\n') }
  })
}

const tellsAgain = (comment: string, line: string): boolean =>
  numbersIn(line).some(number => numbersIn(comment).includes(number))

const numbersIn = (text: string): readonly string[] => text.match(/\d[\d,.]*/g) ?? []

/** What `play facts` tells: a number in JSON has its mark under `marks`, by its path. */
function factLines(game: Game): readonly Surface[] {
  const marks = factMarks(game)
  const lines = (value: unknown, path: string): readonly Surface[] => {
    if (typeof value !== 'object' || value === null)
      return [{ where: path, text: JSON.stringify(value), beside: JSON.stringify(marks[path] ?? null) }]
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      lines(inner, path === '' ? key : `${path}.${Array.isArray(value) ? (idOf(inner) ?? key) : key}`),
    )
  }
  return lines(facts(game), '')
}

const idOf = (value: unknown): string | null => {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : null
  return typeof id === 'string' ? id : null
}

/** How many plans beat one follows from a proof, which rests on the figures as they are. */
const isCount = (text: string): boolean => /plans? beats? this one:|계획 \d+개가 이 계획을 이김/.test(text)

const ALL = isFull ? [...PACKS.map(pack => `.pack=${pack}`), '.ready=lazy', '.ready=cold'] : ['.pack=microvm']

/** Plans on which every figure shows up somewhere: the start, the proved one, and each packaging wherever it is offered. */
function gamesOf(file: string): readonly Game[] {
  const level = shippedLevel(file)
  const proof = readProof(proofPath(file))
  if (!proof) throw new Error(`${file} has no proof`)
  const steps = fieldOf(level)
    .start.steps()
    .map(({ id }) => id)
  const every = ALL.map(end => steps.filter(id => id.endsWith(end))).filter(ids => ids.length > 0)
  return [[], proof.solution, ...every].map(plan => playOn(newGame(level, proof), [...plan, 'run']))
}

const render = (file: string, lang: Lang): readonly (readonly Surface[])[] =>
  gamesOf(file).map(game => surfacesOf(game, lang))

/** The levels as they are: rendered once, whatever they are compared with. */
const rendered = new Map<string, readonly (readonly Surface[])[]>()
function renderedNow(file: string, lang: Lang): readonly (readonly Surface[])[] {
  const now = rendered.get(`${lang} ${file}`) ?? render(file, lang)
  rendered.set(`${lang} ${file}`, now)
  return now
}

describe.each(KINDS)('a number that rests on a figure that is $kind', ({ is, said }) => {
  const langs: readonly Lang[] = isFull ? ['en', 'ko'] : ['en']
  test.each(files.flatMap(file => langs.map(lang => [levelName(file), lang, file] as const)))(
    '%s, %s: says so wherever it stands',
    (_, lang, file) => {
      const now = renderedNow(file, lang)
      const other = withOtherFigures(is, () => render(file, lang)).map(
        surfaces => new Map(surfaces.map(({ where, text }) => [where, text])),
      )
      const resting = now.flatMap((surfaces, plan) =>
        surfaces.filter(({ where, text }) => {
          const there = other[plan]?.get(where) ?? ''
          const [here, others] = [numbersIn(text), numbersIn(there)]
          return here.length > 0 && here.join() !== others.join() && !isCount(text)
        }),
      )
      expect(resting.length).toBeGreaterThan(0)
      expect(resting.filter(({ text, beside }) => !said[lang].test(`${text} ${beside ?? ''}`))).toEqual([])
    },
  )
})
