/// What the network scores for the words of one window.
///
/// Scores are logits.
package struct WindowScores {
  /// How many words the window has.
  package let words: Int
  private let labels: [String: [String]]
  private let scores: [String: [Float]]
  private let pairs: PairProjections

  init(words: Int, labels: [String: [String]], scores: [String: [Float]], pairs: PairProjections) {
    self.words = words
    self.labels = labels
    self.scores = scores
    self.pairs = pairs
  }

  /// The scores of a head for one word, in the order of the head's labels; empty if there is no such head.
  package func scores(_ head: String, _ word: Int) -> ArraySlice<Float> {
    guard let all = scores[head], let labels = labels[head] else { return [] }
    return all[(word * labels.count)..<((word + 1) * labels.count)]
  }

  /// The best label of a head for one word.
  package func label(_ head: String, _ word: Int) -> Int {
    let values = scores(head, word)
    guard var best = values.indices.first else { return 0 }
    for index in values.indices where values[index] > values[best] { best = index }
    return best - values.startIndex
  }

  /// The best label of a head for one word, and its probability.
  package func best(_ head: String, _ word: Int) -> (label: Int, probability: Float) {
    let values = scores(head, word)
    guard !values.isEmpty else { return (0, 0) }
    let label = label(head, word)
    return (
      label, Softmax.probability(of: values[values.startIndex + label], among: values)
    )
  }

  /// Scores (n, n + 1) of the heads of a sentence's words: column 0 is the root.
  package func arcs(_ sentence: Range<Int>) -> [Float] { pairs.arcs(sentence) }

  /// For each pair the best relation.
  package func relations(_ asked: [(dependent: Int, head: Int?)]) -> [Int] {
    let count = labels["rel"]?.count ?? 0
    let scores = pairs.relations(asked)
    return asked.indices.map { row in
      var best = 0
      for label in 0..<count where scores[row * count + label] > scores[row * count + best] {
        best = label
      }
      return best
    }
  }

  /// Scores of each candidate cue word for a word that begins a source or content.
  package func links(_ word: Int, to cues: [Int]) -> [Float] { pairs.links(word, to: cues) }
}

/// Turning logits into probabilities.
package enum Softmax {
  /// The probability of one score among all of a word's.
  package static func probability(of score: Float, among scores: ArraySlice<Float>) -> Float {
    let top = scores.max() ?? 0
    var total: Float = 0
    var at = scores.startIndex
    while at < scores.endIndex {
      var lanes = Lanes(repeating: -.infinity)
      for lane in 0..<min(16, scores.endIndex - at) { lanes[lane] = scores[at + lane] - top }
      total += Kernels.exp(lanes).sum()
      at += 16
    }
    return Kernels.exp(Lanes(repeating: score - top))[0] / total
  }
}
