import { WORLDS } from '../../src/catalog/worlds.ts'
import { playApi as play } from '../../src/cli/play-api.ts'
import { loadLevel } from '../../src/level/load.ts'
import type { OpenedLevel } from '../../src/party/ports.ts'
import { prove } from '../../src/solver/prove.ts'
import { smallLevel } from './small-level.ts'

const QUESTION = `predict:
  - ask: { en: What becomes of the report?, ko: 리포트는 어떻게 될까요? }
    when: "box.report.limits.memory.limited"
    options:
      - { id: killed, text: { en: It is killed, ko: 죽는다 } }
      - { id: lives, text: { en: It lives on, ko: 살아남는다 } }
    answer: "run.night.box.report.exitCode == 137 ? 'killed' : 'lives'"
nudges:
  - when: "run.night.host.oomKills > 0"
    say: { en: "The host runs dry.", ko: "호스트 메모리가 바닥납니다." }
    misconception: limits-are-optional
  - when: "!box.shop.limits.memory.limited"
    say: { en: "The shop may take it all.", ko: "쇼핑몰이 다 가져갈 수 있습니다." }
    misconception: limits-are-optional
`

const split = smallLevel
  .replace('id: shop-lives\n', 'id: shop-lives\n    seat: driver\n')
  .replace('id: report-pays\n', 'id: report-pays\n    seat: navigator\n')
  .concat(QUESTION)

const level = loadLevel(split, 'split.yaml', WORLDS)
if (!level.ok) throw new Error(JSON.stringify(level.error))
const proof = prove(level.value)
if (!proof.ok) throw new Error('the level for two has no proof')

/**
 * The small level, split over two seats: the driver's shop lives, the navigator's report is killed, both want every box
 * capped. Par 2; `shop.memory=448` and `report.memory=320` solve it.
 */
export const splitLevel: OpenedLevel = { level: level.value, proof: proof.value, play }

/** The steps that hold every goal of the split level. */
export const SPLIT_SOLUTION = ['shop.memory=448', 'report.memory=320'] as const
