/* Sieve of Eratosthenes over `size` numbers, a byte each: strided writes, and branches that are hard to foresee. */
#ifndef PARALELO_SIEVE_H
#define PARALELO_SIEVE_H

#include "work.h"

static uint8_t *composite;

static bool sieve_prepare(struct work *work) {
  composite = malloc(work->size + 1);
  return composite != NULL;
}

/* How many primes there are, and their sum. */
static uint64_t sieve_compute(struct work *work) {
  size_t most = work->size;
  memset(composite, 0, most + 1);
  for (size_t prime = 2; prime * prime <= most; prime++) {
    if (composite[prime]) continue;
    for (size_t multiple = prime * prime; multiple <= most; multiple += prime) composite[multiple] = 1;
  }
  uint64_t count = 0, sum = 0;
  for (size_t number = 2; number <= most; number++) {
    if (composite[number]) continue;
    count++;
    sum += number;
  }
  return sum << 24 | (count & 0xffffff);
}

#endif
