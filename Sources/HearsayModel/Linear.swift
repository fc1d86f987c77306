import CDNNL
import CKernels

/// A layer y = W · x + b, its weights in 8 bits with a scale for each output, or in 32-bit floats.
///
/// It multiplies only; what turns the products into outputs is `outputsOf`, which a kernel applies together with
/// what comes next, so that no row leaves the nearest cache in between.
struct Linear: @unchecked Sendable {
  // Unchecked: the pointers lead into the mapped, read-only weights, which the model keeps, and into `owned`.
  let inputs: Int
  let outputs: Int
  /// Scale, shift and bias of the outputs.
  let outputsOf: hearsay_outputs
  private let weights: Weights
  private let owned: [AnyObject]

  /// (outputs, inputs).
  private enum Weights {
    case bytes(UnsafePointer<Int8>)
    case floats(UnsafePointer<Float>)
  }

  init(_ file: WeightsFile, _ name: String, inputs: Int, outputs: Int) throws(ModelError) {
    try self.init(file, joining: [(name, outputs)], inputs: inputs)
  }

  /// Layers that read the same rows, as one; their outputs stand side by side.
  init(
    _ file: WeightsFile, joining parts: [(name: String, outputs: Int)], inputs: Int
  ) throws(ModelError) {
    self.inputs = inputs
    outputs = parts.reduce(0) { $0 + $1.outputs }
    let bias = Memory<Float>(repeating: 0, count: outputs)
    let scale = Memory<Float>(repeating: 1, count: outputs)
    let shift = Memory<Float>(repeating: 0, count: outputs)
    var owned: [AnyObject] = [bias, scale, shift]
    let isQuantised = parts.first.map { file.isQuantised("\($0.name).weight") } ?? false
    var bytes: [UnsafePointer<Int8>] = []
    var floats: [UnsafePointer<Float>] = []
    var first = 0
    for (name, count) in parts {
      bias.copy(try file.floats("\(name).bias", [count]), count, to: first)
      if isQuantised {
        let part = try file.bytes("\(name).weight", [count, inputs])
        scale.copy(try file.floats("\(name).scale", [count]), count, to: first)
        for row in 0..<count {
          var sum: Int32 = 0
          for i in 0..<inputs { sum &+= Int32(part[row * inputs + i]) }
          shift.start[first + row] = Float(sum) * scale.start[first + row]
        }
        bytes.append(part)
      } else {
        floats.append(try file.floats("\(name).weight", [count, inputs]))
      }
      first += count
    }
    let sizes = parts.map { $0.outputs * inputs }
    weights =
      isQuantised
      ? .bytes(Self.joined(bytes, sizes, &owned)) : .floats(Self.joined(floats, sizes, &owned))
    outputsOf = hearsay_outputs(
      scale: scale.start, shift: shift.start, bias: bias.start, width: Int64(outputs),
      isSum: isQuantised ? 1 : 0)
    self.owned = owned
  }

  /// One part is used where it is mapped; several are copied behind each other.
  private static func joined<Element>(
    _ parts: [UnsafePointer<Element>], _ sizes: [Int], _ owned: inout [AnyObject]
  ) -> UnsafePointer<Element> {
    guard parts.count != 1 else { return parts[0] }
    let all = Memory<Element>(count: sizes.reduce(0, +))
    var first = 0
    for (part, size) in zip(parts, sizes) {
      all.copy(part, size, to: first)
      first += size
    }
    owned.append(all)
    return UnsafePointer(all.start)
  }

  /// products (rows, outputs) = W · x (rows, inputs): whole numbers if the weights are in 8 bits, else floats.
  func multiply(_ x: Activations, into products: Rows, rows: Int) {
    guard rows > 0, outputs > 0 else { return }
    switch weights {
    case .bytes(let bytes):
      var zero: Int32 = 0
      let status = dnnl_gemm_u8s8s32(
        CChar(bitPattern: UInt8(ascii: "N")), CChar(bitPattern: UInt8(ascii: "T")),
        CChar(bitPattern: UInt8(ascii: "F")), Int64(rows), Int64(outputs), Int64(inputs), 1,
        x.bytes.values, Int64(inputs), 0, bytes, Int64(inputs), 0, 0,
        UnsafeMutableRawPointer(products).assumingMemoryBound(to: Int32.self), Int64(outputs),
        &zero)
      precondition(status == 0, "8-bit product (\(rows), \(outputs), \(inputs)) failed: \(status)")
    case .floats(let floats):
      Kernels.product(
        x.floats, inputs, floats, inputs, transposed: true, into: products, outputs, m: rows,
        n: outputs, k: inputs)
    }
  }
}

/// Rows that a layer reads: as floats, and in unsigned 8 bits, each row with its own scale and zero point.
struct Activations {
  let width: Int
  let floats: Rows  // (rows, width)
  let bytes: hearsay_bytes  // (rows, width)

  init(rows: Int, width: Int) {
    self.init(
      width: width, floats: .allocate(capacity: rows * width),
      bytes: hearsay_bytes(
        values: .allocate(capacity: rows * width), scales: .allocate(capacity: rows),
        zeros: .allocate(capacity: rows)))
  }

  private init(width: Int, floats: Rows, bytes: hearsay_bytes) {
    self.width = width
    self.floats = floats
    self.bytes = bytes
  }

  func deallocate() {
    floats.deallocate()
    bytes.values.deallocate()
    bytes.scales.deallocate()
    bytes.zeros.deallocate()
  }

  /// The rows from one on, in the same memory.
  func from(_ row: Int) -> Activations {
    Activations(
      width: width, floats: floats + row * width,
      bytes: hearsay_bytes(
        values: bytes.values + row * width, scales: bytes.scales + row, zeros: bytes.zeros + row))
  }
}
