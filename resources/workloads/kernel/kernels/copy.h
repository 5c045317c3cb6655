/* Moves `size` bytes to and fro in pieces of 1 to 64 KiB: what memcpy and memmove of this world can do. */
#ifndef PARALELO_COPY_H
#define PARALELO_COPY_H

#include "work.h"

enum { COPY_TIMES = 8, COPY_LEAST = 1024 };

static uint8_t *from, *to;

static bool copy_prepare(struct work *work) {
  from = malloc(work->size);
  to = malloc(work->size);
  if (from == NULL || to == NULL || work->size < COPY_LEAST) return false;
  for (size_t i = 0; i < work->size; i++) from[i] = (uint8_t)mix(i);
  memset(to, 0, work->size);
  return true;
}

static uint64_t copy_compute(struct work *work) {
  size_t size = work->size;
  for (int time = 0; time < COPY_TIMES; time++) {
    for (size_t done = 0, turn = 0; done < size; turn++) {
      size_t piece = (size_t)COPY_LEAST << (turn % 7);
      if (piece > size - done) piece = size - done;
      memcpy(to + done, from + done, piece);
      done += piece;
    }
    memmove(from + 1, to, size - 1);
    from[0] = to[size - 1];
  }
  uint64_t state = size;
  for (size_t i = 0; i < size; i += 509) state = mix(state ^ from[i]);
  /* As it was before, so that each time is the same. */
  memmove(to, from + COPY_TIMES, size - COPY_TIMES);
  memcpy(to + size - COPY_TIMES, from, COPY_TIMES);
  memcpy(from, to, size);
  return state;
}

#endif
