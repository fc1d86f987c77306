import CDNNL

/// A layer y = W · x + b, its weights in 8 bits with a scale for each output, or in 32-bit floats.
struct Linear: @unchecked Sendable {
  // Unchecked: the pointers lead into the mapped, read-only weights, which the model keeps.
  let inputs: Int
  let outputs: Int
  /// (outputs, inputs), or `nil` when the weights are floats.
  private let quantised: UnsafePointer<Int8>?
  /// (outputs).
  private let scale: UnsafePointer<Float>?
  /// (outputs): the sum of each row of weights, which takes the activations' zero point out again.
  private let rowSums: [Int32]
  /// (outputs, inputs), or `nil` when the weights are in 8 bits.
  private let floats: UnsafePointer<Float>?
  /// (outputs).
  private let bias: UnsafePointer<Float>

  init(_ file: WeightsFile, _ name: String, inputs: Int, outputs: Int) throws(ModelError) {
    self.inputs = inputs
    self.outputs = outputs
    bias = try file.floats("\(name).bias", [outputs])
    if file.isQuantised("\(name).weight") {
      let weights = try file.bytes("\(name).weight", [outputs, inputs])
      quantised = weights
      scale = try file.floats("\(name).scale", [outputs])
      floats = nil
      rowSums = (0..<outputs).map { row in
        var sum: Int32 = 0
        for i in 0..<inputs { sum &+= Int32(weights[row * inputs + i]) }
        return sum
      }
    } else {
      quantised = nil
      scale = nil
      rowSums = []
      floats = try file.floats("\(name).weight", [outputs, inputs])
    }
  }

  /// y (rows, outputs) = W · x (rows, inputs) + b.
  ///
  /// `prepared` holds x in 8 bits when the weights are; see `Activations.prepare`.
  func callAsFunction(
    _ x: ReadRows, _ prepared: Activations, into y: Rows, rows: Int,
    sums: UnsafeMutablePointer<Int32>
  ) {
    if let quantised, let scale {
      let status = dnnl_gemm_u8s8s32(
        CChar(bitPattern: UInt8(ascii: "N")), CChar(bitPattern: UInt8(ascii: "T")),
        CChar(bitPattern: UInt8(ascii: "F")), Int64(rows), Int64(outputs), Int64(inputs), 1,
        prepared.values, Int64(inputs), 0, quantised, Int64(inputs), 0, 0, sums, Int64(outputs),
        prepared.zero)
      precondition(status == 0, "8-bit product (\(rows), \(outputs), \(inputs)) failed: \(status)")
      for row in 0..<rows {
        restore(
          sums + row * outputs, scale, unit: prepared.scales[row],
          zeroPoint: prepared.zeroPoints[row],
          into: y + row * outputs)
      }
    } else if let floats {
      Kernels.product(
        x, inputs, floats, inputs, transposed: true, into: y, outputs, m: rows, n: outputs,
        k: inputs)
      for row in 0..<rows {
        for i in 0..<outputs { y[row * outputs + i] += bias[i] }
      }
    }
  }

  /// sums (outputs) of 8-bit products → y (outputs) in floats.
  @inline(__always)
  private func restore(
    _ sums: UnsafePointer<Int32>, _ scale: UnsafePointer<Float>, unit: Float, zeroPoint: Int32,
    into y: Rows
  ) {
    rowSums.withUnsafeBufferPointer { rowSums in
      for i in 0..<outputs {
        let exact = sums[i] &- zeroPoint &* rowSums[i]
        y[i] = Float(exact) * (unit * scale[i]) + bias[i]
      }
    }
  }
}

/// Rows of activations in unsigned 8 bits, each with its own scale and zero point.
struct Activations {
  /// (rows, width).
  let values: UnsafeMutablePointer<UInt8>
  /// (rows).
  let scales: UnsafeMutablePointer<Float>
  /// (rows).
  let zeroPoints: UnsafeMutablePointer<Int32>
  /// One 0, the fixed offset that the library's product adds to its result.
  let zero: UnsafeMutablePointer<Int32>

  init(rows: Int, width: Int) {
    values = .allocate(capacity: rows * width)
    scales = .allocate(capacity: rows)
    zeroPoints = .allocate(capacity: rows)
    zero = .allocate(capacity: 1)
    zero.initialize(to: 0)
  }

  func deallocate() {
    values.deallocate()
    scales.deallocate()
    zeroPoints.deallocate()
    zero.deallocate()
  }

  /// Fills the rows from x (rows, width): 0 … 255 span each row's smallest to largest value.
  func prepare(_ x: ReadRows, rows: Int, width: Int) {
    for row in 0..<rows {
      let source = x + row * width
      var least = Lanes.zero
      var most = Lanes.zero
      var i = 0
      while i < width {
        let v = Kernels.load(source, i)
        least = Kernels.smaller(least, v)
        most = Kernels.larger(most, v)
        i += 16
      }
      let low = least.min()
      let scale = max((most.max() - low) / 255, 1e-12)
      let zeroPoint = (-low / scale).rounded()
      scales[row] = scale
      zeroPoints[row] = Int32(zeroPoint)
      let inverse = 1 / scale
      let target = values + row * width
      for i in 0..<width {
        let value = source[i] * inverse + zeroPoint
        // No value lies below 0 or, but for rounding, above 255.
        let shifted = (value < 255 ? value : 255) + Kernels.rounder
        target[i] = UInt8(truncatingIfNeeded: shifted.bitPattern)
      }
    }
  }
}
