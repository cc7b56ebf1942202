/** Upgrade night, as a level file: the example of the bar, in the setup format of this world. */
export const UPGRADE_NIGHT = `
id: the-road/upgrade-night
world: route
title: { en: 1.24 upgrade night, ko: 1.24로 올리는 밤 }
brief:
  en: >-
    It is May 2022. The kubelet on node-7 is going to 1.24, and the team next door says that every image must be rebuilt
    first. The shop's pod has to run again tonight. Leave nothing on the road that the pod does not need.
  ko: >-
    2022년 5월, node-7의 kubelet을 1.24로 올립니다. 옆 팀은 그전에 이미지를 모두 다시 빌드해야 한다고 합니다. 오늘 밤
    쇼핑몰 파드가 다시 떠야 합니다. 파드에 필요 없는 것은 길 위에 남기지 마세요.
setup:
  nodes:
    node7:
      name: { en: node-7, ko: node-7 }
      build: { kubelet: "1.24", endpoint: dockershim, dockerd: "20.10", containerd: "1.6", cri: disabled }
  pods:
    shop: { image: "shop:3", build: { stored: docker, registry: none, pull: Never } }
  controls:
    node7:
      endpoint: [dockershim, docker, containerd, cri-dockerd]
      cri: [disabled, enabled]
      criDockerd: [none, "0.2"]
    shop:
      import: [off, default, k8s.io]
      rebuild: [off, docker, nerdctl]
rules:
  - id: running
    kind: goal
    points: 60
    when: "run.night.pod.shop.status == 'Running'"
    text: { en: The pod runs, ko: 파드가 실행된다 }
    because:
      en: The kubelet speaks CRI to whatever listens. It needs a socket that answers, not a product name.
      ko: kubelet은 소켓 너머의 상대와 CRI로 말할 뿐입니다. 필요한 것은 제품 이름이 아니라 대답하는 소켓입니다.
    source: KEP-2221
  - id: same-image
    kind: guard
    points: 20
    when: "run.night.images.rebuilt == 0"
    text: { en: No image was rebuilt, ko: 이미지를 다시 빌드하지 않았다 }
    because:
      en: Images are OCI artifacts. Who built them never mattered to the runtime.
      ko: 이미지는 OCI 형식입니다. 무엇으로 빌드했는지는 런타임에 상관이 없습니다.
    source: OCI image-spec
  - id: short-road
    kind: guard
    points: 20
    when: "run.night.pod.shop.road.daemons <= 2"
    text: { en: Nothing on the road but the kubelet and one daemon, ko: 길 위에는 kubelet과 데몬 하나뿐이다 }
    because:
      en: cri-dockerd keeps Docker on the road at the price of the longest one there is.
      ko: cri-dockerd는 도커를 길 위에 남기지만, 가장 긴 길이 됩니다.
    source: cri-dockerd and containerd documentation
nudges:
  - when: "run.night.pod.shop.error.contains('unknown service runtime.v1')"
    say:
      en: Something answers on that socket, but does not speak CRI. Look at how Docker's package configures containerd.
      ko: 그 소켓은 대답하지만 CRI를 모릅니다. 도커 패키지가 containerd를 어떻게 설정해 두는지 보세요.
    misconception: containerd-always-speaks-cri
  - when: "run.night.pod.shop.status == 'ErrImageNeverPull'"
    say:
      en: The image is on this node, but in Docker's store. Kubernetes looks in containerd's k8s.io namespace.
      ko: 이미지는 이 노드에 있지만 도커의 저장소에 있습니다. 쿠버네티스는 containerd의 k8s.io 네임스페이스를 봅니다.
    misconception: one-node-one-image-store
debrief:
  en: Kubernetes dropped dockershim, not Docker's images.
  ko: 쿠버네티스가 버린 것은 도커 이미지가 아니라 dockershim입니다.
teaches: ["0.28"]
sources: [ KEP-2221 ]
`
