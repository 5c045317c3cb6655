/* What every kernel has: a size, memory of its own, and a checksum of what it computed. */
#ifndef PARALELO_WORK_H
#define PARALELO_WORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../common/mix.h"

struct work {
  size_t size;
  const char *directory;
};

struct kernel {
  const char *name;
  size_t size;
  /* Takes its memory and fills it; false where it cannot. Not timed. */
  bool (*prepare)(struct work *work);
  /* The same each time. */
  uint64_t (*compute)(struct work *work);
};

#endif
