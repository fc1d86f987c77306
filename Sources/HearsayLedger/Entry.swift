import FoundationEssentials
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

  /// Words by which a record may be asked for.
  struct Words: Sendable, Hashable {
    let record: String
    let role: String
    let words: String
  }

  /// An entity or place in a role of a record.
  struct Part: Sendable, Hashable {
    let record: String
    let role: String
    let party: String
  }

  /// The report; its id is the ledger's.
  let report: Report
  private(set) var address: String
  /// Where it was met, if that is another address.
  let met: String
  /// The report's JSON with an empty text, which has a column of its own.
  let reportJSON: String
  let textDigest: String
  let rows: [Row]
  let words: [Words]
  let parts: [Part]
  let shingles: Shingles
  /// The signature of the text, by which near copies are found.
  let bands: [Int64]
  private(set) var delivery: Delivery
  let provenanceJSON: String

  /// - Throws: ``LedgerError`` with code `unsound` if a span is not in the text, an id is used twice or a number is not finite.
  init(_ reading: Reading, address: String?, delivery: Delivery = Delivery()) throws(LedgerError) {
    if let flaw = reading.flaws().first(where: { $0.weight == .fatal }) {
      throw LedgerError(.unsound, "the reading was not stored: \(flaw)")
    }
    self.address = ReportAddress.of(
      met: address ?? reading.report.url, sha256: reading.report.sha256)
    met = ReportAddress.of(met: delivery.met ?? self.address, sha256: reading.report.sha256)
    var report = reading.report
    let key = ReportID.key(address: self.address, sha256: report.sha256)
    report.id = ReportID.make(key: key)
    report.key = key
    self.report = report
    let positions = PositionMap(report.text)
    let writer = ContractWriter(positions: positions)
    do {
      reportJSON = try Self.json(of: report)
      rows = try Self.rows(of: reading, writer: writer, positions: positions)
      provenanceJSON = try ContractWriter(positions: PositionMap("")).json(delivery.provenance)
    } catch {
      throw LedgerError(.unsound, "the reading was not stored: \(error)")
    }
    self.delivery = delivery
    shingles = Shingles(report.text)
    bands = shingles.signature
    textDigest = SHA256.hex(positions.utf8)
    words = Self.words(in: reading, positions: positions)
    parts = Self.parts(in: reading)
  }

  /// The same, of bytes that stood there at a moment or before: an archive that tells of the future is mistaken, and its
  /// version would stay the newest.
  func stoodNoLater(than now: Double) -> Entry {
    guard let stood = delivery.stood, stood.first > now else { return self }
    var entry = self
    entry.delivery.stood = Moment(Date(timeIntervalSince1970: now).ledgerText)
    return entry
  }

  /// The same under the address that a ledger has it under.
  func at(_ address: String) -> Entry {
    var entry = self
    entry.address = address
    return entry
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

  static func words(in reading: Reading, positions: PositionMap) -> [Words] {
    var seen: Set<Words> = []
    var all: [Words] = []
    func add(_ record: String, _ role: String, _ words: String?) {
      guard let words, !words.isEmpty else { return }
      let entry = Words(record: record, role: role, words: words)
      if seen.insert(entry).inserted { all.append(entry) }
    }
    for entity in reading.entities {
      for name in [entity.name] + entity.aliases { add(entity.id, "name", name) }
    }
    for place in reading.places {
      for name in [place.name, place.country, place.admin1, place.within] {
        add(place.id, "name", name)
      }
    }
    for event in reading.events {
      for span in event.actors.compactMap(\.span) { add(event.id, "actor", positions.exact(span)) }
      for span in event.recipients.compactMap(\.span) {
        add(event.id, "recipient", positions.exact(span))
      }
    }
    for happening in reading.happenings {
      for (role, slots) in roles(of: happening) {
        for slot in slots where slot.id == nil {
          add(happening.id, role, positions.exact(slot.span))
        }
      }
    }
    for claim in reading.claims {
      add(claim.id, "source", claim.source.map(positions.exact))
      for span in claim.content { add(claim.id, "content", positions.exact(span)) }
    }
    for figure in reading.figures { add(figure.id, "counts", figure.counts) }
    return all
  }

  static func parts(in reading: Reading) -> [Part] {
    var seen: Set<Part> = []
    var parts: [Part] = []
    func add(_ record: String, _ role: String, _ parties: [String]) {
      for party in parties {
        let part = Part(record: record, role: role, party: party)
        if seen.insert(part).inserted { parts.append(part) }
      }
    }
    for event in reading.events {
      add(event.id, "actor", event.actors.compactMap(\.entityID))
      add(event.id, "recipient", event.recipients.compactMap(\.entityID))
    }
    for happening in reading.happenings {
      for (role, slots) in roles(of: happening) { add(happening.id, role, slots.compactMap(\.id)) }
    }
    for claim in reading.claims { add(claim.id, "blamed", claim.blames) }
    return parts
  }

  /// The roles by which happenings are asked for.
  private static func roles(of happening: Happening) -> KeyValuePairs<String, [Slot]> {
    [
      "actor": happening.actors, "recipient": happening.recipients, "place": happening.places,
      "blamed": happening.blamed,
    ]
  }
}
