/**
 * The second half of the helper: a workload that uses resources over time. Its arguments are the time factor (game
 * seconds in one real second), the CPU factor (cores of this machine for one of the game's), the memory limit in MiB (0 is
 * none), a file for disk writes and the disk factor, then its acts, one an argument.
 */
export const LOAD_HELPER = `
use strict; use Socket; use POSIX ();
my ($name, $speed, $cpu, $limit, $file, $disk, @acts) = @ARGV;
$0 = $name; $| = 1;
my @memory;
my $mib = "x" x 1048576;
sub nap { select(undef, undef, undef, $_[0]) if $_[0] > 0 }
sub now { return (POSIX::times())[0] / 100 }
sub beside { my $code = shift; my $pid = fork; if (defined $pid && !$pid) { $0 = $name; $code->(); POSIX::_exit(0) } return $pid }
sub grow { # to so many MiB, by a rate
  my ($to, $rate) = @_;
  my $began = now(); my $had = @memory;
  while (@memory < $to) { push @memory, $mib . ""; nap($began + (@memory - $had) / ($rate * $speed) - now()) }
}
sub tasks { # so many, by a rate; a refused one is tried again
  my ($count, $rate) = @_;
  my $began = now(); my $done = 0;
  while ($done < $count) {
    my $pid = fork;
    if (!defined $pid) { nap(1 / $speed); next }
    if (!$pid) { sleep 3600 while 1 }
    $done++;
    nap($began + $done / ($rate * $speed) - now());
  }
}
# A fork copies page tables, 2 KiB for each MiB, which no thread would do: who grows before it has threads leaves them to a
# helper that stays small.
sub spawner {
  pipe(my $asked, my $asks) && pipe(my $told, my $tells) or return;
  defined(my $pid = fork) or return;
  if (!$pid) { $0 = $name; close $asks; while (<$asked>) { tasks(split); syswrite $tells, "\\n" } POSIX::_exit(0) }
  return sub { syswrite $asks, "@_\\n"; sysread $told, my $done, 1 };
}
sub bomb { while (1) { my $pid = fork; nap(1 / $speed) } }
sub burn_one { # a share of one core; ends when its work is done, if there is an end
  my ($share, $work) = @_;
  my $used = sub { my (undef, $u, $s) = POSIX::times(); return ($u + $s) / 100 };
  my ($began, $first) = (now(), $used->());
  while (!$work || $used->() - $first < $work) {
    for (1 .. 20000) { my $x = $_ * 3 }
    nap(0.01) if $share < 1 && ($used->() - $first) > $share * (now() - $began);
  }
}
sub burn {
  my ($cores, $work) = @_;
  my $real = $cores * $cpu; my $threads = POSIX::ceil($real - 0.001);
  my @pids = map { beside(sub { burn_one($real / $threads, $work ? $work * $cpu / $speed / $threads : 0) }) } 1 .. $threads;
  if ($work) { waitpid $_, 0 for @pids }
}
sub writes {
  my ($rate, $total, $how) = @_;
  my $left = $total ? $total * $disk / $speed : 9e9;
  my $began = now(); my $done = 0; my $chunk = $rate * $disk / 10;
  my @flags = $how eq "direct" ? ("oflag=direct") : ("conv=notrunc");
  while ($done < $left) {
    my $k = POSIX::ceil(($chunk < $left - $done ? $chunk : $left - $done) * 1000 / 64);
    my $pid = fork; if (!$pid) { open STDERR, ">", "/dev/null"; exec "dd", "if=/dev/zero", "of=$file", "bs=64k", "count=$k", @flags }
    waitpid $pid, 0;
    $done += $k * 64 * 1.024 / 1000;
    nap($began + $done / ($rate * $disk) - now());
    open my $f, ">", "$file.done"; print $f int($done / $disk / (now() - $began + 0.0001) + 0.5); close $f;
  }
}
sub stream { # to the network outside, or from it
  my ($port, $rate, $total) = @_;
  my $left = $total ? $total / $speed : 9e9;
  my $s; socket($s, PF_INET, SOCK_STREAM, 0) && connect($s, pack_sockaddr_in($port, inet_aton("10.9.0.2"))) or return;
  my ($began, $done, $told) = (now(), 0, 0);
  my $data = "x" x 16384;
  while ($done < $left) {
    my $n = $port == 7000 ? syswrite($s, $data) : sysread($s, $data, 16384);
    last unless $n;
    $done += $n * 8 / 1e6;
    my $took = now() - $began;
    if ($took - $told > 0.1) { $told = $took; open my $f, ">", "$file.$port"; print $f int($done / $took + 0.5); close $f }
    nap($done / $rate - $took);
  }
}
my $threads = "@acts" =~ /\\bgrow\\b.*\\btasks\\b/ && spawner() || \\&tasks;
for my $act (@acts) {
  my ($verb, @a) = split / /, $act;
  if ($verb eq "grow") { grow(@a) }
  elsif ($verb eq "fill") { my ($useful, $rate) = @a; beside(sub { grow($limit ? $limit : 9e9, $rate); sleep 3600 while 1 }) }
  elsif ($verb eq "tasks") { $threads->(@a) }
  elsif ($verb eq "workers") { my ($each, $rate) = @a; my $n = int(qx(nproc) / $cpu + 0.5); tasks($n, $n); grow($n * $each, $rate) }
  elsif ($verb eq "bomb") { bomb() }
  elsif ($verb eq "burn") { burn(@a) }
  elsif ($verb eq "write") { my @w = @a; $w[1] ? writes(@w) : beside(sub { writes(@w) }) }
  elsif ($verb eq "send" || $verb eq "receive") {
    my @w = ($verb eq "send" ? 7000 : 7001, @a);
    $w[2] ? stream(@w) : beside(sub { stream(@w) });
  }
  elsif ($verb eq "wait") { nap($a[0] / $speed) }
  elsif ($verb eq "exit") { exit $a[0] }
}
sleep 3600 while 1;
`
