import HearsayLanguage
import HearsayModel

/// Turns the tags and links of one window into attributions: spans of source and content, each tied to the
/// cue it scores highest with.
struct AttributionDecoder {
  let reading: WindowReading
  /// The number of the paragraph of each word of the text.
  let paragraph: [Int]

  func attributions() -> [Attribution] {
    guard let labels = reading.labels["attribution"] else { return [] }
    let rows = reading.accepted.map { reading.scores.scores("attribution", $0 - reading.offset) }
    let tags = TagSequence.tags(rows, labels: labels)
    let spans = TagSequence.spans(tags, labels: labels) { word, tag in
      let row = rows[word]
      return Softmax.probability(of: row[row.startIndex + tag], among: row)
    }
    let offset = reading.accepted.lowerBound
    let local = offset - reading.offset
    let words = local..<(local + reading.accepted.count)
    let paragraphs = Array(paragraph[reading.accepted])
    return Self.join(spans, offset: offset, paragraphs: paragraphs) { word in
      reading.scores.links(word + local, to: words)
    }
  }

  /// Ties sources and contents to cues.
  ///
  /// A source or content whose best cue the tags missed does not go to another, less likely one: the word that
  /// the links point at is its cue then.
  ///
  /// - Parameters:
  ///   - spans: SOURCE, CUE and CONTENT spans.
  ///   - offset: What to add to their words.
  ///   - paragraphs: The paragraph of each word.
  ///   - link: For the first word of a source or content, a score for each word that it is the first of its cue.
  /// - Returns: One attribution a cue.
  static func join(
    _ spans: [TagSequence.Span], offset: Int, paragraphs: [Int],
    link: (_ word: Int) -> [Float]
  ) -> [Attribution] {
    var made: [Int: (attribution: Attribution, scores: [Float])] = [:]
    func shifted(_ words: Range<Int>) -> Range<Int> {
      (words.lowerBound + offset)..<(words.upperBound + offset)
    }
    let cues = spans.filter { $0.kind == "CUE" }
    for cue in cues {
      made[cue.words.lowerBound] = (
        Attribution(sources: [], cues: [shifted(cue.words)], contents: []), [cue.score]
      )
    }
    let taken = Set(spans.flatMap(\.words))
    for span in spans where span.kind != "CUE" {
      let word = span.words.lowerBound
      let scores = link(word).enumerated().map { at, score in
        paragraphs[at] == paragraphs[word] ? score : score - paragraphPenalty
      }
      let best = cues.map(\.words.lowerBound).max { scores[$0] < scores[$1] }
      let missed = scores.indices.filter { !taken.contains($0) }.max { scores[$0] < scores[$1] }
      var cue = best
      if let missed, best.map({ scores[missed] > scores[$0] + missedMargin }) ?? true {
        cue = missed
      }
      guard let cue else { continue }
      var one =
        made[cue]
        ?? (Attribution(sources: [], cues: [shifted(cue..<(cue + 1))], contents: []), [missedScore])
      if span.kind == "SOURCE" {
        one.attribution.sources.append(shifted(span.words))
      } else {
        one.attribution.contents.append(shifted(span.words))
      }
      one.scores.append(span.score)
      made[cue] = one
    }
    return made.sorted { $0.key < $1.key }.compactMap { _, one in
      guard !one.attribution.contents.isEmpty || !one.attribution.sources.isEmpty else {
        return nil
      }
      var attribution = one.attribution
      attribution.score = one.scores.reduce(0, +) / Float(one.scores.count)
      return attribution
    }
  }

  // Tuned on PolNeAR's development half.

  /// What a cue in another paragraph than the source or content loses of its score.
  private static let paragraphPenalty: Float = 8
  /// By how much a word that is tagged as nothing must beat the best tagged cue.
  private static let missedMargin: Float = 2.5
  /// The score of a cue that only the links see.
  private static let missedScore: Float = 0.3
}
