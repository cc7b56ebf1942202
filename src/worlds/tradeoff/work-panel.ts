import type { Cell, Panel } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { caveat, imageFigure, iopsFigures } from './figures.ts'
import { WALL_NAMES } from './isolation.ts'
import { OVERHEAD } from './memory.ts'
import type { Option } from './option.ts'
import { PACK_WORDS } from './packs.ts'
import type { Placed } from './placement.ts'
import { speedFigures } from './slowdown.ts'
import { startFigures } from './start.ts'
import { ACTIVITY_WORDS } from './words.ts'

/** What one workload is as it is packed, in a few numbers; asking why gives their sources. */
export function workPanel(option: Option, at: Placed): Panel {
  const rows = rowsOf(option, at)
  const say = (lang: 'en' | 'ko'): string => rows.map(([what, is]) => `${what[lang]}: ${is[lang]}`).join('\n')
  const pack = PACK_WORDS[option.choice.pack]
  return {
    type: 'table',
    id: `work.${option.id}`,
    title: { en: `${option.id}: ${pack.en}`, ko: `${option.id}: ${pack.ko}` },
    seat: 'both',
    group: option.id,
    say: { en: say('en'), ko: say('ko') },
    head: [
      { en: 'one instance', ko: '인스턴스 하나' },
      { en: 'as it is packed', ko: '지금의 실행 방식' },
    ],
    rows: rows.map(row => row.map((text): Cell => ({ text, tone: 'plain' }))),
  }
}

type Row = readonly [what: Text, is: Text]

function rowsOf(option: Option, at: Placed): readonly Row[] {
  const { choice, facts } = option
  const memory = caveat(OVERHEAD[choice.pack])
  const start = caveat(startFigures(choice.pack, at.engine, choice.net))
  const ms = option.warmMs[at.engine]
  return [
    [{ en: 'wall', ko: '격리벽' }, WALL_NAMES[facts.wall]],
    [
      { en: 'memory beyond its own', ko: '자기 몫 외의 메모리' },
      { en: `${facts.overhead} MiB${memory.en}`, ko: `${facts.overhead} MiB${memory.ko}` },
    ],
    [
      { en: 'warm start', ko: '준비된 상태의 시작' },
      {
        en: `${ms.toLocaleString('en-US')} ms${start.en}`,
        ko: `${ms.toLocaleString('en-US')} ms${start.ko}`,
      },
    ],
    [{ en: 'image', ko: '이미지' }, imageWords(option)],
    ...option.asks.speeds.map((activity): Row => {
      const mark = caveat(speedFigures(choice.pack, activity, choice) ?? [])
      const speed = `${facts.speed[activity]}%`
      return [ACTIVITY_WORDS[activity], { en: `${speed}${mark.en}`, ko: `${speed}${mark.ko}` }]
    }),
    ...(option.asks.iops ? [iopsRow(option)] : []),
  ]
}

function imageWords(option: Option): Text {
  const { base, baseMB, ownMB } = option.wanted.image
  const mark = caveat([imageFigure(option)])
  const own = ownMB.toFixed(1)
  if (base === null) return { en: `${own} MB${mark.en}, one file`, ko: `${own} MB${mark.ko}, 파일 하나` }
  const sum = `${own} MB + ${base} ${baseMB.toFixed(1)} MB`
  return { en: `${sum}${mark.en}`, ko: `${sum}${mark.ko}` }
}

function iopsRow({ choice, facts }: Option): Row {
  const mark = caveat(iopsFigures(choice.pack))
  return [same('IOPS'), { en: `${facts.iops}${mark.en}`, ko: `${facts.iops}${mark.ko}` }]
}
