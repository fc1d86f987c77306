import HearsayDatabase
import HearsayRecords

/// Puts together what is stored of a reading.
struct StoredReading {
  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  /// The line of a reading.
  ///
  /// - Throws: ``LedgerError`` with code `damaged` if there is none.
  func line(_ number: Int) throws -> ReportLine {
    var line: ReportLine?
    try connection.forEach(
      "SELECT \(ReportLine.columns) FROM \(ReportLine.tables) WHERE g.number = ?", [Value(number)]
    ) { row in
      line = try ReportLine(row)
      return false
    }
    guard let line else {
      throw LedgerError(.damaged, "reading \(number) is not there; hearsay verify tells more")
    }
    return line
  }

  /// Its text.
  func text(of number: Int) throws(DatabaseError) -> String {
    try connection.first("SELECT text FROM readings WHERE number = ?", [Value(number)]) {
      $0.string(0)
    } ?? ""
  }

  /// The reading with all its records.
  ///
  /// - Throws: `DecodingError` if a record cannot be read.
  func reading(_ number: Int, _ report: Report, _ positions: PositionMap) throws -> Reading {
    var reading = try readingToCompare(number, report, positions)
    let reader = RecordReader(positions: positions)
    reading.relations = try records(Relation.self, of: number, reader)
    reading.wording = try records(Wording.self, of: number, reader)
    return reading
  }

  /// The same without relations and wording.
  ///
  /// - Throws: `DecodingError` if a record cannot be read.
  func readingToCompare(
    _ number: Int, _ report: Report, _ positions: PositionMap
  ) throws -> Reading {
    var reading = Reading(report: report)
    let reader = RecordReader(positions: positions)
    reading.entities = try records(Entity.self, of: number, reader)
    reading.places = try records(Place.self, of: number, reader)
    reading.times = try records(TimeSpan.self, of: number, reader)
    reading.events = try records(Event.self, of: number, reader)
    reading.claims = try records(Claim.self, of: number, reader)
    reading.figures = try records(Figure.self, of: number, reader)
    reading.happenings = try records(Happening.self, of: number, reader)
    return reading
  }

  /// What a reading is found by, made of what is stored; `nil` if it has no place.
  ///
  /// One whose records cannot be read is found by its text alone; verifying tells of it.
  func findable(_ number: Int) throws -> Findable? {
    guard let row = try Shelf(connection).row(ofReading: number) else { return nil }
    let (reading, positions) = try sound(number)
    return Findable(
      place: row.place, title: reading.report.title, text: reading.report.text,
      found: FoundBy.all(in: reading, RecordContext(reading, positions: positions)),
      outlet: row.outlet)
  }

  /// A reading, without its records if they cannot be read.
  func sound(_ number: Int) throws -> (reading: Reading, positions: PositionMap) {
    var reading = Reading(report: try line(number).report)
    reading.report.text = try text(of: number)
    let positions = PositionMap(reading.report.text)
    if let whole = try? self.reading(number, reading.report, positions) { reading = whole }
    return (reading, positions)
  }

  /// Some of its claims and events with whoever and whatever they name: of all else nothing.
  ///
  /// - Throws: `DecodingError` if a record cannot be read.
  func part(
    _ number: Int, _ report: Report, _ positions: PositionMap, around ids: Set<String>
  ) throws -> Reading {
    var reading = Reading(report: report)
    let reader = RecordReader(positions: positions)
    reading.events = try records(Event.self, of: number, called: ids, reader)
    let telling = reading.events.compactMap(\.saidBy)
    reading.claims = try records(Claim.self, of: number, called: ids.union(telling), reader)
    var named: Set<String> = []
    for claim in reading.claims {
      named.formUnion([claim.speaker, claim.addressee].compactMap(\.self))
      named.formUnion(claim.speakers + claim.blames + claim.via)
    }
    reading.entities = try records(Entity.self, of: number, called: named, reader)
    named.subtract(reading.entities.map(\.id))
    reading.places = try records(Place.self, of: number, called: named, reader)
    return reading
  }

  /// The records with some ids, in the order of the reading: only they are read from their JSON, which begins with the id.
  private func records<Kind: Record>(
    _ type: Kind.Type, of reading: Int, called ids: Set<String>, _ reader: RecordReader
  ) throws -> [Kind] {
    guard !ids.isEmpty else { return [] }
    let beginnings = try ids.sorted().map {
      #"{"id":\#(try ContractWriter.spanless.json($0)),"#
    }
    var records: [Kind] = []
    let numbers = RecordNumber.range(of: reading)
    try connection.forEach(
      """
      SELECT record FROM \(Kind.kind.rawValue) WHERE number BETWEEN ? AND ?
        AND (\(beginnings.map { _ in "substr(record, 1, ?) = ?" }.joined(separator: " OR ")))
      ORDER BY number
      """,
      [Value(numbers.first), Value(numbers.last)]
        + beginnings.flatMap { [Value($0.unicodeScalars.count), .text($0)] }
    ) { row in
      records.append(try reader.read(type, row.string(0)))
      return true
    }
    return records
  }

  private func records<Kind: Record>(
    _ type: Kind.Type, of reading: Int, _ reader: RecordReader
  ) throws -> [Kind] {
    var records: [Kind] = []
    let numbers = RecordNumber.range(of: reading)
    try connection.forEach(
      "SELECT record FROM \(Kind.kind.rawValue) WHERE number BETWEEN ? AND ? ORDER BY number",
      [Value(numbers.first), Value(numbers.last)]
    ) { row in
      records.append(try reader.read(type, row.string(0)))
      return true
    }
    return records
  }
}
