/* Reads a made-up document in the syntax of JSON (RFC 8259) of about `size` bytes: a branch for nearly every byte. */
#ifndef PARALELO_PARSE_H
#define PARALELO_PARSE_H

#include "work.h"

enum { MOST_DEPTH = 12, LONGEST_ITEM = 64 };

static char *document;
static size_t document_length;

static void say(const char *text) {
  while (*text != '\0') document[document_length++] = *text++;
}

static void say_number(uint64_t seed) {
  if (seed & 1) say("-");
  char digits[8];
  size_t count = 0;
  for (uint64_t value = seed >> 1 & 0xfffff; count == 0 || value != 0; value /= 10) digits[count++] = (char)('0' + value % 10);
  while (count > 0) document[document_length++] = digits[--count];
  if (seed & 1 << 22) say(".25e1");
}

static void say_string(uint64_t seed) {
  say("\"");
  for (uint64_t letters = 3 + (seed & 15), i = 0; i < letters; i++) {
    document[document_length++] = (char)('a' + (seed >> (i * 3 + 4)) % 26);
  }
  if (seed & 1 << 20) say("\\n\\\"");
  say("\"");
}

/* An array of objects of objects, until it is as long as wanted. */
static bool parse_prepare(struct work *work) {
  document = malloc(work->size + LONGEST_ITEM * 8);
  if (document == NULL) return false;
  document_length = 0;
  say("[");
  for (uint64_t item = 0; document_length < work->size; item++) {
    if (item > 0) say(", ");
    say("{");
    say_string(mix(item));
    say(": ");
    say_number(mix(item + 1));
    say(", \"in\": {\"a\": [true, false, null, ");
    say_number(mix(item + 2));
    say("], \"b\": ");
    say_string(mix(item + 3));
    say("}}");
  }
  say("]");
  document[document_length] = '\0';
  return true;
}

static const char *at;
static uint64_t seen;

static void note(uint64_t value) { seen = mix(seen ^ value); }

static void skip_blanks(void) {
  while (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r') at++;
}

static bool parse_string(void) {
  uint64_t letters = 0;
  for (at++; *at != '"'; at++) {
    if (*at == '\0') return false;
    if (*at == '\\' && *++at == '\0') return false;
    letters = letters * 31 + (uint8_t)*at;
  }
  at++;
  note(letters);
  return true;
}

static bool parse_digits(uint64_t *value) {
  if (*at < '0' || *at > '9') return false;
  while (*at >= '0' && *at <= '9') *value = *value * 10 + (uint64_t)(*at++ - '0');
  return true;
}

static bool parse_value_number(void) {
  uint64_t value = *at == '-' ? 7 : 0;
  if (*at == '-') at++;
  if (!parse_digits(&value)) return false;
  if (*at == '.' && (at++, !parse_digits(&value))) return false;
  if (*at == 'e' && (at++, !parse_digits(&value))) return false;
  note(value);
  return true;
}

static bool parse_word(const char *word) {
  size_t length = strlen(word);
  if (strncmp(at, word, length) != 0) return false;
  at += length;
  note(length);
  return true;
}

static bool parse_any(int depth);

/* Of an array, or of an object with its names. */
static bool parse_members(char end, bool is_named, int depth) {
  at++;
  skip_blanks();
  for (uint64_t count = 0;; count++) {
    if (*at == end) {
      at++;
      note(count);
      return true;
    }
    if (is_named) {
      if (*at != '"' || !parse_string()) return false;
      skip_blanks();
      if (*at++ != ':') return false;
    }
    if (!parse_any(depth + 1)) return false;
    skip_blanks();
    if (*at == ',') at++;
    else if (*at != end) return false;
    skip_blanks();
  }
}

static bool parse_any(int depth) {
  if (depth > MOST_DEPTH) return false;
  skip_blanks();
  switch (*at) {
    case '{': return parse_members('}', true, depth);
    case '[': return parse_members(']', false, depth);
    case '"': return parse_string();
    case 't': return parse_word("true");
    case 'f': return parse_word("false");
    case 'n': return parse_word("null");
    default: return parse_value_number();
  }
}

static uint64_t parse_compute(struct work *work) {
  (void)work;
  at = document;
  seen = 0;
  return parse_any(0) && *at == '\0' ? seen : 0;
}

#endif
