import type { BoxSpec } from '../../../kernel/box.ts'
import { NAMESPACES } from '../../../kernel/namespace.ts'
import type { Setup } from '../setup.ts'
import { BOX_FUNCTIONS } from './box-text.ts'
import { joinedOf, limitLines } from './box-lines.ts'
import { ACT_HELPER } from './helper-text.ts'
import { LOAD_HELPER } from './load-text.ts'
import type { OciPlan } from './oci-plan.ts'
import { pinOf } from './oci.ts'
import { quote } from './quote.ts'
import type { Manner } from './script.ts'
import { spareOf } from './spare.ts'

/** What `/.workload` is in every bundle: the functions that a box is asked by, then its loop. */
export const workloadFile = (): string =>
  [
    `ACT=${quote(ACT_HELPER)}`,
    `LOAD=${quote(LOAD_HELPER)}`,
    'export ACT LOAD',
    BOX_FUNCTIONS,
    'workload "$1"',
    '',
  ].join('\n')

/** Namespaces of a box that another one joins by a path. */
function pinned(boxes: readonly BoxSpec[], id: string): readonly string[] {
  return NAMESPACES.filter(type => type !== 'mnt' && boxes.some(box => joinedOf(box.ns[type]) === id)).map(
    type => `  pin ${id} ${type} ${pinOf(id, type)}`,
  )
}

function startLines(boxes: readonly BoxSpec[], box: BoxSpec, spare: number): readonly string[] {
  const scaled = limitLines(box, spare).filter(line => !line.startsWith('limit '))
  return [
    `start_${box.id}() {`,
    `  bundle ${box.id}`,
    `  run_bundle ${box.id}`,
    // The numbers in config.json are the game's; these are the same in this machine's terms.
    ...scaled.map(line => `  ${line}`),
    ...pinned(boxes, box.id),
    '}',
    '',
  ]
}

const BUNDLES = `
# A bundle of its own for this run: the folder for the root directory, and the cgroup in which all of this level lies.
bundle() { # box
  local at=/.boxwright/bundles/$1 folder
  mkdir -p "$at/rootfs/usr" /run/boxwright/ns
  cp "$BUNDLES/workload.sh" /.boxwright/bundles/
  for folder in bin sbin lib lib32 lib64 libx32; do [ -L "/$folder" ] && cp -P "/$folder" "$at/rootfs/"; done
  mkdir -p "$at/rootfs/etc" "$at/rootfs/root"
  for file in ld.so.cache alternatives group; do cp -r --no-dereference "/etc/$file" "$at/rootfs/etc/" 2>/dev/null; done
  echo "root:x:0:0:$1:/root:/bin/sh" >"$at/rootfs/etc/passwd"
  echo "root:$1" >"$at/rootfs/etc/shadow"
  echo "127.0.0.1 localhost # $1" >"$at/rootfs/etc/hosts"
  if grep -q '"hostID": 100000' "$BUNDLES/$1/config.json"; then chown -R 100000:100000 "$at/rootfs"; fi
  sed -e "s|\\"/boxwright/|\\"/$PARENT/|" "$BUNDLES/$1/config.json" >"$at/config.json"
  [ "$CGROUP" = none ] && sed -i 's|"cgroupsPath"|"x-cgroupsPath"|' "$at/config.json"
  local device; device=$(disk_device)
  sed -i -e "s|\\"major\\": 253|\\"major\\": \${device%:*}|" -e "s|\\"minor\\": 0\\b|\\"minor\\": \${device#*:}|" "$at/config.json"
  # A capability that this machine's own shell was not given cannot be passed on.
  perl -0pi -e 'BEGIN { %held = map { ("CAP_" . uc, 1) } split /,/, shift } s/,?\\s*"(CAP_\\w+)"/$held{$1} ? $& : ""/ge; s/\\[\\s*,/[/g' \
    "$(setpriv --dump | sed -n 's/^Capability bounding set: //p')" "$at/config.json"
  # More CPU than this machine has is refused; what is written here is scaled right after the start.
  [ "$REAL" = "$CORES" ] || sed -i '/"cpus":/ s|"cpus": "[^"]*"|"cpus": "0"|' "$at/config.json"
}
run_bundle() { # box
  local pipes=/.boxwright/pipes/$1
  for _ in 1 2; do
    begin "$1" "$RUNTIME" --root /run/boxwright/state run --bundle "/.boxwright/bundles/$1" --pid-file "$pipes.pid" "$1"
    [ -n "\${PID[$1]}" ] && { PID[$1]=$(cat "$pipes.pid"); return; }
    # A runtime that neither starts nor complains hangs; it is given a second chance.
    [ -s "$pipes.err" ] && return
    kill -9 "\${JOB[$1]}"
    "$RUNTIME" --root /run/boxwright/state delete --force "$1" 2>/dev/null
    rm -f "$pipes.in" "$pipes.out" "$pipes.err"
  done
}
pin() { # box, type, path
  [ -n "\${PID[$1]}" ] && : >"$3" && mount --bind "$P/\${PID[$1]}/ns/$2" "$3"
}
`

const ABOUT = `# The plan for real, by an OCI runtime: RUNTIME names it (runc; crun does as well). Run it as root. Needs Linux, bash,
# util-linux, iproute2 and the Perl of the base system besides.
#
# It needs the files beside it: workload.sh, and a folder with a config.json for each box. 'play export LEVEL --format oci
# --out DIR' writes them all. Those folders are bundles but for their rootfs, so a runtime refuses them alone. This script
# works on copies: it makes the rootfs of each, puts this run's cgroup, this machine's disk and the capabilities that root
# has here into config.json, starts the boxes in order, and pins the namespaces that others join below /run/boxwright/ns.`

/** Every box by an OCI runtime, from bundles beside the script. `RUNTIME` names it: runc, crun. */
export const byRuntime = (setup: Setup, { plan }: OciPlan): Manner => ({
  plan,
  about: ABOUT,
  functions: [
    'BUNDLES=$(cd "$(dirname "$0")" && pwd) RUNTIME=${RUNTIME:-runc}',
    `[ -f "$BUNDLES/workload.sh" ] || { echo "no bundles beside this script: play export LEVEL --format oci --out DIR" >&2; exit 1; }`,
    'export BUNDLES RUNTIME',
    BUNDLES,
    ...plan.machine.boxes.flatMap(box => startLines(plan.machine.boxes, box, spareOf(setup, box.id))),
  ],
})
