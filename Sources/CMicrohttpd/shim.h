#pragma once
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <microhttpd.h>

// MHD_start_daemon takes a variable number of arguments, which Swift cannot call: one function with the options that are used.

struct hearsay_desk_limits {
  unsigned int threads;
  unsigned int connections;
  unsigned int connections_an_address;
  unsigned int seconds;
  size_t head_bytes;
};

// `certificate` and `key` are PEM texts, or both NULL for plain HTTP. Port 0 lets the system choose. NULL if the address
// cannot be had; errno tells why.
static inline struct MHD_Daemon *hearsay_desk_start(
    const char *address, unsigned short port, struct hearsay_desk_limits limits, const char *certificate, const char *key,
    MHD_AccessHandlerCallback handle, void *context, MHD_RequestCompletedCallback completed, MHD_NotifyConnectionCallback opened) {
  struct sockaddr_in v4;
  struct sockaddr_in6 v6;
  const struct sockaddr *place;
  memset(&v4, 0, sizeof v4);
  memset(&v6, 0, sizeof v6);
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD;
  if (inet_pton(AF_INET, address, &v4.sin_addr) == 1) {
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    place = (const struct sockaddr *)&v4;
  } else if (inet_pton(AF_INET6, address, &v6.sin6_addr) == 1) {
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    place = (const struct sockaddr *)&v6;
    flags |= MHD_USE_IPv6;
  } else {
    errno = EINVAL;
    return NULL;
  }
  if (certificate) {
    return MHD_start_daemon(
        flags | MHD_USE_TLS, port, NULL, NULL, handle, context, MHD_OPTION_SOCK_ADDR, place, MHD_OPTION_THREAD_POOL_SIZE,
        limits.threads, MHD_OPTION_CONNECTION_LIMIT, limits.connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
        limits.connections_an_address, MHD_OPTION_CONNECTION_TIMEOUT, limits.seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        limits.head_bytes, MHD_OPTION_NOTIFY_COMPLETED, completed, context, MHD_OPTION_NOTIFY_CONNECTION, opened, context,
        MHD_OPTION_HTTPS_MEM_CERT, certificate,
        MHD_OPTION_HTTPS_MEM_KEY, key, MHD_OPTION_END);
  }
  return MHD_start_daemon(
      flags, port, NULL, NULL, handle, context, MHD_OPTION_SOCK_ADDR, place, MHD_OPTION_THREAD_POOL_SIZE, limits.threads,
      MHD_OPTION_CONNECTION_LIMIT, limits.connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT, limits.connections_an_address,
      MHD_OPTION_CONNECTION_TIMEOUT, limits.seconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits.head_bytes,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context, MHD_OPTION_NOTIFY_CONNECTION, opened, context, MHD_OPTION_END);
}

static inline unsigned short hearsay_desk_port(struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

// The address that a connection comes from, in words; empty if it is not known.
static inline void hearsay_desk_peer(struct MHD_Connection *connection, char *text, unsigned int count) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  text[0] = 0;
  if (!info || !info->client_addr) return;
  if (info->client_addr->sa_family == AF_INET)
    inet_ntop(AF_INET, &((const struct sockaddr_in *)info->client_addr)->sin_addr, text, count);
  else if (info->client_addr->sa_family == AF_INET6)
    inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)info->client_addr)->sin6_addr, text, count);
}

// The socket of a connection, -1 if it has none.
static inline int hearsay_desk_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

static inline int hearsay_desk_is_opening(enum MHD_ConnectionNotificationCode what) {
  return what == MHD_CONNECTION_NOTIFY_STARTED;
}

// The library's enumerations, whose cases Swift names in its own way.
static inline enum MHD_Result hearsay_desk_yes(void) { return MHD_YES; }
static inline enum MHD_Result hearsay_desk_no(void) { return MHD_NO; }

static inline const char *hearsay_desk_head(struct MHD_Connection *connection, const char *name) {
  return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static inline void hearsay_desk_arguments(struct MHD_Connection *connection, MHD_KeyValueIterator each, void *context) {
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, each, context);
}

static inline struct MHD_Response *hearsay_desk_copy(size_t count, void *bytes) {
  return MHD_create_response_from_buffer(count, bytes, MHD_RESPMEM_MUST_COPY);
}
