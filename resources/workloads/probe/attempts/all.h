/* `probe try ATTEMPT [VALUES]`: one attempt a run, so that a kill cannot take the next one with it. */
#ifndef PARALELO_ATTEMPTS_H
#define PARALELO_ATTEMPTS_H

#include "ambient.h"
#include "attempt.h"
#include "files.h"
#include "kernel.h"
#include "memory-safety.h"
#include "network.h"
#include "processes.h"
#include "resources.h"

static const struct attempt ATTEMPTS[] = {
    {"read-outside", try_to_read},
    {"symlink-out-absolute", try_to_read},
    {"symlink-out-relative", try_to_read},
    {"symlink-out-folder", try_to_read},
    {"dotdot-out", try_to_read},
    {"write-read-only", try_to_make},
    {"write-outside", try_to_make},
    {"list-processes", try_to_list},
    {"signal-host", try_to_signal},
    {"ptrace", try_to_trace},
    {"fork", try_to_fork},
    {"fork-until-refused", try_to_fork_until_refused},
    {"exec", try_to_execute},
    {"tcp-connect", try_to_connect},
    {"bind-port", try_to_bind},
    {"raw-socket", try_to_open_raw_socket},
    {"dns", try_to_ask_dns},
    {"engine-socket", try_to_reach_engine},
    {"mount", try_to_mount},
    {"load-module", try_to_load_module},
    {"undefined-import", try_undefined_import},
    {"write-proc-sys", try_to_open_for_writing},
    {"write-sys", try_to_open_for_writing},
    {"read-kcore", try_to_peek},
    {"read-dev-mem", try_to_peek},
    {"allocate-over", try_to_allocate},
    {"spin-over", try_to_spin},
    {"oob-read", try_to_read_outside},
    {"oob-write", try_to_write_outside},
    {"bad-function-pointer", try_to_call_nowhere},
    {"stack-overflow", try_to_overflow_stack},
    {"clock-resolution", try_to_measure_finely},
    {"random", try_to_draw},
    {"parent-environment", try_to_read_environment},
};

#ifdef __wasi__
static void say_standing(void) {}
#else
static void add_field(struct line *line, const char *status, const char *field) {
  const char *at = strstr(status, field);
  if (at == NULL) return;
  at += strlen(field);
  while (*at == ' ' || *at == '\t') at++;
  line_add(line, " ");
  for (const char *c = field + 1; *c != '\0' && *c != ':'; c++) line_add(line, (char[]){*c, '\0'});
  line_add(line, "=");
  for (; *at != '\n' && *at != '\0'; at++) line_add(line, (char[]){*at, '\0'});
}

/* What the kernel says of this process, without which an EPERM cannot be read. */
static void say_standing(void) {
  static char status[8192] = "\n";
  struct line line = {.length = 0};
  int fd = open("/proc/self/status", O_RDONLY);
  if (fd < 0) return;
  ssize_t length = read(fd, status + 1, sizeof status - 2);
  close(fd);
  if (length <= 0) return;
  line_add(&line, "standing");
  add_field(&line, status, "\nCapEff:");
  add_field(&line, status, "\nSeccomp:");
  add_field(&line, status, "\nNoNewPrivs:");
  line_write(&line, STDOUT_FILENO);
}
#endif

/* -1 when there is no attempt of this name. */
static int try_one(const char *id, char **given) {
  static char nothing[] = "";
  char *values[MOST_VALUES];
  for (int i = 0; i < MOST_VALUES; i++) values[i] = *given == NULL ? nothing : *given++;
  if (strcmp(id, "executed") == 0) {
    attempt_id = "exec";
    return allowed("ran itself", "");
  }
  for (size_t i = 0; i < sizeof ATTEMPTS / sizeof *ATTEMPTS; i++) {
    if (strcmp(ATTEMPTS[i].id, id) != 0) continue;
    attempt_id = id;
    say_standing();
    say("trying", "", "", "");
    return ATTEMPTS[i].try(values);
  }
  return -1;
}

#endif
