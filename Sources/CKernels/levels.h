#pragma once

#include "kernels.h"

extern const hearsay_kernels hearsay_kernels_plain;
extern const hearsay_kernels hearsay_kernels_avx2;
extern const hearsay_kernels hearsay_kernels_avx512;
