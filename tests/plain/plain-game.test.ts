import { describe, expect, test } from 'vitest'
import { LANGS } from '../../src/core/text.ts'
import type { Entrance } from '../../src/plain/ports.ts'
import { handLevel, hiddenLevel, proofOf, shopLevel } from '../support/levels.ts'
import { campaignOf, type Sitting, sit } from './harness.ts'

const shop = shopLevel()
const entrance: Entrance = { type: 'level', id: shop.id }
/** Plays lines in one level. */
const inLevel = (lines: readonly string[], level = shop): Promise<Sitting> =>
  sit(lines, { levels: [level], entrance })

describe('a level', () => {
  test('tells brief, rules, picture and numbered controls', async () => {
    const { told } = await inLevel([])
    expect(told).toContain('Test (test/level)\nTest it.')
    expect(told).toContain('1. goal, sealed: rule shop-lives')
    expect(told).toContain('Ports on the host:\n  :80 shop job')
    expect(told).toContain('2. shop, memory: none [1 none, 2 128, 3 256, 4 512]')
    expect(told).toContain('moves 0 (par 3), runs 0 of 2')
  })

  test.each([
    ['its stored solution', shop],
    ['the solution of an order world', handLevel()],
  ])('is won with %s, and the result is saved', async (_, level) => {
    const { solution } = proofOf(level)
    const { told, saved } = await inLevel([...solution, 'run'], level)
    expect(told).toContain('three stars')
    expect(told).toContain('Debrief\ndone')
    expect(saved.levels[level.id]).toMatchObject({ stars: 3, moves: solution })
  })

  test.each([
    ['numbers', '2 3'],
    ['a number, then the value asked for', '2|3'],
    ['a number, then its name', '2|256'],
    ['its id', 'shop.memory 256'],
    ['its name on the screen', 'shop, memory 256'],
    ['the step', 'shop.memory=256'],
  ])('is set by %s', async (_, typed) => {
    const { told } = await inLevel(typed.split('|'))
    expect(told).toContain('Set: shop, memory: 256')
    expect(told).toContain('moves 1 (par 3)')
  })

  test('says every change of the picture in words', async () => {
    const { told } = await inLevel(['1 2'])
    expect(told).toMatch(/Set: shop, net: own\nPorts on the host:\n {2}:80 job\nmoves 1/)
  })

  test('says what cannot be set, and what can', async () => {
    const { told } = await inLevel(['2 9', 'back', '1 1', 'fly'])
    expect(told).toContain('"9" is none of the choices. Type a number from 1 to 4.')
    expect(told).toContain('shop, net: set now')
    expect(told).toContain('"fly" is none of the choices')
  })

  test.each([
    ['a value', '2', 'which value?'],
    ['a rule', 'explain', 'Which rule?'],
  ])('does what is typed instead of %s that it asked for', async (_, asking, question) => {
    const { told } = await inLevel([asking, 'scene', asking, 'hint', asking, 'run'])
    expect(told).toContain(question)
    expect(told.split('What you see')).toHaveLength(3)
    expect(told).toContain('Hint: Look at this rule: rule shop-lives')
    expect(told).toContain('Run 1')
    expect(told).not.toContain('none of the choices')
  })

  test('takes moves back and does them again', async () => {
    const { told } = await inLevel(['1 2', 'undo', 'redo', 'reset', 'undo'])
    expect(told).toContain('Undone: shop, net: host')
    expect(told).toContain('Done again: shop, net: own')
    expect(told).toContain('Back at the start')
    expect(told.trim()).toMatch(/Undone: shop, net: own\n[\s\S]*The input is over/)
  })

  test('seals its rules again with the next change after a run', async () => {
    const { told } = await inLevel(['run', 'rules', '1 2', 'rules'])
    expect(told).toContain('1. goal, broken: rule shop-lives')
    expect(told).toContain('the rules are sealed again')
    expect(told.lastIndexOf('sealed: rule shop-lives')).toBeGreaterThan(
      told.lastIndexOf('broken: rule shop-lives'),
    )
  })

  test('tells what happened, the score line by line, and why a rule broke', async () => {
    const { told } = await inLevel(['run'])
    expect(told).toContain('Run 1\nshop host OOM\njob EADDRINUSE')
    expect(told).toContain('goal, broken: rule shop-lives\n  because')
    expect(told).toContain('Total: 50 points, no star')
    expect(told).toContain('Next star')
  })

  test('with objectives tells where the plan stands among all plans, after the score', async () => {
    const objectives = [
      { id: 'memory', fact: 'host.promised', better: 'less', text: { en: 'memory', ko: '메모리' } },
      { id: 'shop', fact: 'host.promised', better: 'more', text: { en: 'room', ko: '자리' } },
    ] as const
    const { told } = await inLevel([...proofOf(shop).solution, 'run'], { ...shop, objectives })
    expect(told).toMatch(
      /Score card[^]*Among all plans: Of \d+ plans, \d+ keep every goal and guard[^]*Debrief/,
    )
  })

  test('explains a rule with the values it read, but only after a run', async () => {
    const sealed = await inLevel(['explain 1'])
    expect(sealed.told).toContain('You can look inside a rule after a run.')
    expect(sealed.told).not.toContain('run.box.shop.alive = ')
    const lit = await inLevel(['run', 'explain', '1'])
    expect(lit.told).toContain('run.box.shop.alive = false')
    expect(lit.told).toContain('Source: man:test(7)')
  })

  test('tells what would mend a broken rule after the last hint, and freely once the level is solved', async () => {
    const locked = await inLevel(['run', 'explain 1'])
    expect(locked.told).toContain('What would mend it is the last of the hints.')
    const hinted = await inLevel(['run', 'hint', 'hint', 'hint', 'explain 1'])
    expect(hinted.told).toContain('The smallest change that mends it: "Set job.memory to 128".')
    const solved = await inLevel([...proofOf(shop).solution, 'run', 'explain 1'])
    expect(solved.told).toContain('The smallest change that would break it: ')
  })

  test('gives hints one after another, down to the move', async () => {
    const { told } = await inLevel(['hint', 'h', '힌트', 'hint'])
    expect(told).toContain('Hint: Look at this rule: rule shop-lives')
    expect(told).toContain('Next hint: the control to touch')
    expect(told).toContain('Hint: Touch this control')
    expect(told).toContain('Hint: Set ')
    expect(told).toContain('There is no hint left')
  })

  test('answers probes of what is hidden', async () => {
    const { told } = await inLevel(['probe ports'], hiddenLevel())
    expect(told).toContain('Ports on the host:\n  ?')
    expect(told).toContain('Ports on the host:\n  :80 shop job')
    expect((await inLevel(['probe'])).told).toContain('nothing to probe')
  })

  test('asks for a prediction before the first run, and takes no answer for an answer', async () => {
    const asking = shopLevel({
      predict: cel => [
        {
          id: 'net',
          ask: { en: 'Who gets the port?', ko: '포트는 누가?' },
          when: cel('true'),
          options: [
            { id: 'shop', text: { en: 'The shop', ko: '쇼핑몰' } },
            { id: 'job', text: { en: 'The job', ko: '작업' } },
          ],
          answer: cel("run.box.shop.alive ? 'shop' : 'job'"),
        },
      ],
    })
    const { told } = await inLevel(['run', 'job'], asking)
    expect(told).toMatch(/What will happen\?[\s\S]*Who gets the port\?\n1\. The shop\n2\. The job\n3\. /)
    expect(told).toContain('You said: The job\nYou called it.')
    expect((await inLevel(['run', 'skip'], asking)).told).not.toContain('You said')
    expect((await inLevel(['run', 'quit'], asking)).told).not.toContain('Score card')
  })

  test('that is a tutorial keeps its rules lit', async () => {
    const { told } = await inLevel(['2 3'], shopLevel({ tutorial: true }))
    expect(told).toContain('goal, broken: rule shop-lives')
    expect(told).toContain('the rules stay lit')
  })

  test('says when a result could not be saved, and goes on', async () => {
    const cannotSave = { en: 'No room on the disk.', ko: '디스크에 자리가 없습니다.' }
    const lines = [...proofOf(shop).solution, 'run', 'rules']
    const { told } = await sit(lines, { levels: [shop], entrance, cannotSave })
    expect(told).toMatch(/No room on the disk\.[\s\S]*goal, held/)
  })

  test('speaks Korean when asked, and from the start when set', async () => {
    expect((await inLevel(['lang'])).told).toContain('시험하세요.')
    const { told } = await sit([...proofOf(shop).solution, '실행', '끝내기'], {
      levels: [shop],
      entrance,
      lang: 'ko',
    })
    expect(told).toContain('별 셋')
  })
})

