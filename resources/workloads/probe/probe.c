/*
 * The lab's own tool: its first argument says what it does, so that one program can ask a runtime every
 * question of the conformance suite. It prints what it saw and judges nothing.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "../common/clock.h"
#include "../common/options.h"
#include "../common/text.h"
#include "attempts/all.h"

static const char USAGE[] =
    "probe args|env|cat|exit N|streams|read FILE|write FILE TEXT|reach PATH...|flood SIZE|"
    "trap unreachable|bounds|division|grow SIZE|spin|sleep TIME|clock|random|try ATTEMPT [VALUE...]";

enum { EXIT_FAILED = 1, EXIT_REFUSED = 7, MEBI = 1 << 20, SMALLEST_PAGE_BYTES = 4096 };

extern char **environ;

static void print(const char *first, const char *second, const char *third) {
  struct line line = {.length = 0};
  line_add(&line, first);
  line_add(&line, second);
  line_add(&line, third);
  line_write(&line, STDOUT_FILENO);
}

/* All of it, however little of it is taken at a time. */
static bool write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno != EINTR && errno != EAGAIN) return false;
    if (written < 0) continue;
    bytes += written;
    length -= (size_t)written;
  }
  return true;
}

static int copy(int from) {
  static char chunk[65536];
  for (;;) {
    ssize_t length = read(from, chunk, sizeof chunk);
    if (length == 0) return 0;
    if (length < 0 && errno == EINTR) continue;
    if (length < 0 || !write_all(STDOUT_FILENO, chunk, (size_t)length)) return EXIT_FAILED;
  }
}

static int failed(const char *what) {
  print(what, " failed: ", strerror(errno));
  return EXIT_FAILED;
}

static int read_file(const char *path) {
  int fd = open(path, O_RDONLY);
  return fd < 0 ? failed("open") : copy(fd);
}

static int write_file(const char *path, const char *text) {
  int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (fd < 0) return failed("open");
  if (!write_all(fd, text, strlen(text)) || close(fd) != 0) return failed("write");
  print("written", "", "");
  return 0;
}

/* What is open or can be opened without anybody having granted it: the descriptors, then the paths. */
static int reach(char **paths) {
  struct stat seen;
  for (int fd = 3; fd < 16; fd++) {
    struct line line = {.length = 0};
    if (fstat(fd, &seen) != 0) continue;
    line_add(&line, "descriptor ");
    line_add_u64(&line, (uint64_t)fd);
    line_add(&line, S_ISDIR(seen.st_mode) ? " is a directory" : " is open");
    line_write(&line, STDOUT_FILENO);
  }
  for (; *paths != NULL; paths++) {
    int fd = open(*paths, O_RDONLY);
    if (fd >= 0) print("opened ", *paths, "");
    else print("refused ", *paths, "");
    if (fd >= 0) close(fd);
  }
  return 0;
}

/* Blocks of 64 KiB, each numbered: a byte lost, doubled or out of its place changes the whole. */
static int flood(uint64_t bytes) {
  static char block[65536];
  for (size_t i = 0; i < sizeof block; i++) block[i] = (char)('a' + i % 26);
  for (uint64_t number = 0; bytes > 0; number++) {
    for (int i = 15; i >= 0; i--) block[15 - i] = "0123456789abcdef"[number >> (4 * i) & 15];
    size_t length = bytes < sizeof block ? (size_t)bytes : sizeof block;
    if (!write_all(STDOUT_FILENO, block, length)) return EXIT_FAILED;
    bytes -= length;
  }
  return 0;
}

/* Read at run time, so that no compiler may draw its conclusions from what must not be done. */
static volatile int zero = 0;
static volatile uintptr_t nowhere = 0xfffffff0;

static int trap(const char *kind) {
  if (strcmp(kind, "unreachable") == 0) __builtin_trap();
  if (strcmp(kind, "bounds") == 0) return *(volatile int *)nowhere;
  if (strcmp(kind, "division") == 0) return 1234567 / zero;
  return wrong_usage(USAGE, "there is no trap", kind);
}

/* Where every block ends up, so that no compiler may leave the allocation out. */
static void *volatile newest_block;

