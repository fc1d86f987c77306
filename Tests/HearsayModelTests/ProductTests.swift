import CKernels
import CPretendedTiles
import Foundation
import Testing

/// Numbers in memory of their own, the same each time.
@safe private final class Numbers<Element> {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ count: Int, _ value: (UInt32) -> Element) {
    self.count = count
    unsafe start = .allocate(capacity: count)
    var state: UInt64 = 1
    for i in 0..<count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      unsafe (start + i).initialize(to: value(UInt32(truncatingIfNeeded: state >> 33)))
    }
  }

  deinit { unsafe start.deallocate() }

  var values: [Element] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }
}

/// From -3 to 3.
private func floats(_ count: Int) -> Numbers<Float> {
  Numbers(count) { Float($0 % 60_001) / 10_000 - 3 }
}

@safe private struct Level: CustomStringConvertible {
  let number: Int32
  let kernels: hearsay_kernels
  var description: String { "level \(number)" }
}

private func levels() -> [Level] {
  (0..<Int32(hearsay_levels)).compactMap { level in
    unsafe hearsay_kernels_of_level(level).map {
      unsafe Level(number: level, kernels: $0.pointee)
    }
  }
}

/// Sizes that fill the levels' tiles and that do not.
private struct Sizes: CustomTestStringConvertible {
  let rows: Int
  let inputs: Int
  let outputs: Int
  var testDescription: String { "\(rows) rows, \(inputs) → \(outputs)" }
}

private let sizes = [
  Sizes(rows: 1, inputs: 16, outputs: 3), Sizes(rows: 6, inputs: 64, outputs: 64),
  Sizes(rows: 17, inputs: 128, outputs: 80), Sizes(rows: 29, inputs: 48, outputs: 130),
  Sizes(rows: 40, inputs: 192, outputs: 33), Sizes(rows: 65, inputs: 64, outputs: 16),
]

/// x and weights at their extremes too, where sums of 16 bits come nearest to their end.
@safe private struct Product {
  let sizes: Sizes
  let x: Numbers<UInt8>
  let weights: Numbers<Int8>
  let packed: Numbers<Int8>

  init(_ sizes: Sizes, extreme: Bool) {
    self.sizes = sizes
    x = Numbers(sizes.rows * sizes.inputs) { extreme ? 255 : UInt8($0 % 256) }
    weights = Numbers(sizes.outputs * sizes.inputs) { number in
      let most = Int32(hearsay_largest_weight)
      return Int8(extreme ? (number % 2 == 0 ? most : -most) : Int32(number % 127) - 63)
    }
    packed = Numbers((sizes.outputs + 15) / 16 * 16 * sizes.inputs) { _ in 1 }
    unsafe hearsay_pack(
      weights.start, Int64(sizes.outputs), Int64(sizes.inputs), packed.start)
  }

  var wanted: [Int32] {
    let (x, weights) = (x.values, weights.values)
    var products: [Int32] = []
    for row in 0..<sizes.rows {
      for output in 0..<((sizes.outputs + 15) / 16 * 16) {
        var sum: Int32 = 0
        if output < sizes.outputs {
          for i in 0..<sizes.inputs {
            sum += Int32(x[row * sizes.inputs + i]) * Int32(weights[output * sizes.inputs + i])
          }
        }
        products.append(sum)
      }
    }
    return products
  }

  func told(
    by multiply: (
      UnsafePointer<UInt8>, Int64, UnsafePointer<Int8>, Int64, Int64, UnsafeMutablePointer<Int32>
    ) -> Void
  ) -> [Int32] {
    let panels = (sizes.outputs + 15) / 16
    let products = Numbers(sizes.rows * panels * 16) { _ in Int32(7) }
    unsafe multiply(
      x.start, Int64(sizes.rows), packed.start, Int64(sizes.inputs), Int64(panels), products.start)
    return products.values
  }
}

@Test(arguments: sizes)
private func `products of bytes are exact at every level of processor`(_ sizes: Sizes) {
  for extreme in [false, true] {
    let product = Product(sizes, extreme: extreme)
    let wanted = product.wanted
    for level in levels() {
      let told = unsafe product.told { unsafe level.kernels.multiply($0, $1, $2, $3, $4, $5) }
      #expect(told == wanted, "\(level)")
    }
  }
}

@Test(arguments: sizes.filter { $0.inputs % 64 == 0 })
private func `products in tiles are exact, done step by step as the processor would`(_ sizes: Sizes)
{
  for extreme in [false, true] {
    let product = Product(sizes, extreme: extreme)
    let told = unsafe product.told {
      unsafe hearsay_multiply_pretended_tiles($0, $1, $2, $3, $4, $5)
    }
    #expect(told == product.wanted)
  }
}

