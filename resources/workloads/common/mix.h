/* One step of integer mixing: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
#ifndef PARALELO_MIX_H
#define PARALELO_MIX_H

#include <stdint.h>

static inline uint64_t mix(uint64_t value) {
  value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
  return value ^ (value >> 31);
}

#endif
