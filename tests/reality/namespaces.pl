# Asks the kernel about namespaces. Two parts in one file:
#   perl namespaces.pl host DIR FIRST EVERY CALLER MAP REMOUNT PROPAGATION CGROUP_PROCS
# is the first process of a throw-away host. It starts, in each combination of new namespaces (or from one on each nth),
#   perl namespaces.pl observer
# which prints one 'probe=value' a line under the names of src/kernel/probes.ts, then looks at what reached the host.
use strict; use warnings; no warnings 'portable';
use Socket; use POSIX (); use Fcntl; use Errno;

my $arm = (POSIX::uname())[4] eq 'aarch64';
my %NR = $arm
  ? (mount => 40, umount => 39, sethostname => 161, settimeofday => 170, clock_gettime => 113, mq_open => 180, setgroups => 159, mknodat => 33, unshare => 97)
  : (mount => 165, umount => 166, sethostname => 170, settimeofday => 164, clock_gettime => 228, mq_open => 240, setgroups => 116, mknodat => 259, unshare => 272);
my @TYPES = qw(mnt uts ipc pid net user cgroup time);
my @FLAGS = ('-m', '-u', '-i', '-p', '-n', '-U', '-C', '-T --boottime 1000000 --monotonic 1000000');

sub errno { for my $e (qw(EPERM EACCES ENOENT ESRCH EINVAL EADDRINUSE ECONNREFUSED ENETUNREACH EBUSY ENOPKG ENODEV)) { return $e if $!{$e} } return 'errno ' . ($! + 0) }
sub did { return $_[0] ? 'ok' : errno() }
sub called { my $name = shift; return syscall($NR{$name}, @_) == 0 }
sub mounted { my ($type, $at) = @_; return called('mount', my $s = $type, my $t = $at, my $u = $type, 0, 0) }
sub yes { return $_[0] ? 'yes' : 'no' }
sub slurp { open(my $f, '<', $_[0]) or return ''; local $/; return <$f> // '' }
sub seconds { my ($clock) = @_; my $time = "\0" x 16; syscall($NR{clock_gettime}, $clock, $time); return (unpack 'qq', $time)[0] }
sub links { socket(my $s, PF_INET, SOCK_DGRAM, 0); return join ' ', grep { defined } map { my $r = pack 'Z16 i x20', '', $_; ioctl($s, 0x8910, $r) ? unpack('Z16', $r) : undef } 1 .. 40 }
sub unix_socket { my $path = shift; socket(my $s, PF_UNIX, SOCK_STREAM, 0); return connect($s, pack_sockaddr_un($path)) }
sub bound { my $port = shift; socket(my $s, PF_INET, SOCK_STREAM, 0); return bind($s, pack_sockaddr_in($port, INADDR_ANY)) }
sub fact { print "$_[0]=$_[1]\n" }
# What every machine has its own of, whoever asks.
sub machine { return ((POSIX::uname())[2], slurp('/proc/meminfo') =~ /^(MemTotal.*)/m, scalar(() = slurp('/proc/cpuinfo') =~ /^processor/mg), slurp('/proc/self/status') =~ /^Cpus_allowed:\s*(\S+)/m) }

sub observer {
  my ($dir, $sentinel, $boot) = @ENV{qw(DIR SENTINEL BOOT)};
  if ($ENV{REMOUNT} && !mounted('proc', '/proc')) { fact('refused', errno()); return }
  my ($self) = slurp('/proc/self/stat') =~ /^(\d+)/;
  $self //= 0;
  my $status = slurp('/proc/self/status');
  my ($caps) = $status =~ /^CapEff:\s*(\S+)/m;
  my $same = sub { $_[0] eq $_[1] ? 'as on the host' : 'another' };
  my $offset = sub { abs($_[0] - $boot) > 900_000 ? 'offset' : 'as on the host' };
  fact('own pid is 1', yes($$ == 1));
  fact('parent pid is 0', yes(getppid() == 0));
  fact('kill of a host process', did(kill 0, $sentinel));
  fact('ps lists the host', yes(-d "/proc/$sentinel"));
  fact('/proc/self is getpid', yes($self == $$));
  fact('/proc/1 is me', yes($self == 1 && slurp('/proc/1/cmdline') =~ /observer/));
  fact('root of a host process', -d "/proc/$sentinel" ? did(-d "/proc/$sentinel/root/") : 'ENOENT');
  fact('interfaces', links());
  fact('/proc/net/dev', join ' ', slurp('/proc/net/dev') =~ /^\s*([\w@]+):/mg);
  opendir(my $classes, '/sys/class/net');
  fact('/sys/class/net', join ' ', sort { ($b eq 'lo') <=> ($a eq 'lo') || $a cmp $b } grep { !/^\./ } readdir $classes);
  socket(my $tcp, PF_INET, SOCK_STREAM, 0);
  fact('tcp to 127.0.0.1', connect($tcp, pack_sockaddr_in(9, INADDR_LOOPBACK)) || $!{ECONNREFUSED} ? 'ok' : errno());
  fact('abstract socket', did(unix_socket("\0boxwright-sentinel")));
  fact('path socket', did(unix_socket("$dir/socket")));
  fact('bind to port 80', did(bound(80)));
  fact('bind to a port taken on the host', did(bound(8080)));
  fact('raw socket', did(socket(my $raw, PF_INET, SOCK_RAW, 1)));
  my $bridge = "br0\0";
  my $added = ioctl($tcp, 0x89a0, $bridge);
  fact('add a bridge', did($added));
  ioctl($tcp, 0x89a1, $bridge) if $added;
  fact('SysV shared memory', did(defined shmget(77, 0, 0)));
  fact('SysV semaphores', did(defined semget(77, 0, 0)));
  fact('SysV messages', did(defined msgget(77, 0)));
  fact('POSIX message queue', did(syscall($NR{mq_open}, my $queue = 'boxwright', 0, 0, 0) >= 0));
  fact('file in /dev/shm', did(-f '/dev/shm/file'));
  fact('uid', $<);
  fact('gid', $( + 0);
  fact('capabilities', $caps =~ /^0+$/ ? 'none' : 'all');
  fact('boottime', $offset->(seconds(7)));
  fact('monotonic', $offset->(seconds(1)));
  fact('/proc/uptime', $offset->((split ' ', slurp('/proc/uptime'))[0]));
  fact('realtime', abs(time - $ENV{NOW}) < 100_000 ? 'as on the host' : 'offset');
  my ($release, $memory, $cpuinfo, $allowed) = machine();
  fact('uname -r', $same->($release, $ENV{RELEASE}));
  fact('MemTotal', $same->($memory, $ENV{MEMORY}));
  fact('/proc/cpuinfo', $same->($cpuinfo, $ENV{CPUINFO}));
  fact('nproc', $same->($allowed // $ENV{ALLOWED}, $ENV{ALLOWED}));
  if ($ENV{CGROUP}) { my ($path) = slurp('/proc/self/cgroup') =~ /^$ENV{CGROUP_LINE}:(.*)$/m; fact('cgroup path', $path =~ /\/boxwright-\d+$/ ? '/boxes/box' : $path) }
  open(my $secret, '<', "$dir/secret") ? fact('read /etc/shadow', 'ok') : fact('read /etc/shadow', errno());
  open(my $hosts, '>>', "$dir/hosts") ? fact('write /etc/hosts', 'ok') : fact('write /etc/hosts', errno());
  fact('chown to an unmapped id', did(chown 70000, -1, "$dir/mine"));
  fact('mknod of a device', did(called('mknodat', -100, my $null = "$dir/null", 020666, 0x103)));
  fact('settimeofday', did(called('settimeofday', 0, 0)));
  fact('sethostname', did(called('sethostname', my $name = 'box', 3)));
  fact('mount tmpfs', did(mounted('tmpfs', "$dir/leak")));
  fact("mount $_", did(mounted($_, "$dir/$_"))) for qw(sysfs proc mqueue cgroup2);
  # What changes the asker itself comes last.
  fact('nice -5', did(setpriority(0, 0, -5)));
  fact('chroot', did(chroot '/'));
  fact('setgroups', did(called('setgroups', 0, 0)));
}

# A shifted map is written from outside; whoever is in there becomes root of it and makes the rest.
sub shifted {
  my @command = @_;
  pipe(my $made, my $make); pipe(my $mapped, my $map);
  my $pid = fork;
  if (!$pid) {
    called('unshare', 0x10000000) or POSIX::_exit(9);
    syswrite $make, 'x'; sysread $mapped, my $go, 1;
    POSIX::setgid(0); POSIX::setuid(0);
    exec @command;
  }
  sysread $made, my $done, 1;
  for my $file (qw(uid_map gid_map)) { open my $f, '>', "/proc/$pid/$file"; syswrite $f, "0 100000 65536\n"; close $f }
  syswrite $map, 'x';
  waitpid $pid, 0;
}

sub host {
  my ($dir, $first, $every, $caller, $map, $remount, $propagation, $procs) = @_;
  my ($moved, $group);
  if ($procs) { open $group, '>', $procs or die "$procs: $!"; ($ENV{CGROUP_LINE}) = map { /^(\d+:[^:]*):/ } grep { $procs =~ m{/unified/|/cgroup/boxwright} ? /^0:/ : /:pids:/ } split /\n/, slurp('/proc/self/cgroup'); $ENV{CGROUP} = 1 }
  my $me = slurp($0);
  mounted('tmpfs', $dir) && mounted('sysfs', '/sys') && mounted('tmpfs', '/dev/shm') or die "no throw-away host: $!";
  called('sethostname', my $name = 'host', 4);
  mkdir "$dir/$_" for qw(leak sysfs proc mqueue cgroup2);
  for (['observer.pl', $me, 0644], ['mine', '', 0644], ['secret', 'secret', 0600], ['hosts', 'hosts', 0644]) { my ($file, $text, $mode) = @$_; open my $f, '>', "$dir/$file"; print $f $text; close $f; chmod $mode, "$dir/$file" }
  open my $shm, '>', '/dev/shm/file'; close $shm;
  system 'ip link set lo up; ip link add eth0 type veth peer name eth1; mount --make-rshared /';
  shmget(77, 4096, 01666); semget(77, 1, 01666); msgget(77, 01666);
  umask 0; syscall($NR{mq_open}, my $queue = 'boxwright', O_CREAT | O_RDWR, 0666, 0);
  # The sentinel's pid must be one that no box counts up to.
  for (1 .. 9) { my $pid = fork; POSIX::_exit(0) unless $pid; waitpid $pid, 0 }
  my $sentinel = fork;
  if (!$sentinel) {
    for (['abstract', pack_sockaddr_un("\0boxwright-sentinel")], ['path', pack_sockaddr_un("$dir/socket")]) { socket(my $s, PF_UNIX, SOCK_STREAM, 0); bind $s, $_->[1]; listen $s, 128; push @$moved, $s }
    socket(my $s, PF_INET, SOCK_STREAM, 0); bind $s, pack_sockaddr_in(8080, INADDR_LOOPBACK); listen $s, 1; push @$moved, $s;
    chmod 0777, "$dir/socket";
    while (1) { my $bits = ''; vec($bits, fileno($_), 1) = 1 for @$moved; select($bits, undef, undef, undef); for my $s (@$moved) { my $c; vec($bits, fileno($s), 1) and accept($c, $s) and close $c } }
  }
  select(undef, undef, undef, 0.01) until -S "$dir/socket";
  @ENV{qw(RELEASE MEMORY CPUINFO ALLOWED)} = machine();
  @ENV{qw(DIR SENTINEL BOOT NOW)} = ($dir, $sentinel, seconds(7), time);
  my @as = $caller eq 'ordinary' ? qw(setpriv --reuid 1000 --regid 1000 --clear-groups) : ();
  $| = 1;
  for (my $bits = $first; $bits < 256; $bits += $every) {
    my @chosen = grep { $bits >> $_ & 1 } 0 .. 7;
    my $has = sub { my $type = shift; return grep { $TYPES[$_] eq $type } @chosen };
    my @options = map { $TYPES[$_] eq 'user' ? ($map eq 'root' ? ('-U', '-r') : $map eq 'none' ? '-U' : ()) : split ' ', $FLAGS[$_] } @chosen;
    push @options, '--propagation', $propagation if $has->('mnt');
    my $by_hand = $remount eq 'always' && $has->('pid') && !$has->('mnt');
    push @options, '--mount-proc' if $remount ne 'never' && $has->('pid') && $has->('mnt');
    local $ENV{REMOUNT} = $by_hand ? 1 : 0;
    print "combination=@TYPES[@chosen]\n";
    my @command = (@as, 'unshare', @options, '-f', 'perl', "$dir/observer.pl", 'observer');
    my $pid = fork;
    if (!$pid) {
      if ($group) { syswrite $group, "0\n" }
      open STDERR, '>&', \*STDOUT;
      if ($map eq 'shifted' && $has->('user')) { shifted(@command); POSIX::_exit(0) }
      exec @command;
    }
    waitpid $pid, 0;
    my $broken = !-d "/proc/$sentinel";
    fact('ps works on the host', yes(!$broken));
    called('umount', my $proc = '/proc', 2) if $broken;
    my $now = (POSIX::uname())[1];
    fact('host name reaches the host', yes($now eq 'box'));
    called('sethostname', my $back = 'host', 4) if $now eq 'box';
    fact('a mount shows on the host', yes(slurp('/proc/self/mounts') =~ m{ \Q$dir\E/leak }));
    for my $at (qw(leak sysfs proc mqueue cgroup2)) { 1 while called('umount', my $path = "$dir/$at", 2) }
    unlink "$dir/null"; chown 0, -1, "$dir/mine";
    print "\n";
  }
}

my $part = shift;
$part eq 'host' ? host(@ARGV) : observer();
