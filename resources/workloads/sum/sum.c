/*
 * A fixed computation whose answer is the same everywhere: N dependent steps, each of which reads
 * and writes a table of 32 KiB at a place that depends on all steps before. Integers only, so
 * neither rounding nor the width of a pointer can change it.
 */
#include "../common/mix.h"
#include "../common/options.h"
#include "../common/text.h"

static const char USAGE[] = "sum --n N";

enum { TABLE_WORDS = 4096 };

static uint64_t table[TABLE_WORDS];

static uint64_t checksum(uint64_t steps) {
  uint64_t state = mix(steps);
  for (uint64_t i = 0; i < TABLE_WORDS; i++) table[i] = mix(i + UINT64_C(0x9e3779b97f4a7c15));
  for (uint64_t i = 0; i < steps; i++) {
    uint64_t *word = &table[state % TABLE_WORDS];
    state = mix(state + *word + i);
    *word ^= state;
  }
  for (int i = 0; i < TABLE_WORDS; i++) state = mix(state ^ table[i]);
  return state;
}

int main(int argc, char **argv) {
  struct option options[] = {{"--n", OPTION_COUNT, 0, false}, {NULL, OPTION_FLAG, 0, false}};
  int wrong = parse_options(argc, argv, USAGE, options);
  if (wrong != 0) return wrong;
  if (!options[0].given) return wrong_usage(USAGE, "--n is needed", NULL);

  struct line line = {.length = 0};
  line_add_hex64(&line, checksum(options[0].value));
  line_write(&line, STDOUT_FILENO);
  return 0;
}
