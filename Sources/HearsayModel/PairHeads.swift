/// Heads that score pairs of words: which word governs which, by what relation, and which cue a source or
/// content belongs to.
///
/// Shapes: w words of the window, a = arcSize, r = relSize, l = linkSize, k relations.
struct PairHeads: @unchecked Sendable {
  // Unchecked: the pointers lead into the mapped weights, which the model keeps.

  let config: Config
  let relations: Int
  private let arcDependent: Linear  // h → a
  private let arcHead: Linear  // h → a
  private let relDependent: Linear  // h → r
  private let relHead: Linear  // h → r
  private let linkDependent: Linear  // h → l
  private let linkHead: Linear  // h → l
  let arcBilinear: ReadRows  // (a, a)
  let arcHeadBias: ReadRows  // (a)
  let arcRoot: ReadRows  // (h)
  let relBilinear: ReadRows  // (k, r + 1, r + 1)
  let linkBilinear: ReadRows  // (l, l)

  init(_ file: WeightsFile) throws(ModelError) {
    let config = file.header.config
    let h = config.hidden
    self.config = config
    relations = file.header.labels["rel"]?.count ?? 0
    arcDependent = try Linear(file, "arc.dep", inputs: h, outputs: config.arcSize)
    arcHead = try Linear(file, "arc.head", inputs: h, outputs: config.arcSize)
    relDependent = try Linear(file, "rel.dep", inputs: h, outputs: config.relSize)
    relHead = try Linear(file, "rel.head", inputs: h, outputs: config.relSize)
    linkDependent = try Linear(file, "link.dep", inputs: h, outputs: config.linkSize)
    linkHead = try Linear(file, "link.head", inputs: h, outputs: config.linkSize)
    arcBilinear = try file.floats("arc.bilinear", [config.arcSize, config.arcSize])
    arcHeadBias = try file.floats("arc.headBias", [config.arcSize])
    arcRoot = try file.floats("arc.root", [h])
    let r = config.relSize + 1
    relBilinear = try file.floats("rel.bilinear", [relations, r, r])
    linkBilinear = try file.floats("link.bilinear", [config.linkSize, config.linkSize])
  }

  /// The window's word vectors, projected for all pair scores.
  ///
  /// Row w of the head projections is the root.
  func project(_ scratch: Scratch, words: Int) -> PairProjections {
    let h = config.hidden
    for i in 0..<h { scratch.words[words * h + i] = arcRoot[i] }
    scratch.small.prepare(scratch.words, rows: words + 1, width: h)
    func projected(_ layer: Linear) -> [Float] {
      layer(scratch.words, scratch.small, into: scratch.output, rows: words + 1, sums: scratch.sums)
      Kernels.gelu(scratch.output, count: (words + 1) * layer.outputs)
      return Array(UnsafeBufferPointer(start: scratch.output, count: (words + 1) * layer.outputs))
    }
    return PairProjections(
      heads: self, words: words, arcDependent: projected(arcDependent), arcHead: projected(arcHead),
      relDependent: projected(relDependent), relHead: projected(relHead),
      linkDependent: projected(linkDependent), linkHead: projected(linkHead))
  }
}

/// The projections of one window's words, from which pairs are scored when they are asked for.
struct PairProjections {
  let heads: PairHeads
  let words: Int
  let arcDependent: [Float]  // (w + 1, a)
  let arcHead: [Float]  // (w + 1, a)
  let relDependent: [Float]  // (w + 1, r)
  let relHead: [Float]  // (w + 1, r)
  let linkDependent: [Float]  // (w + 1, l)
  let linkHead: [Float]  // (w + 1, l)

  /// Scores (n, n + 1) for the n words of a sentence: column 0 is the root, column 1 + j the sentence's word j.
  func arcs(_ sentence: Range<Int>) -> [Float] {
    let a = heads.config.arcSize
    let n = sentence.count
    var left = [Float](repeating: 0, count: n * a)
    var scores = [Float](repeating: 0, count: n * (n + 1))
    // Candidates: the root's row, then the sentence's.
    var candidates = [Float](arcHead[(words * a)..<((words + 1) * a)])
    candidates += arcHead[(sentence.lowerBound * a)..<(sentence.upperBound * a)]
    var bias = [Float](repeating: 0, count: n + 1)
    for j in 0...n {
      for i in 0..<a { bias[j] += candidates[j * a + i] * heads.arcHeadBias[i] }
    }
    arcDependent.withUnsafeBufferPointer { dependents in
      guard let base = dependents.baseAddress else { return }
      multiply(
        base + sentence.lowerBound * a, heads.arcBilinear, transposed: false, into: &left, n, a, a)
    }
    left.withUnsafeBufferPointer { left in
      candidates.withUnsafeBufferPointer { candidates in
        guard let left = left.baseAddress, let candidates = candidates.baseAddress else { return }
        multiply(left, candidates, transposed: true, into: &scores, n, n + 1, a)
      }
    }
    for row in 0..<n {
      for j in 0...n { scores[row * (n + 1) + j] += bias[j] }
    }
    return scores
  }

  /// Scores (pairs, k) of the relations between words and their heads; a head of `nil` is the root.
  func relations(_ pairs: [(dependent: Int, head: Int?)]) -> [Float] {
    let r = heads.config.relSize
    let k = heads.relations
    let n = pairs.count
    // Heads with their constant 1, so that one product serves all labels: left (n, k · (r + 1)) = G (n, r + 1) · Uᵀ.
    var governors = [Float](repeating: 1, count: n * (r + 1))
    for (row, pair) in pairs.enumerated() {
      let g = (pair.head ?? words) * r
      for j in 0..<r { governors[row * (r + 1) + j] = relHead[g + j] }
    }
    var left = [Float](repeating: 0, count: n * k * (r + 1))
    governors.withUnsafeBufferPointer { governors in
      guard let base = governors.baseAddress else { return }
      multiply(base, heads.relBilinear, transposed: true, into: &left, n, k * (r + 1), r + 1)
    }
    var scores = [Float](repeating: 0, count: n * k)
    left.withUnsafeBufferPointer { left in
      relDependent.withUnsafeBufferPointer { dependents in
        guard let left = left.baseAddress, let dependents = dependents.baseAddress else { return }
        for (row, pair) in pairs.enumerated() {
          let d = pair.dependent * r
          for label in 0..<k {
            let products = (row * k + label) * (r + 1)
            var total = Lanes.zero
            var i = 0
            while i < r {
              total += Kernels.load(left, products + i) * Kernels.load(dependents, d + i)
              i += 16
            }
            scores[row * k + label] = total.sum() + left[products + r]
          }
        }
      }
    }
    return scores
  }

  /// Scores of each candidate cue for one word.
  func links(_ word: Int, to cues: [Int]) -> [Float] {
    let l = heads.config.linkSize
    var left = [Float](repeating: 0, count: l)
    for i in 0..<l {
      let x = linkDependent[word * l + i]
      for j in 0..<l { left[j] += x * heads.linkBilinear[i * l + j] }
    }
    return cues.map { cue in
      var total: Float = 0
      for j in 0..<l { total += left[j] * linkHead[cue * l + j] }
      return total
    }
  }

  private func multiply(
    _ a: ReadRows, _ b: ReadRows, transposed: Bool, into c: inout [Float], _ m: Int, _ n: Int,
    _ k: Int
  ) {
    c.withUnsafeMutableBufferPointer { c in
      guard let base = c.baseAddress else { return }
      Kernels.product(
        a, k, b, transposed ? k : n, transposed: transposed, into: base, n, m: m, n: n, k: k)
    }
  }
}
