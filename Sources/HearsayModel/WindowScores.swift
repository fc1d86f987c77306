#if canImport(Glibc)
  import Glibc
#endif

/// What the network scores for the words of one window.
///
/// Scores are logits.
package struct WindowScores {
  /// How many words the window has.
  package let words: Int
  private let heads: LabelHeads
  private let scores: Memory<Float>  // (words, labels of all heads)
  private let pairs: PairProjections
  /// What a second network says of links between the same words, and how much it counts.
  private var second: (pairs: PairProjections, share: Float)?
  /// The scores of pairs around happenings, if the network has them.
  package let happenings: HappeningScores?

  init(
    words: Int, heads: LabelHeads, scores: Memory<Float>, pairs: PairProjections,
    happenings: HappeningScores?
  ) {
    self.words = words
    self.heads = heads
    self.scores = scores
    self.pairs = pairs
    self.happenings = happenings
  }

  /// The same with both networks' scores, weighed, for labels and for links (`link`); heads whose labels differ stay as they are.
  ///
  /// - Parameters:
  ///   - other: What the other network says of the same words.
  ///   - asked: For each such head how much the other network counts, 0 … 1.
  /// - Returns: Scores that answer for both.
  package func joined(with other: WindowScores, heads asked: [String: Float]) -> WindowScores {
    var joined = self
    if let share = asked["link"] { joined.second = (other.pairs, share) }
    for (name, labels) in heads.labels where other.heads.labels[name] == labels {
      guard let share = asked[name] else { continue }
      let (mine, theirs) = (head(name), other.head(name))
      for word in 0..<words { mine.add(theirs, share, at: word) }
    }
    return joined
  }

  /// The scores of one head.
  package func head(_ name: String) -> HeadScores { HeadScores(name, of: heads, in: scores) }

  /// The scores of a head for one word, in the order of the head's labels; empty if there is no such head.
  package func scores(_ head: String, _ word: Int) -> ArraySlice<Float> { self.head(head)[word] }

  /// The best label of a head for one word.
  package func label(_ head: String, _ word: Int) -> Int { self.head(head).best(word) }

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
    let count = pairs.heads.relations
    let scores = pairs.relations(asked)
    return asked.indices.map { row in
      var best = 0
      for label in 0..<count where scores[row * count + label] > scores[row * count + best] {
        best = label
      }
      return best
    }
  }

  /// Scores of each word of a range as the cue of a word that begins a source or content.
  package func links(_ word: Int, to cues: Range<Int>) -> [Float] {
    let own = pairs.links(word, to: cues)
    guard let second else { return own }
    return zip(own, second.pairs.links(word, to: cues)).map { $0 + ($1 - $0) * second.share }
  }
}

/// Turning logits into probabilities.
package enum Softmax {
  /// The probability of one score among all of a word's.
  package static func probability(of score: Float, among scores: ArraySlice<Float>) -> Float {
    let top = scores.max() ?? 0
    return exp(score - top) / scores.reduce(0) { $0 + exp($1 - top) }
  }

  /// The probabilities of all of a word's scores.
  package static func probabilities(_ scores: ArraySlice<Float>) -> [Float] {
    let top = scores.max() ?? 0
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// The probability that a score of its own, a logit, stands for.
  package static func sigmoid(_ score: Float) -> Float { 1 / (1 + exp(-score)) }
}
