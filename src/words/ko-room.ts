import type { enRoom } from './en-room.ts'

/** What is said to a whole room in Korean: result codes, replays, the board, the facilitator's page, sharing. */
export const koRoom = {
  'code.symbol': '코드에는 "{found}" 글자를 쓰지 않습니다.',
  'code.kind': '결과 코드가 아닙니다. 결과 코드는 S나 G로 시작합니다.',
  'code.seal': '바뀐 코드입니다. 잘못 입력했거나, 잘렸거나, 고친 것입니다. 다시 복사하세요.',
  'code.impossible': '어떤 게임에서도 나올 수 없는 결과입니다. 고친 코드입니다.',
  'code.edition':
    '이 결과는 라운드 {theirs}판에서 나왔고, 이 Boxwright는 {ours}판입니다. 게임을 한 그 Boxwright로 모으세요.',
  'code.illegal': '이 코드의 {n}번째 일은 {level}에서 일어날 수 없습니다.',
  'code.claims':
    '다시 실행하면 라운드 {round}의 점수는 {comesTo}점인데 코드에는 {says}점이라고 되어 있습니다. 고친 코드입니다.',
  'code.version': '다른 버전의 {level}에서 만든 코드입니다.',
  'code.short':
    '짧은 코드입니다. play board로 모을 수는 있지만, 다시 보려면 G로 시작하는 긴 코드가 필요합니다.',
  'code.spoken': '결과가 아니라 게임의 코드입니다. 이렇게 플레이하세요: play icebreaker {code}',
  'code.none': '"{found}": 다시 볼 수 있는 코드도, 파일도 아닙니다.',
  'code.notLog': '{path}: 다시 볼 수 있는 코드나 기록이 들어 있지 않습니다.',

  'replay.undo': '한 수를 되돌렸습니다.',
  'replay.redo': '되돌린 수를 다시 했습니다.',
  'replay.reset': '처음으로 돌아갔습니다.',
  'replay.again': '같은 실행을 다시 보았습니다.',
  'replay.hint': '힌트를 보았습니다: {hint}',
  'replay.probe': '조사했습니다: {command}',
  'replay.said': '미리 한 답: {answer}',

  'board.paste':
    '결과 코드를 한 줄에 하나씩 붙여 넣거나 입력하세요. 원하면 앞에 이름을 적습니다. 빈 줄을 입력하면 끝납니다.',
  'board.counted': '지금까지 {n}팀.',
  'board.together': '모두 함께',
  'board.reached': '{pairs}팀이 실행 {runs}번으로 별 {max}개 가운데 {stars}개, 모두 {points}점을 얻었습니다.',
  'board.agreed': '실행 {runs}번 가운데 {agreed}번은 두 자리의 답이 같았습니다.',
  'board.checked': '다시 실행해 확인한 결과 {long}개, 짧은 코드로 확인한 결과 {short}개.',
  'board.pairs': '팀별 결과',
  'board.nameless': '{n}번 팀',
  'board.pair': '{points}점, 실행 {runs}번 가운데 {agreed}번은 같은 답',
  'board.talk': '이야기해 보기',
  'board.point': '{level}: {pairs}팀 가운데 {met}팀',
  'board.rule': '규칙: {rule}',
  'board.ask': '물어보기: {question}',
  'board.askAnswer': '{ask} "{answer}"라는 답이 있었습니다. 왜 그럴듯해 보일까요?',
  'board.askRemark': '{remark} 처음에 다르게 생각한 사람은 왜 그랬나요?',
  'board.askControl': '{control}: 여기에 손을 댄 사람은 무엇을 기대했나요?',
  'board.noTalk': '헛다리를 짚은 팀이 없습니다. 상대의 목표 가운데 무엇이 뜻밖이었는지 물어보세요.',
  'board.left': '빠진 줄',
  'board.line': '{n}번째 줄: {why}',
  'board.twice': '{first}번째 줄과 같은 결과라서 한 번만 셉니다.',
  'board.again':
    '{first}번째 줄과 같은 팀이 다시 한 결과라서 첫 결과만 셉니다. 두 팀이 컴퓨터 한 대를 함께 썼다면 코드 앞에 이름을 적으세요.',
  'board.editions':
    '이 자리에 서로 다른 라운드 판이 섞여 있습니다: {editions}. 이 Boxwright는 {ours}판이며 그 결과만 모읍니다.',
  'board.none': '모을 결과가 없습니다.',

  'lead.title': '둘이 하는 Boxwright, {minutes}분: 진행자용 한 쪽 안내',
  'lead.code': '코드',
  'lead.codeAbout': '소리 내어 읽거나 적어 두세요. 두 줄은 같은 코드입니다.',
  'lead.before': '준비',
  'lead.install':
    '팀마다 Node 20.19 이상이 깔린 노트북 한 대. 네트워크는 필요 없습니다. npm pack으로 만든 파일을 USB에 담아 가서 npx ./boxwright-{version}.tgz로 실행합니다. 아래의 play는 이 명령을 뜻합니다.',
  'lead.print':
    '안내지를 팀 수만큼 인쇄합니다: play sheet {code} --out sheet.md. 인쇄 대신 팀마다 터미널을 하나 더 열어도 됩니다.',
  'lead.odd': '인원이 홀수면 내비게이터 둘이 안내지를 함께 봅니다. 혼자 온 사람은 play tour를 합니다.',
  'lead.times': '시간표',
  'lead.pairing':
    '둘씩, 서로의 화면과 종이가 보이지 않게 앉습니다. 경험이 적은 사람이 안내지를 맡습니다. {question}',
  'lead.start': '시작: play icebreaker {code}. 라운드마다 자리를 바꿉니다.',
  'lead.warmUp': '점수 없음. 키와 서로의 목소리에 익숙해집니다.',
  'lead.round':
    '먼저 이야기하고 실행합니다. 빠르기보다 적은 실행이 점수가 됩니다. 실행 전에 둘 다 무엇이 일어날지 말합니다.',
  'lead.talkName': '이야기',
  'lead.pairingName': '짝짓기',
  'lead.talk':
    '팀마다 결과 카드를 소리 내어 읽습니다. 짧은 코드는 play board에 모으고, 거기 나온 질문을 모두에게 던집니다.',
  'lead.minutes': '{n}분',
  'lead.rules': '소리 내어 알려 주기',
  'lead.rule1': '드라이버에게는 화면과 앱이, 내비게이터에게는 안내지와 플랫폼이 있습니다.',
  'lead.rule2': '서로의 것은 보지 않습니다. 말은 무엇이든 해도 됩니다.',
  'lead.rule3': '증상은 화면에, 원인은 안내지에 있습니다. 둘 다 있어야 풀립니다.',
  'lead.after': '마친 뒤',
  'lead.board':
    'play board: 코드를 한 줄에 하나씩 붙여 넣거나 입력합니다. 이름은 적어도, 적지 않아도 됩니다. 코드에 든 번호로 팀을 구분합니다. 어디에도 보내지 않습니다.',
  'lead.written': '{path}에 썼습니다.',
  'lead.tooShort':
    '{minutes}분에 라운드 {rounds}번이면 한 번이 1분도 되지 않습니다. {least}분 이상으로 하거나 라운드를 줄이세요.',

  'share.title': '나누기',
  'share.about': '복사할 줄입니다. 어떻게 풀었는지는 드러나지 않습니다.',
  'share.none': '먼저 실행하세요. 그러면 나눌 결과가 생깁니다.',
  'key.share': '나누기',
  'help.share': '결과를 글과 다시 볼 수 있는 코드로 보기',
} as const satisfies Record<keyof typeof enRoom, string>
