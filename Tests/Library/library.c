/* Uses the library as a program in C does; LibraryTests.swift builds and runs it.
 *
 *   library SHARE|- read URL FILE            prints the reading, ends with its status
 *   library SHARE|- hardly                   what callers get wrong
 *   library SHARE|- threads FILE             four threads on one reader give what one gives
 *   library SHARE|- fork FILE                children read while threads of the parent read
 *   library SHARE|- again FILE TIMES         reads so many times; prints by how many kB memory grew after the first tenth
 */
#include <hearsay.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHECK(condition)                                                        \
  do {                                                                          \
    if (!(condition)) {                                                         \
      fprintf(stderr, "line %d: %s does not hold\n", __LINE__, #condition);     \
      exit(9);                                                                  \
    }                                                                           \
  } while (0)

static hearsay_reader *reader;
static uint8_t *bytes;
static size_t size;
static char *expected;

static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  CHECK(file);
  fseek(file, 0, SEEK_END);
  size = (size_t)ftell(file);
  rewind(file);
  bytes = malloc(size + 1);
  CHECK(bytes && fread(bytes, 1, size, file) == size);
  fclose(file);
}

static int ask(const uint8_t *from, size_t count, const char *request, char **answer) {
  size_t length = 0;
  int status = hearsay_read(reader, from, count, request, request ? strlen(request) : 0, answer, &length);
  CHECK(*answer && strlen(*answer) == length);
  return status;
}

static void expect(int wanted, const uint8_t *from, size_t count, const char *request, const char *words) {
  char *answer = NULL;
  int status = ask(from, count, request, &answer);
  if (status != wanted || !strstr(answer, words)) {
    fprintf(stderr, "status %d instead of %d, without \"%s\": %s\n", status, wanted, words, answer);
    exit(9);
  }
  hearsay_free(answer);
}

static void *work(void *times) {
  for (int i = 0; i < *(int *)times; i++) {
    char *answer = NULL;
    CHECK(ask(bytes, size, "{}", &answer) == HEARSAY_READ);
    CHECK(strcmp(answer, expected) == 0);
    hearsay_free(answer);
  }
  return NULL;
}

static long resident(void) {
  long pages = 0, of = 0;
  FILE *file = fopen("/proc/self/statm", "r");
  CHECK(file && fscanf(file, "%ld %ld", &of, &pages) == 2);
  fclose(file);
  return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void hardly(const char *share) {
  static const uint8_t text[] = "The army said on Tuesday that rebels had shelled the port.";
  size_t count = sizeof text - 1;
  expect(HEARSAY_READ, text, count, NULL, "\"schema\"");
  expect(HEARSAY_READ, text, count, "{\"published\": \"2031-03-04\", \"url\": null}", "2031-03-04");
  expect(HEARSAY_BAD_REQUEST, text, count, "{\"adress\": \"x\"}", "adress");
  expect(HEARSAY_BAD_REQUEST, text, count, "{\"url\": 7}", "url");
  expect(HEARSAY_BAD_REQUEST, text, count, "[", "not a JSON object");
  expect(HEARSAY_BAD_REQUEST, text, count, "\xff\xfe", "not a JSON object");
  expect(HEARSAY_NO_REPORT, text, 0, NULL, "");
  expect(HEARSAY_NO_REPORT, NULL, 0, NULL, "");
  static const uint8_t zeros[400];
  expect(HEARSAY_NO_REPORT, zeros, sizeof zeros, NULL, "");
  char *deep = malloc(100001);
  memset(deep, '[', 100000);
  deep[100000] = 0;
  expect(HEARSAY_BAD_REQUEST, text, count, deep, "not a JSON object");
  free(deep);
  char *answer = NULL;
  CHECK(hearsay_read(NULL, text, count, NULL, 0, &answer, NULL) == HEARSAY_BAD_REQUEST);
  hearsay_free(answer);
  CHECK(hearsay_read(reader, text, count, NULL, 0, NULL, NULL) == HEARSAY_READ);
  CHECK(hearsay_read(reader, text, (size_t)-1, NULL, 0, &answer, NULL) == HEARSAY_BAD_REQUEST);
  hearsay_free(answer);
  hearsay_reader *other = reader;
  CHECK(hearsay_open("/nowhere", NULL, &other, &answer) == HEARSAY_NO_DATA);
  CHECK(other == NULL && strstr(answer, "/nowhere/Models"));
  hearsay_free(answer);
  CHECK(hearsay_open(share, "{\"anyLanguage\": 1}", &other, &answer) == HEARSAY_BAD_REQUEST);
  hearsay_free(answer);
  CHECK(hearsay_open(share, NULL, NULL, NULL) == HEARSAY_BAD_REQUEST);
  hearsay_free(NULL);
  hearsay_close(NULL);
}

static void forks(void) {
  pthread_t threads[2];
  int times = 40, most = 2;
  for (int i = 0; i < 2; i++) CHECK(pthread_create(&threads[i], NULL, work, &times) == 0);
  for (int i = 0; i < 24; i++) {
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
      alarm(120); /* a child that waits for ever is a failure too */
      work(&most);
      hearsay_close(reader);
      _exit(0);
    }
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child && status == 0);
  }
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
}

int main(int count, char **words) {
  CHECK(count >= 3 && strlen(hearsay_version()) > 0);
  const char *share = strcmp(words[1], "-") == 0 ? NULL : words[1], *what = words[2];
  char *error = NULL;
  int status = hearsay_open(share, "{}", &reader, &error);
  if (status != HEARSAY_OPENED) {
    CHECK(!reader && error);
    fprintf(stderr, "%s\n", error);
    hearsay_free(error);
    return status;
  }
  CHECK(reader && !error);
  if (strcmp(what, "read") == 0 && count == 5) {
    load(words[4]);
    char request[4096];
    snprintf(request, sizeof request, "{\"url\": \"%s\"}", words[3]);
    char *answer = NULL;
    status = ask(bytes, size, request, &answer);
    puts(answer);
    hearsay_free(answer);
  } else if (strcmp(what, "hardly") == 0) {
    hardly(share);
  } else if (count >= 4) {
    load(words[3]);
    CHECK(ask(bytes, size, "{}", &expected) == HEARSAY_READ);
    if (strcmp(what, "threads") == 0) {
      pthread_t threads[4];
      int times = 10;
      for (int i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, work, &times) == 0);
      for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    } else if (strcmp(what, "fork") == 0) {
      forks();
    } else if (strcmp(what, "again") == 0 && count == 5) {
      int times = atoi(words[4]), first = times / 10;
      work(&first);
      long before = resident();
      times -= first;
      work(&times);
      printf("%ld\n", resident() - before);
    } else {
      return 9;
    }
    hearsay_free(expected);
  } else {
    return 9;
  }
  hearsay_close(reader);
  free(bytes);
  return status;
}
