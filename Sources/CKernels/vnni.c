// Processors with AVX-512 that add products of 8 bits in one step (VNNI, 2019 and later).

#include "levels.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <math.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4,avx512vnni"), min_vector_width(512))), apply_to = function)
#define LEVEL 3
#define KERNELS hearsay_kernels_vnni
#include "rows.h"
#pragma clang attribute pop

#if defined(__linux__)
const hearsay_kernels hearsay_kernels_tiles = TABLE(hearsay_multiply_tiles);
#endif

#endif
