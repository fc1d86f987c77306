/// Something in a reading that breaks the contract.
public struct Flaw: Hashable, Sendable, CustomStringConvertible {
  /// How bad a flaw is.
  public enum Weight: Hashable, Sendable {
    /// A span that is not in the text, or an id used twice: such a reading cannot be stored.
    case fatal
    /// A reference to a record that is not there.
    case reference
  }

  /// How bad it is.
  public let weight: Weight
  /// The kind of record it is in.
  public let kind: RecordKind
  /// The record's id, or its number among those of its kind, counted from 1.
  public let record: String
  /// What is wrong, without the report's words.
  public let reason: String

  /// The record and what is wrong with it.
  public var description: String { "\(kind.rawValue) \(record): \(reason)" }
}

extension Reading {
  /// What breaks the contract in this reading: spans outside the text or cutting a character, ids
  /// used twice, references to nothing, claims said within themselves.
  ///
  /// Empty for a sound reading.
  public func flaws() -> [Flaw] {
    let text = Array(report.text.utf8)
    var flaws: [Flaw] = []
    var ids: Set<String> = []
    var numbers: [RecordKind: Int] = [:]
    for record in records {
      let kind = type(of: record).kind
      numbers[kind, default: 0] += 1
      let name = record.recordID ?? String(numbers[kind, default: 0])
      if let id = record.recordID, !ids.insert(id).inserted {
        flaws.append(Flaw(weight: .fatal, kind: kind, record: name, reason: "its id is used twice"))
      }
      for span in record.spans {
        guard let reason = fault(of: span, in: text) else { continue }
        flaws.append(Flaw(weight: .fatal, kind: kind, record: name, reason: reason))
      }
    }
    return flaws + danglingReferences()
  }

  private func fault(of span: TextSpan, in text: [UInt8]) -> String? {
    guard span.end <= text.count else {
      return "bytes \(span.start)..<\(span.end) are outside the text of \(text.count)"
    }
    for edge in [span.start, span.end] where edge < text.count {
      if text[edge] & 0b1100_0000 == 0b1000_0000 { return "byte \(edge) is inside a character" }
    }
    return nil
  }

  private func danglingReferences() -> [Flaw] {
    var flaws: [Flaw] = []
    func check(
      _ id: String?, in ids: Set<String>, _ kind: RecordKind, _ name: String, _ field: String
    ) {
      guard let id, !ids.contains(id) else { return }
      flaws.append(
        Flaw(weight: .reference, kind: kind, record: name, reason: "\(field) names nothing (\(id))")
      )
    }
    let entityIDs = Set(entities.map(\.id))
    let placeIDs = Set(places.map(\.id))
    let timeIDs = Set(times.map(\.id))
    let eventIDs = Set(events.map(\.id))
    let claimIDs = Set(claims.map(\.id))
    for event in events {
      // A country or a city that acts may be named by its place.
      let actors = entityIDs.union(placeIDs)
      for id in (event.actors + event.recipients).compactMap(\.entityID) {
        check(id, in: actors, .events, event.id, "a participant")
      }
      check(event.place, in: placeIDs, .events, event.id, "place")
      check(event.time, in: timeIDs, .events, event.id, "time")
      check(event.saidBy, in: claimIDs, .events, event.id, "saidBy")
    }
    for claim in claims {
      check(claim.speaker, in: entityIDs, .claims, claim.id, "speaker")
      check(claim.parent, in: claimIDs, .claims, claim.id, "parent")
      for id in claim.about { check(id, in: eventIDs, .claims, claim.id, "about") }
      for id in claim.blames { check(id, in: entityIDs, .claims, claim.id, "blames") }
    }
    for figure in figures {
      check(figure.about, in: eventIDs, .figures, figure.id, "about")
      check(figure.at, in: timeIDs, .figures, figure.id, "at")
      check(figure.saidBy, in: claimIDs, .figures, figure.id, "saidBy")
    }
    for (offset, relation) in relations.enumerated() {
      let name = String(offset + 1)
      check(relation.from, in: entityIDs, .relations, name, "from")
      check(relation.saidBy, in: claimIDs, .relations, name, "saidBy")
    }
    return flaws + circularClaims()
  }

  private func circularClaims() -> [Flaw] {
    let parents = Dictionary(
      claims.compactMap { claim in claim.parent.map { (claim.id, $0) } }, uniquingKeysWith: { $1 })
    return claims.compactMap { claim in
      var seen: Set<String> = []
      var at: String? = claim.id
      while let id = at, seen.insert(id).inserted { at = parents[id] }
      guard at == claim.id else { return nil }
      return Flaw(
        weight: .reference, kind: .claims, record: claim.id, reason: "it is said within itself")
    }
  }
}
