import HearsayDatabase
package import HearsayRecords

/// How records of one kind lie in their table: the columns beside their JSON.
///
/// A field that is asked for has a column of its name; what is worked out of other records for questions stands in columns
/// of its own. Writing and verifying both derive the columns here, so they cannot disagree.
package struct RecordTable: Sendable {
  /// A column and how its value is had from a record.
  struct Column: Sendable {
    let name: String
    let value: @Sendable (any Record, RecordContext) -> Value
  }

  let kind: RecordKind
  private let derived: [Column]

  /// The names of the columns after `number`, `reading`, `ordinal` and `record`.
  package let columns: [String]

  var name: String { kind.rawValue }

  /// How a record is added: number, reading, ordinal, JSON, then the columns.
  let insertion: Insertion

  private init(kind: RecordKind) {
    self.kind = kind
    derived = Self.derived(of: kind)
    let fields = kind.definitions.filter { Self.isColumn($0, of: kind) }.map(\.tableName)
    columns = fields + derived.map(\.name)
    insertion = Insertion(kind.rawValue, ["number", "reading", "ordinal", "record"] + columns)
  }

  /// The table of each kind, made once.
  package static let all: [RecordKind: RecordTable] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { ($0, RecordTable(kind: $0)) })

  /// The values of the columns.
  func values(of record: any Record, _ context: RecordContext) -> [Value] {
    record.values.filter { Self.isColumn($0.definition, of: kind) }.map { Value($0.value) }
      + derived.map { $0.value(record, context) }
  }

  /// Dates are kept as seconds, and the ends of a relation under names that SQL does not know as its own.
  private static func isColumn(_ definition: FieldDefinition, of kind: RecordKind) -> Bool {
    definition.isAskedFor && definition.content != .date
      && !(kind == .relations && ["from", "to"].contains(definition.name))
  }

  private static func derived(of kind: RecordKind) -> [Column] {
    switch kind {
    case .times, .events, .happenings:
      [
        Column(name: "earliest") { Value($1.days(of: $0).compactMap(\.earliest).min()) },
        Column(name: "latest") { Value($1.days(of: $0).compactMap(\.latest).max()) },
      ]
    case .claims:
      [
        Column(name: "speaker_name") { record, context in
          Value((record as? Claim)?.speaker.flatMap { context.names[$0] })
        }
      ]
    case .relations:
      [
        Column(name: "holder") { record, _ in Value((record as? Relation)?.from) },
        Column(name: "other") { record, _ in Value((record as? Relation)?.to) },
      ]
    case .wording:
      [
        Column(name: "words") { record, context in
          Value(record.spans.first.map(context.positions.exact))
        }
      ]
    case .entities, .places, .figures: []
    }
  }
}

extension Value {
  /// What a column holds of a field; lists and spans stand in the record's JSON alone.
  fileprivate init(_ value: FieldValue) {
    self =
      switch value {
      case .text(let text): Value(text)
      case .number(let number): Value(number)
      case .integer(let integer): Value(integer)
      case .flag(let flag): Value(flag)
      case .texts, .span, .spans, .parties, .slots, .statuses, .reader, .credit:
        preconditionFailure("a list is no column: \(value)")
      }
  }
}

/// What deriving columns needs to know of the rest of the reading.
struct RecordContext {
  /// The seconds between which a time lies.
  struct Days {
    let earliest: Double?
    let latest: Double?
  }

  let positions: PositionMap
  let names: [String: String]
  private let times: [String: TimeSpan]

  init(_ reading: Reading, positions: PositionMap) {
    self.positions = positions
    names = Dictionary(
      reading.entities.map { ($0.id, $0.name) } + reading.places.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    times = Dictionary(reading.times.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The values of the columns that ``RecordTable`` names.
  func values(of record: any Record) -> [Value] {
    RecordTable.all[type(of: record).kind]?.values(of: record, self) ?? []
  }

  /// When a time lies, or the times that an event or a happening is told for.
  func days(of record: any Record) -> [Days] {
    let told: [TimeSpan] =
      switch record {
      case let time as TimeSpan: [time]
      case let event as Event: [event.time].compactMap { $0.flatMap { times[$0] } }
      case let happening as Happening: happening.times.compactMap { $0.id.flatMap { times[$0] } }
      default: []
      }
    return told.map {
      Days(
        earliest: $0.earliest.flatMap(Moment.init)?.first,
        latest: $0.latest.flatMap(Moment.init)?.last)
    }
  }
}
