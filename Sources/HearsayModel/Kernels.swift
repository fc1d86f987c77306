import CKernels

#if canImport(Glibc)
  import Glibc
#endif

typealias Rows = UnsafeMutablePointer<Float>
typealias ReadRows = UnsafePointer<Float>

/// The arithmetic of the network, in C for the processor at hand.
///
/// Every width in the network is a multiple of 16; `Model` checks that once. All levels of processor give the same scores, to
/// the bit.
package enum Kernels {
  /// The levels of processor that there is arithmetic for, lowest first.
  package enum Level: Int32, CaseIterable, Sendable {
    case plain, avx2, avx512, vnni, amx

    /// Whether this processor has it.
    package var isHere: Bool { hearsay_kernels_of_level(rawValue) != nil }
  }

  /// What takes the place of the fastest level, to try or compare: `HEARSAY_PROCESSOR=avx2`.
  private static let choice = "HEARSAY_PROCESSOR"

  /// The level in use: the fastest that this processor has, or the one that the environment names, if it has that.
  package static let level: Level = {
    if let name = getenv(choice).map({ String(cString: $0) }),
      let asked = Level.allCases.first(where: { "\($0)" == name }), asked.isHere
    {
      return asked
    }
    return Level(rawValue: hearsay_best_level()) ?? .plain
  }()

  /// The functions of that level; see `kernels.h`.
  static let rows: hearsay_kernels =
    (hearsay_kernels_of_level(level.rawValue) ?? hearsay_kernels_of_level(0)).pointee

  /// a · b, both `count` long, a multiple of 16.
  static func dot(_ a: ReadRows, _ b: ReadRows, _ count: Int) -> Float {
    var product: Float = 0
    rows.dots(a, 0, 1, b, 0, 1, Int64(count), &product, 1)
    return product
  }
}

/// Weights in floats, laid so that products read them in order.
struct FloatWeights: Sendable {
  /// From one row of outputs to the next, in floats: the number of outputs rounded up to 16.
  let stride: Int
  private let inputs: Int
  private nonisolated(unsafe) let packed: Memory<Float>  // Written here once, then only read.

  /// Lays out weights, of which output o's for input i stands at o · `outputStride` + i · `inputStride`.
  init(_ from: ReadRows, outputs: Int, inputs: Int, outputStride: Int, inputStride: Int) {
    self.inputs = inputs
    stride = (outputs + 15) / 16 * 16
    packed = Memory(toBeWritten: stride * inputs)
    hearsay_pack_floats(
      from, Int64(outputs), Int64(inputs), Int64(outputStride), Int64(inputStride), packed.start)
  }

  /// products (rows, stride) = x (rows, inputs) · weights; rows of x are `xStride` apart.
  func multiply(_ x: ReadRows, xStride: Int, rows: Int, into products: Rows) {
    Kernels.rows.multiplyFloats(
      x, Int64(xStride), Int64(rows), packed.start, Int64(inputs), Int64(stride / 16), products,
      Int64(stride))
  }
}
