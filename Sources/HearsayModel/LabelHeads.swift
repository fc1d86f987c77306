import CKernels

/// The heads that score labels of single words, worked out as one layer.
struct LabelHeads: Sendable {
  let layer: Linear  // h → labels of all heads
  /// Head name → its labels.
  let labels: [String: [String]]
  /// Head name → its columns in the layer's outputs.
  let columns: [String: Range<Int>]

  /// Labels of pairs of words, which other heads score.
  private static let ofPairs: Set<String> = ["rel", "role"]

  init(_ file: WeightsFile) throws(ModelError) {
    labels = file.header.labels.filter { !Self.ofPairs.contains($0.key) }
    // By name, so that the order is the same in each run.
    let parts = labels.sorted { $0.key < $1.key }.map { ("head.\($0)", $1.count) }
    layer = try Linear(file, joining: parts, inputs: file.header.config.hidden)
    var columns: [String: Range<Int>] = [:]
    var first = 0
    for (name, labels) in labels.sorted(by: { $0.key < $1.key }) {
      columns[name] = first..<(first + labels.count)
      first += labels.count
    }
    self.columns = columns
  }

  /// Scores (words, labels of all heads) for the words' vectors (words, h), which must be there in 8 bits too.
  func score(_ vectors: Activations, words: Int) -> Memory<Float> {
    let scores = Memory<Float>(count: words * layer.stride)
    layer.multiply(vectors, into: scores.start, rows: words)
    Kernels.rows.restore(scores.start, layer.outputsOf, vectors.bytes, Int64(words))
    return scores
  }
}

/// The scores of one head for the words of a window.
package struct HeadScores {
  /// In the order of the scores.
  package let labels: [String]
  private let scores: Memory<Float>  // (words, stride)
  private let first: Int
  private let stride: Int

  init(_ head: String, of heads: LabelHeads, in scores: Memory<Float>) {
    labels = heads.labels[head] ?? []
    first = heads.columns[head]?.lowerBound ?? 0
    stride = heads.layer.stride
    self.scores = scores
  }

  /// The scores for one word.
  package subscript(word: Int) -> ArraySlice<Float> {
    ArraySlice(
      UnsafeBufferPointer(start: scores.start + word * stride + first, count: labels.count))
  }

  /// Moves a word's scores towards another network's by a share of the way.
  func add(_ other: HeadScores, _ share: Float, at word: Int) {
    let row = scores.start + word * stride + first
    let theirs = other.scores.start + word * other.stride + other.first
    for label in 0..<labels.count { row[label] += (theirs[label] - row[label]) * share }
  }

  /// The best label for one word.
  package func best(_ word: Int) -> Int {
    let row = scores.start + word * stride + first
    var best = 0
    for label in 0..<labels.count where row[label] > row[best] { best = label }
    return best
  }
}
