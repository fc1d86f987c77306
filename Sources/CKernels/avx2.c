// Processors with AVX2 and FMA (2013 and later): 256 bits at a time.

#include "levels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define LEVEL 1
#define KERNELS hearsay_kernels_avx2
#include "rows.h"
#pragma clang attribute pop

#endif
