/// The best legal sequence of B-, I- and O tags (Viterbi): an I- follows a B- or I- of its own kind only.
package enum TagSequence {
  /// A run of words with one kind.
  package struct Span: Hashable, Sendable {
    package let words: Range<Int>
    package let kind: String
    /// Mean probability of its tags, 0 … 1.
    package let score: Float
  }

  /// The tag of each word.
  ///
  /// - Parameters:
  ///   - scores: One row of logits a word, in the order of `labels`.
  ///   - labels: The names of the tags.
  ///   - breaks: Words that no span may run across from the left.
  /// - Returns: For each word the number of its tag.
  package static func tags(
    _ scores: [ArraySlice<Float>], labels: [String], breaks: Set<Int> = []
  ) -> [Int] {
    guard !scores.isEmpty else { return [] }
    let legal = labels.map { label in
      labels.map { previous in
        !label.hasPrefix("I-") || previous != "O" && previous.dropFirst(2) == label.dropFirst(2)
      }
    }
    var best = [[Float]](repeating: [], count: scores.count)
    var from = [[Int]](repeating: [], count: scores.count)
    for (word, row) in scores.enumerated() {
      let values = Array(row)
      best[word] = [Float](repeating: -.infinity, count: labels.count)
      from[word] = [Int](repeating: 0, count: labels.count)
      for tag in labels.indices {
        let startsSpan = !labels[tag].hasPrefix("I-")
        if word == 0 || breaks.contains(word) {
          guard startsSpan else { continue }
          let previous = word == 0 ? 0 : argmax(best[word - 1])
          best[word][tag] = values[tag] + (word == 0 ? 0 : best[word - 1][previous])
          from[word][tag] = previous
          continue
        }
        for previous in labels.indices where legal[tag][previous] {
          let score = best[word - 1][previous] + values[tag]
          if score > best[word][tag] {
            best[word][tag] = score
            from[word][tag] = previous
          }
        }
      }
    }
    var tags = [Int](repeating: 0, count: scores.count)
    var tag = argmax(best[scores.count - 1])
    for word in scores.indices.reversed() {
      tags[word] = tag
      tag = from[word][tag]
    }
    return tags
  }

  /// The runs that tags mark, with their mean probability.
  package static func spans(
    _ tags: [Int], labels: [String], probability: (_ word: Int, _ tag: Int) -> Float
  ) -> [Span] {
    var spans: [Span] = []
    var start: Int?
    func close(at end: Int) {
      guard let first = start else { return }
      var total: Float = 0
      for word in first..<end { total += probability(word, tags[word]) }
      spans.append(
        Span(
          words: first..<end, kind: String(labels[tags[first]].dropFirst(2)),
          score: total / Float(end - first)))
      start = nil
    }
    for (word, tag) in tags.enumerated() {
      if labels[tag] == "O" {
        close(at: word)
      } else if labels[tag].hasPrefix("B-") || start == nil {
        close(at: word)
        start = word
      }
    }
    close(at: tags.count)
    return spans
  }

  private static func argmax(_ values: [Float]) -> Int {
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    return best
  }
}
