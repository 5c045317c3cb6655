/* The network: what listens is the lab's own, on the loopback. */
#ifndef PARALELO_ATTEMPT_NETWORK_H
#define PARALELO_ATTEMPT_NETWORK_H

#include "attempt.h"

#ifdef __wasi__

static int try_to_connect(char **values) {
  (void)values;
  return not_expressible("WASI preview 1 has no call that opens a socket");
}

#define try_to_bind try_to_connect
#define try_to_open_raw_socket try_to_connect
#define try_to_ask_dns try_to_connect
#define try_to_reach_engine try_to_connect

#else

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

enum { PATIENCE_MS = 500 };

static struct sockaddr_in address_of(uint32_t host, const char *port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};
  address.sin_addr.s_addr = htonl(host);
  return address;
}

/* PORT on the loopback. */
static int try_to_connect(char **values) {
  struct sockaddr_in address = address_of(INADDR_LOOPBACK, values[0]);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return refused(errno, "socket", "");
  if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0)
    return refused(errno, "connect", "");
  return allowed("connected to the lab", "");
}

/* PORT NAMESPACE: in a network namespace of its own any port is free, and reached by nobody of the host. */
static int try_to_bind(char **values) {
  char own[64];
  struct sockaddr_in address = address_of(INADDR_LOOPBACK, values[0]);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0) return refused(errno, "socket", "");
  if (bind(fd, (struct sockaddr *)&address, sizeof address) != 0) return refused(errno, "bind", "");
  if (listen(fd, 1) != 0) return refused(errno, "listen", "");
  ssize_t length = readlink("/proc/self/ns/net", own, sizeof own - 1);
  own[length < 0 ? 0 : length] = '\0';
  if (length > 0 && values[1][0] != '\0' && strcmp(own, values[1]) != 0)
    return unseen("bind", "own-network-namespace");
  return allowed("bound a port", strcmp(own, values[1]) == 0 ? "of the host" : "");
}

/* A plain socket tells whether a filter stands before the call. */
static int try_to_open_raw_socket(char **values) {
  (void)values;
  if (socket(AF_INET, SOCK_RAW, IPPROTO_ICMP) >= 0) return allowed("opened a raw socket", "");
  int refusal = errno;
  return refused(refusal, "socket",
                 socket(AF_INET, SOCK_STREAM, 0) >= 0 ? "reaches-kernel" : "plain=refused");
}

/* PORT on the loopback: a query for localhost, which the lab answers with whatever it likes. */
static int try_to_ask_dns(char **values) {
  static const char query[] = "\x12\x34\x01\0\0\x01\0\0\0\0\0\0\x09localhost\0\0\x01\0\x01";
  char answer[64];
  struct sockaddr_in address = address_of(INADDR_LOOPBACK, values[0]);
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  if (fd < 0) return refused(errno, "socket", "");
  if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0)
    return refused(errno, "connect", "");
  if (send(fd, query, sizeof query - 1, 0) < 0) return refused(errno, "send", "");
  struct pollfd seen = {.fd = fd, .events = POLLIN};
  if (poll(&seen, 1, PATIENCE_MS) == 0) return refused(ETIMEDOUT, "poll", "");
  if (recv(fd, answer, sizeof answer, 0) < 0) return refused(errno, "recv", "");
  return allowed("was answered", "");
}

/* PATH of a Unix socket. */
static int try_to_reach_engine(char **values) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path, values[0], sizeof address.sun_path - 1);
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  if (fd < 0) return refused(errno, "socket", "");
  if (connect(fd, (struct sockaddr *)&address, sizeof address) != 0)
    return refused(errno, "connect", "");
  return allowed("connected to", values[0]);
}

#endif
#endif
