import HearsayDatabase
import HearsayRecords

/// Reads readings again and compares all that is stored of them.
final class ReadingCheck {
  private let connection: any Database
  private let words: any FullTextCheck

  init(_ connection: any Database) throws {
    self.connection = connection
    words =
      switch connection.dialect {
      case .sqlite: try WordsCheck(connection)
      case .postgres: try VectorCheck(connection)
      }
  }

  /// What is wrong with the full-text tables, after every reading was looked at.
  func endProblems() throws -> [Problem] { try words.problems() }

  func problems(of number: Int) throws -> [Problem] {
    let line: ReportLine
    do {
      line = try StoredReading(connection).line(number)
    } catch let error as DatabaseError {
      throw error
    } catch {
      return [Problem(report: nil, reason: "reading \(number) cannot be read")]
    }
    func problem(_ reason: String) -> Problem { Problem(report: line.id, reason: reason) }
    let text = try StoredReading(connection).text(of: number)
    let positions = PositionMap(text)
    let digest = try connection.first(
      "SELECT text_sha256 FROM readings WHERE number = ?", [Value(number)]
    ) { $0.string(0) }
    var problems: [Problem] = []
    if digest != SHA256.hex(positions.utf8) {
      problems.append(problem("its text is not the one that was stored"))
    }
    problems += try seal(of: number).map(problem)
    var reading = Reading(report: line.report)
    reading.report.text = text
    let reader = RecordReader(positions: positions)
    for kind in RecordKind.allCases {
      problems += try decode(kind, of: number, with: reader, into: &reading).map(problem)
    }
    guard problems.isEmpty else { return problems }
    problems += reading.flaws().map { problem($0.description) }
    problems += try columns(of: reading, positions: positions, number: number).map(problem)
    problems += try place(of: reading, number: number, positions: positions).map(problem)
    return problems + (try copies(of: reading, number: number)).map(problem)
  }

  private func seal(of number: Int) throws -> [String] {
    let seal = Seal(connection)
    let stored = try connection.first(
      "SELECT digest FROM seals WHERE reading = ?", [Value(number)]
    ) { $0.string(0) }
    let now = try seal.reading(number, records: try seal.records(of: number))
    return stored == now ? [] : ["what was read is not what was stored"]
  }

