import HearsayLanguage
import HearsayModel
import Testing

@testable import HearsayReading

/// Spans of the words of a line such as "S C T T": source, cue, content, and "-" for neither.
private func spans(_ line: String) -> [TagSequence.Span] {
  let labels = ["O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT"]
  let words = line.split(separator: " ").map(String.init)
  let first = ["S": 1, "C": 3, "T": 5]
  let tags = words.indices.map { index in
    guard let tag = first[words[index]] else { return 0 }
    return index > 0 && words[index - 1] == words[index] ? tag + 1 : tag
  }
  return TagSequence.spans(tags, labels: labels) { _, _ in 1 }
}

@Suite struct AttributionDecoderTests {
  /// Links from the first words of sources and contents, as scores by (from, to); all others are 0.
  private func attributions(
    _ line: String, _ links: [[Int]: Float], paragraphs: [Int]? = nil
  ) -> [Attribution] {
    let count = line.split(separator: " ").count
    return AttributionDecoder.join(
      spans(line), offset: 10,
      paragraphs: paragraphs ?? [Int](repeating: 0, count: count)
    ) { word in (0..<count).map { links[[word, $0]] ?? 0 } }
  }

  @Test func `sources and contents go to the cue they score highest with`() {
    let made = attributions("S C T T S C T", [[0, 1]: 5, [2, 1]: 5, [4, 5]: 5, [6, 5]: 5])
    #expect(made.map(\.sources) == [[10..<11], [14..<15]])
    #expect(made.map(\.contents) == [[12..<14], [16..<17]])
  }

  @Test func `a cue that the tags missed is made from the links`() {
    // Word 4 would be the cue; the only tagged cue, word 1, belongs to others.
    let made = attributions("S C T S - T", [[0, 1]: 5, [2, 1]: 5, [3, 4]: 6, [5, 4]: 6])
    #expect(made.map(\.cues) == [[11..<12], [14..<15]])
    #expect(made.map(\.sources) == [[10..<11], [13..<14]])
  }

  @Test func `a word that is only a little likelier does not displace a tagged cue`() {
    let made = attributions("S C T -", [[0, 1]: 5, [2, 1]: 5, [2, 3]: 6])
    #expect(made.map(\.cues) == [[11..<12]])
  }

  @Test func `a cue of the same paragraph goes before a likelier one of another`() {
    let made = attributions(
      "T C T C S", [[0, 3]: 6, [0, 1]: 2, [2, 3]: 6, [4, 3]: 6], paragraphs: [0, 0, 1, 1, 1])
    #expect(made.map(\.contents) == [[10..<11], [12..<13]])
  }
}
