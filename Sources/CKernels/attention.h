// Attention of one level, in floats. Included by rows.h.

// Sixteen rows of sixteen turned, so that columns become rows: each round interleaves the upper half with the lower.
static inline void turn(lanes v[16]) {
  for (int round = 0; round < 4; round++) {
    lanes from[16];
    memcpy(from, v, sizeof from);
    for (int i = 0; i < 8; i++) {
      v[2 * i] = __builtin_shufflevector(
          from[i], from[i + 8], 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      v[2 * i + 1] = __builtin_shufflevector(
          from[i], from[i + 8], 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    }
  }
}

static void splitHeads(
    const void *products, hearsay_outputs to, hearsay_bytes from, int64_t rows,
    hearsay_attention attention) {
  int64_t heads = attention.heads, d = attention.size, h = heads * d;
  int64_t rows16 = (rows + 15) / 16 * 16;
  for (int64_t row = 0; row < rows; row++) {
    const char *values = (const char *)products + 4 * row * to.width;
    float unit = to.isSum ? from.scales[row] : 1.0f, offset = unit * from.zeros[row];
    for (int64_t i = 0; i < h; i += 16)
      store(restored(values, to, i, unit, offset), attention.queries + row * h + i);
    for (int64_t head = 0; head < heads; head++)
      for (int64_t i = 0; i < d; i += 16)
        store(
            restored(values, to, 2 * h + head * d + i, unit, offset),
            attention.values + (head * rows + row) * d + i);
  }
  for (int64_t first = 0; first < rows; first += 16)
    for (int64_t i = 0; i < h; i += 16) {
      lanes keys[16];
      for (int64_t j = 0; j < 16; j++) {
        int64_t row = first + j;
        keys[j] = 0;
        if (row >= rows) continue;
        float unit = to.isSum ? from.scales[row] : 1.0f, offset = unit * from.zeros[row];
        const char *values = (const char *)products + 4 * row * to.width;
        keys[j] = restored(values, to, h + i, unit, offset);
      }
      turn(keys);
      float *panel = attention.keys + i / d * rows16 * d + first * d + i % d * 16;
      for (int64_t j = 0; j < 16; j++) store(keys[j], panel + 16 * j);
    }
}

// The scores (n16) of a query with n keys become e^(score - largest), those beyond nearly 0; their sum.
static inline float exponents(float *scores, int64_t n, int64_t n16) {
  for (int64_t i = n; i < n16; i++) scores[i] = -INFINITY;
  lanes most = load(scores);
  for (int64_t i = 16; i < n16; i += 16) most = larger(most, load(scores + i));
  float top = largest(most);
  lanes total = 0;
  for (int64_t i = 0; i < n16; i += 16) {
    lanes e = exponent(load(scores + i) - top);
    store(e, scores + i);
    total += e;
  }
  return sum(total);
}

enum { valuePanels = floatPanels < 2 ? 1 : 2 };

// x (R, 16 * P) of the shares that R queries give to n values, which are d wide.
INLINED void tileOfValues(
    const float *scores, int64_t n16, const float *parts, int64_t n, const float *values, int64_t d,
    float *x, int64_t stride, const int P, const int R) {
  lanes s[floatRows][floatPanels];
  tileOfFloats(s, scores, n16, values, 16, d, n, R, P);
#pragma clang loop unroll(full)
  for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) store(s[r][p] * parts[r], x + r * stride + 16 * p);
}

static void attend(hearsay_attention attention, int64_t n, int64_t count, float *x) {
  int64_t d = attention.size, h = attention.heads * d, n16 = (n + 15) / 16 * 16;
  float *scores = attention.scores;
  for (int64_t head = 0; head < attention.heads; head++) {
    const float *values = attention.values + head * n * d;
    for (int64_t row = 0; row < count; row += floatRows) {
      int64_t rows = least(count - row, floatRows);
      multiplyFloats(
          attention.queries + row * h + head * d, h, rows, attention.keys + head * n16 * d, d,
          n16 / 16, scores, n16);
      float parts[floatRows];
      for (int64_t i = 0; i < rows; i++) parts[i] = 1.0f / exponents(scores + i * n16, n, n16);
      float *to = x + row * h + head * d;
      int64_t i = 0;
      for (; i + 16 * valuePanels <= d; i += 16 * valuePanels)
        WITH_ROWS(
            rows, floatRows, tileOfValues, scores, n16, parts, n, values + i, d, to + i, h,
            valuePanels)
      for (; i < d; i += 16)
        WITH_ROWS(
            rows, floatRows, tileOfValues, scores, n16, parts, n, values + i, d, to + i, h, 1)
    }
  }
}
