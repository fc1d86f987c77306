// Products of floats at one level. Included by rows.h.
//
// Every sum begins at 0 and goes from the first product to the last, each step fused.

// Rows and panels that are multiplied together: as many sums as there are registers for.
#if LEVEL >= 2
enum { floatRows = 6, floatPanels = 4 };
#elif LEVEL == 1
enum { floatRows = 6, floatPanels = 1 };
#else
enum { floatRows = 2, floatPanels = 1 };
#endif

// sums (R, P) of R rows of a with P panels of w, which are `panelStride` apart and whose columns of 16 are `step` apart.
INLINED void tileOfFloats(
    lanes s[floatRows][floatPanels], const float *a, int64_t aStride, const float *w,
    int64_t panelStride, int64_t step, int64_t inputs, const int R, const int P) {
#pragma clang loop unroll(full)
  for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) s[r][p] = 0;
  for (int64_t i = 0; i < inputs; i++) {
    lanes columns[floatPanels];
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) columns[p] = load(w + p * panelStride + step * i);
#pragma clang loop unroll(full)
    for (int r = 0; r < R; r++) {
      lanes row = a[r * aStride + i];
#pragma clang loop unroll(full)
      for (int p = 0; p < P; p++) s[r][p] = fused(row, columns[p], s[r][p]);
    }
  }
}

INLINED void storedTile(
    const float *a, int64_t aStride, const float *packed, int64_t inputs, float *products,
    int64_t stride, const int P, const int R) {
  lanes s[floatRows][floatPanels];
  tileOfFloats(s, a, aStride, packed, 16 * inputs, 16, inputs, R, P);
#pragma clang loop unroll(full)
  for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) store(s[r][p], products + r * stride + 16 * p);
}

static void multiplyFloats(
    const float *a, int64_t aStride, int64_t rows, const float *packed, int64_t inputs,
    int64_t panels, float *products, int64_t stride) {
  for (int64_t row = 0; row < rows; row += floatRows) {
    int64_t count = least(rows - row, floatRows), panel = 0;
    const float *x = a + row * aStride;
    float *to = products + row * stride;
    for (; panel + floatPanels <= panels; panel += floatPanels)
      WITH_ROWS(
          count, floatRows, storedTile, x, aStride, packed + panel * 16 * inputs, inputs,
          to + 16 * panel, stride, floatPanels)
    for (; panel < panels; panel++)
      WITH_ROWS(
          count, floatRows, storedTile, x, aStride, packed + panel * 16 * inputs, inputs,
          to + 16 * panel, stride, 1)
  }
}

static void dots(
    const float *a, int64_t aStride, int64_t m, const float *b, int64_t bStride, int64_t n,
    int64_t width, float *c, int64_t cStride) {
  for (int64_t row = 0; row < m; row++)
    for (int64_t column = 0; column < n; column++) {
      lanes s = 0;
      for (int64_t i = 0; i < width; i += 16)
        s += load(a + row * aStride + i) * load(b + column * bStride + i);
      c[row * cStride + column] = sum(s);
    }
}
