import CKernels

/// Heads that score pairs of words: which word governs which, by what relation, and which cue a source or
/// content belongs to.
///
/// Shapes: w words of the window, a = arcSize, r = relSize, l = linkSize, k relations.
struct PairHeads: @unchecked Sendable {
  // Unchecked: the pointers lead into the mapped weights, which the model keeps.

  let config: Config
  let relations: Int
  let layer: Linear  // h → all projections, side by side
  let arcBilinear: FloatWeights  // a → a
  let arcHeadBias: ReadRows  // (a)
  let arcRoot: ReadRows  // (h)
  let relBilinear: FloatWeights  // (r + 1) → k times (r + 1)
  let linkBilinear: FloatWeights  // l → l

  init(_ file: WeightsFile) throws(ModelError) {
    let config = file.header.config
    let (a, l) = (config.arcSize, config.linkSize)
    self.config = config
    relations = file.header.labels["rel"]?.count ?? 0
    layer = try Linear(
      file,
      joining: [
        ("arc.dep", a), ("arc.head", a), ("rel.dep", config.relSize), ("rel.head", config.relSize),
        ("link.dep", l), ("link.head", l),
      ], inputs: config.hidden)
    arcBilinear = FloatWeights(
      try file.floats("arc.bilinear", [a, a]), outputs: a, inputs: a, outputStride: 1,
      inputStride: a)
    arcHeadBias = try file.floats("arc.headBias", [a])
    arcRoot = try file.floats("arc.root", [config.hidden])
    let r = config.relSize + 1
    relBilinear = FloatWeights(
      try file.floats("rel.bilinear", [relations, r, r]), outputs: relations * r, inputs: r,
      outputStride: r, inputStride: 1)
    linkBilinear = FloatWeights(
      try file.floats("link.bilinear", [l, l]), outputs: l, inputs: l, outputStride: 1,
      inputStride: l)
  }

  /// The vectors x (w, h) of the window's words, projected for all pair scores, with the root's in row w.
  ///
  /// Leaves x, to which the root is added, in 8 bits too.
  func project(_ x: Activations, words: Int) -> PairProjections {
    let h = config.hidden
    let rows = words + 1
    (x.floats + words * h).update(from: arcRoot, count: h)
    Kernels.rows.quantise(x.floats, Int64(rows), Int64(h), x.bytes)
    let projections = Memory<Float>(count: rows * layer.stride)
    layer.multiply(x, into: projections.start, rows: rows)
    Kernels.rows.restoreGelu(projections.start, layer.outputsOf, x.bytes, Int64(rows))
    return PairProjections(heads: self, words: words, projections: projections)
  }
}

/// The projections of one window's words, from which pairs are scored when they are asked for.
struct PairProjections {
  let heads: PairHeads
  private let words: Int
  private let projections: Memory<Float>

  // (w + 1, width): of each word six vectors side by side; these are the places of word 0's.
  private let width: Int
  private let arcDependent: ReadRows
  private let arcHead: ReadRows
  private let relDependent: ReadRows
  private let relHead: ReadRows
  private let linkDependent: ReadRows
  private let linkHead: ReadRows

  /// Pairs whose relations are scored together; more would not find room in the second cache.
  private static let block = 64

  init(heads: PairHeads, words: Int, projections: Memory<Float>) {
    let (a, r, l) = (heads.config.arcSize, heads.config.relSize, heads.config.linkSize)
    self.heads = heads
    self.words = words
    self.projections = projections
    width = heads.layer.stride
    arcDependent = ReadRows(projections.start)
    arcHead = arcDependent + a
    relDependent = arcHead + a
    relHead = relDependent + r
    linkDependent = relHead + r
    linkHead = linkDependent + l
  }

