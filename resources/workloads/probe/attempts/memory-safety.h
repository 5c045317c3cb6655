/* Its own memory, misused. What is read at run time no compiler may draw its conclusions from. */
#ifndef PARALELO_ATTEMPT_MEMORY_SAFETY_H
#define PARALELO_ATTEMPT_MEMORY_SAFETY_H

#include "attempt.h"

#ifndef __wasi__
#include <sys/mman.h>
#include <unistd.h>
#endif

static volatile uintptr_t outside = 0xfffffff0;
static volatile uint32_t deepest;

/*
 * The other world, for tests: with the value `mapped` there is memory, and a function in it, where there should be
 * nothing. A module has no call that could do so.
 */
static void map_if_asked(char **values) {
#ifdef __wasi__
  (void)values;
#else
  static const unsigned char give_back[] = {
#ifdef __x86_64__
      0xc3,
#else
      0xc0, 0x03, 0x5f, 0xd6,
#endif
  };
  if (strcmp(values[0], "mapped") != 0) return;
  size_t page_bytes = (size_t)sysconf(_SC_PAGESIZE);
  void *page = (void *)(outside / page_bytes * page_bytes);
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  if (mmap(page, page_bytes, PROT_READ | PROT_WRITE | PROT_EXEC, flags, -1, 0) != page) return;
  memcpy((void *)outside, give_back, sizeof give_back);
  __builtin___clear_cache((char *)outside, (char *)outside + sizeof give_back);
#endif
}

static int try_to_read_outside(char **values) {
  map_if_asked(values);
  (void)*(volatile int *)outside;
  return allowed("read outside of its memory", "");
}

static int try_to_write_outside(char **values) {
  map_if_asked(values);
  *(volatile int *)outside = 1;
  return allowed("wrote outside of its memory", "");
}

static int try_to_call_nowhere(char **values) {
  map_if_asked(values);
  ((void (*)(void))outside)();
  return allowed("called a function that is none", "");
}

enum { MOST_DEPTH = 4 * 1000 * 1000 };

/* Not a tail call: the sum needs what comes back. */
__attribute__((noinline)) static uint32_t descend(uint32_t depth) {
  deepest = depth;
  if (depth >= MOST_DEPTH) return depth;
  uint32_t below = descend(depth + 1);
  return below + deepest % (depth + 1);
}

static int try_to_overflow_stack(char **values) {
  (void)values;
  uint32_t sum = descend(1);
  return allowed(sum == 0 ? "calls deep (0):" : "calls deep:", number_text(MOST_DEPTH));
}

#endif
