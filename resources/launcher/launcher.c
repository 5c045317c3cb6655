/*
 * Starts programs at a word, so that the start of a guest does not contain the fork of the lab, a large process.
 *
 * The lab forks once, for a source: this process, with the sockets of SETS programs, four each, from descriptor 3 on.
 * Of each set the first is for control, the others become the program's descriptors 1, 2 and, where it wants a channel, 3.
 *
 *   to the source:    r, or c for a program with a channel: it forks a launcher, which has this set alone
 *   to the lab:       ready
 *   to the launcher:  the order: its size (four bytes, little endian), then strings, each ended by NUL: working directory,
 *                     file for stdin (empty: none), number of arguments, arguments (the first is the program), environment
 *   to the lab:       started PID BEFORE_FORK_NS AFTER_EXEC_NS     or: failed STEP ERRNO
 *   to the launcher:  a, when the lab has looked at the program (which is not reaped before); k, to kill it and its process group
 *   to the lab:       ended AT_NS WAIT_STATUS MAX_RSS_KB USER_US SYSTEM_US
 *
 * Times are CLOCK_MONOTONIC. When the lab is gone, so is the program: each hears of the death of its parent. A source ends
 * once all its sets are used up and their launchers have ended.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "../workloads/common/clock.h"
#include "../workloads/common/text.h"

enum { CONTROL = 3, CHANNEL = 4, CHANNEL_OF_PROGRAM = 3, STACK_BYTES = 64 * 1024, MOST_ORDER_BYTES = 64 << 20 };
enum { FIRST_OF_SETS = 3, SET_SIZE = 4, MOST_SETS = 64 };

struct order {
  char *directory;
  char *stdin_path;
  char **arguments;
  char **environment;
  bool has_channel;
  pid_t parent;
  sigset_t unblocked;
  /* Written by the child, which shares our memory until its exec. */
  volatile int error;
  const char *volatile step;
};

/* A lab that is gone must not end us by SIGPIPE before the program is killed. */
static void tell(struct line *line) {
  line->text[line->length++] = '\n';
  for (size_t done = 0; done < line->length;) {
    ssize_t sent = send(CONTROL, line->text + done, line->length - done, MSG_NOSIGNAL);
    if (sent >= 0) done += (size_t)sent;
    else if (errno != EINTR) return;
  }
}

static void add_number(struct line *line, uint64_t value) {
  line_add(line, " ");
  line_add_u64(line, value);
}

/* Ends us when the lab wants nothing: it has closed its end. */
static void receive(void *to, size_t bytes) {
  for (size_t done = 0; done < bytes;) {
    ssize_t got = read(CONTROL, (char *)to + done, bytes - done);
    if (got > 0) done += (size_t)got;
    else if (got == 0 || errno != EINTR) _exit(0);
  }
}

static char *next_string(char **at, const char *end) {
  char *string = *at;
  if (string >= end) _exit(1);
  *at += strlen(string) + 1;
  return string;
}

static void receive_order(struct order *order) {
  unsigned char size[4];
  receive(size, sizeof size);
  size_t bytes = size[0] | (size_t)size[1] << 8 | (size_t)size[2] << 16 | (size_t)size[3] << 24;
  /* Every string is at least its NUL, so that there are never more strings than bytes. */
  char *text = bytes > MOST_ORDER_BYTES ? NULL : malloc(bytes + 1);
  char **strings = text == NULL ? NULL : calloc(bytes + 2, sizeof *strings);
  if (strings == NULL) _exit(1);
  receive(text, bytes);
  text[bytes] = '\0';

  char *at = text;
  const char *end = text + bytes;
  order->directory = next_string(&at, end);
  order->stdin_path = next_string(&at, end);
  long count = strtol(next_string(&at, end), NULL, 10);
  order->arguments = strings;
  while (count-- > 0) *strings++ = next_string(&at, end);
  *strings++ = NULL;
  order->environment = strings;
  while (at < end) *strings++ = next_string(&at, end);
  *strings = NULL;
}

static int give_up(struct order *order, const char *step) {
  order->error = errno;
  order->step = step;
  _exit(127);
}

