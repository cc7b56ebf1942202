import type { Term } from './term.ts'

/** Processes and signals, as far as containers bend them. Sources man:pid_namespaces(7), man:signal(7). */
export const PROCESS_TERMS: readonly Term[] = [
  {
    id: 'kernel',
    name: { en: 'kernel', ko: '커널' },
    short: {
      en: 'The one program that talks to the hardware and decides for all processes. Every container on a host shares it.',
      ko: '하드웨어를 다루고 모든 프로세스의 일을 결정하는 단 하나의 프로그램입니다. 한 호스트의 컨테이너는 모두 이것을 함께 씁니다.',
    },
  },
  {
    id: 'host',
    name: { en: 'host', ko: '호스트' },
    short: {
      en: 'The machine that the boxes run on. From there every process can be seen, those in the boxes too.',
      ko: '상자들이 돌아가는 머신입니다. 여기서는 상자 안의 것까지 모든 프로세스가 보입니다.',
    },
  },
  {
    id: 'pid-1',
    name: { en: 'PID 1', ko: 'PID 1' },
    short: {
      en: 'The first process of a pid namespace. It adopts orphans and ignores signals that it has no handler for, except SIGKILL from outside. When it ends, the kernel kills the rest.',
      ko: 'pid 네임스페이스의 첫 프로세스입니다. 고아를 거두고, 바깥에서 온 SIGKILL 말고는 핸들러가 없는 시그널을 무시합니다. 이것이 끝나면 커널이 나머지를 모두 죽입니다.',
    },
  },
  {
    id: 'zombie',
    name: { en: 'zombie', ko: '좀비' },
    short: {
      en: 'A process that has ended but whose parent has not asked for its exit code yet. It still holds a process number.',
      ko: '끝났지만 부모가 아직 종료 코드를 거두지 않은 프로세스입니다. 프로세스 번호를 여전히 차지합니다.',
    },
  },
  {
    id: 'orphan',
    name: { en: 'orphan', ko: '고아 프로세스' },
    short: {
      en: 'A process whose parent has ended. It is handed to PID 1 of its pid namespace.',
      ko: '부모가 먼저 끝난 프로세스입니다. 자기 pid 네임스페이스의 PID 1에게 맡겨집니다.',
    },
  },
  {
    id: 'sigkill',
    name: { en: 'SIGKILL', ko: 'SIGKILL' },
    short: {
      en: 'Signal 9. No process can catch it; only PID 1 is safe from it, and only from inside its own pid namespace.',
      ko: '9번 시그널입니다. 어떤 프로세스도 가로챌 수 없습니다. 예외는 자기 pid 네임스페이스 안에서 온 SIGKILL을 받은 PID 1뿐입니다.',
    },
    reading: '시그킬',
  },
  {
    id: 'sigterm',
    name: { en: 'SIGTERM', ko: 'SIGTERM' },
    short: {
      en: 'The polite request to end. A PID 1 without a handler for it does not even notice.',
      ko: '정중한 종료 요청입니다. 핸들러가 없는 PID 1은 알아차리지도 못합니다.',
    },
    reading: '시그텀',
  },
  {
    id: 'exit-code',
    name: { en: 'exit code', ko: '종료 코드' },
    short: {
      en: 'The number that a process leaves behind: 0 is good, 128 + n means that signal n ended it.',
      ko: '프로세스가 끝나며 남기는 숫자입니다. 0은 정상, 128 + n은 시그널 n에 끝났다는 뜻입니다.',
    },
  },
  {
    id: 'fork-bomb',
    name: { en: 'fork bomb', ko: '포크 폭탄' },
    short: {
      en: 'A program that starts copies of itself without end, until the table of processes is full.',
      ko: '프로세스 테이블이 찰 때까지 자기 복사본을 끝없이 만드는 프로그램입니다.',
    },
  },
  {
    id: 'system-call',
    name: { en: 'system call', ko: '시스템 호출' },
    short: {
      en: 'How a process asks the kernel for something: to open a file, to fork, to mount.',
      ko: '파일을 열고, 포크하고, 마운트하는 일처럼 프로세스가 커널에 부탁하는 방법입니다.',
    },
  },
  {
    id: 'seccomp',
    name: { en: 'seccomp', ko: 'seccomp' },
    short: {
      en: 'A filter on the system calls that a process may make.',
      ko: '프로세스가 부를 수 있는 시스템 호출을 거르는 필터입니다.',
    },
    reading: '세크컴프',
  },
]
