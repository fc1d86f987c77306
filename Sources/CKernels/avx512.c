// Processors with AVX-512: 512 bits at a time, which the compiler avoids unless told.

#include "levels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"), min_vector_width(512))), apply_to = function)
#define LEVEL 2
#define KERNELS hearsay_kernels_avx512
#include "rows.h"
#pragma clang attribute pop

#endif
