/** A small sound level that authors start from; SLUG stands for its name. */
export const TEMPLATE = `# A level is one file. Texts come in both languages; rules are CEL over the facts of this level's boxes.
id: my-levels/SLUG
world: container
title: { en: Two on one port, ko: 한 포트에 둘 }
brief:
  en: Two services want port 8080 on one host. Let both come up, and let the second one reach itself on 127.0.0.1.
  ko: 서비스 둘이 한 호스트에서 8080 포트를 원합니다. 둘 다 뜨고, 두 번째가 127.0.0.1로 자신에게 닿게 하세요.
tutorial: true
setup:
  boxes:
    first: { acts: [ { id: listens, listen: 8080 } ] }
    second: { acts: [ { id: listens, listen: 8080 }, { id: health, connect: 8080 } ] }
  controls:
    first: { uts: { values: [host, own], decoy: uts-is-the-address } }
    second: { net: [host, own], lo: [down, up] }
rules:
  - id: both-listen
    kind: goal
    points: 50
    when: "run.day.box.first.did.listens == 'ok' && run.day.box.second.did.listens == 'ok'"
    text: { en: Both listen on 8080, ko: 둘 다 8080에서 수신한다 }
    because: { en: A port belongs to a net namespace., ko: 포트는 net 네임스페이스에 속합니다. }
    source: man:network_namespaces(7)
  - id: healthy
    kind: goal
    points: 50
    when: "run.day.box.second.did.health == 'ok'"
    text: { en: The second's health check gets an answer on 127.0.0.1, ko: 두 번째의 상태 확인이 127.0.0.1에서 응답을 받는다 }
    because: { en: A fresh net namespace has lo down., ko: 새 net 네임스페이스의 lo는 내려가 있습니다. }
    source: man:network_namespaces(7)
nudges:
  - when: "run.day.box.second.did.health == 'ENETUNREACH'"
    say: { en: Its lo is there. Look at its state., ko: lo는 있습니다. 상태를 보세요. }
    misconception: fresh-net-has-localhost
debrief:
  en: Ports, abstract sockets and lo all belong to the net namespace.
  ko: 포트와 추상 소켓, lo는 모두 net 네임스페이스에 속합니다.
sources: [ "man:network_namespaces(7)" ]
`
