import CKernels

/// Heads that score pairs around the words that tell happenings: what a word is to a happening, and whether two words tell
/// the same one.
///
/// Shapes: w words of the window, s = 96, k roles.
struct HappeningHeads: @unchecked Sendable {
  // Unchecked: the pointers lead into the mapped weights, which the model keeps.

  /// Width of the vectors; as in Training/hearsay_training/network.py.
  static let size = 96

  let roles: [String]
  let layer: Linear  // h → four vectors side by side
  let roleBilinear: FloatWeights  // (s + 1) → k times (s + 1)
  let sameBilinear: FloatWeights  // (s + 1) → (s + 1)

  /// `nil` for a network that has no such heads.
  init?(_ file: WeightsFile) throws(ModelError) {
    guard let roles = file.header.labels["role"] else { return nil }
    self.roles = roles
    let s = Self.size
    layer = try Linear(
      file,
      joining: [("role.dep", s), ("role.head", s), ("same.dep", s), ("same.head", s)],
      inputs: file.header.config.hidden)
    // Behind each other, the roles' matrices are one with as many columns.
    let perRole = try file.floats("role.bilinear", [roles.count, s + 1, s + 1])
    let byRole = Memory<Float>(count: roles.count * (s + 1) * (s + 1))
    for role in 0..<roles.count {
      for row in 0...s {
        byRole.copy(
          perRole + (role * (s + 1) + row) * (s + 1), s + 1,
          to: (row * roles.count + role) * (s + 1))
      }
    }
    roleBilinear = FloatWeights(
      byRole.start, outputs: roles.count * (s + 1), inputs: s + 1, outputStride: 1,
      inputStride: roles.count * (s + 1))
    sameBilinear = FloatWeights(
      try file.floats("same.bilinear", [s + 1, s + 1]), outputs: s + 1, inputs: s + 1,
      outputStride: 1, inputStride: s + 1)
  }

  /// The projections of the words' vectors (words, h), which must be there in 8 bits too.
  func project(_ x: Activations, words: Int) -> Memory<Float> {
    let projections = Memory<Float>(count: words * layer.stride)
    layer.multiply(x, into: projections.start, rows: words)
    Kernels.rows.restoreGelu(projections.start, layer.outputsOf, x.bytes, Int64(words))
    return projections
  }
}

/// What a window says of the happenings that its words tell.
package struct HappeningScores {
  private let heads: HappeningHeads
  private let words: Int
  private let projections: Memory<Float>  // (words, 4s)

  init(heads: HappeningHeads, words: Int, projections: Memory<Float>) {
    self.heads = heads
    self.words = words
    self.projections = projections
  }

  /// What a word can be to a happening, in the order of the scores; the first is nothing.
  package var roles: [String] { heads.roles }

  /// Scores (words of the window, roles): what each word is to the happening that `trigger` tells.
  package func roles(of trigger: Int) -> [Float] {
    let s = HappeningHeads.size
    let k = heads.roles.count
    let told = withConstant(trigger, part: 0)
    // left (k, s + 1) = the trigger's vector through each role's matrix, summed over the trigger's side.
    let left = Memory<Float>(count: heads.roleBilinear.stride)
    heads.roleBilinear.multiply(
      UnsafePointer(told.start), xStride: s + 1, rows: 1, into: left.start)
    return [Float](unsafeUninitializedCapacity: words * k) { scores, count in
      count = words * k
      guard let scores = scores.baseAddress else { return }
      Kernels.rows.dots(
        projections.start + s, Int64(heads.layer.stride), Int64(words), left.start, Int64(s + 1),
        Int64(k), Int64(s), scores, Int64(k))
      for word in 0..<words {
        for role in 0..<k { scores[word * k + role] += left.start[role * (s + 1) + s] }
      }
    }
  }

  /// The vectors by which a word is compared with others that tell happenings, also of other windows.
  package func comparable(_ word: Int) -> ComparableHappening {
    let s = HappeningHeads.size
    let later = withConstant(word, part: 2)
    let through = Memory<Float>(count: heads.sameBilinear.stride)
    heads.sameBilinear.multiply(
      UnsafePointer(later.start), xStride: s + 1, rows: 1, into: through.start)
    let earlier = withConstant(word, part: 3)
    return ComparableHappening(
      later: Array(UnsafeBufferPointer(start: through.start, count: s + 1)),
      earlier: Array(UnsafeBufferPointer(start: earlier.start, count: s + 1)))
  }

  /// One of a word's four vectors, with a constant 1 behind it.
  private func withConstant(_ word: Int, part: Int) -> Memory<Float> {
    let s = HappeningHeads.size
    let vector = Memory<Float>(count: s + 1)
    vector.copy(ReadRows(projections.start + word * heads.layer.stride + part * s), s, to: 0)
    vector.start[s] = 1
    return vector
  }
}

/// What is left of a word when its window is gone, enough to say whether another tells the same happening.
package struct ComparableHappening: Sendable {
  let later: [Float]
  let earlier: [Float]

  /// The score (a logit) of this word telling the happening that an earlier word tells.
  package func score(against other: ComparableHappening) -> Float {
    var sum: Float = 0
    for (a, b) in zip(later, other.earlier) { sum += a * b }
    return sum
  }
}
