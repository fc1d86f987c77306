import HearsayDatabase

/// A reading where it stands in the order of publication.
struct ShelfRow: Hashable {
  /// The first of its places.
  let place: Int
  /// How many it takes.
  let room: Int
  let reading: Int
  /// 2 for the newest reading of the newest version of an address, 1 for the newest reading of an older version, 0 for others.
  let newest: Int
  /// When it was published, or first seen, in seconds since 1970.
  let at: Double
  /// Whether it is known when it was published.
  let isDated: Bool
  /// The number of the outlet.
  let outlet: Int?

  static let columns = "s.place, s.room, s.reading, s.newest, s.at, s.dated, s.outlet"
  /// How many these are.
  static let width = 7

  init(place: Int, room: Int, newest: Int, outlet: Int?, of item: Shelf.Item) {
    self.place = place
    self.room = room
    reading = item.reading
    self.newest = newest
    at = item.at
    isDated = item.published != nil
    self.outlet = outlet
  }

  init(_ row: Row) {
    place = row.int(0)
    room = row.int(1)
    reading = row.int(2)
    newest = row.int(3)
    at = row.double(4) ?? 0
    isDated = row.int(5) == 1
    outlet = row.integer(6)
  }

  /// Whether a place is one of its.
  func holds(_ place: Int) -> Bool { self.place <= place && place < self.place + room }
}

/// Puts readings where they stand in the order of publication, and keeps up which of them are the newest.
struct Shelf {
  private let connection: any Database

  init(_ connection: any Database) { self.connection = connection }

  /// What is put there.
  struct Item {
    let reading: Int
    /// When it was published; `nil` if nobody knows.
    let published: Moment?
    /// When the ledger first saw its report, in seconds since 1970.
    let firstSeen: Double
    let outlet: String?
    /// The highest number of its records of one kind that is asked for.
    let records: Int

    /// When it came out, as far as is known, in seconds since 1970.
    var at: Double { published?.first ?? firstSeen }
  }

  /// Puts a reading there; `newest` says whether it is the newest, if that is known already.
  ///
  /// `isNewOutlet` is called if its outlet was not known.
  func put(
    _ item: Item, newest: Int = 0, isNewOutlet: () -> Void
  ) throws(DatabaseError) -> ShelfRow {
    let isBareDay = item.published.map { $0.last - $0.first > 86_000 } ?? false
    let room = min(ShelfOrder.room(for: item.records), ShelfOrder.ofMinute)
    var outlet: Int?
    if let name = item.outlet { outlet = try number(of: name, isNew: isNewOutlet) }
    let place = try free(ShelfOrder.zone(of: item.at, isBareDay: isBareDay), room: room)
    try connection.post(
      """
      INSERT INTO shelf(place, room, reading, newest, at, dated, outlet) VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        Value(place), Value(room), Value(item.reading), Value(newest), .real(item.at),
        Value(item.published != nil), Value(outlet),
      ])
    return ShelfRow(place: place, room: room, newest: newest, outlet: outlet, of: item)
  }

  func row(ofReading reading: Int) throws(DatabaseError) -> ShelfRow? {
    try connection.first(
      "SELECT \(ShelfRow.columns) FROM shelf s WHERE s.reading = ?", [Value(reading)],
      ShelfRow.init)
  }

  /// The newest reading of a report is told by the number given, older ones by 0.
  func mark(report: Int, newest: Int) throws(DatabaseError) {
    let readings = try connection.rows(
      "SELECT number FROM readings WHERE report = ? ORDER BY ordinal DESC", [Value(report)]
    ) { $0.int(0) }
    for (offset, reading) in readings.enumerated() {
      let mark = offset == 0 ? newest : 0
      try connection.run(
        "UPDATE shelf SET newest = ? WHERE reading = ? AND newest <> ?",
        [Value(mark), Value(reading), Value(mark)])
    }
  }

  /// Works out anew which reading of an address is the newest, and which is the newest of each version.
  func markAll(at address: String) throws(DatabaseError) {
    let reports = try connection.rows(
      """
      SELECT r.number FROM reports r WHERE r.address = ? ORDER BY \(VersionOrder.descending("r"))
      """, [.text(address)]
    ) { $0.int(0) }
    for (offset, report) in reports.enumerated() {
      try mark(report: report, newest: offset == 0 ? 2 : 1)
    }
  }

  /// Places that are tried one after the other before a reading stands behind all others of its zone.
  private static let mostTried = 10

  private func free(_ wanted: ShelfOrder.Zone, room: Int) throws(DatabaseError) -> Int {
    var zone = wanted
    var place = zone.first
    for _ in 0..<Self.mostTried {
      // The end of whatever begins here or before, and what comes behind that, in one look-up.
      let found = try connection.first(
        """
        SELECT here, (SELECT n.place FROM shelf n WHERE n.place >= here ORDER BY n.place LIMIT 1)
        FROM (SELECT CASE WHEN before > ?1 THEN before ELSE ?1 END AS here
          FROM (SELECT (SELECT b.place + b.room FROM shelf b WHERE b.place <= ?1
            ORDER BY b.place DESC LIMIT 1) AS before) AS ended) AS begun
        """, [Value(place)]
      ) { (here: $0.int(0), next: $0.integer(1)) }
      place = found?.here ?? place
      guard place + room <= zone.end else { break }
      if found?.next.map({ place + room <= $0 }) ?? true { return place }
    }
    while true {
      let place = max(zone.first, try end(before: zone.end) ?? zone.first)
      if place + room <= zone.end { return place }
      zone = zone.next
    }
  }

  /// The place behind the last reading that begins before a place.
  private func end(before place: Int) throws(DatabaseError) -> Int? {
    try connection.first(
      "SELECT place + room FROM shelf WHERE place < ? ORDER BY place DESC LIMIT 1", [Value(place)]
    ) { $0.int(0) }
  }

  /// The ledger's number of an outlet.
  private func number(of outlet: String, isNew: () -> Void) throws(DatabaseError) -> Int {
    let known = try connection.first(
      "SELECT number FROM outlets WHERE name = ?", [.text(outlet)]
    ) { $0.int(0) }
    if let known { return known }
    isNew()
    let number = try connection.first(
      "INSERT INTO outlets(number, name) VALUES (\(Schema.next("outlets")), ?) RETURNING number",
      [.text(outlet)]
    ) { $0.int(0) }
    guard let number else { preconditionFailure("a row that was added has no number") }
    return number
  }
}
