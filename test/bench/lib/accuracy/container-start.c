/*
 * What the lab asks of an engine for one container, and nothing else: create, attach, wait, start, then the answer
 * of the wait. For hyperfine, which times programs, as the docker client is a program of its own that costs more.
 *   container-start SOCKET BODY_FILE     (BODY_FILE: the body of POST /containers/create, as the lab sends it)
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static char body[65536], answer[65536];

static void die(const char *what) {
  fprintf(stderr, "container-start: %s: %.200s\n", what, answer);
  exit(1);
}

static int open_socket(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  strncpy(address.sun_path, path, sizeof address.sun_path - 1);
  if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) != 0) die("no engine");
  return fd;
}

static void post(int fd, const char *path, const char *headers, const char *content) {
  char request[70000];
  int length = snprintf(request, sizeof request,
                        "POST %s HTTP/1.1\r\nHost: engine\r\n%sContent-Type: application/json\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        path, headers, strlen(content), content);
  if (write(fd, request, (size_t)length) != length) die("cannot write");
}

/* Reads on until this text is there; the place in `answer`. */
static char *read_until(int fd, const char *text) {
  size_t length = 0;
  for (;;) {
    ssize_t got = read(fd, answer + length, sizeof answer - 1 - length);
    if (got <= 0) die(text);
    length += (size_t)got;
    answer[length] = '\0';
    char *found = strstr(answer, text);
    if (found != NULL) return found;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) die("SOCKET BODY_FILE");
  FILE *file = fopen(argv[2], "r");
  if (file == NULL) die("no body");
  body[fread(body, 1, sizeof body - 1, file)] = '\0';
  fclose(file);

  int main_fd = open_socket(argv[1]), output_fd = open_socket(argv[1]), wait_fd = open_socket(argv[1]);
  char id[65] = "", path[256];
  post(main_fd, "/containers/create", "", body);
  read_until(main_fd, "\r\n\r\n");
  char *found = strstr(answer, "\"Id\":\"");
  if (found == NULL) found = read_until(main_fd, "\"Id\":\"");
  memcpy(id, found + 6, 64);

  snprintf(path, sizeof path, "/containers/%s/attach?stream=1&stdout=1&stderr=1", id);
  post(output_fd, path, "Connection: Upgrade\r\nUpgrade: tcp\r\n", "");
  snprintf(path, sizeof path, "/containers/%s/wait?condition=next-exit", id);
  post(wait_fd, path, "", "");
  read_until(output_fd, "\r\n\r\n");
  read_until(wait_fd, "\r\n\r\n");
  snprintf(path, sizeof path, "/containers/%s/start", id);
  post(main_fd, path, "", "");
  found = read_until(wait_fd, "\"StatusCode\":");
  return atoi(found + 13);
}
