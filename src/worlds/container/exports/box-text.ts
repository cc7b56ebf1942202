/** The part of an exported script that runs inside boxes, and the one that starts and asks them. Shell functions. */
export const BOX_FUNCTIONS = `
errno() { # what a tool said, as the name of the error
  case $1 in
    '') echo ok ;;
    *'Operation not permitted'* | mount:*'permission denied'* | *'must be superuser'* | *'must be root'*) echo EPERM ;;
    *'Permission denied'*) echo EACCES ;;
    *'Read-only file system'*) echo EROFS ;;
    *'No such process'*) echo ESRCH ;;
    *'No such file'* | *'not a directory'* | *'does not exist'*) echo ENOENT ;;
    *'resource busy'*) echo EBUSY ;;
    *'Invalid argument'*) echo EINVAL ;;
    *) echo "\${1##*: }" ;;
  esac
}
try() { local said; said=$("$@" 2>&1 >/dev/null); errno "$said"; }
act() { perl -e "$ACT" "$@"; }
# Files of the throw-away host and of boxes lie on tmpfs, and are written to. Any other, by whatever path it is reached, may
# be a switch of the machine itself, which no namespace copies: it is opened for writing, and left as it is.
append() { # path
  local at=$1
  [ -e "$at" ] || at=\${at%/*}/
  if [ "$(stat -f -c %T "$at" 2>/dev/null)" = tmpfs ] && { [ -f "$at" ] || [ -d "$at" ]; }
  then try bash -c 'echo boxwright >>"$1"' - "$1"
  elif [ "$(touch_only "$1")" = ok ]
  # The host knows the file by these numbers, whatever it is called in here.
  then stat -L -c 'opened %d:%i' "$1" >&2; echo ok
  else touch_only "$1"; fi
}
touch_only() { try bash -c ': >>"$1"' - "$1"; }
yes_no() { if "$@" >/dev/null 2>&1; then echo true; else echo false; fi; }

# What ps would list: the names in whatever /proc is here. ps lists nothing where it does not find itself in there.
names() {
  local list= name
  [ -d /proc/self/ ] || { echo; return; }
  for comm in /proc/[0-9]*/comm; do { read -r name <"$comm"; } 2>/dev/null && list="$list $name"; done
  echo "$list"
}
links() { ip -o link 2>/dev/null | while IFS=': @' read -r _ name _; do echo -n " $name"; done; echo; }
sees_ipc() { local list= s; for s in "$@"; do [ "$(act attach "$s")" = ok ] && list="$list $s"; done; echo "$list"; }
sees_shm() { local list= s; for s in "$@"; do [ -e "/dev/shm/$s" ] && list="$list $s"; done; echo "$list"; }
sees_sockets() { local list= s; for s in "$@"; do [ "$(act connect "$s")" = ok ] && list="$list $s"; done; echo "$list"; }
can_mount() { if mount -t tmpfs tmpfs /tmp 2>/dev/null; then umount /tmp; echo true; else echo false; fi; }
can_bind_low() { [ "$(act bind 80)" = ok ] && echo true || echo false; }
can_read_secrets() { yes_no grep -q host /etc/shadow; }
can_write_files() { grep -q host /etc/passwd 2>/dev/null && [ "$(touch_only /etc/passwd)" = ok ] && echo true || echo false; }
can_reach_root() { [ "$(act climb /proc)" = ok ] || [ "$(act escape)" = ok ] && echo true || echo false; }

# The workload: it does what it is told, one line at a time.
workload() { # name
  printf %s "$1" 2>/dev/null >/proc/self/comm
  echo ready
  local line
  while read -r line; do eval "$line"; done
}

# Steps into a root directory of its own: the programs of this machine, nothing else of it.
new_root() { # name
  ROOT=/tmp/.root-$1
  mkdir -p "$ROOT" && mount -t tmpfs -o mode=755 "root-$1" "$ROOT" && fill_root "$ROOT" "$1"
}
bind_in() { # from, to, ro|rw
  local at=$ROOT$2
  if [ -d "$1" ]; then mkdir -p "$at"; else mkdir -p "\${at%/*}" && { [ -e "$at" ] || : >"$at"; }; fi
  mount --rbind "$1" "$at" || return
  [ "$3" = rw ] || read_only "$at"
}
pivot() {
  local lent=
  cd "$ROOT" || return
  # umount(8) reads /proc/self/mountinfo: a box without a procfs is lent one until the old root is gone.
  [ -d proc/self/ ] || { mount --bind "$P" proc && lent=/proc; } || return
  mkdir -p .old && pivot_root . .old && cd / && umount -l /.old && rmdir /.old && { [ -z "$lent" ] || umount -l "$lent"; }
}

# The youngest in a line of processes that each wait for one child: unshare and nsenter stand in front of a workload.
last_of() {
  local pid=$1 child
  while child=; read -r child _ <"$P/$pid/task/$pid/children"; [ -n "$child" ]; do pid=$child; done
  echo "$pid"
}

# Starts a box: its cgroup, its namespaces (the command that follows), then what stands inside.
begin() { # box, command...
  local box=$1 in=/.boxwright/pipes/$1.in out=/.boxwright/pipes/$1.out fd
  shift
  mkfifo "$in" "$out"
  exec {fd}<>"$in"; IN[$box]=$fd
  exec {fd}<>"$out"; OUT[$box]=$fd
  ( exec 3>&-; [ -n "\${BUNDLES:-}" ] || enter_cgroup "$box"; exec "$@" ) <"$in" >"$out" 2>"/.boxwright/pipes/$box.err" &
  JOB[$box]=$!
  local answer= part=
  for _ in {1..100}; do
    # A read that times out half way keeps what it has.
    read -r -t 0.1 -u "\${OUT[$box]}" part && answer=$answer$part && break
    answer=$answer$part
    alive $! || break
  done
  if [ "$answer" = ready ]; then PID[$box]=$(last_of $!); else
    PID[$box]=
    [ -s "/.boxwright/pipes/$box.err" ] && say "note $box: $(tr '\n' ' ' <"/.boxwright/pipes/$box.err")"
  fi
}
# A user namespace is made first and mapped from outside; whoever joins it is root in there.
holder() { # box, then 'inside outside count'
  unshare --user sleep 3600 </dev/null >/dev/null 2>&1 3>&- &
  until [ "$(readlink $P/$!/ns/user)" != "$(readlink $P/1/ns/user)" ] && [ -r $P/$!/uid_map ]; do :; done
  HOLDER[$1]=$!
  echo "$2" 2>/dev/null >"$P/$!/uid_map" && echo "$2" 2>/dev/null >"$P/$!/gid_map" ||
    skip "$1.ids" "this host may not map ids $2"
}

# A veth pair: eth0 in the box, the other end on the host, connected and up. No default route: the game's have none.
wire() { # box, its number, host's end
  [ -n "\${PID[$1]}" ] || return
  local net=$P/\${PID[$1]}/ns/net
  ip link add "$3" type veth peer name eth0 netns "\${PID[$1]}" && ip link set "$3" up && ip addr add "10.8.$2.1/24" dev "$3"
  nsenter --net="$net" sh -c "ip link set eth0 up; ip addr add 10.8.$2.2/24 dev eth0; ip route add 10.9.0.0/24 via 10.8.$2.1"
}
ask() { # box, command: its answer, 'skipped' where the box does not run
  [ -n "\${PID[$1]}" ] || { echo skipped; return; }
  local answer=gone
  echo "$2" >&"\${IN[$1]}"
  read -r -t 10 -u "\${OUT[$1]}" answer
  echo "$answer"
}
# A box that does not run shows nothing.
show() { # fact path, box, command
  [ -z "\${PID[$2]}" ] || say "$1=$(ask "$2" "$3")"
}
# The number by which one box knows another, or a process of the host; one that nobody has, where it knows none.
number() { # sender, target pid
  local mine theirs host
  mine=$(readlink "$P/\${PID[$1]}/ns/pid") theirs=$(readlink "$P/$2/ns/pid") host=$(readlink $P/1/ns/pid)
  if [ "$mine" = "$host" ]; then echo "$2"
  elif [ -n "$theirs" ] && [ "$mine" = "$theirs" ]; then awk '/^NSpid:/ { print $NF }' "$P/$2/status"
  else echo 4194000; fi
}
alive() { [ -n "$1" ] && read -r _ _ state _ <"$P/$1/stat" && [ "$state" != Z ]; } 2>/dev/null
mount_points() { awk '{ print $5 }' $P/1/mountinfo | sort; }

# How a box ended, or that it runs.
ended() { # fact path, box
  if [ -z "\${PID[$2]}" ]; then say "$1.started=false"; return; fi
  say "$1.started=true"
  if alive "\${PID[$2]}"; then say "$1.alive=true"; say "$1.exitCode=-1"; return; fi
  # In the host's pid namespace children outlive a box; crun waits until its cgroup is empty.
  [ -z "\${BUNDLES:-}" ] || kill -9 $(cat "$(cgroup_of pids "$2")/cgroup.procs") 2>/dev/null
  for _ in {1..50}; do alive "\${JOB[$2]}" || break; sleep 0.1; done
  if alive "\${JOB[$2]}"; then
    say "note $2: it ended, and whoever started it still waits"
    kill -9 "\${JOB[$2]}"
    return
  fi
  local code
  wait "\${JOB[$2]}" 2>/dev/null
  code=$?
  # unshare(1) of util-linux 2.38 cannot die of the SIGKILL that its child died of: it says so, and ends with 1.
  [ "$code" = 1 ] && grep -q 'unshare: sigprocmask unblock failed' "/.boxwright/pipes/$2.err" && code=137
  say "$1.exitCode=$code"
  say "$1.alive=false"
}
count_in() { awk -v key="$2" '$1 == key { print $2 }' "$1" 2>/dev/null; } # file, key
oom_kills() { if [ "$CGROUP" = v2 ]; then count_in "$(cgroup_of memory "$1")/memory.events" oom_kill; else count_in "$(cgroup_of memory "$1")/memory.oom_control" oom_kill; fi; }
refused_forks() { count_in "$(cgroup_of pids "$1")/pids.events" max; }
cpu_used() { # microseconds
  if [ "$CGROUP" = v2 ]; then count_in "$(cgroup_of cpu "$1")/cpu.stat" usage_usec
  else echo $(($(cat "$(cgroup_of cpuacct "$1")/cpuacct.usage") / 1000)); fi
}
peak_memory() { # MiB
  local file=memory.max_usage_in_bytes
  [ "$CGROUP" = v2 ] && file=memory.peak
  echo $(($(cat "$(cgroup_of memory "$1")/$file" 2>/dev/null || echo 0) / 1048576))
}
`
