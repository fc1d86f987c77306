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
    // Of an I- tag the two tags it may follow; every other tag may follow any.
    let number = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
    let before: [[Int]?] = labels.enumerated().map { tag, label in
      guard label.hasPrefix("I-") else { return nil }
      return [number["B-" + label.dropFirst(2)], tag].compactMap { $0 }.sorted()
    }
    let tagCount = labels.count
    var best = [Float](repeating: -.infinity, count: scores.count * tagCount)
    var from = [Int](repeating: 0, count: scores.count * tagCount)
    var previousBest = 0
    for (word, row) in scores.enumerated() {
      let here = word * tagCount
      let earlier = here - tagCount
      let isBroken = word == 0 || breaks.contains(word)
      var bestHere = 0
      for tag in 0..<tagCount {
        let value = row[row.startIndex + tag]
        if let allowed = before[tag] {
          guard !isBroken else { continue }
          for previous in allowed where best[earlier + previous] + value > best[here + tag] {
            best[here + tag] = best[earlier + previous] + value
            from[here + tag] = previous
          }
        } else {
          best[here + tag] = value + (word == 0 ? 0 : best[earlier + previousBest])
          from[here + tag] = previousBest
        }
        if best[here + tag] > best[here + bestHere] { bestHere = tag }
      }
      previousBest = bestHere
    }
    var tags = [Int](repeating: 0, count: scores.count)
    var tag = previousBest
    for word in scores.indices.reversed() {
      tags[word] = tag
      tag = from[word * tagCount + tag]
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
}
