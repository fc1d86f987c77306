// Any processor: 128 bits at a time.

#include <math.h>
#include <string.h>

#include "levels.h"

#define LEVEL 0
#define KERNELS hearsay_kernels_plain
#include "rows.h"
