import FoundationEssentials
package import HearsayRecords

/// Words of a report that a note is about, which need not be those of any record: where they stand (code points, as in JSON), and what
/// they are.
package struct NotedWords: Hashable, Sendable, Codable {
  package let start: Int
  package let end: Int
  package let exact: String

  package init(start: Int, end: Int, exact: String) {
    self.start = start
    self.end = end
    self.exact = exact
  }

  package init(_ span: TextSpan, _ positions: PositionMap) {
    start = positions.scalarOffset(ofUTF8: span.start)
    end = positions.scalarOffset(ofUTF8: span.end)
    exact = positions.exact(span)
  }

  /// As it is kept with the decision: a span of the contract.
  package var json: String {
    JSONValue.object([
      "start": .number(Double(start)), "end": .number(Double(end)), "exact": .string(exact),
    ]).text
  }

  /// Where the words stand in a text: at their place, else where the same words stand nearest to it; `nil` if they stand nowhere.
  package func span(in positions: PositionMap) -> TextSpan? {
    if let first = positions.utf8Offset(ofScalar: start),
      let last = positions.utf8Offset(ofScalar: end), first < last,
      positions.exact(TextSpan(start: first, end: last)) == exact
    {
      return TextSpan(start: first, end: last)
    }
    let (bytes, wanted) = (positions.utf8, Array(exact.utf8))
    guard let head = wanted.first, wanted.count <= bytes.count else { return nil }
    let near = positions.utf8Offset(ofScalar: start) ?? bytes.count
    let places = (0...(bytes.count - wanted.count)).filter {
      bytes[$0] == head && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
    return places.min { abs($0 - near) < abs($1 - near) }
      .map { TextSpan(start: $0, end: $0 + wanted.count) }
  }
}

extension Decision {
  /// The words that a note is about; `nil` where it is about a record or the whole report.
  package var words: NotedWords? {
    guard verdict == .note, target.record.isEmpty, let values else { return nil }
    return try? JSONDecoder().decode(NotedWords.self, from: Data(values.utf8))
  }
}