  /// Scores (n, n + 1) for the n words of a sentence: column 0 is the root, column 1 + j the sentence's word j.
  func arcs(_ sentence: Range<Int>) -> [Float] {
    let a = heads.config.arcSize
    let n = sentence.count
    // Candidates: the root's row, then the sentence's.
    let candidates = Memory<Float>(count: (n + 1) * a)
    for (row, word) in ([words] + Array(sentence)).enumerated() {
      (candidates.start + row * a).update(from: arcHead + word * width, count: a)
    }
    let candidateWeights = FloatWeights(
      candidates.start, outputs: n + 1, inputs: a, outputStride: a, inputStride: 1)
    let left = Memory<Float>(count: n * a)
    heads.arcBilinear.multiply(
      arcDependent + sentence.lowerBound * width, xStride: width, rows: n, into: left.start)
    return [Float](unsafeUninitializedCapacity: n * (n + 1)) { scores, count in
      count = n * (n + 1)
      guard let scores = scores.baseAddress else { return }
      let products = Memory<Float>(count: n * candidateWeights.stride)
      candidateWeights.multiply(left.start, xStride: a, rows: n, into: products.start)
      for row in 0..<n {
        (scores + row * (n + 1)).update(
          from: products.start + row * candidateWeights.stride, count: n + 1)
      }
      for j in 0...n {
        let bias = Kernels.dot(candidates.start + j * a, heads.arcHeadBias, a)
        for row in 0..<n { scores[row * (n + 1) + j] += bias }
      }
    }
  }

  /// Scores (pairs, k) of the relations between words and their heads; a head of `nil` is the root.
  func relations(_ pairs: [(dependent: Int, head: Int?)]) -> [Float] {
    let k = heads.relations
    let r = heads.config.relSize
    // The products with heads are the larger part by far, and most words are nobody's head.
    let byHead = pairs.indices.sorted {
      (pairs[$0].head ?? words, $0) < (pairs[$1].head ?? words, $1)
    }
    // Heads with their constant 1, so that one product serves all labels: left (n, k · (r + 1)) = G (n, r + 1) · Uᵀ.
    let governors = Memory<Float>(count: Self.block * (r + 1))
    let stride = heads.relBilinear.stride
    let left = Memory<Float>(count: Self.block * stride)
    return [Float](unsafeUninitializedCapacity: pairs.count * k) { scores, count in
      count = pairs.count * k
      guard let scores = scores.baseAddress else { return }
      var next = 0
      while next < byHead.count {
        // As many pairs as have `block` heads.
        var rows: [(pair: Int, row: Int)] = []
        var row = -1
        var previous = -1
        while next < byHead.count {
          let head = pairs[byHead[next]].head ?? words
          if head != previous {
            guard row + 1 < Self.block else { break }
            row += 1
            previous = head
            let into = governors.start + row * (r + 1)
            into.update(from: relHead + head * width, count: r)
            into[r] = 1
          }
          rows.append((byHead[next], row))
          next += 1
        }
        heads.relBilinear.multiply(
          UnsafePointer(governors.start), xStride: r + 1, rows: row + 1, into: left.start)
        for (pair, row) in rows {
          let products = left.start + row * stride
          let scores = scores + pair * k
          Kernels.rows.dots(
            relDependent + pairs[pair].dependent * width, 0, 1, products, Int64(r + 1), Int64(k),
            Int64(r), scores, 0)
          for label in 0..<k { scores[label] += products[label * (r + 1) + r] }
        }
      }
    }
  }

  /// Scores of each of the words as the cue of one word.
  func links(_ word: Int, to cues: Range<Int>) -> [Float] {
    let l = heads.config.linkSize
    let left = Memory<Float>(count: l)
    heads.linkBilinear.multiply(
      linkDependent + word * width, xStride: width, rows: 1, into: left.start)
    return [Float](unsafeUninitializedCapacity: cues.count) { scores, count in
      count = cues.count
      guard let scores = scores.baseAddress else { return }
      Kernels.rows.dots(
        left.start, 0, 1, linkHead + cues.lowerBound * width, Int64(width), Int64(count), Int64(l),
        scores, 0)
    }
  }
}
