import CKernels
import Foundation
import Testing

/// Rows on which kernels are tried: 4 of 64, in memory of their own.
@safe private final class Rows {
  static let count = 4
  static let width = 64
  let floats = UnsafeMutablePointer<Float>.allocate(capacity: count * width)
  let bytes = unsafe hearsay_bytes(
    values: .allocate(capacity: count * width), scales: .allocate(capacity: count),
    zeros: .allocate(capacity: count))

  /// Numbers from -6 to 6 without any order, the same each time.
  init(seed: UInt64) {
    var state = seed
    for i in 0..<(Self.count * Self.width) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      unsafe floats[i] = Float(state >> 40) / Float(1 << 24) * 12 - 6
    }
    unsafe bytes.scales.initialize(repeating: 1, count: Self.count)
    unsafe bytes.zeros.initialize(repeating: 0, count: Self.count)
  }

  deinit {
    unsafe floats.deallocate()
    unsafe bytes.values.deallocate()
    unsafe bytes.scales.deallocate()
    unsafe bytes.zeros.deallocate()
  }

  var values: [Float] {
    unsafe Array(UnsafeBufferPointer(start: floats, count: Self.count * Self.width))
  }

  /// What the bytes stand for.
  var restored: [Float] {
    (0..<(Self.count * Self.width)).map { i in
      let row = i / Self.width
      return unsafe bytes.scales[row] * (Float(bytes.values[i]) - bytes.zeros[row])
    }
  }
}

private let rows = Int64(Rows.count)
private let width = Int64(Rows.width)

/// The functions of one level of processor.
@safe private struct Level {
  let kernels: hearsay_kernels
}

/// The levels that this processor has.
private func levels() -> [Level] {
  (0..<Int32(hearsay_levels)).compactMap { level in
    unsafe hearsay_kernels_of_level(level).map { unsafe Level(kernels: $0.pointee) }
  }
}

private func difference(_ a: [Float], _ b: [Float]) -> Float {
  zip(a, b).map { abs($0 - $1) }.max() ?? 0
}

@Test func `rows in 8 bits are no further off than half a step, at every level of processor`() {
  for level in levels() {
    let x = Rows(seed: 1)
    unsafe level.kernels.quantise(x.floats, rows, width, x.bytes)
    #expect(difference(x.values, x.restored) < 12 / 255 / 2 + 1e-4)
  }
}

@Test func `gelu is x times the normal distribution, at every level of processor`() {
  let ones = [Float](repeating: 1, count: Rows.width)
  let zeros = [Float](repeating: 0, count: Rows.width)
  for level in levels() {
    let x = Rows(seed: 2)
    let wanted = x.values.map { Float(Double($0) * (1 + erf(Double($0) / 2.0.squareRoot())) / 2) }
    unsafe ones.withUnsafeBufferPointer { ones in
      unsafe zeros.withUnsafeBufferPointer { zeros in
        let outputs = unsafe hearsay_outputs(
          scale: ones.baseAddress, shift: zeros.baseAddress, bias: zeros.baseAddress, width: width,
          isSum: 0)
        unsafe level.kernels.restoreGeluQuantise(x.floats, outputs, x.bytes, x.bytes, rows)
      }
    }
    #expect(difference(x.values, wanted) < 4e-6)
    #expect(difference(x.values, x.restored) < 7 / 255 / 2 + 1e-4)
  }
}

@Test func `norms have mean 0 and variance 1, at every level of processor`() {
  let ones = [Float](repeating: 1, count: Rows.width)
  let zeros = [Float](repeating: 0, count: Rows.width)
  for level in levels() {
    let x = Rows(seed: 3)
    unsafe ones.withUnsafeBufferPointer { ones in
      unsafe zeros.withUnsafeBufferPointer { zeros in
        let norm = unsafe hearsay_norm(
          gamma: ones.baseAddress, beta: zeros.baseAddress, epsilon: 1e-12)
        unsafe level.kernels.normQuantise(x.floats, norm, x.bytes, rows, width)
      }
    }
    for row in 0..<Rows.count {
      let values = x.values[(row * Rows.width)..<((row + 1) * Rows.width)]
      #expect(abs(values.reduce(0, +)) < 1e-3)
      #expect(abs(values.reduce(0) { $0 + $1 * $1 } / Float(Rows.width) - 1) < 1e-4)
    }
  }
}
