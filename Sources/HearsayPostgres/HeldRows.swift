import HearsayDatabase

/// Rows that are sent together, in the binary form of PostgreSQL's COPY.
struct HeldRows {
  /// Rows of one table.
  struct Table {
    let sql: String
    var bytes: [UInt8]
  }

  /// So many bytes are sent before the transaction ends.
  private static let heavy = 8 << 20
  private static let begin =
    Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0] + [0, 0, 0, 0, 0, 0, 0, 0]

  private var places: [Insertion: Int] = [:]
  private var tables: [Table] = []
  private var weight = 0

  var isHeavy: Bool { weight > Self.heavy }

  /// - Throws: ``DatabaseError`` with code `tooBig` for a text that PostgreSQL cannot hold.
  mutating func add(_ row: [Value], _ insertion: Insertion) throws(DatabaseError) {
    let place: Int
    if let known = places[insertion] {
      place = known
    } else {
      place = tables.count
      places[insertion] = place
      let columns = insertion.columns.joined(separator: ", ")
      tables.append(
        Table(
          sql: "COPY \(insertion.table)(\(columns)) FROM STDIN (FORMAT binary)", bytes: Self.begin))
    }
    let before = tables[place].bytes.count
    append(Int16(row.count), to: place)
    for value in row {
      switch value {
      case .null: append(Int32(-1), to: place)
      case .integer(let number):
        append(Int32(8), to: place)
        append(number, to: place)
      case .real(let number):
        append(Int32(8), to: place)
        append(number.bitPattern, to: place)
      case .text(let text):
        guard !text.utf8.contains(0) else { throw .nul(insertion.sql) }
        append(Int32(text.utf8.count), to: place)
        tables[place].bytes += text.utf8
      case .blob(let bytes):
        append(Int32(bytes.count), to: place)
        tables[place].bytes += bytes
      }
    }
    weight += tables[place].bytes.count - before
  }

  private mutating func append<Number: FixedWidthInteger>(_ number: Number, to place: Int) {
    unsafe withUnsafeBytes(of: number.bigEndian) { bytes in
      unsafe tables[place].bytes.append(contentsOf: bytes)
    }
  }

  /// What is held, which is forgotten.
  mutating func taken() -> [Table] {
    defer { self = HeldRows() }
    return tables.map { table in
      var table = table
      table.bytes += [0xff, 0xff]
      return table
    }
  }
}

extension DatabaseError {
  /// That a text cannot be held.
  static func nul(_ sql: String?) -> DatabaseError {
    DatabaseError(
      .tooBig, name: "22021",
      message: "PostgreSQL holds no text with the character U+0000", sql: sql, dialect: .postgres)
  }
}
