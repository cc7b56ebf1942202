import type { Text } from '../core/text.ts'
import type { Run } from './context.ts'

/** Command lines with what they do. */
const usages: readonly (readonly [usage: string, about: Text])[] = [
  [
    'play',
    { en: 'the campaign: level 1 at first, the map later', ko: '캠페인. 처음에는 레벨 1, 그다음부터는 지도' },
  ],
  [
    'play LEVEL|FILE|FOLDER',
    {
      en: 'one level, by its id or path; or a folder of levels',
      ko: '레벨 하나(ID나 경로), 또는 레벨이 든 폴더',
    },
  ],
  ['play tour', { en: 'a short path through the campaign, for workshops', ko: '워크숍용 짧은 코스' }],
  ['play sandbox [WORLD]', { en: 'every control, no goals', ko: '모든 조작을 열어 둔, 목표 없는 놀이터' }],
  ['play list', { en: 'every level, with your stars', ko: '모든 레벨과 내 별' }],
  [
    'play solve LEVEL',
    { en: 'a shortest plan, as a moves file with --json', ko: '가장 짧은 풀이. --json이면 수순 파일' },
  ],
  [
    'play run LEVEL --moves FILE',
    {
      en: 'run a plan and score it; --explain takes every rule apart',
      ko: '계획을 실행하고 채점. --explain은 규칙을 하나하나 풀이',
    },
  ],
  [
    'play facts LEVEL --moves FILE',
    { en: 'everything that rules can read of a plan', ko: '규칙이 읽을 수 있는 사실 전부' },
  ],
  [
    'play export LEVEL --format F',
    {
      en: 'the plan for real: unshare, oci or docker; --moves FILE, --out FOLDER',
      ko: '계획을 실제로: unshare, oci, docker. --moves 파일, --out 폴더',
    },
  ],
  [
    'play real LEVEL [--moves FILE]',
    { en: 'a bet against your own kernel (Linux)', ko: '내 커널과 내기(리눅스)' },
  ],
  [
    'play check [PATH…]',
    {
      en: 'prove levels; --write stores the proofs, --watch checks again on save',
      ko: '레벨을 증명. --write는 증명을 저장, --watch는 저장할 때마다 다시 확인',
    },
  ],
  [
    'play new WORLD SLUG',
    { en: 'write a small level to start from', ko: '출발점이 될 작은 레벨 파일을 작성' },
  ],
  [
    'play icebreaker new',
    {
      en: 'a game for pairs: its code, and a page for whoever leads; --rounds, --minutes, --out FILE.md',
      ko: '둘씩 하는 게임의 코드와 진행자용 한 쪽 안내. --rounds, --minutes, --out 파일.md',
    },
  ],
  ['play icebreaker CODE', { en: "the driver's screen of that game", ko: '그 게임의 드라이버 화면' }],
  [
    'play sheet CODE [--round N]',
    {
      en: "the navigator's pages, to read or to print; --out FILE.md",
      ko: '내비게이터가 볼 설명서. 화면으로 보거나 인쇄. --out 파일.md',
    },
  ],
  [
    'play board [--file FILE]',
    { en: 'what a room reached, from its result codes', ko: '결과 코드를 모아 모두가 이룬 것을 보기' },
  ],
  [
    'play replay CODE|FILE',
    { en: 'a game again, from its code or log', ko: '코드나 로그 파일의 게임을 다시 보기' },
  ],
  [
    'play progress [export|import|reset]',
    { en: 'where your stars are kept; take them along', ko: '별이 저장된 곳. 옮기거나 지우기' },
  ],
]

const flags: readonly (readonly [flag: string, about: Text])[] = [
  ['--lang en|ko', { en: 'language', ko: '언어' }],
  ['--plain', { en: 'lines of text instead of screens', ko: '화면 대신 텍스트 줄로' }],
  [
    '--screen-reader',
    {
      en: 'everything in words, change by change; also INK_SCREEN_READER=true',
      ko: '모든 것과 모든 변화를 말로. INK_SCREEN_READER=true로도',
    },
  ],
  ['--ascii', { en: 'no box-drawing characters or stars', ko: '선 문자와 별 문자 없이' }],
  ['--no-motion', { en: 'no animations; also REDUCE_MOTION=1', ko: '애니메이션 없이. REDUCE_MOTION=1로도' }],
  ['--no-mouse', { en: 'leave the mouse to the terminal', ko: '마우스를 터미널에 맡김' }],
  [
    '--record FILE',
    {
      en: 'record the screen as an asciinema file (version 2)',
      ko: '화면을 asciinema 파일(버전 2)로 녹화',
    },
  ],
  [
    '--json',
    {
      en: 'list, solve, run, facts, check, board, replay, progress: for programs',
      ko: 'list, solve, run, facts, check, board, replay, progress를 프로그램용으로',
    },
  ],
]

/** `play help`: every command and option. */
export const help: Run = async ({ t, lang, out }) => {
  out(`${t('app.name')}: ${t('app.tagline')}`)
  out('')
  for (const [usage, about] of usages) out(`  ${usage.padEnd(36)}  ${about[lang]}`)
  out('')
  for (const [flag, about] of flags) out(`  ${flag.padEnd(36)}  ${about[lang]}`)
  return null
}
