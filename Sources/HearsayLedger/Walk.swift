import HearsayDatabase
import HearsayRecords

/// Which readings of the shelf count, as a scope has it.
struct ShelfScope {
  let connection: any Database
  let scope: Scope
  /// The outlets whose names match; `nil` if any do.
  let outlets: Set<Int>?
  /// Where to look, in order.
  let places: [ClosedRange<Int>]
  /// Behind which reading to begin.
  let behind: ShelfRow?

  /// More outlets than these are compared reading by reading.
  private static let mostTags = 64

  init(_ connection: any Database, _ scope: Scope) throws(DatabaseError) {
    self.connection = connection
    self.scope = scope
    outlets = try Self.outlets(connection, scope)
    behind = try scope.behind.flatMap { reading throws(DatabaseError) in
      try connection.first(
        "SELECT \(ShelfRow.columns) FROM shelf s WHERE s.reading = ?", [Value(reading)],
        ShelfRow.init)
    }
    if let prefix = scope.report {
      var conditions = Conditions()
      conditions.add(idPrefix: prefix)
      let then = connection.dialect.then
      places = try connection.rows(
        """
        SELECT s.place, s.room FROM reports r \(then) readings g ON g.report = r.number
          \(then) shelf s ON s.reading = g.number WHERE \(conditions.sql)
        """, conditions.values
      ) { $0.int(0)...($0.int(0) + $0.int(1) - 1) }.sorted { $0.lowerBound < $1.lowerBound }
    } else {
      places = [
        ShelfOrder.places(since: scope.publishedSince?.first, until: scope.publishedUntil?.last)
      ]
    }
  }

  /// The outlets that a scope names; `nil` where it names none.
  private static func outlets(
    _ connection: any Database, _ scope: Scope
  ) throws(DatabaseError) -> Set<Int>? {
    guard scope.outlet != nil || scope.outlets != nil else { return nil }
    let named = try connection.rows(
      "SELECT number, name FROM outlets WHERE name \(connection.dialect.like) ? ESCAPE '\\'",
      [.text("%\(Conditions.literal(scope.outlet ?? ""))%")]
    ) { (number: $0.int(0), name: $0.string(1)) }
    return Set(named.filter { scope.outlets?.contains($0.name) ?? true }.map(\.number))
  }

  /// Where to look from the earliest on, behind what was shown.
  var placesAhead: [ClosedRange<Int>] {
    guard let behind else { return places }
    let first = behind.place + behind.room
    return places.filter { $0.upperBound >= first }.map {
      max($0.lowerBound, first)...$0.upperBound
    }
  }

  /// Where to look from the newest on, behind what was shown; those without a date come last.
  func placesBack(dated isDated: Bool) -> [ClosedRange<Int>] {
    guard let behind, isDated || !behind.isDated else { return places.reversed() }
    guard behind.isDated == isDated else { return [] }
    return places.reversed().filter { $0.lowerBound < behind.place }
      .map { $0.lowerBound...min($0.upperBound, behind.place - 1) }
  }

  /// The tags of the outlets, where they are few enough; without any outlet, nothing can be found.
  func tags(of kind: AskedKind) -> [String] {
    guard let outlets, outlets.count <= Self.mostTags else { return [] }
    return outlets.sorted().map { Tag.outlet($0, of: kind) }
  }

  /// Whether no outlet has such a name.
  var isEmpty: Bool { outlets?.isEmpty ?? false }

  /// A condition on `shelf s` that every reading that counts meets, so that an index answers.
  var condition: String {
    var conditions = [
      scope.asOf == nil && scope.report == nil && scope.versions == .latest
        ? "s.newest = 2" : "TRUE"
    ]
    if let outlets {
      conditions.append(
        "s.outlet IN (\(outlets.sorted().map(String.init).joined(separator: ", ")))")
    }
    return conditions.joined(separator: " AND ")
  }

  /// Whether a reading counts.
  func holds(_ row: ShelfRow) throws(DatabaseError) -> Bool {
    if let outlets, row.outlet.map(outlets.contains) != true { return false }
    if scope.publishedSince != nil || scope.publishedUntil != nil {
      guard row.isDated, row.at >= scope.publishedSince?.first ?? row.at,
        row.at <= scope.publishedUntil?.last ?? row.at
      else { return false }
    }
    guard let then = scope.asOf else {
      return row.newest >= (scope.report == nil && scope.versions == .latest ? 2 : 1)
    }
    var conditions = Conditions()
    conditions.add("g.number = ?", Value(row.reading))
    conditions.add(known: then, versions: scope.report == nil ? scope.versions : .all)
    return try connection.first(
      """
      SELECT 1 FROM readings g JOIN reports r ON r.number = g.report WHERE \(conditions.sql)
      """, conditions.values
    ) { _ in true } ?? false
  }
}

