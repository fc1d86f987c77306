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
  /// The last number of each table in which rows were added: nobody else adds any before the transaction ends.
  private var numbers: [String: Int] = [:]

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
    nearCopies.endTransaction()
    forget()
  }

  /// Forgets what was gathered; to be called when a transaction was undone.
  func undo() {
    forget()
    nearCopies.forget()
    // What it made of months is undone.
    words = nil
  }

  private func forget() {
    gathered = []
    weight = 0
    counts = [:]
    numbers = [:]
  }

  /// The number of the next row of a table.
  func nextNumber(_ table: String) throws(DatabaseError) -> Int {
    var last = numbers[table]
    if last == nil {
      last = try connection.first("SELECT max(number) FROM \(table)") { $0.int(0) }
    }
    let next = (last ?? 0) + 1
    numbers[table] = next
    return next
  }

  /// Adds a reading of a report with everything in it.
  ///
  /// `newest` is what the shelf says of it, if that is known already. Returns how many ties to near copies it has.
  @discardableResult
  func add(
    _ entry: Entry, of report: ReportRow, ordinal: Int, time: String, newest: Int = 0
  ) throws -> Int {
    let read = entry.report
    let number = try nextNumber("readings")
    let told: [Value] = [
      .text(time), .text(read.reader.version), Value(read.reader.model), Value(read.outlet),
      Value(read.title), Value(read.language), Value(read.published),
      Value(read.published.flatMap(Moment.init)?.first), .text(entry.reportJSON),
    ]
    try connection.post(
      """
      INSERT INTO readings(number, report, ordinal, read_at, reader_version, reader_model, outlet,
        title, language, published, published_at, record, text, text_sha256)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [Value(number), Value(report.number), Value(ordinal)] + told
        + [.text(read.text), .text(entry.textDigest)])
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
    return try shelve(
      number,
      Shelved(
        report: read, address: entry.address, firstSeen: report.firstSeen, newest: newest,
        stored: report.values + [Value(ordinal)] + told + [.text(entry.textDigest)],
        recordsDigest: entry.recordsDigest, found: entry.found, shingles: entry.shingles,
        signature: entry.signature))
  }

  /// What is needed to find a reading that is stored.
  private struct Shelved {
    let report: Report
    let address: String
    let firstSeen: String
    /// What the shelf says of it.
    let newest: Int
    /// What is stored of the report and the reading, as its seal has it; `nil` where that must be looked up.
    let stored: [Value]?
    let recordsDigest: String
    let found: [FoundBy]
    let shingles: Shingles
    let signature: [UInt32]
  }

  /// Puts a reading that is stored where it is found.
  ///
  /// Returns how many ties to near copies it has.
  private func shelve(_ number: Int, _ reading: Shelved) throws -> Int {
    let row = try shelf.put(
      Shelf.Item(
        reading: number, published: reading.report.published.flatMap(Moment.init),
        firstSeen: Moment(reading.firstSeen)?.first ?? 0, outlet: reading.report.outlet,
        records: reading.found.map(\.ordinal).max() ?? 0),
      newest: reading.newest, isNewOutlet: { count("outlets") })
    count("shelf")
    let ties = try nearCopies.add(
      number, of: reading.address, reading.shingles, reading.signature)
    count("copies", ties)
    let seals = Seal(connection)
    let seal =
      if let stored = reading.stored {
        try seals.reading(
          number, stored: stored, records: reading.recordsDigest, hasTies: ties > 0)
      } else {
        try seals.reading(number, records: reading.recordsDigest)
      }
    try connection.post(
      "INSERT INTO seals(reading, digest, signature) VALUES (?, ?, ?)",
      [Value(number), .text(seal), .blob(Signature.bytes(reading.signature))])
    count("seals")
    gathered.append(
      Findable(
        place: row.place, title: reading.report.title, text: reading.report.text,
        found: reading.found, outlet: row.outlet))
    weight += reading.report.text.utf8.count
    return ties
  }

  /// Puts a reading that an older version stored where it is found.
  ///
  /// One whose records cannot be read is found by its text alone; verifying tells of it.
  func shelve(stored number: Int) throws {
    let stored = StoredReading(connection)
    let line = try stored.line(number)
    let (reading, positions) = try stored.sound(number)
    let shingles = Shingles(reading.report.text)
    let firstSeen = try connection.first(
      """
      SELECT r.first_seen FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(number)]
    ) { $0.string(0) }
    _ = try shelve(
      number,
      Shelved(
        report: reading.report, address: line.address, firstSeen: firstSeen ?? "", newest: 0,
        stored: nil,
        recordsDigest: try Seal(connection).records(of: number),
        found: FoundBy.all(in: reading, RecordContext(reading, positions: positions)),
        shingles: shingles, signature: shingles.signature))
  }
}
