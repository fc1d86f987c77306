#include "kernels.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "levels.h"

const hearsay_kernels *hearsay_kernels_of_level(int32_t level) {
  if (level == 0) return &hearsay_kernels_plain;
#if defined(__x86_64__)
  if (level == 1 && __builtin_cpu_supports("x86-64-v3")) return &hearsay_kernels_avx2;
  int isWide = __builtin_cpu_supports("x86-64-v4");
  if (level == 2 && isWide) return &hearsay_kernels_avx512;
  int hasVNNI = isWide && __builtin_cpu_supports("avx512vnni");
  if (level == 3 && hasVNNI) return &hearsay_kernels_vnni;
#if defined(__linux__)
  if (level == 4 && hasVNNI && hearsay_may_use_tiles()) return &hearsay_kernels_tiles;
#endif
#endif
  return NULL;
}

// A product to try levels with: rows and panels that fill no tile evenly.
enum { trialRows = 77, trialInputs = 384, trialPanels = 23 };

typedef struct {
  uint8_t x[trialRows * trialInputs];
  int8_t weights[trialPanels * 16 * trialInputs];
  int32_t wanted[trialRows * trialPanels * 16];
  int32_t told[trialRows * trialPanels * 16];
} trial;

static void multiply(const hearsay_kernels *kernels, trial *trial, int64_t rows) {
  kernels->multiply(
      trial->x, rows, trial->weights, trialInputs, trialPanels, trial->told);
}

static int isRight(const hearsay_kernels *kernels, trial *trial) {
  // 50 rows: in tiles of 16 they end in the middle of one; plain C takes some time for them.
  int64_t rows = 50;
  hearsay_kernels_plain.multiply(
      trial->x, rows, trial->weights, trialInputs, trialPanels, trial->wanted);
  multiply(kernels, trial, rows);
  return memcmp(trial->told, trial->wanted, (size_t)rows * trialPanels * 16 * 4) == 0;
}

// The least time of some runs, in nanoseconds.
static int64_t timeOf(const hearsay_kernels *kernels, trial *trial) {
  int64_t least = INT64_MAX;
  for (int run = 0; run < 6; run++) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    multiply(kernels, trial, trialRows);
    clock_gettime(CLOCK_MONOTONIC, &to);
    int64_t time = (to.tv_sec - from.tv_sec) * 1000000000 + to.tv_nsec - from.tv_nsec;
    least = time < least ? time : least;
  }
  return least;
}

int32_t hearsay_best_level(void) {
  int32_t level = hearsay_levels - 2;
  while (!hearsay_kernels_of_level(level)) level--;
  const hearsay_kernels *tiles = hearsay_kernels_of_level(hearsay_levels - 1);
  if (!tiles) return level;
  // Tiles are new enough, and often enough only pretended to, for their word not to be taken.
  trial *trial = malloc(sizeof *trial);
  if (!trial) return level;
  uint32_t state = 1;
  for (size_t i = 0; i < sizeof trial->x; i++)
    trial->x[i] = (uint8_t)((state = state * 1664525 + 1013904223) >> 24);
  for (size_t i = 0; i < sizeof trial->weights; i++)
    trial->weights[i] = (int8_t)((state = state * 1664525 + 1013904223) >> 24) / 2;
  if (isRight(tiles, trial) &&
      timeOf(tiles, trial) < timeOf(hearsay_kernels_of_level(level), trial))
    level = hearsay_levels - 1;
  free(trial);
  return level;
}
