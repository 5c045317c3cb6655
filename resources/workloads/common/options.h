/* Long options, read from left to right; of two that are the same the last one wins. */
#ifndef PARALELO_OPTIONS_H
#define PARALELO_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "text.h"
#include "units.h"

enum option_kind { OPTION_FLAG, OPTION_SIZE, OPTION_TIME, OPTION_COUNT };

struct option {
  const char *name;
  enum option_kind kind;
  uint64_t value; /* bytes, milliseconds or a count; 1 for a flag */
  bool given;
};

static inline bool parse_value(struct option *option, const char *text) {
  switch (option->kind) {
    case OPTION_SIZE: return parse_size(text, &option->value);
    case OPTION_TIME: return parse_time(text, &option->value);
    case OPTION_COUNT: return parse_count(text, &option->value);
    default: return false;
  }
}

static inline int wrong_value(const char *usage, const struct option *option, const char *text) {
  static const char *const expected[] = {
      [OPTION_FLAG] = " takes no value",
      [OPTION_SIZE] = " needs a size such as 64m or 512KiB",
      [OPTION_TIME] = " needs a time with its unit, such as 20ms or 1.5s",
      [OPTION_COUNT] = " needs a whole number such as 1000",
  };
  struct line problem = {.length = 0};
  line_add(&problem, option->name);
  line_add(&problem, expected[option->kind]);
  line_add(&problem, text == NULL ? "" : ", not");
  problem.text[problem.length] = '\0';
  return wrong_usage(usage, problem.text, text);
}

/* 0, or the exit code for wrong usage after one line on stderr. `options` ends with a NULL name. */
static inline int parse_options(int argc, char **argv, const char *usage, struct option *options) {
  for (int i = 1; i < argc; i++) {
    struct option *option = options;
    while (option->name != NULL && strcmp(option->name, argv[i]) != 0) option++;
    if (option->name == NULL) return wrong_usage(usage, "there is no option", argv[i]);
    option->given = true;
    if (option->kind == OPTION_FLAG) {
      option->value = 1;
    } else if (i + 1 == argc) {
      return wrong_value(usage, option, NULL);
    } else if (!parse_value(option, argv[++i])) {
      return wrong_value(usage, option, argv[i]);
    }
  }
  return 0;
}

#endif
