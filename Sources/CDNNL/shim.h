#pragma once

// oneDNN's umbrella header pulls in OpenCL and SYCL headers that nobody needs here, and its primitive API is
// large. The two matrix products are all this package calls; they are declared here as oneDNN 2 declares them
// (oneapi/dnnl/dnnl.h). The library owns both symbols.
#include <stdint.h>

typedef int64_t hearsay_dnnl_dim;

// C = alpha * op(A) * op(B) + beta * C, row-major f32. Returns 0 on success.
int dnnl_sgemm(
    char transa, char transb, hearsay_dnnl_dim M, hearsay_dnnl_dim N, hearsay_dnnl_dim K, float alpha,
    const float *A, hearsay_dnnl_dim lda, const float *B, hearsay_dnnl_dim ldb, float beta, float *C,
    hearsay_dnnl_dim ldc);

// C = alpha * (op(A) - ao) * (op(B) - bo) + beta * C + co, row-major, A u8, B i8, C i32. Returns 0 on success.
int dnnl_gemm_u8s8s32(
    char transa, char transb, char offsetc, hearsay_dnnl_dim M, hearsay_dnnl_dim N, hearsay_dnnl_dim K,
    float alpha, const uint8_t *A, hearsay_dnnl_dim lda, uint8_t ao, const int8_t *B, hearsay_dnnl_dim ldb,
    int8_t bo, float beta, int32_t *C, hearsay_dnnl_dim ldc, const int32_t *co);
