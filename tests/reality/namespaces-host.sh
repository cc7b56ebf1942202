#!/bin/bash
# A throw-away host: the first process of fresh namespaces of every type but user. It starts namespaces-observer.sh in
# each of the 256 combinations and prints, for each, the combination and one `probe=value` a line, then an empty line.
# Arguments: this folder, an empty folder to mount over, 1 for
# every combination or n for each nth, root or ordinary for the caller, the propagation of a new mount namespace, then
# the options of unshare for a new user namespace.
set -u
export LC_ALL=C
here=$1 dir=$2 every=$3 caller=$4 propagation=$5
shift 5
as=()
[ "$caller" = ordinary ] && as=(setpriv --reuid 1000 --regid 1000 --clear-groups)

mount -t tmpfs tmpfs "$dir" || exit 3
mount -t sysfs sysfs /sys || exit 3
mount -t tmpfs tmpfs /dev/shm || exit 3
hostname host
mkdir "$dir/leak" "$dir/sysfs" "$dir/proc" "$dir/mqueue" "$dir/cgroup2"
# An ordinary caller may not be able to read the folder that this lies in.
cp "$here/namespaces-observer.sh" "$dir/observer.sh"
touch "$dir/mine"
(umask 077 && echo secret >"$dir/secret")
echo hosts >"$dir/hosts"
echo shared >/dev/shm/file
ip link set lo up 2>/dev/null && ip link add eth0 type veth peer name eth1 2>/dev/null
ipcmk -M 4096 >/dev/null && ipcmk -S 1 >/dev/null && ipcmk -Q >/dev/null
mount --make-rshared /

# The sentinel's pid must be one that no box counts up to.
for _ in 1 2 3 4 5 6 7 8 9; do (:); done
sleep 600 &
export SENTINEL=$! DIR=$dir BOOT
read -r BOOT _ </proc/uptime
BOOT=${BOOT%.*}

types=(mnt uts ipc pid net user cgroup time)
flags=(-m -u -i -p -n -U -C '-T --boottime 1000000 --monotonic 1000000')
for ((bits = 0; bits < 256; bits += every)); do
  chosen=() options=()
  for i in 0 1 2 3 4 5 6 7; do
    ((bits >> i & 1)) || continue
    chosen+=("${types[i]}")
    # shellcheck disable=SC2206 -- the words of a flag
    [ "${types[i]}" = user ] && options+=("$@") || options+=(${flags[i]})
  done
  ((bits & 1)) && options+=(--propagation "$propagation")
  ((bits & 1)) && ((bits & 8)) && options+=(--mount-proc)
  echo "combination=${chosen[*]}"
  "${as[@]}" unshare "${options[@]}" -f bash "$dir/observer.sh" 2>&1
  read -r name </proc/sys/kernel/hostname
  echo "host name reaches the host=$([ "$name" = box ] && echo yes || echo no)"
  [ "$name" = box ] && hostname host
  leaks=no
  while read -r _ at _; do [ "$at" = "$dir/leak" ] && leaks=yes; done </proc/self/mounts
  echo "a mount shows on the host=$leaks"
  for at in leak sysfs proc mqueue cgroup2; do umount "$dir/$at" 2>/dev/null; done
  ps -p 1 >/dev/null 2>&1 && echo 'ps works on the host=yes' || echo 'ps works on the host=no'
  rm -f "$dir/null"
  chown 0 "$dir/mine"
  ip link del br0 2>/dev/null
  echo
done
