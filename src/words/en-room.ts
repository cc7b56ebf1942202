/** What is said to a whole room in English: result codes, replays, the board, the facilitator's page, sharing. */
export const enRoom = {
  'code.symbol': 'No code has the character "{found}".',
  'code.kind': 'This is no result code. One begins with S or G.',
  'code.seal': 'This code was changed: mistyped, cut short or edited. Copy it again.',
  'code.impossible': 'This code claims what no game comes to. It was edited.',
  'code.edition':
    'This result is from edition {theirs} of the rounds; this Boxwright has edition {ours}. Count it with the Boxwright it was played with.',
  'code.illegal': 'Event {n} of this code is not possible in {level}.',
  'code.claims':
    'Played again, round {round} comes to {comesTo:point/points}, and the code claims {says}. It was edited.',
  'code.version': 'This code was made for another version of {level}.',
  'code.short':
    'This is a short code. play board counts it; only the long one, which begins with G, can be replayed.',
  'code.spoken': 'This is the code of a game, not of a result. Play it: play icebreaker {code}',
  'code.none': '"{found}" is neither a code that can be replayed nor a file.',
  'code.notLog': '{path} holds neither a code that can be replayed nor a log.',

  'replay.undo': 'Took a move back.',
  'replay.redo': 'Did it again.',
  'replay.reset': 'Went back to the start.',
  'replay.again': 'Looked at the same run again.',
  'replay.hint': 'Took a hint: {hint}',
  'replay.probe': 'Asked: {command}',
  'replay.said': 'Said beforehand: {answer}',

  'board.paste':
    'Paste or type result codes, one a line, with a name before them if you like. An empty line ends the list.',
  'board.counted': 'Counted: {n:pair/pairs}.',
  'board.together': 'Together',
  'board.reached':
    '{pairs:pair/pairs} reached {stars} of {max} stars and {points:point/points}, in {runs:run/runs}.',
  'board.agreed': 'Before {agreed} of {runs:run/runs} both seats said the same.',
  'board.checked': 'Replayed: {long}. Checked, but too short to replay: {short}.',
  'board.pairs': 'Pairs',
  'board.nameless': 'Pair {n}',
  'board.pair': '{points:point/points} in {runs:run/runs}, {agreed} of them foreseen alike',
  'board.talk': 'Talk about it',
  'board.point': '{level}: {met} of {pairs:pair/pairs}',
  'board.rule': 'Rule: {rule}',
  'board.ask': 'Ask: {question}',
  'board.askAnswer': '{ask} Some said "{answer}". What makes that sound right?',
  'board.askRemark': '{remark} Who had thought otherwise, and why?',
  'board.askControl': 'Who reached for {control}, and what did you hope it would do?',
  'board.noTalk': 'No wrong track was taken. Ask which goal of the other seat came as a surprise.',
  'board.left': 'Not counted',
  'board.line': 'Line {n}: {why}',
  'board.twice': 'The same result as in line {first}, so it counts once.',
  'board.again':
    'The same pair as in line {first}, playing again: its first result counts. Were they two pairs at one computer? Put a name before each code.',
  'board.editions':
    'There are different editions of the rounds in this room: {editions}. This Boxwright has edition {ours} and counts only that one.',
  'board.none': 'There is no result to count.',

  'lead.title': 'Boxwright for two, in {minutes} minutes: a page for whoever leads',
  'lead.code': 'The code',
  'lead.codeAbout': 'Say it or write it up. Both lines are the same code.',
  'lead.before': 'Before',
  'lead.install':
    'A laptop with Node 20.19 or newer for every pair. No network: put the file of npm pack on a stick, then npx ./boxwright-{version}.tgz. Below, play stands for that.',
  'lead.print':
    'Print the sheet, a copy for each pair: play sheet {code} --out sheet.md. Or a second terminal for each pair.',
  'lead.odd': 'An odd number? Two navigators share a sheet. Whoever comes alone plays play tour.',
  'lead.times': 'Timetable',
  'lead.pairing':
    'Two by two, where one cannot see what the other has. The less experienced takes the sheet. {question}',
  'lead.start': 'Start: play icebreaker {code}. The seats swap after each round.',
  'lead.warmUp': 'Unscored. Find the keys, and the two voices.',
  'lead.round':
    'Talk first, then run: few runs count for more than speed. Both say what will happen before a run.',
  'lead.talkName': 'Talk',
  'lead.pairingName': 'Pairing',
  'lead.talk': 'Pairs read their cards aloud. The short codes go into play board; ask the room what it asks.',
  'lead.minutes': '{n} min',
  'lead.rules': 'Say aloud',
  'lead.rule1': 'The driver has the screen and the app. The navigator has the sheet and the platform.',
  'lead.rule2': "Nobody looks at the other's side. Everything may be said.",
  'lead.rule3': 'Symptoms are on the screen, causes are on the sheet. You need both.',
  'lead.after': 'After',
  'lead.board':
    'play board: codes pasted or typed, one a line, names only if you like: a number in its codes tells each pair apart. Nothing is sent anywhere.',
  'lead.written': 'Written to {path}.',
  'lead.tooShort':
    '{rounds:round/rounds} in {minutes} minutes leave less than a minute each. Take {least} minutes or more, or fewer rounds.',

  'share.title': 'Share',
  'share.about': 'Lines to copy. They do not say how you did it.',
  'share.none': 'Run something first: then there is a result to share.',
  'key.share': 'share',
  'help.share': 'Show the result as text and as a code that replays',
} as const
