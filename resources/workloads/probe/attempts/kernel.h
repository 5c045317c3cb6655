/* The kernel's own switches. Where EPERM may come from two walls, a second call tells them apart. */
#ifndef PARALELO_ATTEMPT_KERNEL_H
#define PARALELO_ATTEMPT_KERNEL_H

#include "attempt.h"

#ifdef __wasi__

static int try_to_mount(char **values) {
  (void)values;
  return not_expressible("WASI preview 1 has no call for it: it knows no kernel");
}

#define try_to_load_module try_to_mount

/* The tiny module of the lab does this; a program cannot even be linked with it. */
static int try_undefined_import(char **values) {
  (void)values;
  return not_expressible("a program that calls what WASI lacks is refused when it is linked");
}

#else

#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

static volatile uintptr_t nowhere_of_kernel = 8;

/* PATH of a directory of the lab's. The kernel copies the names before it looks at capabilities: a bad pointer is
   EFAULT from the kernel, and EPERM from a filter that does not let the call through. */
static int try_to_mount(char **values) {
  if (mount("none", values[0], "tmpfs", MS_NOSUID | MS_NODEV, "size=4096") == 0) {
    umount2(values[0], MNT_DETACH);
    return allowed("mounted a tmpfs", "");
  }
  int refusal = errno;
  const char *bad = (const char *)nowhere_of_kernel;
  syscall(SYS_mount, bad, bad, bad, 0, bad);
  return refused(refusal, "mount", errno == EFAULT ? "reaches-kernel" : "stopped-before-kernel");
}

/* An empty image: the kernel that would take one calls it no module. */
static int try_to_load_module(char **values) {
  (void)values;
  syscall(SYS_init_module, "", 0UL, "");
  if (errno == ENOEXEC) return allowed("the kernel looked at the module", "(an empty one: ENOEXEC)");
  return refused(errno, "init_module", "");
}

/* A number that no kernel has given to a call. */
static int try_undefined_import(char **values) {
  (void)values;
  syscall(65000);
  return refused(errno, "syscall-65000", "");
}

#endif
#endif
