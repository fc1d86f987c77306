// Products of bytes at one level. Included by rows.h.

#define INLINED static inline __attribute__((always_inline))

// sums (R, P) of R rows of x with P panels of w, `steps` times four bytes of each row.
INLINED void tile(
    sums s[tileRows][tilePanels], const char *x, int64_t xStride, const char *w,
    int64_t panelStride, int64_t steps, const int R, const int P) {
#pragma clang loop unroll(full)
  for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) s[r][p] = noSums();
  for (int64_t step = 0; step < steps; step++) {
    column4 columns[tilePanels];
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) columns[p] = column(w + p * panelStride + 64 * step);
#pragma clang loop unroll(full)
    for (int r = 0; r < R; r++) {
      row4 row = spread(x + r * xStride + 4 * step);
#pragma clang loop unroll(full)
      for (int p = 0; p < P; p++)
        s[r][p] = addFours(s[r][p], row, columns[p]);
    }
  }
}

// Calls f with the number of rows as a constant, of which there are at most `most`, and that at most 6.
#define WITH_ROWS(count, most, f, ...)                     \
  switch (count) {                                         \
    case 1: f(__VA_ARGS__, 1); break;                      \
    case 2: f(__VA_ARGS__, most < 2 ? most : 2); break;    \
    case 3: f(__VA_ARGS__, most < 3 ? most : 3); break;    \
    case 4: f(__VA_ARGS__, most < 4 ? most : 4); break;    \
    case 5: f(__VA_ARGS__, most < 5 ? most : 5); break;    \
    case 6: f(__VA_ARGS__, most < 6 ? most : 6); break;    \
    default: break;                                        \
  }

static inline int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

INLINED void tileOfBytes(
    const uint8_t *x, const int8_t *packed, int64_t inputs, int32_t *products, int64_t stride,
    const int P, const int R) {
  sums s[tileRows][tilePanels];
  tile(s, (const char *)x, inputs, (const char *)packed, 16 * inputs, inputs / 4, R, P);
#pragma clang loop unroll(full)
  for (int r = 0; r < R; r++)
#pragma clang loop unroll(full)
    for (int p = 0; p < P; p++) memcpy(products + r * stride + 16 * p, &s[r][p], 64);
}

// All rows with P panels.
INLINED void panelsOfBytes(
    const uint8_t *x, int64_t rows, const int8_t *packed, int64_t inputs, int32_t *products,
    int64_t stride, const int P) {
  for (int64_t row = 0; row < rows; row += tileRows)
    WITH_ROWS(
        least(rows - row, tileRows), tileRows, tileOfBytes, x + row * inputs, packed, inputs,
        products + row * stride, stride, P)
}

static void multiply(
    const uint8_t *x, int64_t rows, const int8_t *packed, int64_t inputs, int64_t panels,
    int32_t *products) {
  int64_t panel = 0, stride = 16 * panels, size = 16 * inputs;
  for (; panel + tilePanels <= panels; panel += tilePanels)
    panelsOfBytes(
        x, rows, packed + panel * size, inputs, products + 16 * panel, stride, tilePanels);
  for (; panel < panels; panel++)
    panelsOfBytes(x, rows, packed + panel * size, inputs, products + 16 * panel, stride, 1);
}
