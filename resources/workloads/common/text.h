/*
 * Output without stdio: each line is one write(2), so it is seen the moment it is written, and the
 * module stays small enough that its own size does not show in a start.
 */
#ifndef PARALELO_TEXT_H
#define PARALELO_TEXT_H

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

enum { EXIT_WRONG_USAGE = 2, LINE_CAPACITY = 512 };

struct line {
  char text[LINE_CAPACITY];
  size_t length;
};

/* What does not fit is cut; the line break is always kept. */
static inline void line_add(struct line *line, const char *text) {
  while (*text != '\0' && line->length < LINE_CAPACITY - 1) line->text[line->length++] = *text++;
}

static inline void line_add_u64(struct line *line, uint64_t value) {
  char digits[21];
  char *digit = digits + sizeof digits - 1;
  *digit = '\0';
  do {
    *--digit = (char)('0' + value % 10);
    value /= 10;
  } while (value != 0);
  line_add(line, digit);
}

static inline void line_add_hex64(struct line *line, uint64_t value) {
  char digits[17];
  for (int i = 15; i >= 0; i--, value >>= 4) digits[i] = "0123456789abcdef"[value & 15];
  digits[16] = '\0';
  line_add(line, digits);
}

/* Ends the program with 1 when nobody reads any more: there is nowhere left to say so. */
static inline void line_write(struct line *line, int fd) {
  line->text[line->length++] = '\n';
  for (size_t done = 0; done < line->length;) {
    ssize_t written = write(fd, line->text + done, line->length - done);
    if (written >= 0) done += (size_t)written;
    else if (errno != EINTR && errno != EAGAIN) _exit(1);
  }
  line->length = 0;
}

/* One line on stderr: what is wrong, and how it is used. */
static inline int wrong_usage(const char *usage, const char *problem, const char *argument) {
  struct line line = {.length = 0};
  line_add(&line, problem);
  if (argument != NULL) {
    line_add(&line, " \"");
    line_add(&line, argument);
    line_add(&line, "\"");
  }
  line_add(&line, "; usage: ");
  line_add(&line, usage);
  line_write(&line, STDERR_FILENO);
  return EXIT_WRONG_USAGE;
}

#endif
