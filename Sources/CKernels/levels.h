#pragma once

#include "kernels.h"

extern const hearsay_kernels hearsay_kernels_plain;
extern const hearsay_kernels hearsay_kernels_avx2;
extern const hearsay_kernels hearsay_kernels_avx512;
extern const hearsay_kernels hearsay_kernels_vnni;
extern const hearsay_kernels hearsay_kernels_tiles;

// Products with tiles (AMX); the other functions are those of the level below.
void hearsay_multiply_tiles(
    const uint8_t *x, int64_t rows, const int8_t *packed, int64_t inputs, int64_t panels,
    int32_t *products);

// Whether the processor has tiles and the system lets this process use them.
int32_t hearsay_may_use_tiles(void);
