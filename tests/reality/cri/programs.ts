import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { unlessNamespaces, unlessTools } from '../machine.ts'

/** The CNI plugins that the tests' network uses, in the order in which a bridge network calls them. */
export const PLUGINS = ['loopback', 'bridge', 'host-local'] as const

/** Where distributions put CNI plugins. */
const PLUGIN_FOLDERS = ['/usr/lib/cni', '/opt/cni/bin', '/usr/libexec/cni'] as const

/** Where a program lies that is found over PATH, or nothing. */
export const pathOf = (program: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(folder => join(folder, program))
    .find(path => existsSync(path))

/** The folder that holds the CNI plugins, or nothing. */
export const pluginFolder = (): string | undefined =>
  PLUGIN_FOLDERS.find(folder => PLUGINS.every(plugin => existsSync(join(folder, plugin))))

/** The version of the containerd of this machine, such as `1.6`, or nothing. */
export const containerdVersion = (): string | undefined =>
  /\bv?(\d+\.\d+)\.\d+/.exec(spawnSync('containerd', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1]

/** Why no containerd of our own can run here, or nothing. In CI what can be installed is no reason: the tests go on, and fail. */
export function unlessContainerd(): string | undefined {
  const reason =
    unlessNamespaces() ?? unlessTools(['containerd', 'containerd-shim-runc-v2', 'ctr', 'runc', 'busybox'])
  if (reason !== undefined) return reason
  if (process.getuid?.() !== 0) return 'skipped: containerd is run as root'
  return pluginFolder() === undefined && process.env['CI'] !== 'true' ? 'skipped: no CNI plugins' : undefined
}

/** Notes a plugin that is asked to add; taking away is not part of a start. */
const pluginScript = (trace: string, real: string, name: string): string => `#!/bin/sh
[ "$CNI_COMMAND" != ADD ] || echo ${name} >>${trace}
exec ${real} "$@"
`

/** containerd executes the shim's program to start one, and to clean up after one. */
const shimScript = (trace: string, real: string, name: string): string => `#!/bin/sh
for word; do [ "$word" != start ] || echo ${name} >>${trace}; done
exec ${real} "$@"
`

/**
 * Between create and start the container's process is the runtime itself, waiting as \`init\`; start lets it become the
 * command. Neither is executed over a path that could be wrapped, so they are looked up in /proc.
 */
const runtimeScript = (trace: string, real: string, name: string): string => `#!/bin/sh
verb= pidfile= last= previous=
for word; do
  case $word in create | start) verb=\${verb:-$word} ;; esac
  [ "$previous" != --pid-file ] || pidfile=$word
  previous=$word last=$word
done
[ -n "$verb" ] || exec ${real} "$@"
echo "${name} $verb" >>${trace}
${real} "$@"
status=$?
[ $status = 0 ] || exit $status
if [ $verb = create ]; then
  read -r pid <"$pidfile" || [ -n "$pid" ]
  echo "$pid" >/run/pid-of-"$last"
  tr '\\0' '\\n' <"/proc/$pid/cmdline" | grep -qx init && echo "${name} init" >>${trace}
else
  read -r pid </run/pid-of-"$last"
  while tr '\\0' '\\n' <"/proc/$pid/cmdline" | grep -qx init; do :; done
  tr '\\0' '\\n' <"/proc/$pid/cmdline" | tail -n 1 >>${trace}
fi
exit 0
`

type Script = (trace: string, real: string, name: string) => string

function write(folder: string, name: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), text, { mode: 0o755 })
}

/** Puts stand-ins for the programs of a pod start into a folder; each notes in `trace` that it was executed. */
export function writeStandIns(folder: string, trace: string, plugins: readonly string[]): void {
  const standIn = (script: Script, name: string): void => {
    const real = pathOf(name)
    if (real !== undefined) write(join(folder, 'bin'), name, script(trace, real, name))
  }
  standIn(shimScript, 'containerd-shim-runc-v2')
  standIn(runtimeScript, 'runc')
  mkdirSync(join(folder, 'cni'), { recursive: true })
  for (const plugin of plugins)
    write(join(folder, 'cni'), plugin, pluginScript(trace, join(folder, 'plugins', plugin), plugin))
}
