/** A small sound order level that authors start from; SLUG stands for its name. */
export const ORDER_TEMPLATE = `# An order level: the player lays cards. Either rows of calls, as here, or steps of an admin.
id: my-levels/SLUG
world: route-order
title: { en: Where CNI comes in, ko: CNI가 끼는 자리 }
brief:
  en: The shop starts on containerd 2.1. Put what happens inside RunPodSandbox in its true order.
  ko: 쇼핑몰이 containerd 2.1에서 시작됩니다. RunPodSandbox 안에서 일어나는 일을 실제 순서대로 놓으세요.
tutorial: true
setup:
  nodes:
    node7: { build: { kubelet: "1.34", endpoint: containerd, containerd: "2.1" } }
  pods:
    shop: { image: "shop:3" }
  rows:
    shop: { pod: shop, cards: [start-pause, pause-image, cni-add, netns] }
rules:
  - id: in-order
    kind: goal
    points: 60
    when: "run.row.shop.ok"
    text: { en: The row is complete and right, ko: 줄이 완성되었고 순서가 맞다 }
    because:
      en: The pause container joins a namespace that has its address already.
      ko: pause 컨테이너는 이미 주소를 받은 네임스페이스에 들어갑니다.
    source: containerd internal/cri/server/sandbox_run.go
nudges:
  - when: "run.row.shop.stoppedAt == 'cni-add'"
    say: { en: CNI plugs a cable into something., ko: CNI는 무언가에 선을 꽂습니다. }
    misconception: cni-needs-nothing
debrief:
  en: containerd 2 makes the network namespace, has CNI fill it, and only then looks at the pause image.
  ko: containerd 2는 네트워크 네임스페이스를 만들고 CNI로 채운 다음에야 pause 이미지를 봅니다.
sources: [ "containerd internal/cri/server/sandbox_run.go" ]
`