static int grow(uint64_t to_bytes) {
  for (uint64_t held_bytes = 0; held_bytes < to_bytes; held_bytes += MEBI) {
    volatile unsigned char *block = newest_block = malloc(MEBI);
    if (block == NULL) {
      struct line line = {.length = 0};
      line_add(&line, "refused at ");
      line_add_u64(&line, held_bytes);
      line_add(&line, " bytes");
      line_write(&line, STDOUT_FILENO);
      return EXIT_REFUSED;
    }
    for (size_t at = 0; at < MEBI; at += SMALLEST_PAGE_BYTES) block[at] = 0xa5;
  }
  print("all of it", "", "");
  return 0;
}

static _Noreturn void spin(void) {
  print("spinning", "", "");
  for (;;) zero = 0;
}

/* A clock that stands still is given up after so many looks. */
static bool goes_forward(clockid_t clock) {
  uint64_t begin_ns = clock_ns(clock);
  for (int look = 0; look < 10 * 1000 * 1000; look++) {
    if (clock_ns(clock) > begin_ns) return true;
  }
  return false;
}

static int clocks(void) {
  struct line line = {.length = 0};
  line_add(&line, "realtime ");
  line_add_u64(&line, clock_ns(CLOCK_REALTIME));
  line_write(&line, STDOUT_FILENO);
  print("realtime ", goes_forward(CLOCK_REALTIME) ? "goes forward" : "stands still", "");
  print("monotonic ", goes_forward(CLOCK_MONOTONIC) ? "goes forward" : "stands still", "");
  return 0;
}

static int draw(void) {
  uint64_t draws[4];
  if (getentropy(draws, sizeof draws) != 0) return failed("getentropy");
  for (int i = 0; i < 4; i++) {
    struct line line = {.length = 0};
    line_add_hex64(&line, draws[i]);
    line_write(&line, STDOUT_FILENO);
  }
  return 0;
}

static int print_all(const char *before, char **texts, const char *after) {
  for (; *texts != NULL; texts++) {
    if (!write_all(STDOUT_FILENO, before, strlen(before))) return EXIT_FAILED;
    if (!write_all(STDOUT_FILENO, *texts, strlen(*texts))) return EXIT_FAILED;
    if (!write_all(STDOUT_FILENO, after, strlen(after))) return EXIT_FAILED;
  }
  return 0;
}

/* What needs a value after its name. */
static int with_value(const char *what, char **values) {
  const char *value = values[0];
  uint64_t number;
  if (strcmp(what, "read") == 0) return read_file(value);
  if (strcmp(what, "write") == 0) return write_file(value, values[1] == NULL ? "" : values[1]);
  if (strcmp(what, "trap") == 0) return trap(value);
  if (strcmp(what, "try") == 0) {
    int code = try_one(value, values + 1);
    return code >= 0 ? code : wrong_usage(USAGE, "there is no attempt", value);
  }
  if (strcmp(what, "exit") == 0 && parse_count(value, &number)) exit((int)number);
  if (strcmp(what, "flood") == 0 && parse_size(value, &number)) return flood(number);
  if (strcmp(what, "grow") == 0 && parse_size(value, &number)) return grow(number);
  if (strcmp(what, "sleep") == 0 && parse_time(value, &number)) {
    sleep_ms(number);
    return 0;
  }
  return wrong_usage(USAGE, "this cannot be done", what);
}

int main(int count, char **values) {
  if (count < 2) return wrong_usage(USAGE, "it must be told what to do", NULL);
  const char *what = values[1];
  char **rest = values + 2;
  if (strcmp(what, "args") == 0) return print_all("[", rest, "]\n");
  if (strcmp(what, "env") == 0) return print_all("", environ, "\n");
  if (strcmp(what, "cat") == 0) return copy(STDIN_FILENO);
  if (strcmp(what, "reach") == 0) return reach(rest);
  if (strcmp(what, "spin") == 0) spin();
  if (strcmp(what, "clock") == 0) return clocks();
  if (strcmp(what, "random") == 0) return draw();
  if (strcmp(what, "streams") == 0) {
    bool written = write_all(STDOUT_FILENO, "to stdout\n", 10) &&
                   write_all(STDERR_FILENO, "to stderr\n", 10);
    return written ? 0 : EXIT_FAILED;
  }
  if (count < 3) return wrong_usage(USAGE, "this cannot be done, or needs a value", what);
  return with_value(what, rest);
}