extension Snapshot {
  /// Shows the readings in scope in the order of publication, until `body` says `false`.
  func walk(_ scope: ShelfScope, _ body: (ShelfRow) throws -> Bool) throws {
    for places in scope.placesAhead {
      var goesOn = true
      try connection.stream(
        """
        SELECT \(ShelfRow.columns) FROM shelf s WHERE s.place BETWEEN ? AND ? ORDER BY s.place
        """, [Value(places.lowerBound), Value(places.upperBound)]
      ) { row in
        let row = ShelfRow(row)
        if try scope.holds(row) { goesOn = try body(row) }
        return goesOn
      }
      guard goesOn else { return }
    }
  }

  /// Shows the records that are wanted, as numbers of rows in the table of their kind, in the order of publication, then of the
  /// text, until `body` says `false`.
  func walk(_ wanted: Wanted, _ body: (ShelfRow, Int) throws -> Bool) throws {
    let scope = try ShelfScope(connection, wanted.scope)
    guard !scope.isEmpty else { return }
    var wanted = wanted
    wanted.add(anyOf: scope.tags(of: wanted.kind))
    guard !wanted.clauses.isEmpty else {
      try walk(scope) { row in
        let numbers = RecordNumber.range(of: row.reading)
        var goesOn = true
        try connection.forEach(
          "SELECT number FROM \(wanted.kind) WHERE number BETWEEN ? AND ? ORDER BY number",
          [Value(numbers.first), Value(numbers.last)]
        ) { number in
          goesOn = try body(row, number.int(0))
          return goesOn
        }
        return goesOn
      }
      return
    }
    var current: (row: ShelfRow, counts: Bool)?
    var open = Gathered<RecordKey>(connection, first: wanted.scope.limit)
    func take() throws -> Bool {
      let keys = open.take()
      // What stands behind the first place of its reading is rare, and looked up by itself.
      let rows =
        connection.dialect == .sqlite ? [:] : try shelfRows(beginningAt: keys.map(\.place).distinct)
      for key in keys {
        if current?.row.holds(key.place) != true {
          guard let row = try rows[key.place] ?? shelfRow(at: key.place) else { continue }
          current = (row, try scope.holds(row))
        }
        guard let current, current.counts else { continue }
        let ordinal = key.ordinal(from: current.row.place)
        let number = RecordNumber.number(reading: current.row.reading, ordinal: ordinal)
        guard try body(current.row, number) else { return false }
      }
      return true
    }
    for places in scope.placesAhead {
      let keys = ShelfOrder.keys(of: places)
      var goesOn = true
      try wordTables().forEachKey(wanted.clauses, in: keys) { hit in
        let key = RecordKey(hit)
        guard key.kind == wanted.kind else { return true }
        guard open.add(key) else { return true }
        goesOn = try take()
        return goesOn
      }
      guard try goesOn && take() else { return }
    }
  }

  /// The readings that begin at places, by those.
  ///
  /// A server is further away than a file: it is asked for all of them at once.
  func shelfRows(beginningAt places: [Int]) throws(DatabaseError) -> [Int: ShelfRow] {
    guard !places.isEmpty else { return [:] }
    let rows: [ShelfRow]
    switch connection.dialect {
    case .sqlite:
      rows = try places.map { place throws(DatabaseError) in try shelfRow(at: place) }
        .compactMap(\.self)
    case .postgres:
      rows = try connection.rows(
        "SELECT \(ShelfRow.columns) FROM shelf s WHERE s.place = ANY(?::bigint[])",
        [Value(list: places)], ShelfRow.init)
    }
    return Dictionary(rows.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The reading that a place belongs to.
  func shelfRow(at place: Int) throws(DatabaseError) -> ShelfRow? {
    let row = try connection.first(
      """
      SELECT \(ShelfRow.columns) FROM shelf s WHERE s.place <= ? ORDER BY s.place DESC LIMIT 1
      """, [Value(place)], ShelfRow.init)
    return row.flatMap { $0.holds(place) ? $0 : nil }
  }
}
