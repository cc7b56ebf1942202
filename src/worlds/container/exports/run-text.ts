/** The part of an exported script that plays a case and tells how it went. Shell functions. */
export const RUN_FUNCTIONS = `
did() { # fact path, act id or -, box, command, [fatal]
  local answer; answer=$(ask "$3" "$4")
  [ "$2" = - ] || say "$1.did.$2=$answer"
  [ "$5" = fatal ] && [ "$answer" != ok ] && [ "$answer" != skipped ] && echo 'exit 1' >&"\${IN[$3]}"
}
cpus() { # CPUs of this machine, told in the game's
  local n; n=$(ask "$1" nproc)
  [ "$n" = skipped ] || say "box.$1.sees.cpus=$((n * CORES / REAL))"
}
clock() { # the wall clock belongs to root of the machine itself
  if [ "$CALLER" = 0 ]; then show "box.$1.can.setClock" "$1" '[ "$(act clock)" = ok ] && echo true || echo false'
  else skip "box.$1.can.setClock" "root of this host is an ordinary user of the machine"; fi
}
host_uid() { [ -n "\${PID[$1]}" ] && say "box.$1.sees.hostUid=$(awk '/^Uid:/ { print $3 }' "$P/\${PID[$1]}/status")"; }
leaks_hostname() { # box
  [ -n "\${PID[$1]}" ] || return
  local was leaks=false
  was=$(hostname)
  ask "$1" 'try hostname leak-probe' >/dev/null
  [ "$(hostname)" = leak-probe ] && leaks=true
  ask "$1" "try hostname $(printf %q "$was")" >/dev/null
  say "box.$1.leaks.hostname=$leaks"
}
host_says() { # fact path
  local list= name
  say "$1.hostname=$(hostname)"
  say "$1.psWorks=$([ "$(cat /proc/1/comm 2>/dev/null)" = systemd ] && echo true || echo false)"
  # What a process showed in /proc went with it; nobody deleted it.
  for name in $HOST_FILES; do case $name in /proc/*) ;; *) [ -e "$name" ] || list="$list $name" ;; esac; done
  say "$1.deleted=$list"
  list=
  for name in $HOST_FILES; do
    if grep -q boxwright "$name" || cat /.boxwright/pipes/*.err | grep -qx "opened $(stat -L -c %d:%i "$name")"
    then list="$list $name"; fi
  done 2>/dev/null
  say "$1.overwritten=$list"
  list=
  for name in "\${!SERVICES[@]}"; do alive "\${SERVICES[$name]}" || list="$list $name"; done
  for name in $BOXES; do [ -z "\${PID[$name]}" ] || alive "\${PID[$name]}" || list="$list $name"; done
  say "$1.killed=$list"
  # The game calls the folder that a box makes its root of /newroot.
  say "$1.mounts=$(comm -13 <(echo "$MOUNTS") <(mount_points) | sed 's|^/tmp/\\.root-[^/]*|/newroot|' | tr '\\n' ' ')"
}
load() { # box, memory limit, acts
  alive "\${PID[$1]}" || return
  local words
  words=$(printf ' %q' "$1" "$SPEED" "$(awk "BEGIN { print $REAL / $CORES }")" "$2" "/.boxwright/disk/$1" "$(awk "BEGIN { print 1 / $DISK_PART }")" "\${@:3}")
  BEGAN[$1]=$EPOCHREALTIME CPU[$1]=$(cpu_used "$1")
  echo "exec perl -e \\"\\$LOAD\\"$words" >&"\${IN[$1]}"
}
# Hundredths of a second of CPU: what others took, the hypervisor included, and what nobody wanted. man:proc_stat(5).
elsewhere() { awk -v ours="$(cpu_used '')" '/^cpu / { print $2 + $3 + $4 + $7 + $8 + $9 - ours / 10000, $5 + $6 }' $P/stat; }
# Lets some of the game pass: 30 % more than is asked, for what a load costs to set up, and as long again as others took the
# CPU while none was idle; twice as long at most. How many times what was asked it became is told.
pass() { # seconds of the game
  local began=$EPOCHREALTIME cpus from left
  cpus=$(grep -c '^cpu[0-9]' $P/stat) from=$(elsewhere)
  while
    left=$(echo "$from $(elsewhere)" | awk -v asked="$(awk "BEGIN { print $1 / $SPEED }")" -v cpus="$cpus" \
      -v wall="$(awk "BEGIN { print $EPOCHREALTIME - $began }")" '{
        lost = $4 - $2 < 5 * cpus * wall ? ($3 - $1) / 100 / cpus : 0
        goal = asked * 1.3 + 0.2
        left = goal + (lost < goal ? lost : goal) - wall
        print (left > 0 ? left + 0.01 : 0)
      }')
    [ "$left" != 0 ]
  do sleep "$left"; done
  say "watched=$(awk "BEGIN { print ($EPOCHREALTIME - $began) * $SPEED / $1 }")"
}
cpu_percent() { # fact path, box, cores wanted
  [ -n "\${BEGAN[$2]}" ] && say "$1.cpuPercent=$(awk "BEGIN { printf \\"%d\\", ($(cpu_used "$2") - \${CPU[$2]}) / 10000 / ($EPOCHREALTIME - \${BEGAN[$2]}) / ($3 * $REAL / $CORES) + 0.5 }")"
}
hit_percent() { # fact path, box, useful MiB
  local hits=$(($(peak_memory "$2") * 100 / $3))
  say "$1.hitPercent=$((hits < 100 ? hits : 100))"
}
write_rate() { # fact path, box
  [ -s "/.boxwright/disk/$2.done" ] && say "$1.writeRate=$(cat "/.boxwright/disk/$2.done")"
}
link_rates() { # fact path, box
  [ -s "/.boxwright/disk/$2.7000" ] && say "$1.sendRate=$(cat "/.boxwright/disk/$2.7000")"
  [ -s "/.boxwright/disk/$2.7001" ] && say "$1.receiveRate=$(cat "/.boxwright/disk/$2.7001")"
}
cgroup_says() { # fact path, box
  [ "$CGROUP" = none ] && return
  local kills refused
  local stat periods; stat=$(cgroup_of cpu "$2")/cpu.stat
  periods=$(count_in "$stat" nr_periods)
  [ -n "\${periods#0}" ] && [ -n "\${BEGAN[$2]:-}" ] && say "$1.throttledPercent=$(($(count_in "$stat" nr_throttled) * 100 / periods))"
  kills=$(oom_kills "$2") refused=$(refused_forks "$2")
  [ -n "$kills" ] && say "$1.oomKilled=$([ "$kills" -gt 0 ] && echo true || echo false)"
  [ -n "$refused" ] && say "$1.failedForks=$refused"
}

number_in() { local n; n=$(cat "$1" 2>/dev/null); case $n in '' | *[!0-9]*) ;; *) echo "$n" ;; esac; } # file
came_to_its_memory() { # box, or '' for all of them: within 4 MiB, for what the kernel charges at once
  local at limit=memory.limit_in_bytes peak=memory.max_usage_in_bytes
  [ "$CGROUP" = v2 ] && limit=memory.max peak=memory.peak
  at=$(cgroup_of memory "$1")
  limit=$(number_in "$at/$limit") peak=$(number_in "$at/$peak")
  [ -n "$limit" ] && [ -n "$peak" ] && [ "$peak" -ge $((limit - 4194304)) ]
}
most_tasks() { number_in "$(cgroup_of pids '')/pids.peak"; }
# What the machine itself ran short of; the folder of all boxes stands for it. What cannot be told apart is not told.
host_ran_short() { # fact path
  local box n all=0 own=0 peak max
  peak=$(most_tasks) max=$(number_in "$(cgroup_of pids '')/pids.max")
  if [ -z "$peak" ] || [ -z "$max" ]; then :
  elif [ "$peak" -lt "$max" ]; then say "$1.taskTableFull=false"
  elif [ "$TASKS" -lt "$max" ]; then say "$1.taskTableFull=true"; fi
  for box in $BOXES; do
    n=$(oom_kills "$box")
    [ -n "$n" ] || return
    all=$((all + n))
    came_to_its_memory "$box" || own=$((own + n))
  done
  if [ "$all" = 0 ] || [ "$own" -gt 0 ] || ! came_to_its_memory ''; then say "$1.oomKills=$own"; fi
}

# Everything of one case happens in here, in namespaces that end with it.
inside() { # case
  declare -gA IN OUT PID JOB HOLDER SERVICES BEGAN CPU
  LIB=$(declare -f); export LIB
  make_host "$HOST_NAME"
  make_services
  TASKS=$([ "$CGROUP" = none ] || most_tasks)
  [ -n "\${DEBUG:-}" ] || exec 2>/dev/null
  case_"$1"
}

# Whether another run's shell still lives. One that was killed may wait long for somebody to ask how it ended.
runs_elsewhere() { # pid
  [ "$1" != $$ ] && [ -d "/proc/$1" ] && ! grep -q '^State:[[:space:]]*[ZX]' "/proc/$1/status" 2>/dev/null
}
# Removes the cgroups of runs that are over: this one's, and any whose shell was killed.
clear_cgroups() {
  local folder
  for folder in /sys/fs/cgroup/boxwright-* /sys/fs/cgroup/*/boxwright-*; do
    [ -d "$folder" ] || continue
    runs_elsewhere "\${folder##*-}" && continue
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      find "$folder" -depth -type d -exec rmdir {} + 2>/dev/null
      [ -d "$folder" ] || break
      sleep 0.05
    done
  done
}
clear_disk() {
  local folder
  for folder in "\${TMPDIR:-/var/tmp}"/boxwright-disk-*; do
    [ -d "$folder" ] || continue
    runs_elsewhere "\${folder##*-}" && continue
    rm -rf "$folder"
  done
}

# Ends the host that is up. One that is just being made may not yet die with its maker (unshare --kill-child asks for that
# after its fork), so the maker is held still first, and its child ended by name.
end_room() {
  [ -n "$ROOM" ] && kill -STOP "$ROOM" 2>/dev/null || return 0
  sleep 0.02
  kill -9 $(cat "/proc/$ROOM/task/$ROOM/children" 2>/dev/null) "$ROOM" 2>/dev/null || true
}

# Which cgroups may be written here.
find_cgroups() {
  CGROUP=none CONTROLLERS= ALL=
  [ "$(id -u)" = 0 ] || return
  if mkdir "/sys/fs/cgroup/memory/$PARENT" 2>/dev/null; then
    CGROUP=v1
    for c in cpu cpuacct cpuset memory pids blkio; do [ -d "/sys/fs/cgroup/$c" ] && CONTROLLERS="$CONTROLLERS $c"; done
  elif grep -q memory /sys/fs/cgroup/cgroup.subtree_control 2>/dev/null && mkdir "/sys/fs/cgroup/$PARENT" 2>/dev/null; then
    CGROUP=v2 CONTROLLERS=unified
    for c in cpu cpuset memory pids io; do echo "+$c" 2>/dev/null >"/sys/fs/cgroup/$PARENT/cgroup.subtree_control"; done
  fi
}

# The shells that steer a case lie beside the boxes, in a folder of the same weight: whoever counts the seconds must not
# queue behind those who burn them.
make_steer() {
  STEER=/dev/null
  case $CGROUP in
    v1) mkdir "/sys/fs/cgroup/cpu/boxwright-steer-$$" && STEER=/sys/fs/cgroup/cpu/boxwright-steer-$$ && echo 262144 >"$STEER/cpu.shares" ;;
    v2) mkdir "/sys/fs/cgroup/boxwright-steer-$$" && STEER=/sys/fs/cgroup/boxwright-steer-$$ && echo 10000 >"$STEER/cpu.weight" ;;
  esac 2>/dev/null
  [ "$STEER" = /dev/null ] || STEER=$STEER/cgroup.procs
}

outside() { # cases
  export CALLER PARENT=boxwright-$$ P CGROUP CONTROLLERS DISK= REAL HOST_NAME SPEED CORES DISK_PART STEER HOST_FILES BOXES ACT LOAD
  ROOM=
  trap 'end_room; wait 2>/dev/null; clear_cgroups; clear_disk' EXIT
  trap 'exit 130' INT; trap 'exit 143' TERM; trap 'exit 129' HUP
  CALLER=$(id -u)
  clear_cgroups; clear_disk
  find_cgroups
  REAL=$(nproc); [ "$REAL" -lt "$CORES" ] || REAL=$CORES
  DISK=\${TMPDIR:-/var/tmp}/boxwright-disk-$$; mkdir -m 777 "$DISK"
  say "cgroups=$CGROUP"
  local flags=(--mount --uts --ipc --net --pid --fork --kill-child --propagation private)
  [ "$(id -u)" = 0 ] || flags=(--map-root-user "\${flags[@]}")
  local LIB name
  LIB=$(declare -f)
  if [ "$CGROUP" != none ]; then make_cgroup ''; parent_limits; make_steer; else STEER=/dev/null; fi
  for name; do
    setpriv --pdeathsig KILL bash -c 'echo 0 >"$STEER"; exec "$@"' - unshare "\${flags[@]}" bash -c "$LIB; inside \\"\\$1\\"" - "$name" </dev/null &
    ROOM=$!
    wait "$ROOM"
    # The next case begins with fresh counters.
    [ "$CGROUP" = none ] || for c in $CONTROLLERS; do find "$(cgroup_of "$c" '')" -mindepth 1 -depth -type d -exec rmdir {} + 2>/dev/null; done
    rm -f "$DISK"/* "$DISK"/.[a-z]*
  done
}
`
