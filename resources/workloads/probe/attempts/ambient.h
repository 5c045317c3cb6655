/* What is there without anybody having granted it. */
#ifndef PARALELO_ATTEMPT_AMBIENT_H
#define PARALELO_ATTEMPT_AMBIENT_H

#include <unistd.h>

#include "../../common/clock.h"
#include "attempt.h"

enum { STEPS = 200, MOST_LOOKS = 4 * 1000 * 1000 };
/* Finer than a microsecond a clock can tell what is in a cache. */
#define HIGH_RESOLUTION_NS 1000

/* The smallest step that is seen. */
static int try_to_measure_finely(char **values) {
  (void)values;
  uint64_t smallest_ns = UINT64_MAX, before_ns = clock_ns(CLOCK_MONOTONIC);
  for (int look = 0, steps = 0; look < MOST_LOOKS && steps < STEPS; look++) {
    uint64_t now_ns = clock_ns(CLOCK_MONOTONIC);
    if (now_ns == before_ns) continue;
    if (now_ns - before_ns < smallest_ns) smallest_ns = now_ns - before_ns;
    before_ns = now_ns;
    steps++;
  }
  if (smallest_ns == UINT64_MAX) return unseen("clock", "stands still");
  return smallest_ns < HIGH_RESOLUTION_NS ? allowed("step in ns:", number_text(smallest_ns))
                                          : unseen("clock-step-ns", number_text(smallest_ns));
}

static int try_to_draw(char **values) {
  uint64_t first[2] = {0, 0}, second[2] = {0, 0};
  (void)values;
  if (getentropy(first, sizeof first) != 0) return refused(errno, "getentropy", "");
  if (getentropy(second, sizeof second) != 0) return refused(errno, "getentropy", "");
  if (first[0] == second[0] && first[1] == second[1]) return unseen("getentropy", "draws the same");
  return allowed("drew 16 bytes", "");
}

#endif
