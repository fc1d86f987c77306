/// What a field of a record can hold.
public enum FieldContent: Hashable, Sendable {
  /// The record's own id, unique in the report.
  case id
  /// Words or a code.
  case text
  /// Several of them.
  case texts
  /// A date: ISO 8601, as coarse as known.
  case date
  /// One of a closed list of words.
  case word([String])
  /// A number, and what it counts.
  case number(unit: String)
  /// Whether something is so.
  case flag
  /// The id of a record of one of these kinds.
  case reference([RecordKind])
  /// The ids of several.
  case references([RecordKind])
  /// The id of a record of one of these kinds, or words where there is no record.
  case referenceOrText([RecordKind])
  /// Several of these.
  case referencesOrTexts([RecordKind])
  /// The id of the claim that tells it; absent in the reporter's own voice.
  case saidBy
  /// A stretch of the text.
  case span
  /// Several stretches.
  case spans
  /// Those who take part: each the id of an entity, or of a place that acts, or a span.
  case parties
  /// Parts of a happening with their words and mouths.
  case slots(SlotKind)
  /// What is told of a happening, and by whom.
  case statuses
  /// What read the report.
  case reader
  /// The rules or heads that made it.
  case credit
}

/// The value of a field, in one of the few forms that every view of records knows.
public enum FieldValue: Hashable, Sendable {
  case text(String?)
  case texts([String])
  case number(Double?)
  case integer(Int?)
  case flag(Bool?)
  case span(TextSpan?)
  case spans([TextSpan])
  case parties([Participant])
  case slots([Slot])
  case statuses([ToldStatus])
  case reader(Reader)
  case credit(Credit)

  /// Every span in it.
  public var spans: [TextSpan] {
    switch self {
    case .span(let span): [span].compactMap(\.self)
    case .spans(let spans): spans
    case .parties(let parties): parties.compactMap(\.span)
    case .slots(let slots): slots.map(\.span)
    case .text, .texts, .number, .integer, .flag, .statuses, .reader, .credit: []
    }
  }
}

extension FieldValue: Encodable {
  /// Writes the value as the contract has it, an absent one as `null`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .texts(let texts): try container.encode(texts)
    case .number(let number): try container.encode(number)
    case .integer(let integer): try container.encode(integer)
    case .flag(let flag): try container.encode(flag)
    case .span(let span): try container.encode(span)
    case .spans(let spans): try container.encode(spans)
    case .parties(let parties): try container.encode(parties)
    case .slots(let slots): try container.encode(slots)
    case .statuses(let statuses): try container.encode(statuses)
    case .reader(let reader): try container.encode(reader)
    case .credit(let credit): try container.encode(credit)
    }
  }
}

/// What is fixed about a field: its name, what it holds, what that means, and how views show it.
public struct FieldDefinition: Hashable, Sendable {
  /// How a table of cells shows a field.
  public enum Cells: Hashable, Sendable {
    /// Under its own name in snake case.
    case usual
    /// The same under another name.
    case named(String)
    /// The names behind ids instead of the ids.
    case names
    /// The id or words alone, without what is behind an id.
    case plain
  }

  /// The name in JSON.
  public let name: String
  /// What it holds.
  public let content: FieldContent
  /// What that means, in a few words.
  public let meaning: String
  /// The first version of Hearsay that writes it.
  public let since: String
  /// How a table of cells shows it.
  public let cells: Cells
  /// Whether the ledger has a column for it, because it is asked for.
  public let isAskedFor: Bool

  /// The name in tables: `saidBy` is `said_by`.
  public var tableName: String {
    var snake = ""
    for character in name {
      if character.isUppercase { snake += "_" }
      snake += character.lowercased()
    }
    return snake
  }
}

/// A field of one type of record, and how its value is had.
public struct Field<Owner>: Sendable {
  /// What is fixed about it.
  public let definition: FieldDefinition
  /// Its value in a record.
  public let value: @Sendable (Owner) -> FieldValue

  /// Defines a field.
  ///
  /// - Parameters:
  ///   - name: The name in JSON, the same as the property's.
  ///   - content: What it holds.
  ///   - meaning: What that means; `Documentation/Formats.md` prints it.
  ///   - since: The first version that writes it.
  ///   - cells: How CSV shows it.
  ///   - asked: Whether the ledger has a column for it.
  ///   - value: Gives the value.
  init(
    _ name: String, _ content: FieldContent, _ meaning: String, since: String = "0.1.0",
    cells: FieldDefinition.Cells = .usual, asked: Bool = false,
    _ value: @escaping @Sendable (Owner) -> FieldValue
  ) {
    definition = FieldDefinition(
      name: name, content: content, meaning: meaning, since: since, cells: cells, isAskedFor: asked)
    self.value = value
  }
}

/// What has a table of fields: records, and the report itself.
///
/// JSON, the columns of the ledger, CSV, the check for soundness and the documentation are all made from the table, or held
/// against it by a test; so a new field is a property, its place in `init`, and one line of the table.
public protocol Tabled: Codable, Hashable, Sendable {
  /// Its fields, in the order of the contract.
  static var fields: [Field<Self>] { get }
}

extension Tabled {
  /// Writes every field, absent ones as `null`, as the contract asks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FieldKey.self)
    for field in Self.fields {
      try container.encode(field.value(self), forKey: FieldKey(field.definition.name))
    }
  }

  /// The values of its fields, each with its definition.
  public var values: [(definition: FieldDefinition, value: FieldValue)] {
    Self.fields.map { ($0.definition, $0.value(self)) }
  }
}

/// The name of a field as a key of JSON.
struct FieldKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// Its words, as the content of a field.
  static var words: FieldContent { .word(allCases.map(\.rawValue)) }
}

extension Field where Owner: Record {
  /// The field that every record has: who made it.
  static func by(
    since: String = "0.2.0", _ value: @escaping @Sendable (Owner) -> Credit
  ) -> Field {
    Field("by", .credit, "the rules or heads that made it, or values of it", since: since) {
      .credit(value($0))
    }
  }
}
