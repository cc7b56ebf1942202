#!/bin/bash
# What a process sees and may do, one `probe=value` a line; the names are those of src/kernel/probes.ts. Started by
# namespaces-host.sh, which gives the sentinel's pid, a folder to act in, and the host's uptime.
errno() {
  case $1 in
    # mount(8) and hostname(1) put EPERM into words of their own.
    *'Operation not permitted'* | mount:*'permission denied.'* | *superuser* | *'must be root'*) echo EPERM ;;
    *'Permission denied'*) echo EACCES ;;
    *'No such process'*) echo ESRCH ;;
    *'Network is unreachable'*) echo ENETUNREACH ;;
    *'Connection refused'*) echo ok ;; # loopback answers; nobody listens
    *'Invalid argument'*) echo EINVAL ;;
    *'No such file'*) echo ENOENT ;;
    '') echo ok ;;
    *) echo "$1" ;;
  esac
}
try() { errno "$("$@" 2>&1 >/dev/null)"; }
yes() { "$@" && echo yes || echo no; }

read -r self _ </proc/self/stat
read -r first </proc/1/comm
read -r uptime _ </proc/uptime
while read -r key value _; do
  case $key in Uid:) uid=$value ;; Gid:) gid=$value ;; CapEff:) caps=$value ;; esac
done </proc/self/status
interfaces=()
while IFS=': ' read -r name _; do
  case $name in Inter-* | face) ;; *) interfaces+=("$name") ;; esac
done </proc/net/dev

echo "own pid is 1=$(yes [ $$ = 1 ])"
echo "parent pid is 0=$(yes [ "$PPID" = 0 ])"
echo "kill of a host process=$(try kill -0 "$SENTINEL")"
echo "ps lists the host=$(yes [ -d "/proc/$SENTINEL" ])"
echo "/proc/self is getpid=$(yes [ "$self" = $$ ])"
echo "/proc/1 is me=$(yes [ "$first $self" = 'bash 1' ])"
if [ ! -d "/proc/$SENTINEL" ]; then root=ENOENT
elif [ -d "/proc/$SENTINEL/root/" ]; then root=ok
else root=EACCES; fi
echo "root of a host process=$root"
echo "interfaces=${interfaces[*]}"
echo "/sys/class/net=$(cd /sys/class/net && echo *)"
echo "tcp to 127.0.0.1=$(errno "$( (: </dev/tcp/127.0.0.1/9) 2>&1)")"
echo "add a bridge=$(try ip link add br0 type bridge)"
for pair in 'shm:SysV shared memory' 'sem:SysV semaphores' 'msg:SysV messages'; do
  objects=0
  while read -r _; do objects=$((objects + 1)); done <"/proc/sysvipc/${pair%%:*}"
  echo "${pair#*:}=$([ $objects -gt 1 ] && echo ok || echo ENOENT)"
done
echo "file in /dev/shm=$([ -f /dev/shm/file ] && echo ok || echo ENOENT)"
echo "uid=$uid"
echo "gid=$gid"
echo "capabilities=$([ $((16#$caps)) = 0 ] && echo none || echo all)"
echo "/proc/uptime=$([ $((${uptime%.*} - BOOT)) -gt 900000 ] && echo offset || echo 'as on the host')"
echo "setgroups=$(try setpriv --clear-groups true)"
echo "read /etc/shadow=$(try cat "$DIR/secret")"
echo "write /etc/hosts=$(try bash -c ": >>$DIR/hosts")"
echo "chown to an unmapped id=$(try chown 70000 "$DIR/mine")"
echo "mknod of a device=$(try mknod "$DIR/null" c 1 3)"
echo "nice -5=$(try nice -n -5 true)"
echo "chroot=$(try chroot / true)"
echo "sethostname=$(try hostname box)"
echo "mount tmpfs=$(try mount -t tmpfs tmpfs "$DIR/leak")"
for type in sysfs proc mqueue cgroup2; do
  echo "mount $type=$(try mount -t $type $type "$DIR/$type")"
done
