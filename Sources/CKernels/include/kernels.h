#pragma once

// The arithmetic between the matrix products, row by row.
//
// It is C for one reason: Swift cannot compile a function for several processors and choose when the program runs, and
// with the widest registers (AVX-512) this arithmetic takes half the time. The same source is compiled for each level; all
// levels add in the same order. Every width is a multiple of 16 unless said otherwise; all matrices are row-major.

#include <stdint.h>

// Turns a row of products into a layer's outputs: product * scale + bias; from 8-bit products the zero point of the
// row's activations is taken out again with `shift`.
typedef struct {
  const float *scale;  // (width): the scale of each output's weights; ones for float weights
  const float *shift;  // (width): scale times the sum of the output's weights; zeros for float weights
  const float *bias;   // (width)
  int64_t width;
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

// One level's functions.
typedef struct {
  // x (rows, width) -> bytes: 0 ... 255 span each row's smallest to largest value, 0 included.
  void (*quantise)(const float *x, int64_t rows, int64_t width, hearsay_bytes to);

  // products (rows, width) -> outputs, in place; of any width. `from` holds the scales and zero points of the rows that
  // were multiplied, if it was in 8 bits.
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

  // scores (rows, stride): the first `count` of each row become e^(score - largest), the rest nearly 0; `totals` (rows)
  // become their sums. `stride` is a multiple of 16, `count` need not be.
  void (*exponents)(float *scores, int64_t rows, int64_t count, int64_t stride, float *totals);

  // x (rows, width) /= totals (rows); rows are `stride` apart.
  void (*divide)(float *x, const float *totals, int64_t rows, int64_t width, int64_t stride);
} hearsay_kernels;

// The levels: 0 any processor, 1 AVX2, 2 AVX-512.
enum { hearsay_levels = 3 };

// The functions of a level; NULL if this processor does not have it.
const hearsay_kernels *hearsay_kernels_of_level(int32_t level);

// The functions of the highest level that this processor has.
const hearsay_kernels *hearsay_best_kernels(void);