/* In the child: makes it the program. Returns only as a formality. */
static int become_program(void *given) {
  struct order *order = given;
  /* The session is this process's own, and apart from the lab's terminal: another one would be made in the time of the start. */
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != order->parent) _exit(127);
  if (order->has_channel) {
    if (dup2(CHANNEL, CHANNEL_OF_PROGRAM) < 0) give_up(order, "channel");
    close(CHANNEL);
  }
  if (order->stdin_path[0] != '\0') {
    int file = open(order->stdin_path, O_RDONLY | O_CLOEXEC);
    if (file < 0) give_up(order, "stdin");
    if (dup2(file, STDIN_FILENO) < 0) give_up(order, "stdin");
  }
  if (chdir(order->directory) < 0) give_up(order, "directory");
  sigprocmask(SIG_SETMASK, &order->unblocked, NULL);
  execve(order->arguments[0], order->arguments, order->environment);
  return give_up(order, "exec");
}

/* As vfork, which shares memory and waits for the exec: musl has no true vfork on every architecture. */
static pid_t start(struct order *order) {
  static char stack[STACK_BYTES] __attribute__((aligned(16)));
  return clone(become_program, stack + sizeof stack, CLONE_VM | CLONE_VFORK | SIGCHLD, order);
}

static void tell_failure(const char *step, int error) {
  struct line line = {.length = 0};
  line_add(&line, "failed ");
  line_add(&line, step);
  add_number(&line, (uint64_t)error);
  tell(&line);
}

static void tell_end(uint64_t at_ns, int status, const struct rusage *usage) {
  struct line line = {.length = 0};
  line_add(&line, "ended");
  add_number(&line, at_ns);
  add_number(&line, (uint64_t)status);
  add_number(&line, (uint64_t)usage->ru_maxrss);
  add_number(&line, (uint64_t)usage->ru_utime.tv_sec * 1000000 + (uint64_t)usage->ru_utime.tv_usec);
  add_number(&line, (uint64_t)usage->ru_stime.tv_sec * 1000000 + (uint64_t)usage->ru_stime.tv_usec);
  tell(&line);
}

static bool has_ended(pid_t pid) {
  siginfo_t info = {.si_pid = 0};
  return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid;
}

/* It is not reaped yet: its number is still its own. */
static void end_program(pid_t pid) {
  if (kill(-pid, SIGKILL) < 0) kill(pid, SIGKILL);
}

/* Until the program has ended and the lab has seen it. Whoever ends us, or is gone, ends the program first. */
static void watch(pid_t pid, int signals) {
  struct pollfd events[] = {{.fd = signals, .events = POLLIN}, {.fd = CONTROL, .events = POLLIN}};
  uint64_t ended_ns = 0;
  bool is_seen = false;
  while (ended_ns == 0 || !is_seen) {
    if (poll(events, 2, -1) < 0) continue;
    if (ended_ns == 0 && has_ended(pid)) ended_ns = clock_ns(CLOCK_MONOTONIC);
    if (events[0].revents != 0) {
      struct signalfd_siginfo signal;
      if (read(signals, &signal, sizeof signal) == sizeof signal && signal.ssi_signo != SIGCHLD) end_program(pid);
    }
    if (events[1].revents != 0) {
      char word = 'k';
      ssize_t got = read(CONTROL, &word, 1);
      if (got < 0 && errno == EINTR) continue;
      if (word == 'k') end_program(pid);
      if (word == 'a' || got <= 0) is_seen = true;
      if (got <= 0) events[1].fd = -1;
    }
  }
  int status;
  struct rusage usage;
  if (wait4(pid, &status, 0, &usage) == pid) tell_end(ended_ns, status, &usage);
}

