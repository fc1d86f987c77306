#include "kernels.h"

#include <stddef.h>

#include "levels.h"

const hearsay_kernels *hearsay_kernels_of_level(int32_t level) {
  if (level == 0) return &hearsay_kernels_plain;
#if defined(__x86_64__)
  if (level == 1 && __builtin_cpu_supports("x86-64-v3")) return &hearsay_kernels_avx2;
  if (level == 2 && __builtin_cpu_supports("x86-64-v4")) return &hearsay_kernels_avx512;
#endif
  return NULL;
}

const hearsay_kernels *hearsay_best_kernels(void) {
  int32_t level = hearsay_levels - 1;
  while (!hearsay_kernels_of_level(level)) level--;
  return hearsay_kernels_of_level(level);
}
