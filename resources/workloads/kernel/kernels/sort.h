/* Heapsort of `size` numbers of 32 bits: reads and writes all over the memory, each waiting for the one before. */
#ifndef PARALELO_SORT_H
#define PARALELO_SORT_H

#include "work.h"

static uint32_t *numbers;

static bool sort_prepare(struct work *work) {
  numbers = work->size > SIZE_MAX / sizeof *numbers ? NULL : malloc(work->size * sizeof *numbers);
  return numbers != NULL;
}

static void sift_down(size_t root, size_t count) {
  uint32_t sinking = numbers[root];
  for (;;) {
    size_t child = 2 * root + 1;
    if (child >= count) break;
    if (child + 1 < count && numbers[child + 1] > numbers[child]) child++;
    if (numbers[child] <= sinking) break;
    numbers[root] = numbers[child];
    root = child;
  }
  numbers[root] = sinking;
}

static uint64_t sort_compute(struct work *work) {
  size_t count = work->size;
  for (size_t i = 0; i < count; i++) numbers[i] = (uint32_t)mix(i);
  for (size_t root = count / 2; root-- > 0;) sift_down(root, count);
  for (size_t end = count; end-- > 1;) {
    uint32_t largest = numbers[0];
    numbers[0] = numbers[end];
    numbers[end] = largest;
    sift_down(0, end);
  }
  uint64_t state = count;
  for (size_t i = 0; i < count; i++) state = mix(state ^ numbers[i]);
  return state;
}

#endif
