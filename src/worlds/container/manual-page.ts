import { controlRows, type ManualRow, symptom } from '../../core/manual.ts'
import { SETTING_WORDS } from './control-words.ts'

/** A row on a control. */
const control = controlRows(SETTING_WORDS)

const CGROUP = 'kernel cgroup v2 guide'

/** For the navigator of a round: what a symptom means, and what each control truly changes. */
export const MANUAL_PAGE: readonly ManualRow[] = [
  symptom(
    'killed-inside',
    ['memory'],
    ['"killed inside its own cgroup (exit 137)"', '"자기 cgroup 안에서 강제 종료(종료 코드 137)"'],
    [
      'It reached its own limit. If it has a leak, that is what the limit is for; if not, the limit is below what it needs.',
      '자기 제한에 닿았습니다. 새는 프로그램이라면 제한이 할 일을 한 것이고, 아니라면 제한이 필요한 양보다 낮습니다.',
    ],
    `${CGROUP}, memory.max`,
  ),
  symptom(
    'host-ran-dry',
    ['memory'],
    [
      '"the host ran dry, and the kernel picked this one"',
      '"호스트 메모리가 바닥나 커널이 이 프로세스를 골랐음"',
    ],
    [
      'Somebody has no limit, or the limits add up to more than there is. Who is killed is the largest, not the guilty one.',
      '제한이 없는 상자가 있거나 제한의 합이 머신보다 큽니다. 죽는 것은 잘못한 쪽이 아니라 큰 쪽입니다.',
    ],
    'man:proc_pid_oom_score(5)',
  ),
  symptom(
    'hits',
    ['hitPercent'],
    ['"hits N %"', '"적중률 N%"'],
    [
      'The cache is smaller than what is asked of it. It takes all that it is given; past its useful size more buys nothing.',
      '캐시가 필요한 것보다 작습니다. 캐시는 주는 만큼 다 쓰지만 쓸모 있는 크기를 넘으면 얻는 것이 없습니다.',
    ],
    `${CGROUP}, memory.max`,
  ),
  symptom(
    'eagain',
    ['pids'],
    [
      '"fork: Resource temporarily unavailable (EAGAIN)"',
      '"fork: Resource temporarily unavailable (EAGAIN)"',
    ],
    [
      'No place for a task: its own pids.max is reached, or the whole table is full. The second shows on the host as "pid table full".',
      '태스크 자리가 없습니다. 자기 pids.max에 닿았거나 테이블 전체가 찼습니다. 뒤쪽이면 호스트에 "PID 테이블이 가득 참"이 뜹니다.',
    ],
    'man:fork(2), EAGAIN',
  ),
  symptom(
    'cpu-wanted',
    ['cpuPercent'],
    ['"CPU N % of wanted"', '"CPU 요구의 N%"'],
    [
      'With "throttled": a cap holds it, even while cores are idle. Without: others want the cores as well, and weights decide.',
      '"스로틀링"이 함께 있으면 상한에 걸린 것이고, 코어가 놀아도 그렇습니다. 없으면 남들도 코어를 원해서 가중치로 나눈 것입니다.',
    ],
    `${CGROUP}, CPU`,
  ),
  symptom(
    'not-done',
    ['cpu', 'rate'],
    ['"is not done when the time is over"', '"제한 시간 안에 끝내지 못함"'],
    [
      'It ran, and too slowly. Work divided by time is the least that it must get; round up.',
      '돌기는 했지만 너무 느렸습니다. 일의 양을 시간으로 나눈 것이 꼭 받아야 할 몫입니다. 올림하세요.',
    ],
    `${CGROUP}, cpu.max; man:tc(8)`,
  ),
  symptom(
    'in-use',
    ['listen'],
    ['"Address already in use (EADDRINUSE)"', '"Address already in use (EADDRINUSE)"'],
    [
      'Another one in the same net namespace has that port. A check on 127.0.0.1 may be green all the same: the other one answers it.',
      '같은 net 네임스페이스의 다른 쪽이 그 포트를 쓰고 있습니다. 그래도 127.0.0.1 점검은 정상일 수 있습니다. 다른 쪽이 대답하니까요.',
    ],
    'man:ip(7), EADDRINUSE; man:network_namespaces(7)',
  ),
  symptom(
    'refused',
    ['agent'],
    ['"connects to @…: Connection refused"', '"@…에 접속: Connection refused"'],
    [
      'A name with @ is found only inside its net namespace. Whoever has moved to another network does not find it.',
      '@로 시작하는 이름은 그 net 네임스페이스 안에서만 찾을 수 있습니다. 다른 네트워크로 옮긴 쪽은 찾지 못합니다.',
    ],
    'man:unix(7); man:network_namespaces(7)',
  ),
  symptom(
    'unreachable',
    ['lo'],
    ['"Network is unreachable"', '"Network is unreachable"'],
    [
      'It has a network of its own, and nobody has switched on lo in there: 127.0.0.1 leads nowhere.',
      '네트워크를 따로 가졌는데 그 안의 lo를 아무도 올리지 않았습니다. 127.0.0.1로 갈 길이 없습니다.',
    ],
    'man:ip-netns(8)',
  ),
  symptom(
    'renamed',
    ['hostname'],
    ['"the host is called … now"', '"호스트 이름이 이제 …"'],
    [
      'Somebody who shares the machine’s name has changed it. Whoever has a name of its own changes only that.',
      '머신 이름을 함께 쓰는 쪽이 이름을 바꿨습니다. 이름을 따로 가진 쪽은 자기 것만 바꿉니다.',
    ],
    'man:uts_namespaces(7)',
  ),
  symptom(
    'bandwidth',
    ['rate'],
    ['"sends N Mbit/s" or "receives N Mbit/s"', '"송신 N Mbit/s" 또는 "수신 N Mbit/s"'],
    [
      'It gets less than it wants: the card is full, or a shaper stands in its way. If everybody is slow, the shaper is on the card.',
      '원하는 것보다 적게 얻습니다. 회선이 찼거나 길목에 속도 제한이 있습니다. 모두 느리다면 제한이 랜 카드에 걸린 것입니다.',
    ],
    'man:tc(8)',
  ),
  symptom(
    'clock-set',
    ['caps'],
    ['"sets the wall clock: ok"', '"시스템 시각 변경: ok"'],
    [
      'It has all capabilities, and so may also remove a shaper. With Docker’s 14 it is told "Operation not permitted".',
      '캐퍼빌리티를 모두 가졌으니 속도 제한도 떼어 낼 수 있습니다. 도커 기본 14개라면 "Operation not permitted"가 나옵니다.',
    ],
    'man:capabilities(7)',
  ),
  symptom(
    'raw-denied',
    ['caps'],
    ['"opens a raw socket: Operation not permitted"', '"raw 소켓 열기: Operation not permitted"'],
    [
      'It lacks CAP_NET_RAW, which is among Docker’s 14.',
      'CAP_NET_RAW가 없습니다. 도커 기본 14개에는 들어 있습니다.',
    ],
    'man:raw(7); man:capabilities(7)',
  ),
  control(
    'memory',
    'A wall for this box, a promise to the others. At the wall the kernel reclaims, then kills; nothing slows down.',
    '이 상자에는 벽, 다른 상자에는 약속입니다. 벽에 닿으면 커널은 회수하고, 그다음에는 죽입니다. 느려지지는 않습니다.',
    `${CGROUP}, memory.max`,
  ),
  control(
    'pids',
    'How many tasks it may have. Each thread counts, and the process itself is one more. Beyond it new ones fail; nobody is killed.',
    '가질 수 있는 태스크 수입니다. 스레드를 모두 세고 프로세스 자신도 하나로 셉니다. 넘으면 새로 만들지 못할 뿐 아무도 죽지 않습니다.',
    `${CGROUP}, PID`,
  ),
  control(
    'pid',
    'Own numbers: it cannot signal whoever has no number in there. Each of its tasks still takes a place on the host.',
    '번호를 따로 셉니다. 안에 번호가 없는 상대에게는 시그널을 보낼 수 없습니다. 그래도 태스크마다 호스트의 자리를 하나씩 차지합니다.',
    'man:pid_namespaces(7)',
  ),
  control(
    'uts',
    'Own: it changes its own copy of the host name. Host’s: it changes the machine’s.',
    '자체이면 자기가 가진 호스트 이름만 바꾸고, 호스트이면 머신 이름을 바꿉니다.',
    'man:uts_namespaces(7)',
  ),
  control(
    'net',
    'Own ports, own @names, own lo (down at first). It says nothing about processes or the host name.',
    '포트, @이름, lo(처음에는 내려가 있음)를 따로 갖습니다. 프로세스나 호스트 이름과는 상관이 없습니다.',
    'man:network_namespaces(7)',
  ),
  control(
    'lo',
    'Matters only with a network of its own; the host’s lo is up anyway.',
    '네트워크를 따로 가졌을 때만 뜻이 있습니다. 호스트의 lo는 늘 올라와 있습니다.',
    'man:ip-netns(8)',
  ),
  control(
    'cpu',
    'A ceiling at all times, by day, by night, and alone. What it withholds is lost.',
    '낮이든 밤이든, 혼자일 때도 넘지 못하는 상한입니다. 못 쓴 만큼은 사라집니다.',
    `${CGROUP}, cpu.max`,
  ),
  control(
    'weight',
    'A share only while others want the cores: its weight, divided by the sum of all weights (100 where nothing is set).',
    '남들도 코어를 원할 때만 나누는 몫입니다. 자기 가중치를 모두의 합으로 나눈 만큼입니다(정하지 않으면 100).',
    `${CGROUP}, cpu.weight`,
  ),
  control(
    'caps',
    'All includes the power over its own network queue. Docker’s 14 do not, but include raw sockets. None: not even those.',
    '전부에는 자기 네트워크 큐를 다룰 권한도 있습니다. 도커 기본 14개에는 없지만 raw 소켓은 됩니다. 없음이면 그것도 안 됩니다.',
    'man:capabilities(7)',
  ),
  control(
    'shape',
    'tc holds back what leaves an interface. Box’s end: what the box sends. Host’s end: what the box receives. Card: what everybody sends.',
    'tc는 인터페이스에서 나가는 것을 늦춥니다. 상자 쪽 끝은 상자가 보내는 것, 호스트 쪽 끝은 상자가 받는 것, 랜 카드는 모두가 보내는 것입니다.',
    'man:tc(8); man:veth(4)',
  ),
  control(
    'rate',
    'How much that shaper lets through. Without one it does nothing.',
    '그 속도 제한이 통과시키는 양입니다. 제한을 걸지 않으면 아무 일도 하지 않습니다.',
    'man:tc-tbf(8)',
  ),
]
