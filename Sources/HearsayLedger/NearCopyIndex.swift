import HearsaySQLite

/// Finds texts that are nearly the same by their signatures, and ties each to the earliest.
///
/// A signature is looked up band by band (Broder 1997; Indyk and Motwani 1998), so the cost of a report does not grow with
/// the number of reports, only with the number of those that share words with it.
struct NearCopyIndex {
  /// So many candidates of a new report are compared with it, those that agree in most bands first: of text that is on
  /// more sites than that, the earliest is found by way of the reports that are tied to it.
  static let mostCompared = 64

  /// A reading that may be a near copy.
  struct Candidate: Hashable {
    let reading: Int
    let order: Order
  }

  /// What comes first: by publication, else by when it stood on the web; of two of one time, what stood there first, then
  /// by what they are.
  ///
  /// Never by which came here first: two ledgers of the same reports call the same ones originals.
  struct Order: Hashable, Comparable {
    /// When it was published, or stood there, in seconds since 1970.
    let time: Double
    /// When it stood there, in seconds since 1970.
    let stood: Double
    /// The id, which is the beginning of the key.
    let id: String

    static func < (one: Order, other: Order) -> Bool {
      (one.time, one.stood, one.id) < (other.time, other.stood, other.id)
    }
  }

  /// That a reading is a near copy of an earlier one.
  struct Tie: Hashable {
    /// The earlier one.
    let reading: Int
    let likeness: Double
    let shared: Double
  }

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// When `reports r` stood on the web, in seconds since 1970; `9e18` if nobody knows.
  ///
  /// When a file was read says nothing of when it was written.
  private static let stood = """
    coalesce((SELECT unixepoch(c.stood) FROM captures c WHERE c.report = r.number
      AND c.sha256 = r.sha256 AND json_extract(c.provenance, '$.fetched') IS NOT NULL), 9e18)
    """
  /// When the text of `readings g` of them came out, as far as can be told.
  private static let time = "coalesce(g.published_at, \(stood))"

  /// The newest readings of reports at other addresses that agree with a signature in enough bands, those that agree in
  /// most first.
  func candidates(
    _ signature: [Int64], notAt address: String, most: Int
  ) throws(SQLiteError) -> [Candidate] {
    guard !signature.isEmpty else { return [] }
    let marks = Array(repeating: "?", count: signature.count).joined(separator: ", ")
    return try connection.rows(
      """
      SELECT g.number, \(Self.time) AS time, \(Self.stood) AS stood, r.id FROM
        (SELECT reading, count(*) AS bands FROM bands WHERE band IN (\(marks))
          GROUP BY reading HAVING count(*) >= \(Shingles.bandsOfCandidates)) agreeing
        JOIN readings g ON g.number = agreeing.reading JOIN reports r ON r.number = g.report
      WHERE r.address <> ?
        AND NOT EXISTS (SELECT 1 FROM readings n WHERE n.report = r.number AND n.ordinal > g.ordinal)
      ORDER BY agreeing.bands DESC, time, stood, r.id LIMIT ?
      """, signature.map { .integer($0) } + [.text(address), Value(most)]
    ) {
      Candidate(reading: $0.int(0), order: Self.order($0))
    }
  }

  /// Stores the signature of a new reading and ties it to the earliest near copy, and later ones to it.
  func add(
    _ reading: Int, of address: String, _ shingles: Shingles, _ signature: [Int64]
  ) throws(SQLiteError) {
    let own = try candidate(reading)
    var open = try candidates(signature, notAt: address, most: Self.mostCompared)[...]
    for band in Set(signature) {
      try connection.run(
        "INSERT INTO bands(band, reading) VALUES (?, ?)", [.integer(band), Value(reading)])
    }
    var seen = Set(open)
    var earliest: (candidate: Candidate, overlap: Overlap)?
    while let other = open.popFirst() {
      let overlap = shingles.overlap(with: Shingles(try text(of: other.reading)))
      guard overlap.isNearCopy else { continue }
      let tie = try tie(of: other.reading)
      if let original = tie.map(\.reading) {
        let candidate = try candidate(original)
        if try self.address(of: original) != address, seen.insert(candidate).inserted {
          open.append(candidate)
        }
      }
      if other.order < own.order {
        if earliest.map({ other.order < $0.candidate.order }) ?? true {
          earliest = (other, overlap)
        }
      } else if try tie.map({ (tie) throws(SQLiteError) in
        own.order < (try candidate(tie.reading)).order
      }) ?? true {
        try insert(other.reading, of: reading, overlap.reversed)
      }
    }
    if let earliest { try insert(reading, of: earliest.candidate.reading, earliest.overlap) }
  }

  /// The earliest reading that a reading is a near copy of, among those known at a moment.
  func tie(of reading: Int, asOf moment: String = "9999") throws(SQLiteError) -> Tie? {
    try connection.first(
      """
      SELECT k.of, k.likeness, k.shared FROM copies k
        JOIN readings g ON g.number = k.of JOIN reports r ON r.number = g.report
      WHERE k.reading = ? AND g.read_at <= ? AND r.first_seen <= ?
      ORDER BY \(Self.time), \(Self.stood), r.id LIMIT 1
      """, [Value(reading), .text(moment), .text(moment)]
    ) { Tie(reading: $0.int(0), likeness: $0.double(1) ?? 0, shared: $0.double(2) ?? 0) }
  }

  private func insert(_ reading: Int, of other: Int, _ overlap: Overlap) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO copies(reading, of, likeness, shared) VALUES (?, ?, ?, ?)",
      [Value(reading), Value(other), .real(overlap.likeness), .real(overlap.shared)])
  }

  private func candidate(_ reading: Int) throws(SQLiteError) -> Candidate {
    let order = try connection.first(
      """
      SELECT g.number, \(Self.time), \(Self.stood), r.id
      FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?
      """, [Value(reading)], Self.order)
    guard let order else { preconditionFailure("reading \(reading) has no row") }
    return Candidate(reading: reading, order: order)
  }

  /// The order of a row with time, standing and id in its second column and on.
  private static func order(_ row: Row) -> Order {
    Order(
      time: row.double(1) ?? .infinity, stood: row.double(2) ?? .infinity, id: row.string(3))
  }

  private func address(of reading: Int) throws(SQLiteError) -> String? {
    try connection.first(
      "SELECT r.address FROM readings g JOIN reports r ON r.number = g.report WHERE g.number = ?",
      [Value(reading)]
    ) { $0.string(0) }
  }

  private func text(of reading: Int) throws(SQLiteError) -> String {
    try connection.first("SELECT text FROM readings WHERE number = ?", [Value(reading)]) {
      $0.string(0)
    } ?? ""
  }
}
