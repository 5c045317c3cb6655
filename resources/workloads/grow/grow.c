/*
 * Takes memory step by step, so that its curve can be watched. Each step is one malloc of exactly
 * that many bytes, and the number printed is the sum of what malloc gave: the program's own view.
 * What the allocator, the stack and the program itself take comes on top. So under a limit of 64
 * MiB both worlds end after 63 steps of 1 MiB: the last one no longer fits.
 */
#include <stdlib.h>

#include "../common/clock.h"
#include "../common/options.h"
#include "../common/text.h"

static const char USAGE[] =
    "grow --to SIZE [--step SIZE] [--pace TIME] [--hold TIME] [--no-touch] [--free]";

enum { EXIT_REFUSED = 7, SMALLEST_PAGE_BYTES = 4096 };
enum { TO, STEP, PACE, HOLD, NO_TOUCH, FREE, OPTION_END };

/* At the head of each block, where its allocator has written already: to remember it touches no new page. */
struct block {
  struct block *before;
};

/* Where every block ends up, so that no compiler may leave the allocation out. */
static void *volatile newest_block;
/* Those to free; one that is too small to be remembered is kept. */
static struct block *last_block;

/* NULL also for a block that is larger than this machine's addresses can name. */
static unsigned char *allocate(uint64_t bytes) {
  if (bytes > SIZE_MAX / 2) return NULL;
  newest_block = malloc((size_t)bytes);
  return newest_block;
}

/* Makes every page resident; not zero, so that none can be shared or dropped as an empty page. */
static void touch(volatile unsigned char *block, uint64_t bytes) {
  for (uint64_t at = 0; at < bytes; at += SMALLEST_PAGE_BYTES) block[at] = 0xa5;
  block[bytes - 1] = 0xa5;
}

static void remember(void *start, uint64_t bytes) {
  struct block *block = start;
  if (bytes < sizeof *block) return;
  block->before = last_block;
  last_block = block;
}

/* Newest first. What the allocator then returns to the system is its own affair, and what is measured. */
static void free_all(void) {
  while (last_block != NULL) {
    struct block *block = last_block;
    last_block = block->before;
    free(block);
  }
}

/* In the largest unit that leaves no fraction. */
static void print_bytes(const char *before, uint64_t bytes) {
  struct line line = {.length = 0};
  line_add(&line, before);
  bool mebi = bytes % (1 << 20) == 0, kibi = bytes % (1 << 10) == 0;
  line_add_u64(&line, mebi ? bytes >> 20 : kibi ? bytes >> 10 : bytes);
  line_add(&line, mebi ? " MiB" : kibi ? " KiB" : " B");
  line_write(&line, STDOUT_FILENO);
}

static void print_refused(uint64_t held_bytes) {
  struct line line = {.length = 0};
  line_add(&line, "refused at ");
  line_add_u64(&line, held_bytes);
  line_add(&line, " bytes");
  line_write(&line, STDOUT_FILENO);
}

/* 0 when all of it could be had, EXIT_REFUSED when an allocation failed. */
static int grow(const struct option *options, uint64_t *all_bytes) {
  uint64_t to_bytes = options[TO].value, step_bytes = options[STEP].value;
  for (uint64_t held_bytes = 0; held_bytes < to_bytes;) {
    uint64_t left_bytes = to_bytes - held_bytes;
    uint64_t block_bytes = left_bytes < step_bytes ? left_bytes : step_bytes;
    if (held_bytes > 0) sleep_ms(options[PACE].value);
    unsigned char *block = allocate(block_bytes);
    if (block == NULL) {
      print_refused(held_bytes);
      return EXIT_REFUSED;
    }
    if (!options[NO_TOUCH].given) touch(block, block_bytes);
    if (options[FREE].given) remember(block, block_bytes);
    *all_bytes = held_bytes += block_bytes;
    print_bytes("", held_bytes);
  }
  return 0;
}

int main(int argc, char **argv) {
  struct option options[] = {
      [TO] = {"--to", OPTION_SIZE, 0, false},
      [STEP] = {"--step", OPTION_SIZE, 1 << 20, false},
      [PACE] = {"--pace", OPTION_TIME, 20, false},
      [HOLD] = {"--hold", OPTION_TIME, 0, false},
      [NO_TOUCH] = {"--no-touch", OPTION_FLAG, 0, false},
      [FREE] = {"--free", OPTION_FLAG, 0, false},
      [OPTION_END] = {NULL, OPTION_FLAG, 0, false},
  };
  int wrong = parse_options(argc, argv, USAGE, options);
  if (wrong != 0) return wrong;
  if (options[TO].value == 0) return wrong_usage(USAGE, "--to is needed, above 0", NULL);
  if (options[STEP].value == 0) return wrong_usage(USAGE, "--step must be above 0", NULL);

  uint64_t held_bytes = 0;
  int code = grow(options, &held_bytes);
  sleep_ms(options[HOLD].value);
  if (!options[FREE].given) return code;
  free_all();
  print_bytes("freed ", held_bytes);
  sleep_ms(options[HOLD].value);
  return code;
}
