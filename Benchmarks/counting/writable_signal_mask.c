// Preloaded while instructions are counted.
//
// A Swift program whose main() is async waits in sigsuspend(), with a mask in read-only memory. Valgrind 3.19 changes
// the caller's mask in place and dies of it; this gives it a copy that may be changed.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, _NSIG / 8);
}
