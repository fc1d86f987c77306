import HearsayRecords
import HearsaySQLite

/// A reading made ready to be stored: everything that needs no ledger is done, so that the single writer waits
/// for nothing but the disk.
struct Entry: Sendable {
  struct Row: Sendable {
    let kind: RecordKind
    let ordinal: Int
    let json: String
    let columns: [Value]
  }

  struct Name: Sendable, Hashable {
    let record: String
    let name: String
  }

  struct Part: Sendable, Hashable {
    let record: String
    let role: String
    let party: String?
    let words: String?
  }

  /// The report; its id is the ledger's.
  let report: Report
  let address: String
  /// The report's JSON with an empty text, which has a column of its own.
  let reportJSON: String
  let textDigest: String
  let rows: [Row]
  let names: [Name]
  let parts: [Part]

  /// - Throws: ``LedgerError`` with code `unsound` if a span is not in the text, an id is used twice or a number is not finite.
  init(_ reading: Reading, address: String?) throws(LedgerError) {
    if let flaw = reading.flaws().first(where: { $0.weight == .fatal }) {
      throw LedgerError(.unsound, "the reading was not stored: \(flaw)")
    }
    self.address = ReportID.address(
      given: address ?? reading.report.url, sha256: reading.report.sha256)
    var report = reading.report
    report.id = ReportID.make(address: self.address, sha256: report.sha256)
    self.report = report
    let positions = PositionMap(report.text)
    let writer = ContractWriter(positions: positions)
    do {
      reportJSON = try Self.json(of: report)
      rows = try Self.rows(of: reading, writer: writer, positions: positions)
    } catch {
      throw LedgerError(.unsound, "the reading was not stored: \(error)")
    }
    textDigest = SHA256.hex(positions.utf8)
    names = Self.names(in: reading)
    parts = Self.parts(in: reading, positions: positions)
  }

  static func json(of report: Report) throws -> String {
    var bare = report
    bare.text = ""
    return try ContractWriter(positions: PositionMap("")).json(bare)
  }

  static func rows(
    of reading: Reading, writer: ContractWriter, positions: PositionMap
  ) throws -> [Row] {
    let context = RecordContext(reading, positions: positions)
    var ordinals: [RecordKind: Int] = [:]
    return try reading.records.map { record in
      let kind = type(of: record).kind
      let ordinal = ordinals[kind, default: 0] + 1
      ordinals[kind] = ordinal
      return Row(
        kind: kind, ordinal: ordinal, json: try writer.json(record),
        columns: context.values(of: record))
    }
  }

  static func names(in reading: Reading) -> [Name] {
    var seen: Set<Name> = []
    var names: [Name] = []
    func add(_ record: String, _ name: String?) {
      guard let name, !name.isEmpty else { return }
      let entry = Name(record: record, name: name)
      if seen.insert(entry).inserted { names.append(entry) }
    }
    for entity in reading.entities {
      for name in [entity.name] + entity.aliases { add(entity.id, name) }
    }
    for place in reading.places {
      for name in [place.name, place.country, place.admin1, place.within] { add(place.id, name) }
    }
    return names
  }

  static func parts(in reading: Reading, positions: PositionMap) -> [Part] {
    var parts: [Part] = []
    for event in reading.events {
      for (role, participants) in [("actor", event.actors), ("recipient", event.recipients)] {
        for participant in participants {
          parts.append(
            Part(
              record: event.id, role: role, party: participant.entityID,
              words: participant.span.map(positions.exact)))
        }
      }
    }
    for claim in reading.claims {
      for party in claim.blames {
        parts.append(Part(record: claim.id, role: "blamed", party: party, words: nil))
      }
    }
    return parts
  }
}
