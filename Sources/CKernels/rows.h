// The functions of one level; see include/kernels.h. Included by one file for each level, which says for which processors the
// functions are compiled, defines LEVEL and KERNELS, the name of its table, and includes the system's headers before.

#include "kernels.h"

// Sixteen at a time: one register with AVX-512, two with AVX2, four elsewhere.
typedef float lanes __attribute__((ext_vector_type(16)));
typedef int32_t whole __attribute__((ext_vector_type(16)));
typedef uint8_t byte16 __attribute__((ext_vector_type(16)));
typedef double double16 __attribute__((ext_vector_type(16)));
typedef int32_t whole32 __attribute__((ext_vector_type(32)));
typedef float float8 __attribute__((ext_vector_type(8)));
typedef float float4 __attribute__((ext_vector_type(4)));
typedef float float2 __attribute__((ext_vector_type(2)));

// 1.5 * 2^23: a float of up to 22 bits added to it is rounded to a whole number, which then stands in its low bits.
static const float rounder = 12582912.0f;

// The compiler warns that vectors are passed differently at each level; none is passed from one level to another.
#pragma clang diagnostic ignored "-Wpsabi"

static inline lanes load(const float *from) {
  lanes value;
  memcpy(&value, from, sizeof value);
  return value;
}

static inline void store(lanes value, float *to) { memcpy(to, &value, sizeof value); }

// a * b + c, rounded once: what the compiler joins is always told (-ffp-contract=off).
#if LEVEL > 0 || defined(__FMA__) || defined(__aarch64__)

static inline lanes fused(lanes a, lanes b, lanes c) { return __builtin_elementwise_fma(a, b, c); }

#else

// Without an instruction for it, in 64-bit floats: the product is exact there, and so is nearly always the sum, rounded twice.
// Where it may not be (next to the middle between two 32-bit floats, or below their normal range), the C library does it.
static inline lanes fused(lanes a, lanes b, lanes c) {
  double16 both = __builtin_convertvector(a, double16) * __builtin_convertvector(b, double16) +
      __builtin_convertvector(c, double16);
  lanes result = __builtin_convertvector(both, lanes);
  whole32 words = (whole32)both;
  whole middle = (whole)((words.even & 0x1FFFFFFF) == 0x10000000);
  whole small = (whole)(((whole)result & 0x7FFFFFFF) < 0x01000000) & (whole)(words.odd << 1 != 0);
  if (__builtin_reduce_or(middle | small))
    for (int i = 0; i < 16; i++) result[i] = fmaf(a[i], b[i], c[i]);
  return result;
}

#endif

static inline lanes larger(lanes a, lanes b) { return a > b ? a : b; }
static inline lanes smaller(lanes a, lanes b) { return a < b ? a : b; }

static inline float sum(lanes v) {
  float8 a = v.lo + v.hi;
  float4 b = a.lo + a.hi;
  float2 c = b.lo + b.hi;
  return c.x + c.y;
}

static inline float largest(lanes v) {
  float8 a = v.lo > v.hi ? v.lo : v.hi;
  float4 b = a.lo > a.hi ? a.lo : a.hi;
  float2 c = b.lo > b.hi ? b.lo : b.hi;
  return c.x > c.y ? c.x : c.y;
}

// e^x for x from -87 to 0, its relative error below 5e-7: e^r * 2^n with r within ln(2) / 2, the polynomial fitted there
// (least squares, reweighted towards the largest error).
static inline lanes exponent(lanes x) {
  x = larger(x, (lanes)-87.0f);
  lanes shifted = fused(x, (lanes)1.44269504f, (lanes)rounder);
  lanes r = fused(shifted - rounder, (lanes)-0.693147181f, x);
  lanes p = fused((lanes)0.00829030631f, r, (lanes)0.0418979761f);
  p = fused(p, r, (lanes)0.166676366f);
  p = fused(p, r, (lanes)0.499991492f);
  p = fused(p, r, (lanes)0.999999707f);
  p = fused(p, r, (lanes)1.0f);
  // The low bits of `shifted` are n; added to a float's exponent they multiply by 2^n.
  return (lanes)((whole)p + ((whole)shifted << 23));
}

