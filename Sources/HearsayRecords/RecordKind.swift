/// The kinds of records that a reading holds, spelled as in the contract and in its order.
public enum RecordKind: String, Codable, Sendable, CaseIterable {
  case entities, places, times, events, claims, figures, relations, wording
}

/// One record of a reading: it knows its kind and every span it rests on.
public protocol Record: Codable, Hashable, Sendable {
  /// What kind of record it is.
  static var kind: RecordKind { get }
  /// Its id, unique in the report; `nil` for the kinds that nothing refers to.
  var recordID: String? { get }
  /// Every span in it, in the order of its fields.
  var spans: [TextSpan] { get }
}

extension Entity: Record {
  /// The kind of record.
  public static var kind: RecordKind { .entities }
  /// The id.
  public var recordID: String? { id }
  /// Its mentions.
  public var spans: [TextSpan] { mentions }
}

extension Place: Record {
  /// The kind of record.
  public static var kind: RecordKind { .places }
  /// The id.
  public var recordID: String? { id }
  /// Its mentions.
  public var spans: [TextSpan] { mentions }
}

extension TimeSpan: Record {
  /// The kind of record.
  public static var kind: RecordKind { .times }
  /// The id.
  public var recordID: String? { id }
  /// The words of the time.
  public var spans: [TextSpan] { [evidence] }
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

extension Event: Record {
  /// The kind of record.
  public static var kind: RecordKind { .events }
  /// The id.
  public var recordID: String? { id }
  /// Trigger, participants that are words, instruments and evidence.
  public var spans: [TextSpan] {
    [trigger] + (actors + recipients).compactMap(\.span) + instruments + evidence
  }
}

extension Claim: Record {
  /// The kind of record.
  public static var kind: RecordKind { .claims }
  /// The id.
  public var recordID: String? { id }
  /// Source, cue, content and quotation.
  public var spans: [TextSpan] { [source, cue].compactMap(\.self) + content + quoted }
}

extension Figure: Record {
  /// The kind of record.
  public static var kind: RecordKind { .figures }
  /// The id.
  public var recordID: String? { id }
  /// Its evidence.
  public var spans: [TextSpan] { evidence }
}

extension Relation: Record {
  /// The kind of record.
  public static var kind: RecordKind { .relations }
  /// Nothing refers to relations.
  public var recordID: String? { nil }
  /// Its evidence.
  public var spans: [TextSpan] { evidence }
}

extension Wording: Record {
  /// The kind of record.
  public static var kind: RecordKind { .wording }
  /// Nothing refers to wordings.
  public var recordID: String? { nil }
  /// Its evidence.
  public var spans: [TextSpan] { [evidence] }
}

extension Reading {
  /// Every record, in the order of the contract.
  public var records: [any Record] {
    var all: [any Record] = entities
    all += places
    all += times
    all += events
    all += claims
    all += figures
    all += relations
    all += wording
    return all
  }
}