  /// Reads the records of one kind; a span whose words are not in the text there fails to read.
  private func decode(
    _ kind: RecordKind, of number: Int, with reader: RecordReader, into reading: inout Reading
  ) throws -> [String] {
    var faults: [String] = []
    var decoded = reading
    let numbers = RecordNumber.range(of: number)
    try connection.forEach(
      "SELECT record, ordinal FROM \(kind.rawValue) WHERE number BETWEEN ? AND ? ORDER BY number",
      [Value(numbers.first), Value(numbers.last)]
    ) { row in
      let json = row.string(0)
      do {
        switch kind {
        case .entities: decoded.entities.append(try reader.read(Entity.self, json))
        case .places: decoded.places.append(try reader.read(Place.self, json))
        case .times: decoded.times.append(try reader.read(TimeSpan.self, json))
        case .events: decoded.events.append(try reader.read(Event.self, json))
        case .claims: decoded.claims.append(try reader.read(Claim.self, json))
        case .figures: decoded.figures.append(try reader.read(Figure.self, json))
        case .happenings: decoded.happenings.append(try reader.read(Happening.self, json))
        case .relations: decoded.relations.append(try reader.read(Relation.self, json))
        case .wording: decoded.wording.append(try reader.read(Wording.self, json))
        }
      } catch let error as DecodingError {
        faults.append("\(kind.rawValue) number \(row.int(1)): \(Self.reason(error))")
      }
      return true
    }
    reading = decoded
    return faults
  }

  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context),
      .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.debugDescription
    @unknown default: "cannot be read"
    }
  }

  /// Derives every row again and compares it with what is stored.
  private func columns(
    of reading: Reading, positions: PositionMap, number: Int
  ) throws -> [String] {
    var faults: [String] = []
    let numbers = RecordNumber.range(of: number)
    let rows = try Entry.rows(
      of: reading, writer: ContractWriter(positions: positions), positions: positions)
    let byKind = Dictionary(grouping: rows, by: \.kind)
    for kind in RecordKind.allCases {
      guard let table = RecordTable.all[kind] else { continue }
      let rows = byKind[kind] ?? []
      let names = (["ordinal", "reading"] + table.columns).joined(separator: ", ")
      var offset = 0
      try connection.forEach(
        "SELECT \(names) FROM \(table.name) WHERE number BETWEEN ? AND ? ORDER BY number",
        [Value(numbers.first), Value(numbers.last)]
      ) { row in
        let stored = (2..<row.count).map { row[$0] }
        if offset >= rows.count || stored != rows[offset].columns
          || row.int(0) != rows[offset].ordinal || row.int(1) != number
        {
          faults.append("\(kind.rawValue) number \(offset + 1): its columns are not its record's")
        }
        offset += 1
        return true
      }
    }
    return faults
  }

  /// Where it stands in the order of publication, and by what it is found.
  private func place(of reading: Reading, number: Int, positions: PositionMap) throws -> [String] {
    guard let row = try Shelf(connection).row(ofReading: number) else {
      return ["it has no place in the order of publication"]
    }
    var faults: [String] = []
    let stored = try connection.first(
      """
      SELECT g.published_at, r.first_seen, o.name FROM readings g
        JOIN reports r ON r.number = g.report LEFT JOIN outlets o ON o.number = ?
      WHERE g.number = ?
      """, [Value(row.outlet), Value(number)]
    ) { (published: $0.double(0), firstSeen: $0.string(1), outlet: $0.text(2)) }
    let published = reading.report.published.flatMap(Moment.init)
    let at = published?.first ?? stored.flatMap { Moment($0.firstSeen)?.first } ?? 0
    if stored?.published != published?.first || row.at != at
      || row.isDated != (published != nil) || stored?.outlet != reading.report.outlet
      || !ShelfOrder.places(since: at, until: at).contains(row.place)
    {
      faults.append("its place in the order of publication is not its date's")
    }
    let found = FoundBy.all(in: reading, RecordContext(reading, positions: positions))
    if row.room != ShelfOrder.room(for: found.map(\.ordinal).max() ?? 0) {
      faults.append("its place in the order of publication is not as large as it needs")
    }
    try words.expect(found, at: row)
    return faults
  }

  /// Its signature, and what it shares with those it is tied to.
  private func copies(of reading: Reading, number: Int) throws -> [String] {
    let shingles = Shingles(reading.report.text)
    let signature = shingles.signature
    let stored = try connection.first(
      "SELECT signature FROM seals WHERE reading = ?", [Value(number)]
    ) { $0.bytes(0) ?? [] }
    var faults: [String] = []
    if stored.map(Signature.numbers) != signature {
      faults.append("its signature is not its text's")
    }
    let sorted = try Counts(connection).of(Counts.sorted)
    let bands = number <= sorted ? Set(signature) : []
    for band in bands {
      let isThere = try connection.first(
        "SELECT 1 FROM bands WHERE band = ? AND reading = ?", [Value(Int(band)), Value(number)]
      ) { _ in true }
      guard isThere == nil else { continue }
      faults.append("its signature is not its text's")
      break
    }
    words.bands += bands.count
    let ties = try connection.rows(
      "SELECT of, common, own, others FROM copies WHERE reading = ?", [Value(number)]
    ) { (other: $0.int(0), overlap: Overlap(common: $0.int(1), own: $0.int(2), others: $0.int(3))) }
    for tie in ties {
      let other = Shingles(try StoredReading(connection).text(of: tie.other))
      if shingles.overlap(with: other) != tie.overlap {
        faults.append("what it shares with an earlier report is not what was stored")
      }
    }
    return faults
  }
}
