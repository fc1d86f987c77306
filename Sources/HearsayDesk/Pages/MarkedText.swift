import HearsayRecords

/// The text of a report with the words of its records marked.
///
/// Marks may lie in each other and overlap, which elements cannot: the text is cut at every end of a mark, and each piece
/// names all the records whose words it is. Kinds are told by the line under the words and by the title, not by colour alone.
struct MarkedText {
  /// Words of one record.
  struct Mark {
    let span: TextSpan
    /// The record's id.
    let record: String
    /// `claim`, `cue`, `source`, `event`, `figure`, `time`, `place`, `note`.
    let kind: String
  }

  let positions: PositionMap
  let marks: [Mark]
  /// A stretch that is to be lit.
  let lit: TextSpan?

  /// The marks of what a reading tells.
  static func marks(of reading: Reading) -> [Mark] {
    var marks: [Mark] = []
    for claim in reading.claims {
      marks += claim.content.map { Mark(span: $0, record: claim.id, kind: "content") }
      marks += [claim.source].compactMap(\.self).map {
        Mark(span: $0, record: claim.id, kind: "source")
      }
      marks += [claim.cue].compactMap(\.self).map { Mark(span: $0, record: claim.id, kind: "cue") }
    }
    for event in reading.events {
      marks.append(Mark(span: event.trigger, record: event.id, kind: "event"))
    }
    for happening in reading.happenings {
      for event in reading.events where happening.events.contains(event.id) {
        marks.append(Mark(span: event.trigger, record: happening.id, kind: "event"))
      }
    }
    for figure in reading.figures {
      marks += figure.evidence.prefix(1).map { Mark(span: $0, record: figure.id, kind: "figure") }
    }
    marks += reading.times.map { Mark(span: $0.evidence, record: $0.id, kind: "time") }
    for place in reading.places {
      marks += place.mentions.map { Mark(span: $0, record: place.id, kind: "place") }
    }
    return marks.filter { $0.span.count > 0 }
  }

  var html: HTML {
    let bytes = positions.utf8
    var cuts = Set([0, bytes.count])
    for mark in marks { cuts.formUnion([mark.span.start, mark.span.end]) }
    if let lit { cuts.formUnion([lit.start, lit.end]) }
    for (offset, byte) in bytes.enumerated() where byte == 10 {
      cuts.formUnion([offset, offset + 1])
    }
    let ends = cuts.sorted()
    let starting = Dictionary(grouping: marks, by: \.span.start)
    var open: [Mark] = []
    var paragraphs: [HTML] = []
    var current = HTML.none
    var from = 0
    func paragraph() -> HTML {
      .tag("p", [.data("data-from", "\(positions.scalarOffset(ofUTF8: from))")], current)
    }
    for (start, end) in zip(ends, ends.dropFirst()) {
      open.removeAll { $0.span.end <= start }
      open += starting[start] ?? []
      if bytes[start] == 10 {
        if !current.isEmpty { paragraphs.append(paragraph()) }
        current = .none
        continue
      }
      if current.isEmpty { from = start }
      current += piece(TextSpan(start: start, end: end), open)
    }
    if !current.isEmpty { paragraphs.append(paragraph()) }
    return .all(paragraphs)
  }

  private func piece(_ span: TextSpan, _ open: [Mark]) -> HTML {
    var html = HTML.text(positions.exact(span))
    if !open.isEmpty {
      let kinds = Set(open.map(\.kind)).sorted()
      let records = open.reduce(into: [String]()) {
        if !$0.contains($1.record) { $0.append($1.record) }
      }
      html = .tag(
        "span",
        [
          .class("mark " + kinds.joined(separator: " ")),
          .data("data-records", records.joined(separator: " ")),
          .data("title", kinds.joined(separator: ", ")),
        ], html)
    }
    guard let lit, lit.overlaps(span) else { return html }
    let isFirst = span.start == lit.start
    return .tag(
      "mark", isFirst ? [.data("id", Parts.Place(lit, positions).anchor)] : [], html)
  }
}
