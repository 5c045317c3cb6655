/* Keeps one core busy with arithmetic: a load whose CPU use is known, 100 percent of one core. */
#include "../common/clock.h"
#include "../common/mix.h"
#include "../common/options.h"
#include "../common/text.h"

static const char USAGE[] = "spin --for TIME | --forever";

/* Between two looks at the clock: well below a millisecond, well above the cost of a look. */
enum { BATCH = 1 << 16 };
enum { FOR, FOREVER, OPTION_END };

/* Keeps the result, so that no compiler may leave the work out. */
static volatile uint64_t result;

static uint64_t spin(uint64_t duration_ms, bool forever) {
  uint64_t started_ns = clock_ns(CLOCK_MONOTONIC), iterations = 0, state = 1;
  do {
    for (int i = 0; i < BATCH; i++) state = mix(state + iterations);
    iterations += BATCH;
  } while (forever || clock_ns(CLOCK_MONOTONIC) - started_ns < duration_ms * NS_PER_MS);
  result = state;
  return iterations;
}

int main(int argc, char **argv) {
  struct option options[] = {
      [FOR] = {"--for", OPTION_TIME, 0, false},
      [FOREVER] = {"--forever", OPTION_FLAG, 0, false},
      [OPTION_END] = {NULL, OPTION_FLAG, 0, false},
  };
  int wrong = parse_options(argc, argv, USAGE, options);
  if (wrong != 0) return wrong;
  if (options[FOR].given == options[FOREVER].given) {
    return wrong_usage(USAGE, "either --for or --forever is needed", NULL);
  }

  struct line line = {.length = 0};
  line_add_u64(&line, spin(options[FOR].value, options[FOREVER].given));
  line_write(&line, STDOUT_FILENO);
  return 0;
}
