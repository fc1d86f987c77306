#pragma once

// The arithmetic of the network: matrix products and what lies between them.
//
// It is C for one reason: Swift cannot compile a function for several processors and choose when the program runs. The same
// source is compiled for each level of processor. All levels give the same bits: whole numbers are added exactly, floats in
// one order, and where a product and a sum are rounded together (fused) they are so at every level. All matrices are
// row-major.

#include <stdint.h>

// Turns a row of products into a layer's outputs: product * scale + bias; from 8-bit products the zero point of the
// row's activations is taken out again with `shift`.
typedef struct {
  const float *scale;  // (width): the scale of each output's weights; ones for float weights
  const float *shift;  // (width): scale times the sum of the output's weights; zeros for float weights
  const float *bias;   // (width)
  int64_t width;       // a multiple of 16
  int32_t isSum;       // whether products are whole numbers (int32) or floats; both have four bytes
} hearsay_outputs;

// Rows in unsigned 8 bits: value = scale * (byte - zero).
typedef struct {
  uint8_t *values;  // (rows, width)
  float *scales;    // (rows)
  float *zeros;     // (rows): whole numbers, 0 ... 255
} hearsay_bytes;

// What a layer norm multiplies with and adds: gamma and beta (width).
typedef struct {
  const float *gamma;
  const float *beta;
  float epsilon;
} hearsay_norm;

// Queries, keys and values of a window, for each head by itself: n pieces, n16 = n rounded up to 16, d the width of a head, a
// multiple of 16.
typedef struct {
  float *queries;  // (n, heads * d)
  float *keys;     // (heads, n16 / 16, d, 16): one value of each of 16 keys side by side
  float *values;   // (heads, n, d)
  float *scores;   // (hearsay_query_rows, n16): room
  int64_t heads;
  int64_t size;    // d
} hearsay_attention;

// Queries that are worked on together, at most.
enum { hearsay_query_rows = 6 };

// One level's functions.
typedef struct {
  // x (rows, width) -> bytes: 0 ... 255 span each row's smallest to largest value, 0 included.
  void (*quantise)(const float *x, int64_t rows, int64_t width, hearsay_bytes to);

  // products (rows, width) -> outputs, in place. `from` holds the scales and zero points of the rows that were
  // multiplied, if it was in 8 bits.
  void (*restore)(void *products, hearsay_outputs to, hearsay_bytes from, int64_t rows);

  // The same, then x * Phi(x) of each.
  void (*restoreGelu)(void *products, hearsay_outputs to, hearsay_bytes from, int64_t rows);

  // The same, then in 8 bits too.
  void (*restoreGeluQuantise)(
      void *products, hearsay_outputs to, hearsay_bytes from, hearsay_bytes bytes, int64_t rows);

  // Each row of x (rows, width) brought to mean 0 and variance 1, times gamma plus beta; in 8 bits too.
  void (*normQuantise)(
      float *x, hearsay_norm norm, hearsay_bytes bytes, int64_t rows, int64_t width);

  // x (rows, width) += outputs, then the same. `bytes` may be where `from` is.
  void (*addNormQuantise)(
      float *x, const void *products, hearsay_outputs to, hearsay_bytes from, hearsay_norm norm,
      hearsay_bytes bytes, int64_t rows);

  // products (rows, 16 * panels) = x (rows, inputs) * weights as hearsay_pack laid them. `inputs` is a multiple of 4.
  void (*multiply)(
      const uint8_t *x, int64_t rows, const int8_t *packed, int64_t inputs, int64_t panels,
      int32_t *products);

  // products (rows, stride) = a (rows, inputs) * weights as hearsay_pack_floats laid them; rows of a are `aStride` apart.
  // Each sum begins at 0 and goes from the first input to the last, fused.
  void (*multiplyFloats)(
      const float *a, int64_t aStride, int64_t rows, const float *packed, int64_t inputs,
      int64_t panels, float *products, int64_t stride);

  // c (m, n) = a (m, width) * b (n, width) transposed; `width` is a multiple of 16, strides in floats. Sixteen sums are kept,
  // products and sums rounded by themselves.
  void (*dots)(
      const float *a, int64_t aStride, int64_t m, const float *b, int64_t bStride, int64_t n,
      int64_t width, float *c, int64_t cStride);

  // products (rows, 3 * heads * d), restored -> queries, keys and values.
  void (*splitHeads)(
      const void *products, hearsay_outputs to, hearsay_bytes from, int64_t rows,
      hearsay_attention attention);

  // x (count, heads * d) = softmax(Q * K transposed) * V of the first `count` queries to all n keys.
  void (*attend)(hearsay_attention attention, int64_t n, int64_t count, float *x);
} hearsay_kernels;

// The levels: 0 any processor, 1 AVX2, 2 AVX-512, 3 AVX-512 with VNNI, 4 that with AMX.
enum { hearsay_levels = 5 };

// The functions of a level; NULL if this processor does not have it.
const hearsay_kernels *hearsay_kernels_of_level(int32_t level);

// The level whose functions are the fastest on this processor, found by measuring where that is not plain; no level is
// taken whose products are not what plain C gives.
int32_t hearsay_best_level(void);

// The CRC-32 of bytes, as zlib has it; 0 where this processor has no fast way to it.
int32_t hearsay_sum(const uint8_t *bytes, int64_t count, uint32_t *sum);

// The largest weight, either way: sums of two products then fit 16 bits, in which some levels add them.
enum { hearsay_largest_weight = 64 };

// weights (outputs, inputs) -> packed (panels, inputs / 4, 16, 4), panels of 16 outputs, zeros where there is no output.
void hearsay_pack(const int8_t *weights, int64_t outputs, int64_t inputs, int8_t *packed);

// weights, of which output o's for input i stands at o * outputStride + i * inputStride -> packed (panels, inputs, 16).
void hearsay_pack_floats(
    const float *weights, int64_t outputs, int64_t inputs, int64_t outputStride,
    int64_t inputStride, float *packed);
