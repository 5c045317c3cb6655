/*
 * One kernel, computed again and again: a line for each time, its checksum and its nanoseconds. The checksum is the
 * same everywhere: integers, and floating point only where every value is a whole number that a double holds exactly,
 * so that neither rounding nor a fused multiply-add can change it.
 */
#include "../common/clock.h"
#include "../common/options.h"
#include "../common/text.h"
#include "kernels/all.h"

static const char USAGE[] = "kernel NAME [--size N] [--for TIME] [--most N] [--directory PATH]";
/* The first time is told apart from the others: a compiler may not be done with it. */
enum { LEAST_TIMES = 2, DEFAULT_TIMES = 20 };

static const struct kernel *find(const char *name) {
  for (size_t i = 0; i < sizeof KERNELS / sizeof KERNELS[0]; i++) {
    if (strcmp(KERNELS[i].name, name) == 0) return &KERNELS[i];
  }
  return NULL;
}

/* The directory is a text, which the options of twins do not know: it is taken out of their values first. */
static const char *take_directory(int *argc, char **argv) {
  for (int i = 2; i + 1 < *argc; i++) {
    if (strcmp(argv[i], "--directory") != 0) continue;
    const char *directory = argv[i + 1];
    memmove(&argv[i], &argv[i + 2], (size_t)(*argc - i - 1) * sizeof *argv);
    *argc -= 2;
    return directory;
  }
  return ".";
}

int main(int argc, char **argv) {
  const struct kernel *kernel = argc > 1 ? find(argv[1]) : NULL;
  if (kernel == NULL) return wrong_usage(USAGE, "there is no kernel", argc > 1 ? argv[1] : "");
  const char *directory = take_directory(&argc, argv);
  struct option options[] = {{"--size", OPTION_COUNT, 0, false},
                             {"--for", OPTION_TIME, 0, false},
                             {"--most", OPTION_COUNT, 0, false},
                             {NULL, OPTION_FLAG, 0, false}};
  int wrong = parse_options(argc - 1, argv + 1, USAGE, options);
  if (wrong != 0) return wrong;
  struct work work = {options[0].given ? (size_t)options[0].value : kernel->size, directory};
  if (work.size == 0 || !kernel->prepare(&work)) {
    return wrong_usage(USAGE, "this size cannot be computed with", argv[1]);
  }

  uint64_t most = options[2].given ? options[2].value : DEFAULT_TIMES;
  uint64_t until_ns = options[1].given
                          ? clock_ns(CLOCK_MONOTONIC) + options[1].value * NS_PER_MS
                          : UINT64_MAX;
  for (uint64_t times = 0; times < most; times++) {
    uint64_t began_ns = clock_ns(CLOCK_MONOTONIC);
    if (times >= LEAST_TIMES && began_ns >= until_ns) break;
    uint64_t checksum = kernel->compute(&work);
    uint64_t took_ns = clock_ns(CLOCK_MONOTONIC) - began_ns;
    struct line line = {.length = 0};
    line_add_hex64(&line, checksum);
    line_add(&line, " ");
    line_add_u64(&line, took_ns);
    line_write(&line, STDOUT_FILENO);
  }
  return 0;
}
