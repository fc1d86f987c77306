/// The kinds of records that a reading holds, spelled as in the contract and in its order.
public enum RecordKind: String, Codable, Sendable, CaseIterable {
  case entities, places, times, events, claims, figures, happenings, relations, wording

  /// The type of its records.
  public var type: any Record.Type {
    switch self {
    case .entities: Entity.self
    case .places: Place.self
    case .times: TimeSpan.self
    case .events: Event.self
    case .claims: Claim.self
    case .figures: Figure.self
    case .happenings: Happening.self
    case .relations: Relation.self
    case .wording: Wording.self
    }
  }

  /// What is fixed about the fields of its records, in the order of the contract.
  public var definitions: [FieldDefinition] { type.definitions }
}

/// One record of a reading: it knows its kind, and from its fields its id and every span it rests on.
public protocol Record: Tabled {
  /// What kind of record it is.
  static var kind: RecordKind { get }
  /// The rules or heads that made it.
  var by: Credit { get set }
}

extension Record {
  /// Its id, unique in the report; `nil` for the kinds that nothing refers to.
  public var recordID: String? {
    guard let first = Self.fields.first, first.definition.content == .id,
      case .text(let id) = first.value(self)
    else { return nil }
    return id
  }

  /// Every span in it, in the order of its fields.
  public var spans: [TextSpan] { Self.fields.flatMap { $0.value(self).spans } }
}

extension Tabled {
  /// What is fixed about its fields, in the order of the contract.
  public static var definitions: [FieldDefinition] { fields.map(\.definition) }
}

extension Participant {
  /// The words, if no entity was made of them.
  public var span: TextSpan? {
    guard case .mention(let span) = self else { return nil }
    return span
  }

  /// The id of the entity, if one was made.
  public var entityID: String? {
    guard case .entity(let id) = self else { return nil }
    return id
  }
}

extension Reading {
  /// Every record, in the order of the contract.
  public var records: [any Record] { RecordKind.allCases.flatMap(records) }

  /// The records of one kind, in the order of the reading.
  public func records(of kind: RecordKind) -> [any Record] {
    switch kind {
    case .entities: entities
    case .places: places
    case .times: times
    case .events: events
    case .claims: claims
    case .figures: figures
    case .happenings: happenings
    case .relations: relations
    case .wording: wording
    }
  }
}
