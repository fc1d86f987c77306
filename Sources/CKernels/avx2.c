// Processors with AVX2 and FMA (2013 and later): 256 bits at a time.

#include <math.h>
#include <string.h>

#include "levels.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define KERNELS hearsay_kernels_avx2
#include "rows.h"
#pragma clang attribute pop

#endif
