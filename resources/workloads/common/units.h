/*
 * Sizes and times as people write them, with the same units as src-main/contract/units.ts: `64m`,
 * `1.5 GiB`, `20ms`, `1.5s`. Both are tested against each other.
 */
#ifndef PARALELO_UNITS_H
#define PARALELO_UNITS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

struct unit {
  const char *name;
  uint64_t factor;
};

static const struct unit SIZE_UNITS[] = {
    {"", 1},           {"b", 1},           {"k", 1 << 10},   {"kb", 1 << 10}, {"kib", 1 << 10},
    {"m", 1 << 20},    {"mb", 1 << 20},    {"mib", 1 << 20}, {"g", 1 << 30},  {"gb", 1 << 30},
    {"gib", 1 << 30},  {NULL, 0},
};
static const struct unit TIME_UNITS[] = {
    {"ms", 1}, {"s", 1000}, {"m", 60000}, {"h", 3600000}, {NULL, 0},
};
/* Beyond this a double, and JavaScript, no longer count one by one: 2^53 - 1. */
#define LARGEST_QUANTITY 9007199254740991.0
#define LONGEST_TIME_MS (UINT64_C(366) * 24 * 3600000)

static inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

static inline const char *skip_spaces(const char *text) {
  while (*text == ' ' || *text == '\t') text++;
  return text;
}

/* Digits, perhaps with a fraction; NULL when there are none. */
static inline const char *parse_number(const char *text, double *number) {
  double digits = 0, scale = 1;
  if (!is_digit(*text)) return NULL;
  while (is_digit(*text)) digits = digits * 10 + (*text++ - '0');
  if (text[0] == '.' && is_digit(text[1])) {
    for (text++; is_digit(*text); scale *= 10) digits = digits * 10 + (*text++ - '0');
  }
  *number = digits / scale;
  return text;
}

/* Whether `text` is this name, in either case, and nothing but spaces after it. */
static inline bool is_name(const char *text, const char *name) {
  size_t length = strlen(name);
  return strncasecmp(text, name, length) == 0 && *skip_spaces(text + length) == '\0';
}

static inline bool parse_quantity(const char *text, const struct unit *units, uint64_t *value) {
  double number;
  const char *rest = parse_number(skip_spaces(text), &number);
  if (rest == NULL) return false;
  rest = skip_spaces(rest);
  for (const struct unit *unit = units; unit->name != NULL; unit++) {
    if (!is_name(rest, unit->name)) continue;
    double rounded = number * (double)unit->factor + 0.5;
    if (!(rounded < LARGEST_QUANTITY)) return false;
    *value = (uint64_t)rounded;
    return true;
  }
  return false;
}

/* Bytes; a bare number is bytes. */
static inline bool parse_size(const char *text, uint64_t *bytes) {
  return parse_quantity(text, SIZE_UNITS, bytes);
}

/* Milliseconds; a unit is demanded. At most a year. */
static inline bool parse_time(const char *text, uint64_t *ms) {
  return parse_quantity(text, TIME_UNITS, ms) && *ms <= LONGEST_TIME_MS;
}

/* A whole number without a unit. */
static inline bool parse_count(const char *text, uint64_t *count) {
  static const struct unit none[] = {{"", 1}, {NULL, 0}};
  for (const char *c = text; *c != '\0'; c++) {
    if (!is_digit(*c)) return false;
  }
  return parse_quantity(text, none, count);
}

#endif
