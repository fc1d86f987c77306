import HearsayModel

/// Turns the tags and links of one window into attributions: spans of source and content, each tied to the
/// cue it scores highest with.
struct AttributionDecoder {
  let reading: WindowReading

  func attributions() -> [Attribution] {
    guard let labels = reading.labels["attribution"] else { return [] }
    let rows = reading.accepted.map { reading.scores.scores("attribution", $0 - reading.offset) }
    let tags = TagSequence.tags(rows, labels: labels)
    let spans = TagSequence.spans(tags, labels: labels) { word, tag in
      let row = rows[word]
      return Softmax.probability(of: row[row.startIndex + tag], among: row)
    }
    return Self.join(spans, offset: reading.accepted.lowerBound) { word, cues in
      let local = reading.accepted.lowerBound - reading.offset
      return reading.scores.links(word + local, to: cues.map { $0 + local })
    }
  }

  /// Ties sources and contents to cues.
  ///
  /// - Parameters:
  ///   - spans: SOURCE, CUE and CONTENT spans.
  ///   - offset: What to add to their words.
  ///   - link: For the first word of a source or content, a score for each of the given first words of cues.
  /// - Returns: One attribution a cue.
  static func join(
    _ spans: [TagSequence.Span], offset: Int, link: (_ word: Int, _ cues: [Int]) -> [Float]
  ) -> [Attribution] {
    let cues = spans.filter { $0.kind == "CUE" }
    func shifted(_ span: TagSequence.Span) -> Range<Int> {
      (span.words.lowerBound + offset)..<(span.words.upperBound + offset)
    }
    var made = cues.map {
      (
        attribution: Attribution(sources: [], cues: [shifted($0)], contents: []),
        scores: [$0.score]
      )
    }
    guard !cues.isEmpty else { return [] }
    for span in spans where span.kind != "CUE" {
      let scores = link(span.words.lowerBound, cues.map(\.words.lowerBound))
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { continue }
      if span.kind == "SOURCE" {
        made[best].attribution.sources.append(shifted(span))
      } else {
        made[best].attribution.contents.append(shifted(span))
      }
      made[best].scores.append(span.score)
    }
    return made.compactMap { attribution, scores in
      guard !attribution.contents.isEmpty || !attribution.sources.isEmpty else { return nil }
      var attribution = attribution
      attribution.score = scores.reduce(0, +) / Float(scores.count)
      return attribution
    }
  }
}
