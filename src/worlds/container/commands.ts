/** Commands that a person would type to see how a box stands, in the order in which they are shown. */
export const COMMANDS = [
  'ps',
  'hostname',
  'ip',
  'sockets',
  'ipcs',
  'shm',
  'id',
  'cgroup',
  'mount',
  'nproc',
  'limits',
] as const

/** One of them. */
export type Command = (typeof COMMANDS)[number]

/** The command line behind each; `limits` is typed in the folder of the box's cgroup, with the files behind it. */
export const COMMAND_LINES: { readonly [C in Command]: string } = {
  ps: 'ps -e',
  hostname: 'hostname',
  ip: 'ip link',
  sockets: 'ss -xl',
  ipcs: 'ipcs -m',
  shm: 'ls /dev/shm',
  id: 'id',
  cgroup: 'cat /proc/self/cgroup',
  mount: 'mount',
  nproc: 'nproc',
  limits: 'grep -H .',
}
