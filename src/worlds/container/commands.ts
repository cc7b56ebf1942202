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
  'stat',
  'nproc',
  'limits',
] as const

/** One of them. */
export type Command = (typeof COMMANDS)[number]

/**
 * The command line behind each. `limits` is typed in the folder of the box's cgroup, with the files behind it; `stat` with
 * the paths that the workload names.
 */
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
  stat: "stat -c '%A %u %n'",
  nproc: 'nproc',
  limits: 'grep -H .',
}
