#pragma once

#include <stdint.h>

// hearsay_multiply_tiles with each instruction done in plain C, for processors without tiles. `inputs` is a multiple of 64.
void hearsay_multiply_pretended_tiles(
    const uint8_t *x, int64_t rows, const int8_t *packed, int64_t inputs, int64_t panels,
    int32_t *products);
