// CRC-32 of long stretches of bytes by carry-less multiplication, as V. Gopal and others tell it ("Fast CRC computation for generic
// polynomials using PCLMULQDQ instruction", Intel, 2009): the same sum as zlib's, ten times as fast.

#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

// x^n mod P for the widths that are folded, and what the last step divides by; bits in reverse.
static const uint64_t foldBy4[2] = {0x0154442bd4, 0x01c6e41596};
static const uint64_t foldBy1[2] = {0x01751997d0, 0x00ccaa009e};
static const uint64_t foldHalf[2] = {0x0163cd6124, 0};
static const uint64_t divisor[2] = {0x01db710641, 0x01f7011641};

__attribute__((target("pclmul,sse4.1"))) static inline __m128i at(const void *bytes) {
  return _mm_loadu_si128((const __m128i *)bytes);
}

// What was summed up so far, moved on by the width that `by` stands for, and the bytes that stand there.
__attribute__((target("pclmul,sse4.1"))) static inline __m128i folded(__m128i sum, __m128i by, __m128i bytes) {
  return _mm_xor_si128(
      _mm_xor_si128(_mm_clmulepi64_si128(sum, by, 0x00), _mm_clmulepi64_si128(sum, by, 0x11)), bytes);
}

// Of 64 bytes or more, sixteens of them.
__attribute__((target("pclmul,sse4.1"))) static uint32_t sumOf(const uint8_t *bytes, int64_t count, uint32_t sum) {
  __m128i a = _mm_xor_si128(at(bytes), _mm_cvtsi32_si128((int)sum));
  __m128i b = at(bytes + 16), c = at(bytes + 32), d = at(bytes + 48), by = at(foldBy4);
  for (bytes += 64, count -= 64; count >= 64; bytes += 64, count -= 64) {
    a = folded(a, by, at(bytes));
    b = folded(b, by, at(bytes + 16));
    c = folded(c, by, at(bytes + 32));
    d = folded(d, by, at(bytes + 48));
  }
  by = at(foldBy1);
  a = folded(folded(folded(a, by, b), by, c), by, d);
  for (; count >= 16; bytes += 16, count -= 16) a = folded(a, by, at(bytes));
  // 128 bits to 64, to 32, and what is left of those.
  const __m128i low = _mm_setr_epi32(~0, 0, ~0, 0);
  a = _mm_xor_si128(_mm_srli_si128(a, 8), _mm_clmulepi64_si128(a, by, 0x10));
  a = _mm_xor_si128(
      _mm_srli_si128(a, 4), _mm_clmulepi64_si128(_mm_and_si128(a, low), at(foldHalf), 0x00));
  by = at(divisor);
  b = _mm_clmulepi64_si128(_mm_and_si128(a, low), by, 0x10);
  b = _mm_clmulepi64_si128(_mm_and_si128(b, low), by, 0x00);
  return (uint32_t)_mm_extract_epi32(_mm_xor_si128(a, b), 1);
}
#endif

int32_t hearsay_sum(const uint8_t *bytes, int64_t count, uint32_t *sum) {
#if defined(__x86_64__)
  if (!__builtin_cpu_supports("pclmul") || !__builtin_cpu_supports("sse4.1")) return 0;
  uint32_t open = 0xffffffff;
  int64_t whole = count >= 64 ? count / 16 * 16 : 0;
  if (whole) open = sumOf(bytes, whole, open);
  for (int64_t i = whole; i < count; i++) {
    open ^= bytes[i];
    for (int bit = 0; bit < 8; bit++) open = open >> 1 ^ (open & 1 ? 0xedb88320 : 0);
  }
  *sum = ~open;
  return 1;
#else
  return 0;
#endif
}
