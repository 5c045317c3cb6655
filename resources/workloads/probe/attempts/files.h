/* Files outside of what was granted. Every path is the lab's own and is given by it. */
#ifndef PARALELO_ATTEMPT_FILES_H
#define PARALELO_ATTEMPT_FILES_H

#include <fcntl.h>
#include <unistd.h>

#include "attempt.h"

enum { FIRST_GRANTED = 3, MOST_GRANTED = 16 };

/*
 * A module's library looks for the directory that holds a path and asks the runtime nothing where none does. So it is
 * asked by hand, through each directory there is.
 */
static int open_anyhow(const char *path, int flags) {
  int fd = open(path, flags, 0644);
#ifdef __wasi__
  int refusal = errno;
  for (int dir = FIRST_GRANTED; fd < 0 && dir < MOST_GRANTED; dir++) {
    fd = openat(dir, path, flags, 0644);
    if (fd < 0 && errno == EBADF) break;
    refusal = errno;
  }
  errno = refusal;
#endif
  return fd;
}

/* The first line, as far as it fits. */
static int try_to_read(char **values) {
  char text[65];
  int fd = open_anyhow(values[0], O_RDONLY);
  if (fd < 0) return refused(errno, "open", "");
  ssize_t length = read(fd, text, sizeof text - 1);
  if (length < 0) return refused(errno, "read", "");
  if (length == 0) return unseen("read", "it is empty");
  text[length] = '\0';
  for (char *c = text; *c != '\0'; c++) {
    if (*c == '\n') *c = '\0';
  }
  return allowed("read", text);
}

static int try_to_make(char **values) {
  int fd = open_anyhow(values[0], O_WRONLY | O_CREAT);
  if (fd < 0) return refused(errno, "open", "");
  if (write(fd, "probe\n", 6) != 6) return refused(errno, "write", "");
  return allowed("wrote", "a file");
}

/* A file of the kernel's, opened for writing; nothing is written. */
static int try_to_open_for_writing(char **values) {
  int fd = open_anyhow(values[0], O_WRONLY);
  if (fd < 0) return refused(errno, "open", "");
  close(fd);
  return allowed("opened for writing", values[0]);
}

/* The kernel's memory: one byte of it, which is thrown away. */
static int try_to_peek(char **values) {
  char byte;
  int fd = open_anyhow(values[0], O_RDONLY);
  if (fd < 0) return refused(errno, "open", "");
  ssize_t length = read(fd, &byte, 1);
  if (length < 0) return refused(errno, "read", "");
  return length == 0 ? unseen("read", "it is empty") : allowed("read one byte of", values[0]);
}

#endif
