/* Clocks and sleep, alike in POSIX and in WASI preview 1. */
#ifndef PARALELO_CLOCK_H
#define PARALELO_CLOCK_H

#include <stdint.h>
#include <time.h>

#define NS_PER_MS UINT64_C(1000000)
#define NS_PER_S UINT64_C(1000000000)

static inline uint64_t clock_ns(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

/* Sleeps to a deadline, so that neither a signal nor a short sleep changes how long it takes. */
static inline void sleep_ms(uint64_t duration_ms) {
  uint64_t deadline_ns = clock_ns(CLOCK_MONOTONIC) + duration_ms * NS_PER_MS;
  for (;;) {
    uint64_t now_ns = clock_ns(CLOCK_MONOTONIC);
    if (now_ns >= deadline_ns) return;
    uint64_t left_ns = deadline_ns - now_ns;
    struct timespec left = {(time_t)(left_ns / NS_PER_S), (long)(left_ns % NS_PER_S)};
    nanosleep(&left, NULL);
  }
}

#endif