/* One program, from the word that it is wanted until it has ended. */
static int launch(bool has_channel) {
  static struct order order;
  order.has_channel = has_channel;
  order.parent = getpid();
  struct line ready = {.length = 0};
  line_add(&ready, "ready");
  tell(&ready);
  receive_order(&order);

  sigset_t heard;
  sigemptyset(&heard);
  sigaddset(&heard, SIGCHLD);
  sigaddset(&heard, SIGTERM);
  sigaddset(&heard, SIGINT);
  sigaddset(&heard, SIGHUP);
  sigprocmask(SIG_BLOCK, &heard, &order.unblocked);
  int signals = signalfd(-1, &heard, SFD_CLOEXEC);
  if (signals < 0) {
    tell_failure("signalfd", errno);
    return 1;
  }

  uint64_t before_fork_ns = clock_ns(CLOCK_MONOTONIC);
  pid_t pid = start(&order);
  uint64_t after_exec_ns = clock_ns(CLOCK_MONOTONIC);
  if (pid < 0 || order.step != NULL) {
    tell_failure(pid < 0 ? "fork" : order.step, pid < 0 ? errno : order.error);
    return 1;
  }
  /* From now on these are the program's alone: the lab hears when it closes them. */
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) close(fd);
  if (order.has_channel) close(CHANNEL);
  struct line started = {.length = 0};
  line_add(&started, "started");
  add_number(&started, (uint64_t)pid);
  add_number(&started, before_fork_ns);
  add_number(&started, after_exec_ns);
  tell(&started);
  watch(pid, signals);
  return 0;
}

/* In the child of the source: has the set `first` in the places that the launcher knows, and nothing of the others. */
static void take_set(int first, int sets, bool has_channel) {
  dup2(first + 1, STDOUT_FILENO);
  dup2(first + 2, STDERR_FILENO);
  dup2(first, CONTROL);
  if (has_channel) dup2(first + 3, CHANNEL);
  for (int fd = has_channel ? CHANNEL + 1 : CHANNEL; fd < FIRST_OF_SETS + sets * SET_SIZE; fd++) close(fd);
  fcntl(CONTROL, F_SETFD, FD_CLOEXEC);
}

static void fork_launcher(int first, int sets, bool has_channel, const sigset_t *usual) {
  pid_t source = getpid();
  pid_t pid = fork();
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != source) _exit(1);
    signal(SIGCHLD, SIG_DFL);
    sigprocmask(SIG_SETMASK, usual, NULL);
    setsid();
    take_set(first, sets, has_channel);
    _exit(launch(has_channel));
  }
}

/* The set is the launcher's from now on; where there is none the lab sees it closed. */
static void let_go(int first) {
  for (int fd = first; fd < first + SET_SIZE; fd++) close(fd);
}

static void wake(int signal) {
  (void)signal;
}

/* SIGCHLD comes while we wait for a word, and at no other time. */
static void hear_of_launchers(sigset_t *usual) {
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(SIG_BLOCK, &children, usual);
  struct sigaction action = {.sa_handler = wake};
  sigaction(SIGCHLD, &action, NULL);
}

/* By us and not by the kernel: what a program used is then told to whoever waits for us, as time(1) does for the lab. */
static void reap_launchers(void) {
  while (waitpid(-1, NULL, WNOHANG) > 0) continue;
}

int main(int count, char **arguments) {
  long sets = count == 2 ? strtol(arguments[1], NULL, 10) : 0;
  if (sets < 1 || sets > MOST_SETS) return EXIT_WRONG_USAGE;
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  sigset_t usual;
  hear_of_launchers(&usual);
  struct pollfd controls[MOST_SETS];
  for (int set = 0; set < sets; set++) controls[set] = (struct pollfd){.fd = FIRST_OF_SETS + set * SET_SIZE, .events = POLLIN};
  for (long left = sets; left > 0;) {
    if (ppoll(controls, (nfds_t)sets, NULL, &usual) < 0) {
      reap_launchers();
      continue;
    }
    for (int set = 0; set < sets; set++) {
      if (controls[set].fd < 0 || controls[set].revents == 0) continue;
      int first = controls[set].fd;
      char word = '\0';
      if (read(first, &word, 1) < 0 && errno == EINTR) continue;
      if (word == 'r' || word == 'c') fork_launcher(first, (int)sets, word == 'c', &usual);
      let_go(first);
      controls[set].fd = -1;
      left -= 1;
    }
  }
  while (wait(NULL) >= 0 || errno == EINTR) continue;
  return 0;
}
