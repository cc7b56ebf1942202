/** A small sound level that authors start from; SLUG stands for its name. */
export const TEMPLATE = `# A level is one file. Texts come in both languages; rules are CEL over the facts of this level's nodes and pods.
# Versions stand in quotes: YAML reads 1.10 as the number 1.1.
id: my-levels/SLUG
world: route
title: { en: The other socket, ko: 다른 소켓 }
brief:
  en: The kubelet was upgraded to 1.24, and nothing starts any more. containerd is on the node already. Let the shop run.
  ko: kubelet을 1.24로 올렸더니 아무것도 뜨지 않습니다. containerd는 이미 노드에 있습니다. 쇼핑몰을 띄우세요.
tutorial: true
setup:
  nodes:
    node7:
      build: { kubelet: "1.24", endpoint: dockershim, dockerd: "20.10", containerd: "1.6", cri: disabled }
  pods:
    shop: { image: "shop:3" }
  controls:
    node7: { endpoint: [dockershim, docker, containerd], cri: [disabled, enabled] }
    shop: { rebuild: { values: [off, docker], decoy: images-belong-to-docker } }
rules:
  - id: running
    kind: goal
    points: 60
    when: "run.night.pod.shop.running"
    text: { en: The shop runs, ko: 쇼핑몰이 실행된다 }
    because:
      en: The kubelet needs a socket that answers the CRI.
      ko: kubelet에는 CRI에 대답하는 소켓이 필요합니다.
    source: KEP-2221
nudges:
  - when: "run.night.pod.shop.failure == 'cri-disabled'"
    say:
      en: Something answers there, but it does not speak CRI. Look at its configuration.
      ko: 그 소켓은 대답하지만 CRI를 모릅니다. 설정을 보세요.
    misconception: containerd-always-speaks-cri
debrief:
  en: dockershim lived inside the kubelet until 1.23. containerd's own plugin answers the CRI, where it is not disabled.
  ko: dockershim은 1.23까지 kubelet 안에 있었습니다. containerd의 플러그인은 꺼 두지 않았다면 CRI에 대답합니다.
sources: [ KEP-2221 ]
`
