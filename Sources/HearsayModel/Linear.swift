import CKernels

/// A layer y = W · x + b, its weights in 8 bits with a scale for each output, or in 32-bit floats.
///
/// It multiplies only; what turns the products into outputs is `outputsOf`, which a kernel applies together with
/// what comes next, so that no row leaves the nearest cache in between.
struct Linear: @unchecked Sendable {
  // Unchecked: the pointers lead into `owned`, which is written here once and then only read.
  let inputs: Int
  /// From one row of outputs to the next: their number rounded up to 16.
  let stride: Int
  /// Scale, shift and bias of the outputs.
  let outputsOf: hearsay_outputs
  private let weights: Weights
  private let owned: [Memory<Float>]

  private enum Weights {
    case bytes(Memory<Int8>)
    case floats(FloatWeights)
  }

  init(_ file: WeightsFile, _ name: String, inputs: Int, outputs: Int) throws(ModelError) {
    try self.init(file, joining: [(name, outputs)], inputs: inputs)
  }

  /// Layers that read the same rows, as one; their outputs stand side by side.
  init(
    _ file: WeightsFile, joining parts: [(name: String, outputs: Int)], inputs: Int
  ) throws(ModelError) {
    self.inputs = inputs
    let outputs = parts.reduce(0) { $0 + $1.outputs }
    stride = (outputs + 15) / 16 * 16
    let bias = Memory<Float>(repeating: 0, count: stride)
    let scale = Memory<Float>(repeating: 1, count: stride)
    let shift = Memory<Float>(repeating: 0, count: stride)
    let isQuantised = parts.first.map { file.isQuantised("\($0.name).weight") } ?? false
    // A layer that stands alone is packed from where it lies.
    let isJoined = parts.count > 1
    let bytes = Memory<Int8>(count: isQuantised && isJoined ? outputs * inputs : 0)
    var alone: UnsafePointer<Int8>?
    let floats = Memory<Float>(count: isQuantised ? 0 : outputs * inputs)
    var first = 0
    for (name, count) in parts {
      bias.copy(try file.floats("\(name).bias", [count]), count, to: first)
      if isQuantised {
        let part = try file.bytes("\(name).weight", [count, inputs])
        scale.copy(try file.floats("\(name).scale", [count]), count, to: first)
        for row in 0..<count {
          // Two walks, each of which the compiler does many weights at a time.
          let weights = part + row * inputs
          var sum: Int32 = 0
          for i in 0..<inputs { sum &+= Int32(weights[i]) }
          var (lowest, highest): (Int8, Int8) = (0, 0)
          for i in 0..<inputs {
            lowest = min(lowest, weights[i])
            highest = max(highest, weights[i])
          }
          let most = max(Int32(highest), -Int32(lowest))
          guard most <= Int32(hearsay_largest_weight) else {
            throw ModelError(
              code: .incomplete, path: file.path,
              detail: "tensor \(name).weight holds \(most), more than \(hearsay_largest_weight)")
          }
          shift.start[first + row] = Float(sum) * scale.start[first + row]
        }
        if isJoined { bytes.copy(part, count * inputs, to: first * inputs) } else { alone = part }
      } else {
        floats.copy(
          try file.floats("\(name).weight", [count, inputs]), count * inputs, to: first * inputs)
      }
      first += count
    }
    if isQuantised {
      let packed = Memory<Int8>(toBeWritten: stride * inputs)
      hearsay_pack(alone ?? UnsafePointer(bytes.start), Int64(outputs), Int64(inputs), packed.start)
      weights = .bytes(packed)
    } else {
      weights = .floats(
        FloatWeights(
          floats.start, outputs: outputs, inputs: inputs, outputStride: inputs, inputStride: 1))
    }
    outputsOf = hearsay_outputs(
      scale: scale.start, shift: shift.start, bias: bias.start, width: Int64(stride),
      isSum: isQuantised ? 1 : 0)
    owned = [bias, scale, shift]
  }

  /// products (rows, stride) = W · x (rows, inputs): whole numbers if the weights are in 8 bits, else floats.
  func multiply(_ x: Activations, into products: Rows, rows: Int) {
    guard rows > 0, stride > 0 else { return }
    switch weights {
    case .bytes(let packed):
      Kernels.rows.multiply(
        x.bytes.values, Int64(rows), packed.start, Int64(inputs), Int64(stride / 16),
        UnsafeMutableRawPointer(products).assumingMemoryBound(to: Int32.self))
    case .floats(let weights):
      weights.multiply(x.floats, xStride: inputs, rows: rows, into: products)
    }
  }
}

/// Rows that a layer reads: as floats, and in unsigned 8 bits, each row with its own scale and zero point.
struct Activations {
  let width: Int
  let floats: Rows  // (rows, width)
  let bytes: hearsay_bytes  // (rows, width)

  init(width: Int, floats: Rows, bytes: hearsay_bytes) {
    self.width = width
    self.floats = floats
    self.bytes = bytes
  }

  /// The rows from one on, in the same memory.
  func from(_ row: Int) -> Activations {
    Activations(
      width: width, floats: floats + row * width,
      bytes: hearsay_bytes(
        values: bytes.values + row * width, scales: bytes.scales + row, zeros: bytes.zeros + row))
  }
}