// x * Phi(x), at most 2e-6 off for x within 8 and 2e-7 of x beyond: Phi(t) - 1/2 = t * P(t^2), the polynomial fitted to t
// within 5 (least squares, reweighted towards the largest error), where Phi is 1 to 3e-7; no division, which is slow.
static inline lanes gelu(lanes x) {
  lanes size = larger(x, -x);
  lanes t = smaller(size, (lanes)5.0f);
  lanes s = fused(t * t, (lanes)0.08f, (lanes)-1.0f);
  lanes p = fused((lanes)0.000492967815f, s, (lanes)-0.0015141526f);
  p = fused(p, s, (lanes)0.00200186433f);
  p = fused(p, s, (lanes)-0.00291567576f);
  p = fused(p, s, (lanes)0.00616542693f);
  p = fused(p, s, (lanes)-0.0109732296f);
  p = fused(p, s, (lanes)0.0164976577f);
  p = fused(p, s, (lanes)-0.0233367317f);
  p = fused(p, s, (lanes)0.0314262293f);
  p = fused(p, s, (lanes)-0.0404329494f);
  p = fused(p, s, (lanes)0.0515214209f);
  p = fused(p, s, (lanes)-0.0702966524f);
  p = fused(p, s, (lanes)0.14136378f);
  return fused(x, (lanes)0.5f, size * (t * p));
}

static inline lanes restored(
    const char *products, hearsay_outputs to, int64_t i, float unit, float offset) {
  lanes product;
  if (to.isSum) {
    whole sums;
    memcpy(&sums, products + 4 * i, sizeof sums);
    product = __builtin_convertvector(sums, lanes);
  } else {
    memcpy(&product, products + 4 * i, sizeof product);
  }
  lanes rest = fused((lanes)-offset, load(to.shift + i), load(to.bias + i));
  return fused(product, unit * load(to.scale + i), rest);
}

// One row of x in 8 bits, its least and most value being known.
static inline void quantised(
    const float *x, int64_t width, lanes least, lanes most, hearsay_bytes to, int64_t row) {
  float low = -largest(-least);
  float scale = (largest(most) - low) / 255.0f;
  scale = scale > 1e-12f ? scale : 1e-12f;
  float zero = (-low / scale + rounder) - rounder;
  float inverse = 1.0f / scale;
  to.scales[row] = scale;
  to.zeros[row] = zero;
  uint8_t *values = to.values + row * width;
  for (int64_t i = 0; i < width; i += 16) {
    // No value lies below 0 or, but for rounding, above 255.
    lanes value = smaller(fused(load(x + i), (lanes)inverse, (lanes)zero), (lanes)255.0f) + rounder;
    byte16 rounded = __builtin_convertvector((whole)value, byte16);
    memcpy(values + i, &rounded, sizeof rounded);
  }
}

static void quantise(const float *x, int64_t rows, int64_t width, hearsay_bytes to) {
  for (int64_t row = 0; row < rows; row++) {
    const float *values = x + row * width;
    lanes least = 0, most = 0;
    for (int64_t i = 0; i < width; i += 16) {
      lanes v = load(values + i);
      least = smaller(v, least);
      most = larger(v, most);
    }
    quantised(values, width, least, most, to, row);
  }
}

static void restore(void *products, hearsay_outputs to, hearsay_bytes from, int64_t rows) {
  for (int64_t row = 0; row < rows; row++) {
    char *values = (char *)products + 4 * row * to.width;
    float unit = to.isSum ? from.scales[row] : 1.0f, offset = unit * from.zeros[row];
    for (int64_t i = 0; i < to.width; i += 16)
      store(restored(values, to, i, unit, offset), (float *)values + i);
  }
}

