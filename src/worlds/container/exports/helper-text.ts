/**
 * The one helper of exported scripts: acts for which util-linux has no tool (sockets, SysV memory by key, the errno of a
 * refused call, steady loads), in the Perl that is part of every Debian, Fedora and SUSE base system. It travels in an
 * environment variable, so that no box needs a file for it. Prints `ok` or the name of an error.
 */
export const ACT_HELPER = `
use strict; use Socket; use POSIX (); use Fcntl; use Errno;
my ($verb, @a) = @ARGV;
$| = 1;
sub name_of { for my $e (qw(EPERM EACCES EBUSY ENOENT ESRCH EINVAL EROFS EADDRINUSE ECONNREFUSED ENETUNREACH EAGAIN ENOMEM)) { return $e if $!{$e} } return "errno " . ($! + 0) }
sub told { print $_[0] ? "ok" : name_of(), "\\n" }
# 8080 is a TCP port, @agent an abstract socket, /run/app.sock a socket file.
sub address {
  my ($at, $ip) = @_;
  return (PF_INET, pack_sockaddr_in($at, inet_aton($ip))) if $at =~ /^[0-9]+$/;
  (my $path = $at) =~ s/^@/chr(0)/e;
  return (PF_UNIX, pack_sockaddr_un($path));
}
sub listening { # what, mode of its socket file
  my ($at, $mode) = @_;
  my ($family, $address) = address($at, "0.0.0.0");
  socket(my $s, $family, SOCK_STREAM, 0) or return;
  setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1) if $family == PF_INET;
  bind($s, $address) && listen($s, 16) or return;
  # Not left to the umask: whoever may not write to the file may not connect (man:unix(7)).
  chmod oct($mode // "755"), $at if $at =~ m{^/};
  return $s;
}
sub key_of { return 0x626f0000 + unpack("%16C*", $_[0]) * 257 % 65521 }
sub answer_all { # accepts on every socket it is given, for ever
  while (1) {
    my $bits = "";
    vec($bits, fileno($_), 1) = 1 for @_;
    select(my $ready = $bits, undef, undef, undef) > 0 or next;
    for my $s (@_) { next unless vec($ready, fileno($s), 1); my $c; accept($c, $s) and close $c }
  }
}
if ($verb eq "listen") {
  my $s = listening($a[0]);
  if (!$s) { told(0); exit }
  defined(my $pid = fork) or do { told(0); exit };
  if ($pid) { told(1); POSIX::_exit(0) }
  open STDIN, "<", "/dev/null"; open STDOUT, ">", "/dev/null"; open STDERR, ">", "/dev/null";
  $0 = $a[1];
  answer_all($s);
} elsif ($verb eq "bind") {
  told(listening($a[0]) || $!{EADDRINUSE});
} elsif ($verb eq "connect") {
  my ($family, $address) = address($a[0], "127.0.0.1");
  my $s; told(socket($s, $family, SOCK_STREAM, 0) && connect($s, $address));
} elsif ($verb eq "share") {
  told(defined shmget(key_of($a[0]), 4096, 01000 | 0666));
} elsif ($verb eq "attach") {
  my $id = shmget(key_of($a[0]), 0, 0);
  told(defined $id && shmread($id, my $data, 0, 1));
} elsif ($verb eq "raw") {
  told(socket(my $s, PF_INET, SOCK_RAW, 1));
} elsif ($verb eq "clock") {
  # settimeofday(NULL, NULL): the kernel checks the right to set the clock, and sets nothing.
  my $machine = (POSIX::uname())[4];
  told(syscall($machine eq "aarch64" ? 170 : 164, 0, 0) == 0);
} elsif ($verb eq "escape") {
  # chroot once more, stay outside of it, and walk up.
  my ($folder, $sign) = ("/tmp/.way-out-$$", "/.boxwright/sign");
  exit told(1) if -e $sign;
  mkdir $folder;
  if (!chroot $folder) { told(0) } else { chdir ".." for 1 .. 64; chroot "."; told(-e $sign) }
} elsif ($verb eq "climb") {
  my %seen;
  for my $proc (@a) { open(my $f, ">>", "$proc/1/root/.boxwright/sign") ? ($seen{ok} = 1) : ($seen{name_of()} = 1) }
  print((grep { $seen{$_} } qw(ok EACCES EPERM EROFS ENOENT))[0] // "ENOENT", "\\n");
} elsif ($verb eq "outside") { # the network at the other end: port 7000 takes data, port 7001 gives it
  my @sockets = (listening(7000), listening(7001));
  $SIG{CHLD} = "IGNORE";
  for my $i (0, 1) {
    next if fork;
    while (accept(my $c, $sockets[$i])) {
      next if fork;
      if ($i) { my $data = "x" x 65536; 1 while syswrite $c, $data } else { 1 while sysread $c, my $data, 65536 }
      POSIX::_exit(0);
    }
  }
  sleep 3600;
} elsif ($verb eq "hold") { # a process of the host: hold NAME UID MODE [listen X | share X | post X]...
  my ($name, $uid, $mode, @things) = @a;
  my @sockets;
  while (my ($what, $thing) = splice @things, 0, 2) {
    if ($what eq "listen") { push @sockets, listening($thing, $mode); chown $uid, $uid, $thing if $uid && $thing =~ m{^/} }
    elsif ($what eq "share") { shmget(key_of($thing), 4096, 01000 | 0666) }
    else { open my $f, ">", "/dev/shm/$thing"; chmod 0666, "/dev/shm/$thing" }
  }
  $0 = $name;
  POSIX::setgid($uid), POSIX::setuid($uid) if $uid;
  print "ready\\n"; close STDOUT;
  answer_all(@sockets) if @sockets;
  sleep 3600 while 1;
}
`
