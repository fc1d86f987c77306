// Times the network's products and attention at every level this processor has, in G multiply-adds a second, and oneDNN's
// 8-bit product beside them (compiled with -DWITH_ONEDNN). Levels take turns, so that other load meets all alike; the best of
// the rounds counts. See `run`.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kernels.h"

#ifdef WITH_ONEDNN
#include <dnnl.h>
#endif

// The shapes of one layer of MiniLM-L6: inputs and outputs.
static const struct {
  const char *name;
  int64_t inputs, outputs;
} shapes[] = {{"qkv", 384, 1152}, {"attention output", 384, 384}, {"up", 384, 1536}, {"down", 1536, 384}};
enum { shapeCount = 4, most = 256, rounds = 40 };

static const char *const levels[] = {"plain C", "AVX2", "AVX-512", "AVX-512 VNNI", "AMX", "oneDNN"};

static uint8_t *x;
static int8_t *weights, *packed;
static int32_t *products;
static float *scales, *zeros, *floats;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void *room(size_t bytes) {
  void *memory = aligned_alloc(64, (bytes + 63) / 64 * 64);
  if (!memory) exit(2);
  memset(memory, 0, bytes);
  return memory;
}

static void multiply(int level, int64_t rows, int shape) {
  int64_t inputs = shapes[shape].inputs, outputs = shapes[shape].outputs;
  if (level < hearsay_levels) {
    hearsay_kernels_of_level(level)->multiply(x, rows, packed, inputs, outputs / 16, products);
    return;
  }
#ifdef WITH_ONEDNN
  int32_t zero = 0;
  dnnl_gemm_u8s8s32(
      'N', 'T', 'F', rows, outputs, inputs, 1, x, inputs, 0, weights, inputs, 0, 0, products, outputs, &zero);
#endif
}

static int has(int level) {
  if (level < hearsay_levels) return hearsay_kernels_of_level(level) != NULL;
#ifdef WITH_ONEDNN
  return 1;
#else
  return 0;
#endif
}

int main(int count, char **arguments) {
  int64_t rows = count > 1 ? atoi(arguments[1]) : 200;
  if (rows < 1 || rows > most) return 2;
  x = room(most * 1536);
  weights = room(1536 * 1536);
  packed = room(1536 * 1536);
  products = room(most * 1536 * 4);
  floats = room(most * 1536 * 4);
  scales = room(1536 * 4);
  zeros = room(1536 * 4);
  for (int i = 0; i < most * 1536; i++) x[i] = (uint8_t)rand();
  for (int i = 0; i < 1536 * 1536; i++) weights[i] = (int8_t)(rand() % 127 - 63);
  printf("%ld rows; G multiply-adds a second on one core; best level: %s\n", (long)rows, levels[hearsay_best_level()]);
  for (int shape = 0; shape < shapeCount; shape++) {
    hearsay_pack(weights, shapes[shape].outputs, shapes[shape].inputs, packed);
    double best[hearsay_levels + 1];
    for (int level = 0; level <= hearsay_levels; level++) best[level] = 1e9;
    double macs = (double)rows * (double)shapes[shape].inputs * (double)shapes[shape].outputs;
    for (int round = 0; round < rounds; round++)
      for (int level = 0; level <= hearsay_levels; level++) {
        if (!has(level) || (level == 0 && round > 4)) continue;
        double start = now();
        multiply(level, rows, shape);
        double time = now() - start;
        best[level] = time < best[level] ? time : best[level];
      }
    printf("%-17s", shapes[shape].name);
    for (int level = 0; level <= hearsay_levels; level++)
      if (has(level)) printf("  %s %.1f", levels[level], macs / best[level] / 1e9);
    printf("\n");
  }

  // Attention of 12 heads of 32, from the restored products on.
  int64_t rows16 = (rows + 15) / 16 * 16, heads = 12, size = 32, wide = 3 * heads * size;
  hearsay_attention attention = {
      .queries = room(4 * heads * rows16 * size), .keys = room(4 * heads * rows16 * size),
      .values = room(4 * heads * rows16 * size), .scores = room(4 * hearsay_query_rows * rows16),
      .heads = heads, .size = size};
  float *ones = room(4 * wide);
  for (int i = 0; i < wide; i++) ones[i] = 1;
  hearsay_outputs outputs = {.scale = ones, .shift = zeros, .bias = zeros, .width = wide, .isSum = 0};
  for (int64_t i = 0; i < rows * wide; i++) floats[i] = (float)rand() / (float)RAND_MAX * 2 - 1;
  hearsay_bytes none = {.values = NULL, .scales = scales, .zeros = zeros};
  float *result = room(4 * rows * heads * size);
  double macs = 2.0 * (double)(rows * rows * heads * size);
  double best[hearsay_levels];
  for (int level = 0; level < hearsay_levels; level++) best[level] = 1e9;
  for (int round = 0; round < rounds; round++)
    for (int level = 1; level < hearsay_levels; level++) {
      if (!has(level)) continue;
      double start = now();
      hearsay_kernels_of_level(level)->splitHeads(floats, outputs, none, rows, attention);
      hearsay_kernels_of_level(level)->attend(attention, rows, rows, result);
      double time = now() - start;
      best[level] = time < best[level] ? time : best[level];
    }
  printf("%-17s", "attention");
  for (int level = 1; level < hearsay_levels; level++)
    if (has(level)) printf("  %s %.1f", levels[level], macs / best[level] / 1e9);
  printf("\n");
}
