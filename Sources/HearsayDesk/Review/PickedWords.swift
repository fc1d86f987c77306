package import HearsayLedger
package import HearsayRecords

/// Words of a report that a form is about: where they stand, as a script tells it, or what they are, as somebody typed them.
struct PickedWords {
  let positions: PositionMap
  let form: DeskRequest

  /// Whether the form tells any.
  var areTold: Bool {
    ["at", "words"].contains { form.field($0).map { !$0.isEmpty } ?? false }
  }

  /// - Throws: ``DeskFault`` if the text has no such words.
  func span() throws(DeskFault) -> TextSpan {
    if let at = form.field("at"), !at.isEmpty {
      guard let span = Parts.Place.span(at, positions), span.count > 0 else {
        throw DeskFault(400, "the text has no characters \(at)")
      }
      return span
    }
    let words = Array((form.field("words") ?? "").utf8)
    guard !words.isEmpty else {
      throw DeskFault(400, "pick the words that say so, or write them as they stand in the text")
    }
    let bytes = positions.utf8
    let start = bytes.indices.first { bytes[$0...].starts(with: words) }
    guard let start else {
      throw DeskFault(400, "the text does not have these words: \(form.field("words") ?? "")")
    }
    return TextSpan(start: start, end: start + words.count)
  }
}

extension NotedWords {
  /// Words as somebody typed them; `nil` if none were, which means the whole report.
  ///
  /// - Throws: ``DeskFault`` if the text has no such words.
  package init?(typed: String, in positions: PositionMap) throws {
    guard !typed.isEmpty else { return nil }
    let form = DeskRequest(.post, "/", form: [.init(name: "words", value: typed)])
    self.init(try PickedWords(positions: positions, form: form).span(), positions)
  }
}
