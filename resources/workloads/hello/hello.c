/* The smallest program that shows it ran: what is left of its time is the start itself. */
#include "../common/clock.h"
#include "../common/options.h"
#include "../common/text.h"

static const char USAGE[] = "hello [--entry-time]";

int main(int argc, char **argv) {
  uint64_t entered_ns = clock_ns(CLOCK_REALTIME);
  struct option options[] = {{"--entry-time", OPTION_FLAG, 0, false}, {NULL, OPTION_FLAG, 0, false}};
  int wrong = parse_options(argc, argv, USAGE, options);
  if (wrong != 0) return wrong;

  struct line line = {.length = 0};
  if (options[0].given) line_add_u64(&line, entered_ns);
  else line_add(&line, "hello");
  line_write(&line, STDOUT_FILENO);
  return 0;
}
