import Foundation
package import HearsayLanguage
import HearsayRecords

/// An annotated text from `Tests/Fixtures/NAME.conllu`: CoNLL-U as `hearsay annotate` writes it, the other layers in MISC.
package func fixture(_ name: String) throws -> AnnotatedText {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = folder.appending(path: "Fixtures/\(name).conllu")
  return try AnnotatedText(conllu: String(contentsOf: file, encoding: .utf8))
}

/// A line that is no CoNLL-U.
package struct FixtureError: Error, Hashable, CustomStringConvertible {
  package let line: Int
  package let reason: String
  package var description: String { "line \(line): \(reason)" }
}

extension AnnotatedText {
  /// Reads what `hearsay annotate` writes.
  ///
  /// The running text is put together from the words, `SpaceAfter=No` and `# newpar`. The attributions of a sentence are one.
  package init(conllu: String, language: Language = .forTests) throws {
    var reader = FixtureReader()
    for (index, line) in conllu.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      try reader.take(line, number: index + 1)
    }
    reader.endSentence()
    self.init(
      text: reader.text, language: language, tokens: reader.tokens, sentences: reader.sentences,
      names: reader.spans("NER").compactMap { span in
        NameType(rawValue: span.kind).map { NameMention(tokens: span.tokens, type: $0) }
      },
      attributions: reader.attributions,
      eventMentions: reader.events,
      timexes: reader.spans("Timex").map { TimexMention(tokens: $0.tokens, type: $0.kind) },
      incidents: reader.spans("Incident").map { IncidentMention(tokens: $0.tokens, type: $0.kind) })
  }
}

private struct FixtureReader {
  var text = ""
  var tokens: [Token] = []
  var sentences: [Range<Int>] = []
  var events: [EventMention] = []
  /// `NER=B-PER` and the like: for each token the marks of each layer.
  private var marks: [(layer: String, begins: Bool, kind: String, token: Int)] = []
  private var first = 0
  private var white = ""
  /// The contraction whose words are being read: the number of its last word, and whether the next follows without a space.
  private var contraction: (last: Int, isGlued: Bool)?

  struct Span {
    var tokens: Range<Int>
    let kind: String
  }

  mutating func take(_ line: Substring, number: Int) throws {
    if line.allSatisfy(\.isWhitespace) { return endSentence() }
    if line.hasPrefix("#") {
      if line.hasPrefix("# newpar"), !tokens.isEmpty { white = "\n\n" }
      return
    }
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 10 else {
      throw FixtureError(line: number, reason: "\(columns.count) columns where there are 10")
    }
    func isGlued(_ misc: String) -> Bool { misc.split(separator: "|").contains("SpaceAfter=No") }
    if columns[0].contains(".") { return }
    if let dash = columns[0].firstIndex(of: "-") {
      // A contraction: its words follow, and nothing stands between them.
      contraction = (Int(columns[0][columns[0].index(after: dash)...]) ?? 0, isGlued(columns[9]))
      return
    }
    guard let head = Int(columns[6]) else {
      throw FixtureError(line: number, reason: "“\(columns[6])” is no head")
    }
    text += white
    let start = text.utf8.count
    text += columns[1]
    var misc: [(key: String, value: String)] = []
    for part in columns[9].split(separator: "|") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { misc.append((pair[0], pair[1])) }
    }
    func value(_ key: String) -> String? { misc.first { $0.key == key }?.value }
    tokens.append(
      Token(
        span: TextSpan(start: start, end: text.utf8.count), text: columns[1], lemma: columns[2],
        upos: columns[3], xpos: columns[4], features: columns[5],
        head: head == 0 ? nil : first + head - 1, relation: columns[7],
        mentionType: value("Mention"), spaceBefore: !white.isEmpty || tokens.isEmpty))
    white = isGlued(columns[9]) ? "" : " "
    if let open = contraction, let word = Int(columns[0]) {
      white = word < open.last || open.isGlued ? "" : white
      if word >= open.last { contraction = nil }
    }
    for (key, mark) in misc {
      let parts = mark.split(separator: "-", maxSplits: 1).map(String.init)
      guard parts.count == 2, ["B", "I"].contains(parts[0]) else { continue }
      marks.append((key, parts[0] == "B", parts[1], tokens.count - 1))
    }
    guard let kind = value("Event") else { return }
    let attributes = (value("EventAttributes") ?? "").split(separator: ",").map(String.init)
    func attribute(_ index: Int) -> String {
      index < attributes.count ? attributes[index] : "NONE"
    }
    events.append(
      EventMention(
        token: tokens.count - 1, eventClass: kind, tense: attribute(0), aspect: attribute(1),
        negated: attribute(2) == "NEG", modality: attribute(3)))
  }

  mutating func endSentence() {
    guard tokens.count > first else { return }
    sentences.append(first..<tokens.count)
    first = tokens.count
  }

  /// The runs of a layer.
  func spans(_ layer: String) -> [Span] {
    var found: [Span] = []
    for mark in marks where mark.layer == layer {
      if !mark.begins,
        let last = found.lastIndex(where: {
          $0.kind == mark.kind && $0.tokens.upperBound == mark.token
        })
      {
        found[last].tokens = found[last].tokens.lowerBound..<(mark.token + 1)
      } else {
        found.append(Span(tokens: mark.token..<(mark.token + 1), kind: mark.kind))
      }
    }
    return found
  }

  var attributions: [Attribution] {
    let runs = spans("Attribution")
    return sentences.compactMap { sentence in
      func of(_ kind: String) -> [Range<Int>] {
        runs.filter { $0.kind == kind && sentence.contains($0.tokens.lowerBound) }.map(\.tokens)
      }
      let attribution = Attribution(
        sources: of("SOURCE"), cues: of("CUE"), contents: of("CONTENT"))
      return attribution.contents.isEmpty ? nil : attribution
    }
  }
}
