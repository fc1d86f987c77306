#pragma once
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

// curl_easy_setopt and curl_easy_getinfo take a variable number of arguments, which Swift cannot call: one function
// for each type of argument that is used.

static inline CURLcode hearsay_curl_set_long(CURL *curl, CURLoption option, long value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode hearsay_curl_set_text(CURL *curl, CURLoption option, const char *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode hearsay_curl_set_pointer(CURL *curl, CURLoption option, void *value) {
  return curl_easy_setopt(curl, option, value);
}

static inline CURLcode hearsay_curl_set_write(
    CURL *curl, size_t (*take)(char *, size_t, size_t, void *)) {
  return curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
}

static inline CURLcode hearsay_curl_set_header(
    CURL *curl, size_t (*take)(char *, size_t, size_t, void *)) {
  return curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take);
}

static inline CURLcode hearsay_curl_set_progress(
    CURL *curl, int (*go_on)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t)) {
  return curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
}

static inline CURLcode hearsay_curl_set_headers(CURL *curl, struct curl_slist *headers) {
  return curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
}

static inline CURLcode hearsay_curl_set_open_socket(
    CURL *curl, curl_socket_t (*open)(void *, curlsocktype, struct curl_sockaddr *)) {
  return curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open);
}

static inline long hearsay_curl_long(CURL *curl, CURLINFO info) {
  long value = 0;
  return curl_easy_getinfo(curl, info, &value) == CURLE_OK ? value : 0;
}

static inline const char *hearsay_curl_text(CURL *curl, CURLINFO info) {
  char *value = NULL;
  return curl_easy_getinfo(curl, info, &value) == CURLE_OK ? value : NULL;
}

// `struct curl_sockaddr` carries a `struct sockaddr` that may be longer than declared: the bytes of the
// address itself, 4 or 16 of them, are copied out here. Returns how many; 0 for anything but IPv4 and IPv6.
static inline int hearsay_curl_address(const struct curl_sockaddr *socket, unsigned char *bytes) {
  if (socket->family == AF_INET) {
    const struct sockaddr_in *address = (const struct sockaddr_in *)&socket->addr;
    __builtin_memcpy(bytes, &address->sin_addr, 4);
    return 4;
  }
  if (socket->family == AF_INET6) {
    const struct sockaddr_in6 *address = (const struct sockaddr_in6 *)&socket->addr;
    __builtin_memcpy(bytes, &address->sin6_addr, 16);
    return 16;
  }
  return 0;
}
