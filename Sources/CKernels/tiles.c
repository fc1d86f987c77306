// Products with tiles of 16 rows of 64 bytes (AMX, 2023 and later): a panel's 64 inputs are one tile as they lie.

#include "levels.h"

#if defined(HEARSAY_PRETENDED_TILES)

// The tests' own instructions.
#include <string.h>
#define WITH_TILES

#elif defined(__x86_64__) && defined(__linux__)

#define WITH_TILES __attribute__((target("amx-tile,amx-int8")))

#include <cpuid.h>
#include <immintrin.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

int32_t hearsay_may_use_tiles(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  int has = (d >> 24 & 1) && (d >> 25 & 1);  // AMX-TILE, AMX-INT8
  if (!has || !__get_cpuid(1, &a, &b, &c, &d) || !(c >> 27 & 1)) return 0;
  unsigned low, high;
  __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if ((low >> 17 & 3) != 3) return 0;
  // ARCH_REQ_XCOMP_PERM for the tiles' data (18): the system gives a process room for them only when it asks.
  return syscall(SYS_arch_prctl, 0x1023, 18) == 0;
}

#else

int32_t hearsay_may_use_tiles(void) { return 0; }

#endif

#ifdef WITH_TILES

// What tells the processor the tiles' sizes.
typedef struct {
  uint8_t palette, first, unused[14];
  uint16_t bytes[16];
  uint8_t rows[16];
} tile_sizes;

// Tiles 0 to 3 are sums (rows by outputs), 4 and 5 rows of x, 6 and 7 weights.
WITH_TILES static void sizes(int64_t first, int64_t second) {
  tile_sizes sizes;
  memset(&sizes, 0, sizeof sizes);
  sizes.palette = 1;
  for (int i = 0; i < 8; i++) {
    sizes.bytes[i] = 64;
    sizes.rows[i] = 16;
  }
  sizes.rows[0] = sizes.rows[1] = sizes.rows[4] = (uint8_t)first;
  sizes.rows[2] = sizes.rows[3] = sizes.rows[5] = (uint8_t)second;
  _tile_loadconfig(&sizes);
}

// 17 to 32 rows.
WITH_TILES static void twice(
    const uint8_t *x, const int8_t *packed, int64_t inputs, int64_t panels, int32_t *products) {
  int64_t stride = 64 * panels;
  for (int64_t panel = 0; panel < panels; panel += 2) {
    const int8_t *w = packed + panel * 16 * inputs;
    int32_t *to = products + 16 * panel;
    int isPair = panel + 1 < panels;
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (int64_t i = 0; i < inputs; i += 64) {
      _tile_loadd(4, x + i, inputs);
      _tile_loadd(6, w + 16 * i, 64);
      _tile_loadd(5, x + 16 * inputs + i, inputs);
      _tile_dpbusd(0, 4, 6);
      _tile_dpbusd(2, 5, 6);
      if (isPair) {
        _tile_loadd(7, w + 16 * inputs + 16 * i, 64);
        _tile_dpbusd(1, 4, 7);
        _tile_dpbusd(3, 5, 7);
      }
    }
    _tile_stored(0, to, stride);
    _tile_stored(2, to + 16 * 16 * panels, stride);
    if (isPair) {
      _tile_stored(1, to + 16, stride);
      _tile_stored(3, to + 16 * 16 * panels + 16, stride);
    }
  }
}

// Up to 16 rows.
WITH_TILES static void once(
    const uint8_t *x, const int8_t *packed, int64_t inputs, int64_t panels, int32_t *products) {
  for (int64_t panel = 0; panel < panels; panel++) {
    _tile_zero(0);
    for (int64_t i = 0; i < inputs; i += 64) {
      _tile_loadd(4, x + i, inputs);
      _tile_loadd(6, packed + panel * 16 * inputs + 16 * i, 64);
      _tile_dpbusd(0, 4, 6);
    }
    _tile_stored(0, products + 16 * panel, 64 * panels);
  }
}

WITH_TILES void hearsay_multiply_tiles(
    const uint8_t *x, int64_t rows, const int8_t *packed, int64_t inputs, int64_t panels,
    int32_t *products) {
#ifndef HEARSAY_PRETENDED_TILES
  if (inputs % 64 != 0) {
    hearsay_kernels_vnni.multiply(x, rows, packed, inputs, panels, products);
    return;
  }
#endif
  int64_t set = 0;
  for (int64_t row = 0; row < rows; row += 32) {
    int64_t count = rows - row < 32 ? rows - row : 32;
    const uint8_t *from = x + row * inputs;
    int32_t *to = products + row * 16 * panels;
    if (count != set) sizes(count < 16 ? count : 16, count > 16 ? count - 16 : 16);
    set = count;
    if (count > 16) {
      twice(from, packed, inputs, panels, to);
    } else {
      once(from, packed, inputs, panels, to);
    }
  }
  _tile_release();
}

#endif
