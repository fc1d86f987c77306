// Sixteen running sums of whole numbers, at one level: what matrix products are made of. Included by rows.h.
//
// `spread` repeats four bytes of a row for all sixteen; `addFours` adds to each sum the products of four unsigned bytes with its
// four weights.

#if LEVEL >= 2

typedef __m512i sums;
typedef __m512i row4;
typedef __m512i column4;

static inline sums noSums(void) { return _mm512_setzero_si512(); }
static inline row4 spread(const char *x) {
  int32_t word;
  memcpy(&word, x, 4);
  return _mm512_set1_epi32(word);
}
static inline column4 column(const char *w) { return _mm512_loadu_si512(w); }

#if LEVEL >= 3
static inline sums addFours(sums s, row4 x, column4 w) { return _mm512_dpbusd_epi32(s, x, w); }
#else
static inline sums addFours(sums s, row4 x, column4 w) {
  __m512i pairs = _mm512_maddubs_epi16(x, w);
  return _mm512_add_epi32(s, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
}
#endif

// Rows and panels that are multiplied together: as many sums as there are registers for.
enum { tileRows = 6, tilePanels = 4 };

#elif LEVEL == 1

typedef struct {
  __m256i lo, hi;
} sums;
typedef __m256i row4;
typedef struct {
  __m256i lo, hi;
} column4;

static inline sums noSums(void) {
  return (sums){_mm256_setzero_si256(), _mm256_setzero_si256()};
}
static inline row4 spread(const char *x) {
  int32_t word;
  memcpy(&word, x, 4);
  return _mm256_set1_epi32(word);
}
static inline column4 column(const char *w) {
  const __m256i *halves = (const __m256i *)w;
  return (column4){_mm256_loadu_si256(halves), _mm256_loadu_si256(halves + 1)};
}
static inline __m256i addHalfOfFours(__m256i s, __m256i x, __m256i w) {
  __m256i pairs = _mm256_maddubs_epi16(x, w);
  return _mm256_add_epi32(s, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}
static inline sums addFours(sums s, row4 x, column4 w) {
  return (sums){addHalfOfFours(s.lo, x, w.lo), addHalfOfFours(s.hi, x, w.hi)};
}

enum { tileRows = 4, tilePanels = 1 };

#else

// Two numbers of 16 bits in each of 32: of what the compiler makes of these vectors any processor's own.
typedef int8_t char64 __attribute__((ext_vector_type(64)));
typedef int16_t short64 __attribute__((ext_vector_type(64)));

typedef whole sums;
typedef const char *row4;
typedef const char *column4;

static inline sums noSums(void) { return (sums)0; }
static inline row4 spread(const char *x) { return x; }
static inline column4 column(const char *w) { return w; }
static inline sums addFours(sums s, row4 x, column4 w) {
  char64 bytes;
  memcpy(&bytes, w, sizeof bytes);
  // Words of two 16-bit numbers, as the products lie; no processor in use has them the other way round.
  uint32_t low = (uint8_t)x[0] | (uint32_t)(uint8_t)x[1] << 16;
  uint32_t high = (uint8_t)x[2] | (uint32_t)(uint8_t)x[3] << 16;
  whole32 row;
  row.even = (whole)(int32_t)low;
  row.odd = (whole)(int32_t)high;
  whole32 products = (whole32)(__builtin_convertvector(bytes, short64) * (short64)row);
  whole32 pairs = (products << 16 >> 16) + (products >> 16);
  return s + pairs.even + pairs.odd;
}

enum { tileRows = 2, tilePanels = 1 };

#endif
