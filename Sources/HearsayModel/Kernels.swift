import CDNNL
import CKernels

#if canImport(Glibc)
  import Glibc
#endif

typealias Lanes = SIMD16<Float>
typealias Rows = UnsafeMutablePointer<Float>
typealias ReadRows = UnsafePointer<Float>

/// Matrix products, by the library, and the arithmetic between them, in C for the processor at hand.
///
/// Every width in the network is a multiple of 16; `Model` checks that once.
enum Kernels {
  /// The functions between the products; see `kernels.h`.
  static let rows: hearsay_kernels = hearsay_best_kernels().pointee

  /// Matrix products shall use the calling thread alone: two workers with a thread each are faster than one
  /// with two, and results never depend on the number of threads.
  ///
  /// It holds for the calling thread only, so it is said again for each window.
  static func useOneThread() { setThreads?(1) }

  /// The library's own OpenMP runtime is loaded with it; the symbol is absent where it uses another.
  private static let setThreads: (@convention(c) (Int32) -> Void)? =
    dlsym(nil, "omp_set_num_threads").map {
      unsafeBitCast($0, to: (@convention(c) (Int32) -> Void).self)
    }

  /// a · b, both `count` long, a multiple of 16.
  static func dot(_ a: ReadRows, _ b: ReadRows, _ count: Int) -> Float {
    var total = Lanes.zero
    for i in stride(from: 0, to: count, by: 16) {
      total +=
        UnsafeRawPointer(a + i).loadUnaligned(as: Lanes.self)
        * UnsafeRawPointer(b + i).loadUnaligned(as: Lanes.self)
    }
    return total.sum()
  }

  /// C (m, n) = A (m, k) · B, with B (k, n) or, transposed, (n, k); row-major, the row strides are `lda`, `ldb` and `ldc`.
  static func product(
    _ a: ReadRows, _ lda: Int, _ b: ReadRows, _ ldb: Int, transposed: Bool, into c: Rows,
    _ ldc: Int,
    m: Int, n: Int, k: Int
  ) {
    let status = dnnl_sgemm(
      CChar(bitPattern: UInt8(ascii: "N")), CChar(bitPattern: UInt8(ascii: transposed ? "T" : "N")),
      Int64(m), Int64(n), Int64(k), 1, a, Int64(lda), b, Int64(ldb), 0, c, Int64(ldc))
    precondition(status == 0, "matrix product (\(m), \(n), \(k)) failed: \(status)")
  }
}

extension SIMD16<Float> {
  @inline(__always)
  func sum() -> Float {
    let a = lowHalf + highHalf
    let b = a.lowHalf + a.highHalf
    let c = b.lowHalf + b.highHalf
    return c.x + c.y
  }
}
