/** A small level of the container world, for tests that need a level file of their own: par 2, four goals and guards. */
export const smallLevel = `id: mine/small
world: container
title: { en: Small, ko: 작은 레벨 }
brief: { en: Cap the leak. Spare the shop., ko: 누수를 가두고 쇼핑몰을 지키세요. }
setup:
  host: { memory: 1024, reserved: 128, cores: 2 }
  boxes:
    shop: { acts: [ { serve: http }, { grow: { to: 420 } } ] }
    report: { acts: [ { grow: { to: 900 } } ] }
  cases: [night]
  controls:
    shop: { memory: [none, 256, 448, 512] }
    report: { memory: [none, 128, 256, 320, 512] }
rules:
  - id: shop-lives
    kind: goal
    points: 50
    when: "run.night.box.shop.alive"
    text: { en: The shop is up, ko: 쇼핑몰이 살아 있다 }
    because: { en: "Without a limit the host runs dry.", ko: "제한이 없으면 호스트 메모리가 바닥납니다." }
    source: man:cgroups(7)
  - id: report-pays
    kind: goal
    points: 30
    when: "run.night.box.report.exitCode == 137 && run.night.host.oomKills == 0"
    text: { en: The report is killed inside its box, ko: 리포트가 상자 안에서 죽는다 }
    because: { en: "137 is 128 + 9.", ko: "137은 128 + 9입니다." }
    source: man:cgroups(7)
  - id: capped
    kind: guard
    points: 20
    when: "boxes.all(b, b.limits.memory.limited) && host.memory.promised <= host.memory.allocatable"
    text: { en: Every box has a limit, ko: 모든 상자에 제한이 있다 }
    because: { en: "Limits are promises.", ko: "제한은 약속입니다." }
    source: man:cgroups(7)
debrief: { en: "Memory cannot wait.", ko: "메모리는 기다릴 수 없습니다." }
sources: ["man:cgroups(7)"]
`
