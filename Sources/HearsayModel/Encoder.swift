/// The weights of the encoder, read-only and shared by all workers.
///
/// Shapes: n pieces in the window, h hidden, f intermediate; all row-major.
struct Encoder: @unchecked Sendable {
  // Unchecked: all pointers lead into the mapped, read-only weights, which the model keeps.
  struct Layer {
    let qkv: Linear  // h → 3h, queries already divided by √(h / heads)
    let attentionOutput: Linear  // h → h
    let norm1: Norm
    let up: Linear  // h → f
    let down: Linear  // f → h
    let norm2: Norm
  }

  struct Norm {
    let gamma: ReadRows  // (h)
    let beta: ReadRows  // (h)

    init(_ file: WeightsFile, _ name: String, _ width: Int) throws(ModelError) {
      gamma = try file.floats("\(name).gamma", [width])
      beta = try file.floats("\(name).beta", [width])
    }
  }

  let config: Config
  private let word: Table  // (vocabulary, h)
  private let position: Table  // (windowPieces, h)
  private let type: Table  // (1, h)
  private let shape: Table  // (8, h)
  private let gap: Table  // (5, h)
  private let norm: Norm
  private let layers: [Layer]

  init(_ file: WeightsFile) throws(ModelError) {
    let config = file.header.config
    let h = config.hidden
    self.config = config
    word = try Table(file, "embeddings.word", rows: config.vocabulary, width: h)
    position = try Table(file, "embeddings.position", rows: config.windowPieces, width: h)
    type = try Table(file, "embeddings.type", rows: 1, width: h)
    shape = try Table(file, "embeddings.shape", rows: 8, width: h)
    gap = try Table(file, "embeddings.gap", rows: 5, width: h)
    norm = try Norm(file, "embeddings.norm", h)
    var layers: [Layer] = []
    for i in 0..<config.layers {
      layers.append(
        Layer(
          qkv: try Linear(file, "layer.\(i).qkv", inputs: h, outputs: 3 * h),
          attentionOutput: try Linear(file, "layer.\(i).attentionOutput", inputs: h, outputs: h),
          norm1: try Norm(file, "layer.\(i).norm1", h),
          up: try Linear(file, "layer.\(i).up", inputs: h, outputs: config.intermediate),
          down: try Linear(file, "layer.\(i).down", inputs: config.intermediate, outputs: h),
          norm2: try Norm(file, "layer.\(i).norm2", h)))
    }
    self.layers = layers
  }

  /// One window through all layers; the result is `scratch.x` (n, h).
  func forward(_ pieces: [WindowPiece], _ scratch: Scratch) {
    let n = pieces.count
    let h = config.hidden
    let x = scratch.x
    for (row, piece) in pieces.enumerated() {
      let into = x + row * h
      word.copy(piece.id, into: into)
      position.add(row, into: into)
      type.add(0, into: into)
      shape.add(Int(piece.shape), into: into)
      gap.add(Int(piece.gap), into: into)
    }
    let epsilon = config.layerNormEpsilon
    Kernels.addAndNorm(
      x, nil, gamma: norm.gamma, beta: norm.beta, rows: n, width: h, epsilon: epsilon)
    for layer in layers {
      scratch.small.prepare(x, rows: n, width: h)
      layer.qkv(x, scratch.small, into: scratch.qkv, rows: n, sums: scratch.sums)
      attend(n, scratch)
      scratch.small.prepare(scratch.attended, rows: n, width: h)
      layer.attentionOutput(
        scratch.attended, scratch.small, into: scratch.y, rows: n, sums: scratch.sums)
      Kernels.addAndNorm(
        x, scratch.y, gamma: layer.norm1.gamma, beta: layer.norm1.beta, rows: n, width: h,
        epsilon: epsilon)
      scratch.small.prepare(x, rows: n, width: h)
      layer.up(x, scratch.small, into: scratch.wide, rows: n, sums: scratch.sums)
      Kernels.gelu(scratch.wide, count: n * config.intermediate)
      scratch.small.prepare(scratch.wide, rows: n, width: config.intermediate)
      layer.down(scratch.wide, scratch.small, into: scratch.y, rows: n, sums: scratch.sums)
      Kernels.addAndNorm(
        x, scratch.y, gamma: layer.norm2.gamma, beta: layer.norm2.beta, rows: n, width: h,
        epsilon: epsilon)
    }
  }

  /// scratch.qkv (n, 3h) → scratch.attended (n, h): softmax(Q · Kᵀ) · V for each head.
  private func attend(_ n: Int, _ scratch: Scratch) {
    let h = config.hidden
    let d = h / config.heads
    let stride = (n + 15) / 16 * 16
    for head in 0..<config.heads {
      let q = scratch.qkv + head * d
      Kernels.product(
        q, 3 * h, q + h, 3 * h, transposed: true, into: scratch.scores, stride, m: n, n: n, k: d)
      Kernels.softmax(scratch.scores, rows: n, count: n, stride: stride)
      Kernels.product(
        scratch.scores, stride, q + 2 * h, 3 * h, transposed: false,
        into: scratch.attended + head * d,
        h, m: n, n: d, k: n)
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

/// Working memory for one worker; never shared between threads.
package final class Scratch {
  let x: Rows  // (n, h)
  let y: Rows  // (n, h)
  let qkv: Rows  // (n, 3h)
  let attended: Rows  // (n, h)
  let scores: Rows  // (n, n rounded up to 16)
  let wide: Rows  // (n, f)
  let words: Rows  // (n + 1, h): the vectors of words, and one more for the root
  let output: Rows  // (n, widest head)
  let sums: UnsafeMutablePointer<Int32>  // (n, widest layer)
  let small: Activations  // (n, f)

  package init(_ model: Model) {
    Kernels.useOneThread()
    let config = model.config
    let n = config.windowPieces + 16
    let widest = max(3 * config.hidden, config.intermediate, model.widestHead)
    x = .allocate(capacity: n * config.hidden)
    y = .allocate(capacity: n * config.hidden)
    qkv = .allocate(capacity: n * 3 * config.hidden)
    attended = .allocate(capacity: n * config.hidden)
    scores = .allocate(capacity: n * n)
    wide = .allocate(capacity: n * config.intermediate)
    words = .allocate(capacity: n * config.hidden)
    output = .allocate(capacity: n * widest)
    sums = .allocate(capacity: n * widest)
    small = Activations(rows: n, width: max(config.intermediate, config.hidden))
  }

  deinit {
    for buffer in [x, y, qkv, attended, scores, wide, words, output] { buffer.deallocate() }
    sums.deallocate()
    small.deallocate()
  }
}
