import FoundationEssentials
import HearsayDatabase
import HearsayRecords

/// Adds readings to the tables of a ledger, inside the transaction of whoever uses it.
///
/// What readings are found by is gathered and written before the transaction ends.
final class ReadingWriter {
  /// Bytes of text that are gathered before they should be written.
  private static let heavy = 16 << 20

  private let connection: any Database
  private let shelf: Shelf
  private let nearCopies: NearCopyIndex
  private var words: (any WordTables)?
  private var gathered: [Findable] = []
  private var weight = 0
  private var counts: [String: Int] = [:]

  init(_ connection: any Database) {
    self.connection = connection
    shelf = Shelf(connection)
    nearCopies = NearCopyIndex(connection)
  }

  /// Whether so much is gathered that it should be written.
  var isHeavy: Bool { weight > Self.heavy }

  /// Counts a row that was added to a table, or taken from it.
  func count(_ name: String, _ rows: Int = 1) { counts[name, default: 0] += rows }

  /// Writes what was gathered; to be called before a transaction ends.
  func flush() throws {
    if !gathered.isEmpty {
      let words = try self.words ?? connection.makeWords()
      self.words = words
      try words.add(gathered)
    }
    try Counts(connection).add(counts)
    forget()
  }

  /// Forgets what was gathered; to be called when a transaction was undone.
  func undo() {
    forget()
    nearCopies.forget()
  }

  private func forget() {
    gathered = []
    weight = 0
    counts = [:]
  }

  /// Adds a reading of a report with everything in it.
  func add(_ entry: Entry, of report: Int, ordinal: Int, time: String) throws {
    let read = entry.report
    let published = read.published.flatMap(Moment.init)
    let number = try connection.first(
      """
      INSERT INTO readings(number, report, ordinal, read_at, reader_version, reader_model, outlet,
        title, language, published, published_at, record, text, text_sha256)
      VALUES (\(Schema.next("readings")), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
      """,
      [
        Value(report), Value(ordinal), .text(time), .text(read.reader.version),
        Value(read.reader.model), Value(read.outlet), Value(read.title), Value(read.language),
        Value(read.published), Value(published?.first), .text(entry.reportJSON),
        .text(read.text), .text(entry.textDigest),
      ]
    ) { $0.int(0) }
    guard let number else { preconditionFailure("a row that was added has no number") }
    count("readings")
    for record in entry.rows {
      guard let table = RecordTable.all[record.kind] else { continue }
      try connection.add(
        [
          Value(RecordNumber.number(reading: number, ordinal: record.ordinal)), Value(number),
          Value(record.ordinal), .text(record.json),
        ] + record.columns, table.insertion)
      count(record.kind.rawValue)
    }
    try shelve(
      number,
      Shelved(
        report: read, address: entry.address, recordsDigest: entry.recordsDigest,
        found: entry.found, shingles: entry.shingles, signature: entry.signature))
  }

  /// What is needed to find a reading that is stored.
  private struct Shelved {
    let report: Report
    let address: String
    let recordsDigest: String
    let found: [FoundBy]
    let shingles: Shingles
    let signature: [UInt32]
  }

  /// Puts a reading that is stored where it is found.
  private func shelve(_ number: Int, _ reading: Shelved) throws {
    let firstSeen = try connection.first(
      """
      SELECT r.first_seen FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(number)]
    ) { $0.string(0) }
    let row = try shelf.put(
      Shelf.Item(
        reading: number, published: reading.report.published.flatMap(Moment.init),
        firstSeen: firstSeen.flatMap(Moment.init)?.first ?? 0, outlet: reading.report.outlet,
        records: reading.found.map(\.ordinal).max() ?? 0),
      isNewOutlet: { count("outlets") })
    count("shelf")
    let ties = try nearCopies.add(
      number, of: reading.address, reading.shingles, reading.signature)
    count("copies", ties)
    let seal = try Seal(connection).reading(number, records: reading.recordsDigest)
    try connection.run(
      "INSERT INTO seals(reading, digest, signature) VALUES (?, ?, ?)",
      [Value(number), .text(seal), .blob(Signature.bytes(reading.signature))])
    count("seals")
    gathered.append(
      Findable(
        place: row.place, title: reading.report.title, text: reading.report.text,
        found: reading.found, outlet: row.outlet))
    weight += reading.report.text.utf8.count
  }

  /// Puts a reading that an older version stored where it is found.
  ///
  /// One whose records cannot be read is found by its text alone; verifying tells of it.
  func shelve(stored number: Int) throws {
    let stored = StoredReading(connection)
    let line = try stored.line(number)
    let (reading, positions) = try stored.sound(number)
    let shingles = Shingles(reading.report.text)
    try shelve(
      number,
      Shelved(
        report: reading.report, address: line.address,
        recordsDigest: try Seal(connection).records(of: number),
        found: FoundBy.all(in: reading, RecordContext(reading, positions: positions)),
        shingles: shingles, signature: shingles.signature))
  }
}
