import HearsayRecords
import HearsaySQLite

/// How records of one kind lie in their table: the columns beside their JSON.
///
/// Writing and verifying both derive the columns from the record here, so they cannot disagree.
struct RecordTable {
  let kind: RecordKind
  /// The columns after `reading`, `ordinal` and `record`.
  let columns: [String]

  var name: String { kind.rawValue }

  /// The statement that adds a record: reading, ordinal, JSON, then the columns.
  let insert: String

  private init(kind: RecordKind, columns: [String]) {
    self.kind = kind
    self.columns = columns
    let names = (["reading", "ordinal", "record"] + columns).joined(separator: ", ")
    let marks = Array(repeating: "?", count: columns.count + 3).joined(separator: ", ")
    insert = "INSERT INTO \(kind.rawValue)(\(names)) VALUES (\(marks))"
  }

  /// The table of each kind, made once.
  static let all: [RecordKind: RecordTable] = Dictionary(
    uniqueKeysWithValues: RecordKind.allCases.map { ($0, table(of: $0)) })

  private static func table(of kind: RecordKind) -> RecordTable {
    let columns =
      switch kind {
      case .entities: ["id", "kind", "name", "country", "code"]
      case .places:
        ["id", "kind", "name", "country", "admin1", "lat", "lon", "geonameid", "precision"]
      case .times: ["id", "earliest", "latest", "granularity"]
      case .events:
        [
          "id", "type", "mode", "cameo", "status", "certainty", "said_by", "place", "time",
          "earliest", "latest", "confidence",
        ]
      case .claims:
        [
          "id", "speaker", "speaker_name", "act", "polarity", "certainty", "parent", "confidence",
        ]
      case .figures: ["id", "value", "low", "high", "unit", "about", "said_by"]
      case .relations: ["kind", "holder", "other"]
      case .wording: ["kind", "words"]
      }
    return RecordTable(kind: kind, columns: columns)
  }
}

/// What deriving columns needs to know of the rest of the reading.
struct RecordContext {
  let positions: PositionMap
  private let names: [String: String]
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
    switch record {
    case let entity as Entity:
      [
        .text(entity.id), .text(entity.kind.rawValue), .text(entity.name), Value(entity.country),
        Value(entity.code),
      ]
    case let place as Place: values(of: place)
    case let time as TimeSpan:
      [
        .text(time.id), Value(time.earliest.flatMap(Moment.init)?.first),
        Value(time.latest.flatMap(Moment.init)?.last), Value(time.granularity?.rawValue),
      ]
    case let event as Event: values(of: event)
    case let claim as Claim: values(of: claim)
    case let figure as Figure:
      [
        .text(figure.id), Value(figure.value), Value(figure.low), Value(figure.high),
        Value(figure.unit), Value(figure.about), Value(figure.saidBy),
      ]
    case let relation as Relation:
      [.text(relation.kind), .text(relation.from), .text(relation.to)]
    case let wording as Wording:
      [.text(wording.kind.rawValue), .text(positions.exact(wording.evidence))]
    default: preconditionFailure("a kind of record without a table: \(type(of: record))")
    }
  }

  private func values(of place: Place) -> [Value] {
    [
      .text(place.id), Value(place.kind), .text(place.name), Value(place.country),
      Value(place.admin1), Value(place.lat), Value(place.lon), Value(place.geonameid),
      .text(place.precision.rawValue),
    ]
  }

  private func values(of event: Event) -> [Value] {
    let time = event.time.flatMap { times[$0] }
    let earliest = time?.earliest.flatMap(Moment.init)
    let latest = time?.latest.flatMap(Moment.init)
    return [
      .text(event.id), .text(event.type.rawValue), Value(event.mode), Value(event.cameo),
      .text(event.status.rawValue), .text(event.certainty.rawValue), Value(event.saidBy),
      Value(event.place), Value(event.time), Value(earliest?.first), Value(latest?.last),
      .real(event.confidence),
    ]
  }

  private func values(of claim: Claim) -> [Value] {
    [
      .text(claim.id), Value(claim.speaker), Value(claim.speaker.flatMap { names[$0] }),
      .text(claim.act.rawValue), .text(claim.polarity.rawValue), .text(claim.certainty.rawValue),
      Value(claim.parent), .real(claim.confidence),
    ]
  }
}
