/*
 * What every attempt has: its values, and the one line that says what came of it. `trying ID` is written before, so
 * that a kill or a trap in between is a result as well.
 */
#ifndef PARALELO_ATTEMPT_H
#define PARALELO_ATTEMPT_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>

#include "../../common/text.h"

struct attempt {
  const char *id;
  int (*try)(char **values);
};

/* How many values follow the attempt's name at most; those that are not given are empty. */
enum { MOST_VALUES = 4 };

static const char *attempt_id = "";

/* The names of all that a refusal may be; what is none of them is told by its number. */
static const char *errno_name(int number) {
  static const struct {
    int number;
    const char *name;
  } names[] = {
      {EPERM, "EPERM"},   {ENOENT, "ENOENT"}, {ESRCH, "ESRCH"},     {EIO, "EIO"},
      {ENXIO, "ENXIO"},   {EBADF, "EBADF"},   {EAGAIN, "EAGAIN"},   {ENOMEM, "ENOMEM"},
      {EACCES, "EACCES"}, {EFAULT, "EFAULT"}, {EEXIST, "EEXIST"},   {ENODEV, "ENODEV"},
      {EINVAL, "EINVAL"}, {ELOOP, "ELOOP"},   {EROFS, "EROFS"},     {ENOSYS, "ENOSYS"},
      {EBUSY, "EBUSY"},   {ENOTSUP, "ENOTSUP"}, {ENOEXEC, "ENOEXEC"}, {ENOTDIR, "ENOTDIR"},
      {EISDIR, "EISDIR"}, {EADDRINUSE, "EADDRINUSE"}, {ECONNREFUSED, "ECONNREFUSED"},
      {ENETUNREACH, "ENETUNREACH"}, {EHOSTUNREACH, "EHOSTUNREACH"}, {ETIMEDOUT, "ETIMEDOUT"},
      {EADDRNOTAVAIL, "EADDRNOTAVAIL"},
#ifdef __wasi__
      {ENOTCAPABLE, "ENOTCAPABLE"},
#endif
  };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (names[i].number == number) return names[i].name;
  }
  static struct line other;
  other.length = 0;
  line_add(&other, "errno-");
  line_add_u64(&other, (uint64_t)number);
  other.text[other.length] = '\0';
  return other.text;
}

static void say(const char *verdict, const char *first, const char *second, const char *third) {
  struct line line = {.length = 0};
  line_add(&line, verdict);
  line_add(&line, " ");
  line_add(&line, attempt_id);
  const char *parts[] = {first, second, third};
  for (int i = 0; i < 3; i++) {
    if (parts[i][0] == '\0') continue;
    line_add(&line, " ");
    line_add(&line, parts[i]);
  }
  line_write(&line, STDOUT_FILENO);
}

static inline int allowed(const char *what, const char *more) {
  say("allowed", what, more, "");
  return 0;
}

/* By an errno. `more` is what else was tried to tell who refused. */
static inline int refused(int number, const char *call, const char *more) {
  say("refused", errno_name(number), call, more);
  return 0;
}

/* Without an errno: it was not there to be seen. */
static inline int unseen(const char *call, const char *more) {
  say("refused", "-", call, more);
  return 0;
}

static inline int not_expressible(const char *why) {
  say("not-expressible", why, "", "");
  return 0;
}

static inline const char *number_text(uint64_t number) {
  static struct line line;
  line.length = 0;
  line_add_u64(&line, number);
  line.text[line.length] = '\0';
  return line.text;
}

#endif
