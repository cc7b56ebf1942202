/** A small sound level that authors start from; SLUG stands for its name. */
export const TEMPLATE = `# A level is one file. Texts come in both languages; rules are CEL over the facts of this level's workloads and hosts.
id: my-levels/SLUG
world: tradeoff
title: { en: A wall for one, ko: 하나를 위한 벽 }
brief:
  en: One host, a shop and a stranger's plugin. Give the stranger a kernel of its own, and keep both on the host.
  ko: 호스트 한 대에 쇼핑몰과 낯선 플러그인이 있습니다. 낯선 쪽에는 자기 커널을 주고, 둘 다 호스트에 올리세요.
tutorial: true
setup:
  hosts:
    metal: { memory: 1024, reserved: 256, engine: docker }
  workloads:
    shop: { memory: 300, app: 33.3, life: long }
    plugin: { memory: 128, app: 20, needs: { wall: guest } }
  controls:
    shop: { pack: [container, vm] }
    plugin: { pack: [container, userns, kata, vm] }
    metal: { engine: [docker, containerd] }
rules:
  - id: walled
    kind: goal
    points: 60
    when: "run.day.work.plugin.met && run.day.work.shop.met"
    text: { en: Both have what they need, ko: 둘 다 필요한 것을 가진다 }
    because: { en: "A stranger's code meets the host's kernel unless it has its own.", ko: "자기 커널이 없으면 낯선 코드가 호스트의 커널을 만납니다." }
    source: Firecracker SPECIFICATION.md
  - id: room
    kind: goal
    points: 40
    when: "run.day.host.metal.free >= 145"
    text: { en: 145 MiB stay free, ko: 145 MiB가 남는다 }
    because: { en: "An engine is paid once a host, a guest kernel each time.", ko: "엔진 값은 호스트마다 한 번, 게스트 커널 값은 그때마다 냅니다." }
    source: Kata Containers Helm chart
nudges:
  - when: "work.plugin.pack == 'userns'"
    say: { en: "Root is nobody now. Whose kernel is it?", ko: "root는 이제 아무도 아닙니다. 커널은 누구의 것일까요?" }
    misconception: userns-is-a-wall
debrief:
  en: A wall costs where it stands. Put it where it is needed.
  ko: 벽은 선 자리에서 값을 냅니다. 필요한 곳에 세우세요.
sources: [ "Firecracker SPECIFICATION.md" ]
`
