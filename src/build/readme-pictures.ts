import { fileURLToPath } from 'node:url'
import { playApi as play } from '../cli/play-api.ts'
import type { Lang, Text } from '../core/text.ts'
import { type Campaign, shippedCampaign } from '../io/campaign-file.ts'
import { openLevel } from '../io/open-level.ts'
import type { Progress } from '../play/progress.ts'
import type { AppState } from '../tui/app-state.ts'
import { GLYPHS } from '../tui/glyphs.ts'
import type { Size } from '../tui/layout.ts'
import type { Start } from '../tui/ports.ts'
import { initial, reduce } from '../tui/reducer.ts'
import { screen } from '../tui/screen.ts'
import { screenRows } from '../tui/screen-rows.ts'
import { theme } from '../tui/theme.ts'
import { svg } from './svg.ts'

/** How the pictures are made anew; the campaign's index comes from the build. */
export const REGENERATE = 'npm run build && npx tsx src/build/readme-screens.ts'

/** A picture of the READMEs: its file below `docs/screens`, and what is in it. */
export type Picture = { readonly file: string; readonly text: string }

const ROOT = new URL('../../', import.meta.url)
const SIZE: Size = { columns: 100, rows: 26 }

/** The index of the campaign. Throws where nothing is built. */
function campaign(): Campaign {
  const found = shippedCampaign(new URL('dist/cli.js', ROOT).href)
  if (found === null) throw new Error(`There is no campaign index. Run: ${REGENERATE}`)
  return found
}

const start = (lang: Lang, progress: Progress, entrance: Start['entrance']): Start => ({
  settings: { lang, theme: 'dark', motion: true, glyphs: 'unicode', mouse: false },
  progress,
  entrance,
})

const NOTHING: Progress = { version: 1, levels: {} }

/** Stars of somebody who is on the way: through the first chapter, and into the second. */
const STARS = [3, 3, 2, 3, 1, 0, 3, 2] as const

function map(lang: Lang): AppState {
  const { chapters, sandboxes } = campaign()
  const levels = chapters.flatMap(chapter => chapter.levels)
  const earned = STARS.flatMap((stars, i) => {
    const level = levels[i]
    return level === undefined || stars === 0
      ? []
      : [[level.id, { stars, points: 700 + stars * 100, playHash: level.playHash }] as const]
  })
  const progress = { version: 1, levels: Object.fromEntries(earned) } as const
  return initial({ chapters }, sandboxes, start(lang, progress, { type: 'map' }))
}

/** A level while it is built, with steps taken. */
function building(lang: Lang, id: string, steps: readonly string[]): AppState {
  const { chapters, sandboxes } = campaign()
  const entry = chapters.flatMap(({ levels }) => levels).find(level => level.id === id)
  const result = openLevel(fileURLToPath(new URL(`levels/${entry?.file ?? id}`, ROOT)))
  if (!result.ok) throw new Error(`${id} does not open: ${result.error.type}`)
  const opened = { level: result.value.level, proof: result.value.proof, play }
  const entrance = { type: 'level', id } as const
  const state = initial({ chapters }, sandboxes, start(lang, NOTHING, entrance))
  const brief = reduce(state, { type: 'opened', entrance, opened })
  return steps.reduce(taken, pressed(brief, 'confirm'))
}

const pressed = (state: AppState, command: 'confirm' | 'run'): AppState =>
  reduce(state, { type: 'command', command, drawn: { limits: {}, active: 'controls', page: 10, terms: [] } })

/** A step taken at the control that offers it, which then has the focus. */
function taken(state: AppState, step: string): AppState {
  const { session } = state
  const control = session?.position.scene.controls.find(({ options }) =>
    options.some(option => option.step === step),
  )
  if (!session || !control) throw new Error(`no control offers ${step}`)
  const chosen = reduce(
    { ...state, overlay: { type: 'choose', control: control.id } },
    { type: 'picked', value: step },
  )
  return chosen.session ? { ...chosen, session: { ...chosen.session, focus: control.id } } : chosen
}

/** A run, stopped at the first moment of which its words in English say something. */
function runUntil(state: AppState, says: RegExp): AppState {
  let at = answered(pressed(state, 'run'))
  while (at.session?.phase === 'running') {
    if (says.test(at.session.beats[at.session.beat]?.say.en ?? '')) return at
    at = reduce(at, { type: 'tick' })
  }
  throw new Error(`no moment of the run says ${says.source}`)
}

/** Every question answered with what stands first. */
function answered(state: AppState): AppState {
  const option = state.session?.phase === 'predict' ? state.session.position.asks[0]?.options[0] : undefined
  return option ? answered(reduce(state, { type: 'picked', value: option.id })) : state
}

type Shown = { readonly name: string; readonly alt: Text; readonly state: (lang: Lang) => AppState }

/** What the READMEs show: the way, a night that goes wrong, a message that is stopped. */
const SHOWN: readonly Shown[] = [
  {
    name: 'map',
    alt: {
      en: 'The campaign map: levels as stations, with their stars.',
      ko: '캠페인 지도: 레벨이 역처럼 이어지고 별이 보인다.',
    },
    state: map,
  },
  {
    name: 'oom',
    alt: {
      en: 'A run: the host has run out of memory, and the kernel has killed the shop instead of the leaking report.',
      ko: '실행 화면: 호스트 메모리가 바닥나자 커널이 메모리가 새는 report가 아니라 shop을 강제 종료했다.',
    },
    state: lang => runUntil(building(lang, 'limits/memory-hog', []), /shop: the host ran dry/),
  },
  {
    name: 'road',
    alt: {
      en: 'A pod start on its way from the kubelet through dockershim and dockerd to containerd, hop by hop.',
      ko: '파드 시작 요청이 kubelet에서 dockershim과 dockerd를 거쳐 containerd까지 홉마다 형태를 바꾸며 간다.',
    },
    state: lang =>
      runUntil(
        building(lang, 'the-road/four-eras', ['dec2017.endpoint=dockershim', 'pod.pull=IfNotPresent']),
        /^containerd gRPC reaches/,
      ),
  },
]

const rowsOf = (state: AppState) => screenRows(screen(state, SIZE), SIZE, GLYPHS.unicode)

/** The pictures of both READMEs. Opens levels and plays them, which takes a second. */
export const pictures = (langs: readonly Lang[]): readonly Picture[] =>
  langs.flatMap(lang =>
    SHOWN.map(({ name, alt, state }) => ({
      file: `${name}.${lang}.svg`,
      text: svg(rowsOf(state(lang)), theme('dark'), SIZE.columns, alt[lang]),
    })),
  )

/** The building screen that a README shows as text. */
export const textScreen = (lang: Lang): string =>
  rowsOf(building(lang, 'first-box/see-only-yourself', ['app.pid=own']))
    .map(row =>
      row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    )
    .join('\n')

/** A README with its text screen as the game draws it now. Throws where there is none. */
export function withTextScreen(readme: string, lang: Lang): string {
  const block = /```text\n[\s\S]*?\n```/
  if (!block.test(readme)) throw new Error('the README must hold a block of ```text')
  return readme.replace(block, () => `\`\`\`text\n${textScreen(lang)}\n\`\`\``)
}
