/* Other processes: the canary of the lab stands for those of the host. */
#ifndef PARALELO_ATTEMPT_PROCESSES_H
#define PARALELO_ATTEMPT_PROCESSES_H

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "attempt.h"

#ifndef __wasi__
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#endif

/* Whether a file holds the word, zero bytes or not. 1, 0, or -1 with errno. */
static int file_has(const char *path, const char *word) {
  static char text[16384];
  int fd = open(path, O_RDONLY);
  if (fd < 0) return -1;
  ssize_t length = read(fd, text, sizeof text);
  close(fd);
  if (length < 0) return -1;
  size_t size = strlen(word);
  for (size_t at = 0; at + size <= (size_t)length; at++) {
    if (memcmp(text + at, word, size) == 0) return 1;
  }
  return 0;
}

static const char *proc_path(const char *pid, const char *name) {
  static struct line path;
  path.length = 0;
  line_add(&path, "/proc/");
  line_add(&path, pid);
  line_add(&path, name);
  path.text[path.length] = '\0';
  return path.text;
}

/* PID WORD: the canary, and a word of its command line, for another process may have its number here. */
static int try_to_list(char **values) {
  uint64_t count = 0;
  DIR *processes = opendir("/proc");
  if (processes == NULL) return refused(errno, "opendir", "/proc");
  for (struct dirent *entry; (entry = readdir(processes)) != NULL;) {
    if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9') count++;
  }
  closedir(processes);
  if (file_has(proc_path(values[0], "/cmdline"), values[1]) != 1) {
    return unseen("processes-seen", number_text(count));
  }
  return allowed("the canary is among the processes seen:", number_text(count));
}

#ifdef __wasi__

static const char NO_PROCESSES[] = "WASI preview 1 knows no processes but its own";

static int try_to_signal(char **values) {
  (void)values;
  return not_expressible(NO_PROCESSES);
}

#define try_to_trace try_to_signal
#define try_to_fork try_to_signal
#define try_to_fork_until_refused try_to_signal
#define try_to_execute try_to_signal

#else

/* PID: asks whether it may, then tells it to go on, which it does anyway. */
static int try_to_signal(char **values) {
  pid_t pid = (pid_t)atoi(values[0]);
  if (pid <= 1) return unseen("kill", "no process was named");
  if (kill(pid, 0) != 0) return refused(errno, "kill", "");
  if (kill(pid, SIGCONT) != 0) return refused(errno, "kill", "");
  return allowed("signalled the canary", "");
}

enum { NO_REQUEST = 0xffff };

/* PID: stops it, and lets it go at once. */
static int try_to_trace(char **values) {
  pid_t pid = (pid_t)atoi(values[0]);
  if (pid <= 1) return unseen("ptrace", "no process was named");
  if (ptrace(PTRACE_ATTACH, pid, NULL, NULL) != 0) {
    int refusal = errno;
    /* A request that nobody knows, about itself: ESRCH from the kernel, EPERM from a filter. */
    ptrace(NO_REQUEST, getpid(), NULL, NULL);
    return refused(refusal, "ptrace", errno == ESRCH ? "reaches-kernel" : "stopped-before-kernel");
  }
  waitpid(pid, NULL, __WALL);
  ptrace(PTRACE_DETACH, pid, NULL, NULL);
  return allowed("attached to the canary and let it go", "");
}

static int try_to_fork(char **values) {
  (void)values;
  pid_t child = fork();
  if (child < 0) return refused(errno, "fork", "");
  if (child == 0) _exit(0);
  waitpid(child, NULL, 0);
  return allowed("made a process", "");
}

enum { MOST_CHILDREN = 256 };

/* COUNT: that many at most, all of which wait for the one that made them, and are reaped. */
static int try_to_fork_until_refused(char **values) {
  int wanted = atoi(values[0]), made = 0, refusal = 0, gate[2];
  if (wanted > MOST_CHILDREN) wanted = MOST_CHILDREN;
  if (pipe(gate) != 0) return refused(errno, "pipe", "");
  for (; made < wanted; made++) {
    pid_t child = fork();
    if (child < 0) {
      refusal = errno;
      break;
    }
    if (child == 0) {
      char byte;
      close(gate[1]);
      while (read(gate[0], &byte, 1) < 0 && errno == EINTR) continue;
      _exit(0);
    }
  }
  close(gate[1]);
  while (waitpid(-1, NULL, 0) > 0) continue;
  if (made < wanted) return refused(refusal, "fork", number_text((uint64_t)made));
  return allowed("processes at once:", number_text((uint64_t)made));
}

/* Itself, which then says that it worked. */
static int try_to_execute(char **values) {
  (void)values;
  char *const arguments[] = {"probe", "try", "executed", NULL};
  execve("/proc/self/exe", arguments, NULL);
  return refused(errno, "execve", "");
}

#endif

/* NAME PID WORD: a variable of the lab's own, in its environment or in that of the canary. */
static int try_to_read_environment(char **values) {
  const char *value = getenv(values[0]);
  if (value != NULL) return allowed("it was passed on:", values[0]);
  int has = file_has(proc_path(values[1], "/environ"), values[0]);
  if (has == 1) return allowed("read in /proc:", values[0]);
  return has == 0 ? unseen("environ", "") : refused(errno, "environ", "/proc");
}

#endif
