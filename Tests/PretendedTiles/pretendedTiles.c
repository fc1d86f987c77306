// Does the tile instructions in plain C, as Intel's manual tells them (volume 2: LDTILECFG, TILELOADD, TDPBUSD, TILESTORED), and
// compiles the product in tiles with them.

#include "pretendedTiles.h"

#include <string.h>

// What the processor remembers between instructions; the tests that use it run on one thread at a time each.
static _Thread_local struct {
  uint16_t bytes[8];
  uint8_t rows[8];
  uint8_t data[8][16][64];
} tiles;

static void loadSizes(const void *sizes) {
  const uint8_t *from = sizes;
  memcpy(tiles.bytes, from + 16, sizeof tiles.bytes);
  memcpy(tiles.rows, from + 48, sizeof tiles.rows);
  memset(tiles.data, 0, sizeof tiles.data);
}

static void zero(int tile) { memset(tiles.data[tile], 0, sizeof tiles.data[tile]); }

static void load(int tile, const void *from, int64_t stride) {
  zero(tile);
  for (int row = 0; row < tiles.rows[tile]; row++)
    memcpy(tiles.data[tile][row], (const char *)from + row * stride, tiles.bytes[tile]);
}

static void store(int tile, void *to, int64_t stride) {
  for (int row = 0; row < tiles.rows[tile]; row++)
    memcpy((char *)to + row * stride, tiles.data[tile][row], tiles.bytes[tile]);
}

static void addProducts(int sums, int a, int b) {
  for (int row = 0; row < tiles.rows[sums]; row++)
    for (int k = 0; k < tiles.bytes[a] / 4; k++)
      for (int column = 0; column < tiles.bytes[sums] / 4; column++) {
        int32_t sum;
        memcpy(&sum, &tiles.data[sums][row][4 * column], 4);
        for (int i = 0; i < 4; i++)
          sum += (int32_t)tiles.data[a][row][4 * k + i] * (int8_t)tiles.data[b][k][4 * column + i];
        memcpy(&tiles.data[sums][row][4 * column], &sum, 4);
      }
}

#define HEARSAY_PRETENDED_TILES
#define _tile_loadconfig(sizes) loadSizes(sizes)
#define _tile_zero(tile) zero(tile)
#define _tile_loadd(tile, from, stride) load(tile, from, stride)
#define _tile_stored(tile, to, stride) store(tile, to, stride)
#define _tile_dpbusd(sums, a, b) addProducts(sums, a, b)
#define _tile_release() ((void)0)
#define hearsay_multiply_tiles hearsay_multiply_pretended_tiles
#include "../../Sources/CKernels/tiles.c"
