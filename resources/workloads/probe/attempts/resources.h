/* Beyond the limits. */
#ifndef PARALELO_ATTEMPT_RESOURCES_H
#define PARALELO_ATTEMPT_RESOURCES_H

#include <stdlib.h>

#include "../../common/clock.h"
#include "../../common/units.h"
#include "attempt.h"

enum { BLOCK_BYTES = 1 << 20, TOUCH_BYTES = 4096 };
#define MOST_ALLOCATED (UINT64_C(256) << 20)

/* Where every block ends up, so that no compiler may leave the allocation out. */
static void *volatile latest_block;

/* SIZE, at most 256 MiB, all of it touched. */
static int try_to_allocate(char **values) {
  uint64_t wanted, held = 0;
  if (!parse_size(values[0], &wanted) || wanted > MOST_ALLOCATED) wanted = MOST_ALLOCATED;
  for (; held < wanted; held += BLOCK_BYTES) {
    volatile unsigned char *block = latest_block = malloc(BLOCK_BYTES);
    if (block == NULL) return refused(errno, "malloc", number_text(held));
    for (size_t at = 0; at < BLOCK_BYTES; at += TOUCH_BYTES) block[at] = 0xa5;
  }
  return allowed("bytes held:", number_text(held));
}

/* TIME, at most 10 s. */
static int try_to_spin(char **values) {
  uint64_t wanted_ms;
  if (!parse_time(values[0], &wanted_ms) || wanted_ms > 10000) wanted_ms = 10000;
  uint64_t end_ns = clock_ns(CLOCK_MONOTONIC) + wanted_ms * NS_PER_MS;
  while (clock_ns(CLOCK_MONOTONIC) < end_ns) continue;
  return allowed("ms computed:", number_text(wanted_ms));
}

#endif