@Test(arguments: sizes)
private func `products of floats are right, and the same at every level`(_ sizes: Sizes) {
  let stride = (sizes.outputs + 15) / 16 * 16
  let x = floats(sizes.rows * sizes.inputs)
  let weights = floats(sizes.outputs * sizes.inputs)
  let packed = floats(stride * sizes.inputs)
  unsafe hearsay_pack_floats(
    weights.start, Int64(sizes.outputs), Int64(sizes.inputs), Int64(sizes.inputs), 1, packed.start)
  var first: [Float]?
  for level in levels() {
    let products = floats(sizes.rows * stride)
    unsafe level.kernels.multiplyFloats(
      x.start, Int64(sizes.inputs), Int64(sizes.rows), packed.start, Int64(sizes.inputs),
      Int64(stride / 16), products.start, Int64(stride))
    let dots = floats(sizes.rows * sizes.outputs)
    unsafe level.kernels.dots(
      x.start, Int64(sizes.inputs), Int64(sizes.rows), weights.start, Int64(sizes.inputs),
      Int64(sizes.outputs), Int64(sizes.inputs), dots.start, Int64(sizes.outputs))
    let (told, short) = (products.values, dots.values)
    for row in 0..<sizes.rows {
      for output in 0..<sizes.outputs {
        var wanted = 0.0
        for i in 0..<sizes.inputs {
          unsafe wanted +=
            Double(x.start[row * sizes.inputs + i])
            * Double(weights.start[output * sizes.inputs + i])
        }
        #expect(abs(Double(told[row * stride + output]) - wanted) < 1e-3)
        #expect(abs(Double(short[row * sizes.outputs + output]) - wanted) < 1e-3)
      }
    }
    if let first { #expect(told + short == first, "\(level)") } else { first = told + short }
  }
}

@Test func `sums are rounded once with each product, at every level and however small they are`() {
  // Numbers of few bits, whose sums lie in the middle between two floats often, and some below the normal range.
  func few(_ count: Int, _ seed: UInt32, _ lowest: Int) -> Numbers<Float> {
    Numbers(count) { number in
      let mixed = number ^ seed
      let exponent = mixed % 3 == 0 ? -Int(mixed / 3 % UInt32(lowest)) : Int(mixed / 3 % 6) - 3
      return Float(sign: .plus, exponent: exponent, significand: Float(mixed % 4096) - 2048)
    }
  }
  for seed in 0..<300 as Range<UInt32> {
    let a = few(16, seed &* 2_654_435_761 >> 1, 140)
    let b = few(256, seed &* 40_503, 20)
    var wanted: [Float] = []
    for column in 0..<16 {
      var sum: Float = 0
      for i in 0..<16 {
        unsafe sum.addProduct(a.start[i], b.start[i * 16 + column])
      }
      wanted.append(sum)
    }
    for level in levels() {
      let told = floats(16)
      unsafe level.kernels.multiplyFloats(a.start, 16, 1, b.start, 16, 1, told.start, 16)
      #expect(told.values == wanted, "\(level)")
    }
  }
}

/// Attention of two heads over a window.
@safe private final class Window {
  static let heads = 2
  static let size = 32
  let pieces: Int
  let products: Numbers<Float>  // (pieces, 3 · heads · size)
  private let ones = Numbers(3 * heads * size) { _ in Float(1) }
  private let zeros = Numbers(3 * heads * size) { _ in Float(0) }

  init(pieces: Int) {
    self.pieces = pieces
    products = floats(pieces * 3 * Self.heads * Self.size)
  }

  /// What softmax(Q · Kᵀ) · V is, in doubles, for some queries.
  func wanted(_ asked: [Int64]) -> [Double] {
    let h = Self.heads * Self.size
    let values = products.values.map(Double.init)
    var result: [Double] = []
    for query in asked.map(Int.init) {
      for head in 0..<Self.heads {
        let scores = (0..<pieces).map { key in
          (0..<Self.size).reduce(0.0) {
            $0 + values[query * 3 * h + head * Self.size + $1]
              * values[key * 3 * h + h + head * Self.size + $1]
          }
        }
        let top = scores.max() ?? 0
        let shares = scores.map { exp($0 - top) }
        let total = shares.reduce(0, +)
        for i in 0..<Self.size {
          result.append(
            (0..<pieces).reduce(0.0) {
              $0 + shares[$1] * values[$1 * 3 * h + 2 * h + head * Self.size + i]
            } / total)
        }
      }
    }
    return result
  }

  fileprivate func told(_ level: Level, _ asked: [Int64]) -> [Float] {
    let h = Self.heads * Self.size
    let n = (pieces + 15) / 16 * 16
    let parts = (0..<3).map { _ in floats(n * h) }
    let scores = floats(Int(hearsay_query_rows) * n)
    let attention = unsafe hearsay_attention(
      queries: parts[0].start, keys: parts[1].start, values: parts[2].start, scores: scores.start,
      heads: Int64(Self.heads), size: Int64(Self.size))
    let outputs = unsafe hearsay_outputs(
      scale: ones.start, shift: zeros.start, bias: zeros.start, width: Int64(3 * h), isSum: 0)
    let none = unsafe hearsay_bytes(
      values: UnsafeMutablePointer(bitPattern: 64), scales: ones.start, zeros: zeros.start)
    let x = floats(asked.count * h)
    // An array lets go of what it holds as soon as it is not looked at any more.
    withExtendedLifetime(parts) {
      unsafe level.kernels.splitHeads(products.start, outputs, none, Int64(pieces), attention)
      for (row, query) in asked.enumerated() where row != Int(query) {
        unsafe (parts[0].start + row * h).update(from: parts[0].start + Int(query) * h, count: h)
      }
      unsafe level.kernels.attend(attention, Int64(pieces), Int64(asked.count), x.start)
    }
    return x.values
  }
}

@Test(arguments: [1, 15, 16, 50, 83])
func `attention is a weighted mean of the values, and the same at every level`(pieces: Int) {
  let window = Window(pieces: pieces)
  // Some queries only, as in the last layer, and all.
  for asked in [(0..<pieces).map(Int64.init), (0..<pieces).filter { $0 % 3 != 1 }.map(Int64.init)] {
    let wanted = window.wanted(asked)
    var first: [Float]?
    for level in levels() {
      let told = window.told(level, asked)
      let worst = zip(told, wanted).map { abs(Double($0) - $1) }.max() ?? 0
      // Scores reach 60 here, ten times those of a trained network, and errors grow with them.
      #expect(worst < 1e-2, "\(level)")
      if let first { #expect(told == first, "\(level)") } else { first = told }
    }
  }
}
