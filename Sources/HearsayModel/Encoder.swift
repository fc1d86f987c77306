import CKernels

/// The weights of the encoder, read-only and shared by all workers.
///
/// Shapes: n pieces in the window, h hidden, f intermediate; all row-major.
struct Encoder: @unchecked Sendable {
  // Unchecked: all pointers lead into the mapped, read-only weights, which the model keeps.
  struct Layer {
    let qkv: Linear  // h → 3h, queries already divided by √(h / heads)
    let attentionOutput: Linear  // h → h
    let norm1: hearsay_norm  // (h)
    let up: Linear  // h → f
    let down: Linear  // f → h
    let norm2: hearsay_norm  // (h)
  }

  let config: Config
  private let word: Table  // (vocabulary, h)
  private let position: Table  // (windowPieces, h)
  private let type: Table  // (1, h)
  private let shape: Table  // (8, h)
  private let gap: Table  // (5, h)
  private let norm: hearsay_norm  // (h)
  private let layers: [Layer]

  init(_ file: WeightsFile) throws(ModelError) {
    let config = file.header.config
    let h = config.hidden
    func norm(_ name: String) throws(ModelError) -> hearsay_norm {
      hearsay_norm(
        gamma: try file.floats("\(name).gamma", [h]), beta: try file.floats("\(name).beta", [h]),
        epsilon: config.layerNormEpsilon)
    }
    self.config = config
    word = try Table(file, "embeddings.word", rows: config.vocabulary, width: h)
    position = try Table(file, "embeddings.position", rows: config.windowPieces, width: h)
    type = try Table(file, "embeddings.type", rows: 1, width: h)
    shape = try Table(file, "embeddings.shape", rows: 8, width: h)
    gap = try Table(file, "embeddings.gap", rows: 5, width: h)
    self.norm = try norm("embeddings.norm")
    var layers: [Layer] = []
    for i in 0..<config.layers {
      layers.append(
        Layer(
          qkv: try Linear(file, "layer.\(i).qkv", inputs: h, outputs: 3 * h),
          attentionOutput: try Linear(file, "layer.\(i).attentionOutput", inputs: h, outputs: h),
          norm1: try norm("layer.\(i).norm1"),
          up: try Linear(file, "layer.\(i).up", inputs: h, outputs: config.intermediate),
          down: try Linear(file, "layer.\(i).down", inputs: config.intermediate, outputs: h),
          norm2: try norm("layer.\(i).norm2")))
    }
    self.layers = layers
  }

  /// One window through all layers; the result is `scratch.x` (m, h), the vectors of m wanted pieces in order.
  func forward(_ pieces: [WindowPiece], wanted: [Int], _ scratch: Scratch) {
    let n = pieces.count
    embed(pieces, into: scratch.x.floats)
    Kernels.rows.normQuantise(
      scratch.x.floats, norm, scratch.x.bytes, Int64(n), Int64(config.hidden))
    for layer in layers.dropLast() {
      project(layer, n, scratch)
      attend(layer, queries: n, keys: n, scratch)
      feedForward(layer, n, scratch)
    }
    guard let last = layers.last else { return keep(wanted, scratch) }
    // What the last layer makes of the other pieces nobody reads.
    project(last, n, scratch)
    keep(wanted, scratch)
    attend(last, queries: wanted.count, keys: n, scratch)
    feedForward(last, wanted.count, scratch)
  }

  /// pieces (n) → x (n, h): the sum of what the tables hold for each.
  private func embed(_ pieces: [WindowPiece], into x: Rows) {
    for (row, piece) in pieces.enumerated() {
      let into = x + row * config.hidden
      word.copy(piece.id, into: into)
      position.add(row, into: into)
      type.add(0, into: into)
      shape.add(Int(piece.shape), into: into)
      gap.add(Int(piece.gap), into: into)
    }
  }

  /// x (n, h) → queries, keys and values of each head, in scratch.attention.
  private func project(_ layer: Layer, _ n: Int, _ scratch: Scratch) {
    layer.qkv.multiply(scratch.x, into: scratch.qkv, rows: n)
    Kernels.rows.splitHeads(
      scratch.qkv, layer.qkv.outputsOf, scratch.x.bytes, Int64(n), scratch.attention)
  }

  /// Moves the wanted rows of x (n, h) and of the queries (n, h) to the front, in their order, over the others.
  private func keep(_ wanted: [Int], _ scratch: Scratch) {
    let h = config.hidden
    guard let queries = scratch.attention.queries else { return }
    for (row, piece) in wanted.enumerated() where row != piece {
      (scratch.x.floats + row * h).update(from: scratch.x.floats + piece * h, count: h)
      (queries + row * h).update(from: queries + piece * h, count: h)
    }
  }

  /// x (m, h) = norm(x + W · attention) of m queries to n keys; for each head, attention is softmax(Q · Kᵀ) · V.
  private func attend(_ layer: Layer, queries: Int, keys n: Int, _ scratch: Scratch) {
    let (x, attended) = (scratch.x, scratch.attended)
    let m = Int64(queries)
    Kernels.rows.attend(scratch.attention, Int64(n), m, attended.floats)
    Kernels.rows.quantise(attended.floats, m, Int64(config.hidden), attended.bytes)
    layer.attentionOutput.multiply(attended, into: scratch.y, rows: queries)
    Kernels.rows.addNormQuantise(
      x.floats, scratch.y, layer.attentionOutput.outputsOf, attended.bytes, layer.norm1, x.bytes,
      m)
  }

  /// x (n, h) = norm(x + W₂ · gelu(W₁ · x)), block by block.
  private func feedForward(_ layer: Layer, _ n: Int, _ scratch: Scratch) {
    let wide = scratch.wide
    for first in stride(from: 0, to: n, by: Scratch.block) {
      let x = scratch.x.from(first)
      let rows = min(Scratch.block, n - first)
      layer.up.multiply(x, into: wide.floats, rows: rows)
      Kernels.rows.restoreGeluQuantise(
        wide.floats, layer.up.outputsOf, x.bytes, wide.bytes, Int64(rows))
      layer.down.multiply(wide, into: scratch.y, rows: rows)
      Kernels.rows.addNormQuantise(
        x.floats, scratch.y, layer.down.outputsOf, wide.bytes, layer.norm2, x.bytes, Int64(rows))
    }
  }
}

/// One piece of a window.
struct WindowPiece {
  let id: Int
  /// How its word is written; see `Shape`.
  let shape: UInt8
  /// The white space before its word, on the word's first piece; see `Gap`.
  let gap: UInt8
}

/// A table of vectors, in 8 bits with a scale for each row, or in floats.
struct Table {
  private let width: Int
  private let quantised: UnsafePointer<Int8>?
  private let scale: UnsafePointer<Float>?
  private let floats: UnsafePointer<Float>?

  init(_ file: WeightsFile, _ name: String, rows: Int, width: Int) throws(ModelError) {
    self.width = width
    if file.isQuantised(name) {
      quantised = try file.bytes(name, [rows, width])
      scale = try file.floats("\(name).scale", [rows])
      floats = nil
    } else {
      quantised = nil
      scale = nil
      floats = try file.floats(name, [rows, width])
    }
  }

  func copy(_ row: Int, into target: Rows) {
    for i in 0..<width { target[i] = 0 }
    add(row, into: target)
  }

  func add(_ row: Int, into target: Rows) {
    if let quantised, let scale {
      let unit = scale[row]
      for i in 0..<width { target[i] += Float(quantised[row * width + i]) * unit }
    } else if let floats {
      for i in 0..<width { target[i] += floats[row * width + i] }
    }
  }
}