describe('the map', () => {
  const levels = [shop, { ...handLevel(), id: 'test/second', title: { en: 'Second', ko: '둘째' } }]

  test('lists levels with their stars and opens one by number, id or title', async () => {
    for (const typed of ['2', 'test/second', 'second', 'Second']) {
      const { told } = await sit([typed], { levels })
      expect(told).toContain('1. Test (test/level), not played yet')
      expect(told).toContain('1. The table, The row: ')
    }
  })

  test('goes on to the next level, and comes back with the stars', async () => {
    const lines = ['1', ...proofOf(shop).solution, 'run', 'next', 'back', 'quit']
    const { told } = await sit(lines, { levels })
    expect(told).toContain('Second (test/second)\nTest it.')
    expect(told).toContain('1. Test (test/level), three stars')
    expect(told.trimEnd()).toMatch(/See you\.$/)
  })

  test('keeps a chapter locked until three levels are solved', async () => {
    const [first] = campaignOf([shop]).chapters
    const later = campaignOf([handLevel()]).chapters[0]
    const second = later && { ...later, opensAfter: 3 }
    const chapters = [first, second].filter(chapter => chapter !== undefined)
    const { told } = await sit(['2'], { levels, campaign: { chapters } })
    expect(told).toContain('Opens after 3 more solved levels.')
    expect(told).toContain('Test (test/level), locked')
    expect(told).not.toContain('The row')
  })

  test('says which stars were earned on an earlier version', async () => {
    const progress = { version: 1, levels: { [shop.id]: { stars: 2, points: 1, playHash: 'old' } } } as const
    expect((await sit([], { levels, progress })).told).toContain('two stars, earned on an earlier version')
  })

  test('opens a sandbox without goals', async () => {
    const sandbox = { ...shopLevel({}, []), id: 'test' }
    const { told } = await sit(['sandbox', '1', '1 2', 'run'], { levels: [sandbox] })
    expect(told).toContain('Set: shop, net: own')
    expect(told).toContain('Run 1')
    expect(told).not.toContain('Score card')
  })

  test('a level that cannot be loaded is said, and the map comes back', async () => {
    const { told } = await sit(['1'], { levels: [], campaign: campaignOf([shop]) })
    expect(told).toContain(`no ${shop.id}`)
  })
})

test('the end of the input ends the game wherever it comes', async () => {
  const lines = ['1', '2', '3', 'probe', 'explain', '1', 'run', 'hint']
  for (let n = 0; n <= lines.length; n++) {
    const { told } = await sit(lines.slice(0, n), { levels: [hiddenLevel()] })
    expect(told).toContain('The input is over.')
  }
})

test('nothing that is typed or told sends commands to the terminal', async () => {
  const evil = { ...shop, title: { en: 'a\u001b[2Jb', ko: 'a' } }
  const { told } = await inLevel(['\u001b]0;x\u0007'], evil)
  // Everything but line ends and printable characters.
  expect(told.match(/[^\P{Cc}\n]/gu)).toBeNull()
})

test.each(LANGS)('help and every command answer in %s', async lang => {
  const lines = ['help', 'brief', 'scene', 'controls', 'rules', 'terms', '?', 'map', 'help', 'next', 'quit']
  const { told } = await sit(lines, { levels: [shop], entrance, lang })
  expect(told).not.toContain('undefined')
  expect(told).not.toMatch(/\{\w+\}/)
})
