/* Product of two square matrices of doubles, `size` a side. All values are whole and small, so that each sum is exact. */
#ifndef PARALELO_MATRIX_H
#define PARALELO_MATRIX_H

#include "work.h"

static double *left, *right, *product;

static bool matrix_prepare(struct work *work) {
  size_t n = work->size;
  if (n > 4096) return false;
  left = malloc(n * n * sizeof *left);
  right = malloc(n * n * sizeof *right);
  product = malloc(n * n * sizeof *product);
  if (left == NULL || right == NULL || product == NULL) return false;
  for (size_t i = 0; i < n * n; i++) {
    left[i] = (double)(mix(i) & 15);
    right[i] = (double)(mix(~(uint64_t)i) & 15);
  }
  return true;
}

static uint64_t matrix_compute(struct work *work) {
  size_t n = work->size;
  memset(product, 0, n * n * sizeof *product);
  for (size_t i = 0; i < n; i++) {
    double *restrict row = &product[i * n];
    for (size_t k = 0; k < n; k++) {
      double factor = left[i * n + k];
      const double *restrict other = &right[k * n];
      for (size_t j = 0; j < n; j++) row[j] += factor * other[j];
    }
  }
  uint64_t state = n;
  for (size_t i = 0; i < n * n; i++) state = mix(state ^ (uint64_t)product[i]);
  return state;
}

#endif
