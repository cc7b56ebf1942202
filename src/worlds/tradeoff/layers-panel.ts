import type { Cell, Panel, Tone } from '../../core/scene.ts'
import { same, type Text } from '../../core/text.ts'
import { caveat, imageFigure } from './figures.ts'
import type { Placed } from './placement.ts'
import type { Base } from './transfer.ts'

/** What goes over a host's link: each layer once, sent or there already. */
export function layersPanel(at: Placed): Panel {
  const rows = layerRows(at)
  const say = (lang: 'en' | 'ko'): string =>
    rows.map(row => row.map(cell => cell.text[lang]).join(' · ')).join('\n')
  const times = at.host.setup.copies === 1 ? '' : ` ×${at.host.setup.copies}`
  const sum = at.transfer.total.toFixed(1)
  const mark = caveat(at.options.map(imageFigure))
  return {
    type: 'table',
    id: `layers.${at.host.id}`,
    title: {
      en: `Sent to ${at.host.id}: ${sum} MB${times}${mark.en}`,
      ko: `${at.host.id}로 보냄: ${sum} MB${times}${mark.ko}`,
    },
    seat: 'both',
    say:
      rows.length === 0
        ? { en: 'Nothing is sent.', ko: '보낼 것이 없습니다.' }
        : { en: say('en'), ko: say('ko') },
    head: [
      { en: 'for', ko: '대상' },
      { en: 'part', ko: '부분' },
      { en: 'MB', ko: 'MB' },
      { en: 'sent', ko: '전송' },
    ],
    rows,
  }
}

function layerRows(at: Placed): readonly (readonly Cell[])[] {
  const here = new Set<Base>(at.host.setup.has)
  return at.options.flatMap(option => {
    const { id, wanted, choice } = option
    const { base, baseMB, ownMB } = wanted.image
    const mark = caveat([imageFigure(option)])
    const part = base === null ? wholeWords(choice.pack === 'vm') : { en: 'own layers', ko: '자기 레이어' }
    if (base === null) return [row(id, part, sized(ownMB, mark), 'sent')]
    const own = ownMB === 0 ? [] : [row(id, part, sized(ownMB), 'sent')]
    const isHere = here.has(base)
    here.add(base)
    return [row(id, same(base), sized(baseMB, mark), isHere ? 'reused' : 'sent'), ...own]
  })
}

const wholeWords = (isVm: boolean): Text =>
  isVm
    ? { en: 'disk with an operating system', ko: '운영체제가 든 디스크' }
    : { en: 'root file system, whole', ko: '루트 파일 시스템 전체' }

const sized = (megabytes: number, mark: Text = same('')): Text => ({
  en: `${megabytes.toFixed(1)}${mark.en}`,
  ko: `${megabytes.toFixed(1)}${mark.ko}`,
})

function row(id: string, part: Text, size: Text, how: 'sent' | 'reused'): readonly Cell[] {
  const tone: Tone = how === 'reused' ? 'good' : 'plain'
  const said = how === 'reused' ? { en: 'reused', ko: '재사용' } : { en: 'sent', ko: '전송' }
  return [
    { text: same(id), tone: 'plain' },
    { text: part, tone: 'plain' },
    { text: size, tone: 'plain' },
    { text: said, tone },
  ]
}
