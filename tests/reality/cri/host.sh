#!/bin/bash
# The throw-away host of a containerd: the first process of fresh mnt, uts, ipc, net and pid namespaces. It lives as long
# as its standard input is open (a line there names a process to kill), and the daemon, its shims and all containers end
# with it. What they write lands on file systems that nobody else sees. There is no cgroup namespace: shims would write
# paths that nobody can resolve.
# Arguments: a folder with config.toml, net.d, cni/ and bin/ (programs that are to be found first), the real containerd,
# the folder of the real CNI plugins.
set -eu
folder=$1 containerd=$2 plugins=$3
mkdir "$folder/plugins"
mount --bind "$plugins" "$folder/plugins"
for at in /run /opt /var/lib /var/log; do mount -t tmpfs tmpfs "$at"; done
# Names are looked up in files only, so that no name is found and nothing waits for a server that is out of reach.
echo 'hosts: files' >"$folder/nsswitch.conf"
[ ! -e /etc/nsswitch.conf ] || mount --bind "$folder/nsswitch.conf" /etc/nsswitch.conf
# runc asks for this folder before it looks at what the systemd cgroup driver was given.
mkdir -p /run/systemd/system /opt/cni
cp -r "$folder/cni" /opt/cni/bin
hostname boxwright-node
# The CRI plugin serves exec and logs on 127.0.0.1, and takes the daemon with it where it cannot.
busybox ip link set lo up
mount --make-rshared /
export PATH=$folder/bin:$PATH
# As systemd would, it starts the daemon again when that is gone.
while :; do "$containerd" --config "$folder/config.toml" || sleep 0.1; done >"$folder/containerd.log" 2>&1 &
while read -r pid; do kill -9 "$pid"; done