static void restoreGelu(void *products, hearsay_outputs to, hearsay_bytes from, int64_t rows) {
  for (int64_t row = 0; row < rows; row++) {
    char *values = (char *)products + 4 * row * to.width;
    float unit = to.isSum ? from.scales[row] : 1.0f, offset = unit * from.zeros[row];
    for (int64_t i = 0; i < to.width; i += 16) {
      lanes v = gelu(restored(values, to, i, unit, offset));
      store(v, (float *)values + i);
    }
  }
}

static void restoreGeluQuantise(
    void *products, hearsay_outputs to, hearsay_bytes from, hearsay_bytes bytes, int64_t rows) {
  for (int64_t row = 0; row < rows; row++) {
    char *values = (char *)products + 4 * row * to.width;
    float unit = to.isSum ? from.scales[row] : 1.0f, offset = unit * from.zeros[row];
    lanes least = 0, most = 0;
    for (int64_t i = 0; i < to.width; i += 16) {
      lanes v = gelu(restored(values, to, i, unit, offset));
      store(v, (float *)values + i);
      least = smaller(v, least);
      most = larger(v, most);
    }
    quantised((float *)values, to.width, least, most, bytes, row);
  }
}

// One row, its sum being known.
static inline void normed(
    float *x, int64_t width, lanes total, hearsay_norm norm, hearsay_bytes bytes, int64_t row) {
  float mean = sum(total) / (float)width;
  lanes squares = 0;
  for (int64_t i = 0; i < width; i += 16) {
    lanes d = load(x + i) - mean;
    squares = fused(d, d, squares);
  }
  float scale = 1.0f / sqrtf(sum(squares) / (float)width + norm.epsilon);
  lanes least = 0, most = 0;
  for (int64_t i = 0; i < width; i += 16) {
    lanes v = fused((load(x + i) - mean) * scale, load(norm.gamma + i), load(norm.beta + i));
    store(v, x + i);
    least = smaller(v, least);
    most = larger(v, most);
  }
  quantised(x, width, least, most, bytes, row);
}

static void normQuantise(
    float *x, hearsay_norm norm, hearsay_bytes bytes, int64_t rows, int64_t width) {
  for (int64_t row = 0; row < rows; row++) {
    float *values = x + row * width;
    lanes total = 0;
    for (int64_t i = 0; i < width; i += 16) total += load(values + i);
    normed(values, width, total, norm, bytes, row);
  }
}

static void addNormQuantise(
    float *x, const void *products, hearsay_outputs to, hearsay_bytes from, hearsay_norm norm,
    hearsay_bytes bytes, int64_t rows) {
  for (int64_t row = 0; row < rows; row++) {
    float *values = x + row * to.width;
    const char *outputs = (const char *)products + 4 * row * to.width;
    float unit = to.isSum ? from.scales[row] : 1.0f, offset = unit * from.zeros[row];
    lanes total = 0;
    for (int64_t i = 0; i < to.width; i += 16) {
      lanes v = load(values + i) + restored(outputs, to, i, unit, offset);
      store(v, values + i);
      total += v;
    }
    normed(values, to.width, total, norm, bytes, row);
  }
}

#include "sums.h"
#include "products.h"
#include "floats.h"
#include "attention.h"

#define TABLE(product)                                                                   \
  {                                                                                      \
      .quantise = quantise, .restore = restore, .restoreGelu = restoreGelu,              \
      .restoreGeluQuantise = restoreGeluQuantise, .normQuantise = normQuantise,          \
      .addNormQuantise = addNormQuantise, .multiply = product,                           \
      .multiplyFloats = multiplyFloats, .dots = dots, .splitHeads = splitHeads,          \
      .attend = attend,                                                                  \
  }

const hearsay_kernels KERNELS = TABLE(multiply);
