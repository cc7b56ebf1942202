/**
 * The part of an exported script that builds its throw-away host: a machine inside namespaces with a root directory of its
 * own, so that whatever a box does lands there. What it has of the real machine (programs, devices, sysfs) is read-only; one
 * cgroup folder a controller is written to, and removed at the end. Shell functions; `P` is a procfs of the throw-away host that no box can cover.
 */
export const HOST_FUNCTIONS = `
P=/.boxwright/proc
say() { echo "$*" >&3; }
skip() { say "skip $1: $2"; }

# Makes a mount read-only, and every one that lies below it.
read_only() { # mount point
  local point mounts=$P/self/mounts
  [ -r "$mounts" ] || mounts=/proc/self/mounts
  while read -r _ point _; do
    printf -v point %b "$point"
    case $point in "$1" | "$1"/*) mount -o remount,bind,ro "$point" ;; esac
  done <"$mounts"
}

# A root directory whose programs are this machine's, read-only, and whose other files are its own.
fill_root() { # folder, then owner's word for its files
  cd "$1" || return 1
  mkdir -p usr etc dev/shm proc sys tmp root
  chmod 1777 tmp dev/shm
  mount --rbind /usr usr && read_only "$1/usr" 2>/dev/null
  for folder in bin sbin lib lib32 lib64 libx32; do
    if [ -L "/$folder" ]; then cp -P "/$folder" .
    elif [ -d "/$folder" ]; then mkdir -p "$folder" && mount --rbind "/$folder" "$folder" && read_only "$1/$folder" 2>/dev/null; fi
  done
  for file in ld.so.cache ld.so.conf ld.so.conf.d alternatives group nsswitch.conf; do
    [ -e "/etc/$file" ] && cp -r --no-dereference "/etc/$file" etc/ 2>/dev/null
  done
  echo "root:x:0:0:$2:/root:/bin/sh" >etc/passwd
  echo "root:$2" >etc/shadow
  echo "127.0.0.1 localhost # $2" >etc/hosts
  chmod 640 etc/shadow
  for node in null zero full random urandom tty; do
    # Read-only it can be written to as ever, and keeps its owner and mode.
    : >"dev/$node" && mount --bind "/dev/$node" "dev/$node" && mount -o remount,bind,ro "dev/$node" 2>/dev/null
  done
  ln -s /proc/self/fd dev/fd
  cd /
}

# This machine's cgroups to look at, and the folder of this run to write to. A runtime writes on the way there, too.
give_cgroups() { # folder, this machine's
  mount --bind "$2" "$1"
  [ -z "\${BUNDLES:-}" ] || return
  mount -o remount,bind,ro "$1"
  [ -d "$2/$PARENT" ] && mount --bind "$2/$PARENT" "$1/$PARENT"
}

# The throw-away host: first process of new namespaces of every type but cgroup and time.
make_host() { # host name
  local given disk
  [ -n "\${BUNDLES:-}" ] && exec {given}<"$BUNDLES"
  [ -n "$DISK" ] && exec {disk}<"$DISK"
  mount -t tmpfs -o mode=755 host /tmp || exit 3
  fill_root /tmp host || exit 3
  cd /tmp && mkdir -p run var/lib var/tmp srv home mnt opt .boxwright/proc .boxwright/old .boxwright/pipes .boxwright/disk
  mount -t proc proc proc || exit 3
  mount -t proc proc .boxwright/proc || exit 3
  mount -t tmpfs -o mode=1777 shm dev/shm
  mount -t sysfs sysfs sys 2>/dev/null || mount --rbind /sys sys
  read_only /tmp/sys 2>/dev/null
  if [ "$CGROUP" = none ]; then :
  elif [ "$CGROUP" = v2 ]; then give_cgroups sys/fs/cgroup /sys/fs/cgroup
  else
    mount -t tmpfs cgroups sys/fs/cgroup
    for c in $CONTROLLERS devices freezer; do
      [ -d "/sys/fs/cgroup/$c" ] && mkdir "sys/fs/cgroup/$c" && give_cgroups "sys/fs/cgroup/$c" "/sys/fs/cgroup/$c"
    done
  fi
  [ -n "$DISK" ] && mount --bind "/proc/self/fd/$disk" .boxwright/disk && exec {disk}<&-
  [ -n "\${BUNDLES:-}" ] && mkdir .boxwright/given && mount --bind "/proc/self/fd/$given" .boxwright/given &&
    mount -o remount,bind,ro .boxwright/given && BUNDLES=/.boxwright/given
  echo sign >.boxwright/sign
  pivot_root . .boxwright/old && cd / && umount -l /.boxwright/old && rmdir /.boxwright/old
  mount --make-rshared /
  printf systemd >/proc/self/comm
  hostname "$1"
  ip link set lo up
  # The wire: eth0 of this host, and at its other end a network where somebody answers.
  unshare --net sleep 3600 </dev/null >/dev/null 2>&1 3>&- &
  OUTSIDE=$!
  until [ "$(readlink $P/$OUTSIDE/ns/net)" != "$(readlink $P/1/ns/net)" ]; do :; done
  ip link add eth0 type veth peer name eth0 netns "$OUTSIDE" && ip link set eth0 up && ip addr add 10.9.0.1/24 dev eth0
  nsenter --net=$P/$OUTSIDE/ns/net sh -c 'ip link set lo up; ip link set eth0 up; ip addr add 10.9.0.2/24 dev eth0; ip route add 10.8.0.0/16 via 10.9.0.1'
  echo 1 2>/dev/null >/proc/sys/net/ipv4/ip_forward
}

# A process of the host with the pid that the level gives it.
service() { # pid, name, uid, mode of its socket files, what it holds
  local fd thing
  mkfifo "/.boxwright/pipes/.$2" && exec {fd}<>"/.boxwright/pipes/.$2"
  echo $(($1 - 1)) 2>/dev/null >/proc/sys/kernel/ns_last_pid
  perl -e "$ACT" hold "\${@:2}" </dev/null >&"$fd" 2>/dev/null 3>&- &
  SERVICES[$2]=$!
  read -r -t 5 -u "$fd" _
  for thing in "\${@:5}"; do
    [ ! -S "$thing" ] || [ "$(stat -c %u "$thing")" = "$3" ] || skip "$thing" "this host cannot give a socket to uid $3"
  done
}

host_file() { # path, owner, mode
  mkdir -p "\${1%/*}"
  [ -e "$1" ] || echo host >"$1"
  chmod "$3" "$1" && chown "$2:$2" "$1" 2>/dev/null || skip "$1" "this host cannot give a file to uid $2"
}

# Where a box's cgroup of a controller stands; without a box, the parent of them all.
cgroup_of() { # controller, box
  if [ "$CGROUP" = v2 ]; then echo "/sys/fs/cgroup/$PARENT\${2:+/$2}"; else echo "/sys/fs/cgroup/$1/$PARENT\${2:+/$2}"; fi
}

# A cgroup in every controller; cpuset wants its CPUs and memory nodes before anybody may join (v1).
make_cgroup() { # box
  for c in $CONTROLLERS; do
    local at; at=$(cgroup_of "$c" "$1")
    mkdir -p "$at"
    if [ "$CGROUP" = v1 ] && [ "$c" = cpuset ]; then
      for file in cpuset.cpus cpuset.mems; do [ -n "$(cat "$at/$file")" ] || cat "\${at%/*}/$file" >"$at/$file"; done
    fi
  done
}
enter_cgroup() { [ "$CGROUP" = none ] || for c in $CONTROLLERS; do echo 0 >"$(cgroup_of "$c" "$1")/cgroup.procs"; done; }

# Writes a limit: the name and value that v2 knows it by, then v1's.
limit() { # box, v2 file, value, v1 file, value
  [ "$CGROUP" = none ] && { skip "$1.$2" "no cgroup may be written here"; return; }
  local file=$2 value=$3
  [ "$CGROUP" = v1 ] && file=$4 value=$5
  local controller=\${file%%.*}
  echo "$value" 2>/dev/null >"$(cgroup_of "$controller" "$1")/$file" || skip "$1.$file" "the kernel refused '$value'"
}
# A box of the game weighs what it grows by; the shells and programs of a real one get some MiB on top.
limit_memory() { # box, MiB, MiB on top
  local bytes=$((($2 + $3) * 1048576))
  limit "$1" memory.max "$bytes" memory.limit_in_bytes "$bytes"
  # The game's machine has no swap to grow into.
  local at; at=$(cgroup_of memory "$1")
  for file in memory.swap.max memory.swappiness; do [ -w "$at/$file" ] && echo 0 >"$at/$file"; done 2>/dev/null
}
# CPU of the game's machine, on this one: its cores stand for the game's in proportion.
limit_quota() { limit "$1" cpu.max "$(($2 * REAL / CORES)) 100000" cpu.cfs_quota_us "$(($2 * REAL / CORES))"; }
limit_cpuset() { # box, list, how many that are
  local list=$2 count=$(($3 * REAL / CORES))
  [ "$REAL" = "$CORES" ] || list=0-$(((count > 0 ? count : 1) - 1))
  limit "$1" cpuset.cpus "$list" cpuset.cpus "$list"
}
# The disk that files are written to: a limit is on the whole of it, never on a partition.
disk_device() {
  local device; device=$(stat -c %Hd:%Ld /.boxwright/disk 2>/dev/null)
  [ -e "/sys/dev/block/$device/partition" ] && device=$(cat "/sys/dev/block/$device/../dev")
  echo "$device"
}
# The disk's numbers are those of the game divided by DISK_PART.
limit_io() { # box, bytes a second
  local device; device=$(disk_device)
  limit "$1" io.max "$device wbps=$(($2 / DISK_PART))" blkio.throttle.write_bps_device "$device $(($2 / DISK_PART))"
}
shape() { # device, Mbit/s, [the box that it is in]
  local into=
  [ -n "\${3:-}" ] && into="nsenter --net=$P/\${PID[$3]}/ns/net"
  $into tc qdisc add dev "$1" root tbf rate "\${2}mbit" burst 64kbit latency 50ms 2>/dev/null ||
    skip "tc on $1" "no such device, or no tbf in this kernel"
}
# The card of the game's machine: its speed, each way; and somebody outside who takes and gives data.
link_speed() { # Mbit/s
  shape eth0 "$1"
  nsenter --net=$P/$OUTSIDE/ns/net tc qdisc add dev eth0 root tbf rate "\${1}mbit" burst 64kbit latency 50ms 2>/dev/null
  nsenter --net=$P/$OUTSIDE/ns/net perl -e "$ACT" outside </dev/null >/dev/null 2>&1 3>&- &
}
`
