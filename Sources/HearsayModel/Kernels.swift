import CDNNL

#if canImport(Glibc)
  import Glibc
#endif

// The arithmetic between the matrix products, sixteen lanes at a time. Every width in the network is a
// multiple of 16; `Model` checks that once.

typealias Lanes = SIMD16<Float>
typealias Rows = UnsafeMutablePointer<Float>
typealias ReadRows = UnsafePointer<Float>

enum Kernels {
  /// Matrix products shall use the calling thread alone: two workers with a thread each are faster than one
  /// with two, and results never depend on the number of threads.
  static func useOneThread() {
    // The library's own OpenMP runtime is loaded with it; the symbol is absent where it uses another.
    guard let symbol = dlsym(nil, "omp_set_num_threads") else { return }
    typealias SetThreads = @convention(c) (Int32) -> Void
    unsafeBitCast(symbol, to: SetThreads.self)(1)
  }

  @_transparent
  static func load(_ pointer: ReadRows, _ index: Int) -> Lanes {
    UnsafeRawPointer(pointer + index).loadUnaligned(as: Lanes.self)
  }

  @_transparent
  static func store(_ value: Lanes, _ pointer: Rows, _ index: Int) {
    UnsafeMutableRawPointer(pointer + index).storeBytes(of: value, as: Lanes.self)
  }

  // Swift lowers rounding, clamping and conversion of whole vectors lane by lane, at twenty times the cost; adding
  // and comparing whole vectors it lowers as one would. So these three are built from sums and comparisons.

  /// 1.5 · 2^23: a float of up to 22 bits added to it is rounded to a whole number, which then stands in its low bits.
  static let rounder: Float = 12_582_912

  @_transparent
  static func larger(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: a .< b) }

  @_transparent
  static func smaller(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .< a) }

  /// e^x to about 1e-7, for x in ±87: the Cephes polynomial.
  @_transparent
  static func exp(_ x: Lanes) -> Lanes {
    let clamped = smaller(larger(x, Lanes(repeating: -87)), Lanes(repeating: 87))
    let shifted = clamped * 1.442_695_04 + rounder
    let n = shifted - rounder
    var r = clamped - n * 0.693_359_375
    r += n * 2.121_944_4e-4
    var p = Lanes(repeating: 1.987_569_1e-4)
    p = p * r + 1.398_199_9e-3
    p = p * r + 8.333_451_9e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 0.166_666_66
    p = p * r + 0.5
    p = p * r * r + r + 1
    // The low bits of `shifted` are n; moved into a float's exponent they are 2^n.
    let exponent = (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &+ 127) &<< 23
    return p * unsafeBitCast(exponent, to: Lanes.self)
  }

  /// x · Φ(x) with the error function of Abramowitz and Stegun 7.1.26 (error below 1.5e-7).
  @_transparent
  static func gelu(_ x: Lanes) -> Lanes {
    let z = x * 0.707_106_78
    let sign = Lanes(repeating: 1).replacing(with: Lanes(repeating: -1), where: z .< Lanes.zero)
    let a = z * sign
    let t = 1 / (1 + 0.327_591_1 * a)
    var p = Lanes(repeating: 1.061_405_43)
    p = p * t - 1.453_152_03
    p = p * t + 1.421_413_74
    p = p * t - 0.284_496_74
    p = p * t + 0.254_829_59
    let erf = sign * (1 - p * t * exp(-a * a))
    return 0.5 * x * (1 + erf)
  }

  /// values (count) → gelu of each, in place.
  static func gelu(_ values: Rows, count: Int) {
    var i = 0
    while i < count {
      store(gelu(load(values, i)), values, i)
      i += 16
    }
  }

  /// x (rows, width) += y, then each row scaled to mean 0 and variance 1, times gamma plus beta.
  static func addAndNorm(
    _ x: Rows, _ y: ReadRows?, gamma: ReadRows, beta: ReadRows, rows: Int, width: Int,
    epsilon: Float
  ) {
    for row in 0..<rows {
      let values = x + row * width
      var total = Lanes.zero
      var i = 0
      while i < width {
        var v = load(values, i)
        if let y { v += load(y + row * width, i) }
        store(v, values, i)
        total += v
        i += 16
      }
      let mean = total.sum() / Float(width)
      var squares = Lanes.zero
      i = 0
      while i < width {
        let d = load(values, i) - mean
        squares += d * d
        i += 16
      }
      let scale = 1 / (squares.sum() / Float(width) + epsilon).squareRoot()
      i = 0
      while i < width {
        store((load(values, i) - mean) * scale * load(gamma, i) + load(beta, i), values, i)
        i += 16
      }
    }
  }

  /// scores (rows, stride): the first `count` of each row become probabilities, the rest 0.
  static func softmax(_ scores: Rows, rows: Int, count: Int, stride: Int) {
    for row in 0..<rows {
      let values = scores + row * stride
      for i in count..<stride { values[i] = -.infinity }
      var most = load(values, 0)
      var i = 16
      while i < stride {
        most = larger(most, load(values, i))
        i += 16
      }
      let top = most.max()
      var total = Lanes.zero
      i = 0
      while i < stride {
        let e = exp(load(values, i) - top)
        store(e, values, i)
        total += e
        i += 16
      }
      // exp() stops at e^-87, which is nothing beside the top's 1; the padding is cleared for cleanness.
      for j in count..<stride { values[j] = 0 }
      let scale = 1 / total.sum()
      i = 0
      while i < stride {
        store(load(values, i) * scale, values, i)
        i += 16
      }
    }
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
