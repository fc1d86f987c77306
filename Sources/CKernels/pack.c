// Weights laid so that products read them in order.

#include <string.h>

#include "kernels.h"

void hearsay_pack(const int8_t *weights, int64_t outputs, int64_t inputs, int8_t *packed) {
  int64_t panels = (outputs + 15) / 16;
  for (int64_t panel = 0; panel < panels; panel++)
    for (int64_t lane = 0; lane < 16; lane++) {
      int64_t output = panel * 16 + lane;
      int8_t *to = packed + panel * 16 * inputs + 4 * lane;
      for (int64_t i = 0; i < inputs; i += 4, to += 64) {
        if (output < outputs) {
          memcpy(to, weights + output * inputs + i, 4);
        } else {
          memset(to, 0, 4);
        }
      }
    }
}

void hearsay_pack_floats(
    const float *weights, int64_t outputs, int64_t inputs, int64_t outputStride,
    int64_t inputStride, float *packed) {
  int64_t panels = (outputs + 15) / 16;
  for (int64_t panel = 0; panel < panels; panel++)
    for (int64_t i = 0; i < inputs; i++)
      for (int64_t lane = 0; lane < 16; lane++) {
        int64_t output = panel * 16 + lane;
        packed[(panel * inputs + i) * 16 + lane] =
            output < outputs ? weights[output * outputStride + i * inputStride] : 0.0f;
      }
}
