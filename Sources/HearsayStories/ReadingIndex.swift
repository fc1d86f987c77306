package import HearsayRecords

/// A reading with everything that whoever shows it needs to look up in it.
package struct ReadingIndex: Sendable {
  package let reading: Reading
  package let entities: [String: Entity]
  package let places: [String: Place]
  package let times: [String: TimeSpan]
  package let claims: [String: Claim]
  package let events: [String: Event]
  package let figures: [String: Figure]
  /// The positions of its text.
  package let positions: PositionMap
  /// The byte each line of the text begins at.
  private let lineStarts: [Int]

  package init(_ reading: Reading) {
    self.reading = reading
    let positions = PositionMap(reading.report.text)
    self.positions = positions
    func byID<Kind: Record>(_ records: [Kind]) -> [String: Kind] {
      Dictionary(records.map { ($0.recordID ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }
    entities = byID(reading.entities)
    places = byID(reading.places)
    times = byID(reading.times)
    claims = byID(reading.claims)
    events = byID(reading.events)
    figures = byID(reading.figures)
    let bytes = positions.utf8
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The words of a span, on one line.
  package func words(_ span: TextSpan) -> String { positions.exact(span).safeLine }

  /// The quotation mark right after a span that closes one within it; nothing if there is none.
  package func closingMark(after span: TextSpan) -> String {
    let words = positions.exact(span)
    let next = positions.exact(
      TextSpan(start: span.end, end: min(span.end + 3, positions.utf8.count)))
    for (open, close) in [("“", "”"), ("«", "»"), ("„", "“")] where next.hasPrefix(close) {
      let isOpen = words.count { String($0) == open } > words.count { String($0) == close }
      if isOpen { return close }
    }
    return ""
  }

  /// The words before and after a span in its line, cut between words; "…" where something is left out.
  package func surroundings(of span: TextSpan, characters: Int) -> (before: String, after: String) {
    positions.surroundings(of: span, characters: characters)
  }

  /// A span with the words around it.
  package func sentence(of span: TextSpan) -> String {
    let around = surroundings(of: span, characters: 40)
    return around.before + words(span) + around.after
  }

  /// Where a span begins, for people: line and character, both counted from 1.
  package func location(_ span: TextSpan) -> String {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= span.start { low = middle } else { high = middle - 1 }
    }
    let before = positions.scalarOffset(ofUTF8: lineStarts[low])
    return "\(low + 1):\(positions.scalarOffset(ofUTF8: span.start) - before + 1)"
  }

  /// The name behind the id of an entity or place; the text itself if it is none, as `via` may hold.
  package func name(_ id: String) -> String {
    (entities[id]?.name ?? places[id]?.name ?? id).safeLine
  }

  /// The name of one who takes part, or the words for it.
  package func name(_ participant: Participant) -> String {
    switch participant {
    case .entity(let id): name(id)
    case .mention(let span): words(span)
    }
  }

  /// Who says a claim: names, else the words for the source; `nil` if nobody is named.
  package func speaker(of claim: Claim) -> String? {
    let ids = claim.speakers.isEmpty ? [claim.speaker].compactMap(\.self) : claim.speakers
    guard ids.isEmpty else { return Self.list(ids.map(name)) }
    // A pronoun that stands for nobody known names nobody.
    return claim.source.map(words).flatMap {
      ComparedWords.shipped.has($0.lowercased(), .pronoun) ? nil : $0
    }
  }

  /// What tells two voices of a report apart: an entity, or the words for one.
  package func voice(of claimID: String?) -> String {
    guard let claim = claimID.flatMap({ claims[$0] }) else { return "" }
    return claim.speaker ?? claim.source.map { words($0).lowercased() } ?? "?"
  }

  /// How a voice is called: the speaker of a claim, or the report's outlet for the reporter's own.
  package func voiceName(of claimID: String?) -> String {
    guard let claimID else { return reading.report.outlet?.safeLine ?? "the report itself" }
    // A claim that is not there was rejected by a person: what it said is still not the report's own word.
    return claims[claimID].flatMap(speaker) ?? "somebody unnamed"
  }

  /// Names as English lists them.
  package static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
