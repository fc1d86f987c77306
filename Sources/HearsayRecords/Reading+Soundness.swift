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

  /// References that the fields' own definitions promise.
  private func danglingReferences() -> [Flaw] {
    var ids: [RecordKind: Set<String>] = [:]
    for kind in RecordKind.allCases { ids[kind] = Set(records(of: kind).compactMap(\.recordID)) }
    var flaws: [Flaw] = []
    for kind in RecordKind.allCases {
      for (offset, record) in records(of: kind).enumerated() {
        for (definition, value) in record.values {
          for reference in value.references(as: definition.content)
          where !reference.kinds.contains(where: { ids[$0]?.contains(reference.id) == true }) {
            flaws.append(
              Flaw(
                weight: .reference, kind: kind, record: record.recordID ?? String(offset + 1),
                reason: "\(definition.name) names nothing (\(reference.id))"))
          }
        }
      }
    }
    return flaws + strayStatuses() + circularClaims()
  }

  /// What a voice tells of a happening is told in the happening's own events.
  private func strayStatuses() -> [Flaw] {
    happenings.filter { happening in
      happening.statuses.contains { !Set($0.events).isSubset(of: happening.events) }
    }.map {
      Flaw(
        weight: .reference, kind: .happenings, record: $0.id,
        reason: "statuses names events that are not its own")
    }
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

/// The id of another record, and the kinds it may be of.
private struct Reference {
  let id: String
  let kinds: [RecordKind]
}

extension FieldValue {
  /// The ids of other records in a value, as its content promises them; what may be words instead promises nothing.
  fileprivate func references(as content: FieldContent) -> [Reference] {
    switch (content, self) {
    case (.reference(let kinds), .text(let id)):
      [id].compactMap(\.self).map { Reference(id: $0, kinds: kinds) }
    case (.references(let kinds), .texts(let ids)):
      ids.map { Reference(id: $0, kinds: kinds) }
    case (.saidBy, .text(let id)):
      [id].compactMap(\.self).map { Reference(id: $0, kinds: [.claims]) }
    case (.parties, .parties(let parties)):
      // A country or a city that acts may be named by its place.
      parties.compactMap(\.entityID).map { Reference(id: $0, kinds: [.entities, .places]) }
    case (.slots, .slots(let slots)):
      slots.flatMap { slot in
        [slot.id].compactMap(\.self).map { Reference(id: $0, kinds: [slot.kind.records]) }
          + [slot.saidBy].compactMap(\.self).map { Reference(id: $0, kinds: [.claims]) }
      }
    case (.statuses, .statuses(let statuses)):
      statuses.compactMap(\.saidBy).map { Reference(id: $0, kinds: [.claims]) }
    default: []
    }
  }
}

extension SlotKind {
  /// The kind of records that a slot of this kind refers to.
  fileprivate var records: RecordKind {
    switch self {
    case .entity: .entities
    case .place: .places
    case .time: .times
    }
  }
}
